"""The headline is the one of the page, without its site, in the wording that most agree on."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import page, read
from twosource.stages.extract.markup.headline import choose_headline


def test_outlet_that_no_table_knows_is_called_as_its_page_calls_it() -> None:
    head = '<meta property="og:site_name" content="Salt Coast Gazette">'
    of_its_own = read(page(head=head), "https://www.saltcoastgazette.example/ferry")
    assert of_its_own.outlet_name == "Salt Coast Gazette"
    assert read(page(head=head), "https://quaynews.example/ferry").outlet_name == ""


def test_end_of_a_tabs_title_names_the_outlet_where_it_fits_the_address() -> None:
    source = page().replace("The Harbour Post", "Quay News")
    assert read(source, "https://quaynews.example/ferry").outlet_name == "Quay News"


def test_headline_loses_the_name_of_the_site_and_outvotes_a_stale_tag() -> None:
    candidates = {
        "shown": "Ferry aground off Hustad",
        "title": "Ferry aground off Hustad | The Harbour Post",
        "og": "Council votes on harbour dues",
    }
    assert choose_headline(candidates, ["The Harbour Post"]) == "Ferry aground off Hustad"


def test_wording_that_two_agree_on_is_the_headline() -> None:
    candidates = {
        "shown": "Ferry aground off Hustad after both engines fail",
        "json": "Ferry aground off Hustad after both engines fail",
        "og": "Ferry drama off Hustad",
    }
    assert choose_headline(candidates, []) == candidates["shown"]


def test_kicker_that_only_the_style_sheet_parts_takes_the_punctuation_of_the_markup() -> None:
    candidates = {
        "shown": "Storm Idun Ferry aground off Hustad",
        "json": "Ferry lost",
        "og": "Storm Idun: Ferry aground off Hustad",
        "title": "Storm Idun: Ferry aground off Hustad - Sea | The Harbour Post",
    }
    assert choose_headline(candidates, ["The Harbour Post"]) == candidates["og"]


def test_plain_quotation_marks_win_at_a_draw_and_lose_to_a_majority() -> None:
    curly, plain = "Hustad’s ferry ‘lost’", "Hustad's ferry 'lost'"
    assert (
        choose_headline({"shown": curly, "json": curly, "og": plain, "title": plain}, []) == plain
    )
    assert choose_headline({"shown": curly, "json": curly, "og": plain}, []) == curly


@pytest.mark.parametrize("mark", ["：", "｜", " | "])
def test_site_is_parted_from_the_headline_by_marks_of_any_script(mark: str) -> None:
    assert (
        choose_headline({"title": f"宮崎県で震度5弱{mark}港新聞"}, ["港新聞"]) == "宮崎県で震度5弱"
    )


def test_part_of_a_headline_is_no_site_name_because_it_holds_its_letters() -> None:
    title = "Ferry talks | Owners could save thousands"
    assert choose_headline({"shown": title, "og": title}, ["co", "www"]) == title
    title = "Ferry talks - starting a long day"
    assert choose_headline({"title": title}, ["The Star", "star"]) == title


def test_site_name_is_known_by_its_domain() -> None:
    title = "Ferry talks fail | The Harbour Post | by Ann Lee"
    assert choose_headline({"title": title}, ["harbourpost"]) == "Ferry talks fail"
