"""Hold the web page to its blocks, its citations and its safety; tests/pages looks at it."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from tests.exports.sample import bare, sample
from twosource.exports.citations import Numbers
from twosource.exports.html import write_html
from twosource.exports.phrases import HEADINGS
from twosource.model.identity import LineageId

BYTES = write_html(sample())
SOURCE = BYTES.decode()
# An XPath may answer anything, and lxml's types say so; Any keeps the tests readable.
PAGE: Any = html.fromstring(BYTES, parser=html.HTMLParser(encoding="utf-8"))
EMPTY: Any = html.fromstring(write_html(bare()), parser=html.HTMLParser(encoding="utf-8"))


def words(path: str, of: Any = PAGE) -> list[str]:
    """Return the folded text of every element that an XPath finds."""
    return [" ".join(each.text_content().split()) for each in of.xpath(path)]


def closed(path: str, of: Any) -> list[str]:
    """Return the text of elements as it stands before any stretch is opened."""
    found = [deepcopy(each) for each in of.xpath(path)]
    for stretch in (inner for each in found for inner in each.xpath(".//*[@class='stretch']")):
        stretch.drop_tree()
    return [" ".join(each.text_content().split()) for each in found]


def test_headline_is_the_only_title_and_the_tally_stands_under_it() -> None:
    assert words("//h1") == ["Rockfall closes Halsen rail tunnel, 214 passengers stranded"]
    assert words("//h1/following::p[1]") == ["7 outlets, 4 reports, 3 informants"]


@pytest.mark.parametrize("name", HEADINGS)
def test_every_block_has_its_heading_and_its_place(name: str) -> None:
    heading = next(h for n, h in HEADINGS.items() if n == name)
    place = PAGE.get_element_by_id(name.replace("_", "-"))
    assert heading.title in " ".join(words(".//h2 | .//h3", place))


@pytest.mark.parametrize("name", [name for name in HEADINGS if name != "sources"])
def test_block_with_nothing_to_say_says_so(name: str) -> None:
    heading = next(h for n, h in HEADINGS.items() if n == name)
    assert heading.empty in words("//p[@class='nothing']", EMPTY)


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(each.tag[1]) for each in PAGE.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_sentence_of_the_summary_opens_the_stretch_with_its_surroundings() -> None:
    for item, text in zip(
        PAGE.xpath("//section[@id='summary']//li"), sample().summary, strict=True
    ):
        assert words(".//p[@class='told']", item) == [text.text]
        assert len(item.xpath(".//details")) == len(text.citations)
        assert words(".//details//mark", item) == [each.words for each in text.citations]
        for around in words(".//details//blockquote", item):
            assert text.text in around or "Boulders" in around or "1.18" in around


def test_stretch_says_outlet_time_place_and_leads_to_the_page() -> None:
    where = PAGE.xpath("//section[@id='summary']//p[@class='where']")[0]
    assert words(".", where) == [
        "Norda, 3 March 2026, 08:00 UTC · body, characters 0–79 · open the page"
    ]
    assert where.xpath(".//a/@href")[0].startswith("https://norda.example/")


def test_words_changed_inside_quotation_marks_are_marked() -> None:
    assert words("//mark[@class='changed']") == ["until each", "tested,”"]
    assert "“before every” / “until each”" in words("//p[@class='differs']")[0]


def test_differing_translations_are_shown_but_never_marked_as_changed() -> None:
    wording = PAGE.xpath("//div[contains(@class, 'translations-differ')]")[0]
    assert not wording.xpath(".//mark[@class='changed']")
    assert "translations differ" in words(".", wording)[0]


def test_claim_shows_label_informants_positions_and_reasons() -> None:
    claims = PAGE.xpath("//section[@id='claims']//article")
    claim = next(each for each in claims if "2 copies" in words(".", each)[0])
    shown = words(".", claim)[0]
    for part in (
        "one report, 2 copies",
        "disputed",
        "214, as of 3 March 2026",
        "219",
        "known from Norwegian Railway Directorate",
        "does not support: a copy that dropped the attribution",
        "Why not corroborated",
        "Fjordavisa gives another number.",
        "strict 1, normal 1, loose 2",
    ):
        assert part in shown


def test_copies_stand_behind_the_report_they_copy() -> None:
    first = PAGE.xpath("//section[@id='claims']//article")[0]
    assert closed(".//div[@class='carried']/div", first) == [
        "2Norda copied by 14Harbour Post, inherited",
        "4Fjordavisa",
    ]


def test_dots_are_filled_for_reports_with_an_informant_of_their_own() -> None:
    dots = [
        (len(svg.xpath("./circle[not(@class)]")), len(svg.xpath("./circle[@class='hollow']")))
        for svg in PAGE.xpath("//section[@id='summary']//svg")
    ]
    assert dots == [(2, 0), (1, 2), (0, 1)]


def test_figures_stand_side_by_side_with_issuer_and_day() -> None:
    amounts = words("(//section[@id='figures']//article)[1]//div[@class='amount']")
    assert len(amounts) == 2
    assert "given by Norwegian Railway Directorate" in amounts[0]
    assert "as of 3 March 2026" in amounts[0]
    assert "also in Pelican Daily" in amounts[0]


def test_names_are_grouped_by_form_with_their_outlets() -> None:
    forms = words("//section[@id='names']//li")
    assert any("director Sigrun Haldorsen" in f and "Norda × 3" in f for f in forms)


def test_left_out_cells_lead_to_the_note_with_the_words() -> None:
    for link in PAGE.xpath("//table//td//a/@href"):
        note = PAGE.get_element_by_id(link.removeprefix("#"))
        assert words(".//mark", note)
    assert words("//table/thead//th") == [
        "Claim",
        "Norda",
        "Fjordavisa",
        "Eastern Lantern",
        "Coastline Wire",
    ]
    assert [row.count("carries") for row in words("//table/tbody/tr")] == [2, 1, 1]


def of_many_reports() -> Any:
    """Return the page of the sample with its first omission laid against twenty reports more."""
    full = sample()
    first = full.left_out[0]
    silent = next(each for each in first.cells if each.state == "not found")
    more = tuple(replace(silent, report=LineageId(f"more-{n}")) for n in range(20))
    wide = replace(full, left_out=(replace(first, cells=(*first.cells, *more)),))
    return html.fromstring(write_html(wide), parser=html.HTMLParser(encoding="utf-8"))


def test_more_reports_than_a_table_can_show_are_listed_by_what_they_do() -> None:
    page = of_many_reports()
    lines = words("//section[@id='left-out']//li", page)
    assert not page.xpath("//table")
    assert [line.split(":")[0].split(" ", 1)[1] for line in lines] == [
        "carries",
        "not found",
        "not comparable, cut off",
    ]
    assert "Eastern Lantern × 21" in lines[1]


def test_a_block_of_many_statements_folds_all_but_twelve_and_says_how_many() -> None:
    full = sample()
    page: Any = html.fromstring(write_html(replace(full, statements=full.statements[:1] * 20)))
    folded = page.xpath("//section[@id='statements']//details[@class='more']")
    outer = [each for each in folded if each.xpath("./article")]
    assert words("./summary", outer[0]) == ["8 more"]


def test_copies_stand_in_the_list_of_their_report() -> None:
    reports = PAGE.xpath("//ol[contains(@class, 'reports')]/li")
    assert words(".//ol//p[@class='outlet']", reports[0]) == [
        "Harbour Post reprint 98% alike",
        "Pelican Daily excerpt 100% alike",
        "Meridian Times reworded copy 22% alike",
    ]
    assert "the report itself is not in this story" in words(".", reports[3])[0]


def test_lineage_is_drawn_with_a_dot_for_each_dated_article() -> None:
    circles = PAGE.xpath("//figure[@class='drawing']//circle")
    assert len(circles) == sum(each.published is not None for each in sample().sources)
    assert all(0 < float(each.get("cx").rstrip("%")) < 100 for each in circles)
    assert len(PAGE.xpath("//figure[@class='drawing']//circle[@class='hollow']")) == 3


def test_related_stories_and_changes_are_listed() -> None:
    assert PAGE.xpath("//ul[contains(@class, 'related')]//a/@href") == [
        "77aa77aa77aa77aa77aa77aa77aa77aa.html"
    ]
    assert "passengers stranded 214 → 219" in words("//section[@id='revision']//li")


def test_every_citation_has_its_note() -> None:
    cited = Numbers(sample()).cited
    notes = PAGE.xpath("//section[@class='notes']//li")
    assert [each.get("id") for each in notes] == [f"note-{at}" for at in range(1, len(cited) + 1)]
    for note, cite in zip(notes, cited, strict=True):
        assert words(".//mark", note)[0][:20] == " ".join(cite.words.split())[:20]


def test_page_holds_no_script_and_no_foreign_address() -> None:
    assert not PAGE.xpath("//script | //img | //link | //iframe | //object | //form")
    assert not [name for each in PAGE.iter() for name in each.attrib if str(name).startswith("on")]
    assert not re.search(r"url\(|@import", SOURCE)
    assert all(
        link.startswith(("https://", "#")) or re.fullmatch(r"[0-9a-f]{32}\.html", link)
        for link in PAGE.xpath("//@href")
    )


def test_policy_lets_nothing_be_fetched_or_run() -> None:
    policy = PAGE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_words_of_sources_stay_words() -> None:
    assert '<script>alert("x")</script>' in words("//ol[contains(@class, 'copies')]")[-1]
    assert not PAGE.xpath("//b[text()='Haldorsen']")


def test_foreign_and_unknown_languages_are_marked() -> None:
    assert PAGE.get("lang") == "en"
    assert EMPTY.xpath("//h1")[0].get("lang") is None


def test_landmarks_and_skip_link_are_there() -> None:
    for landmark in ("main", "nav", "header", "footer"):
        assert PAGE.xpath(f"//{landmark}")
    skip = PAGE.xpath("//a[@class='skip']/@href")[0]
    assert PAGE.get_element_by_id(skip.removeprefix("#")).tag == "main"


def test_ids_are_given_once() -> None:
    ids = PAGE.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 7 * 191 }}",
        "{% raw %}",
        "</style><script>x</script>",
        '" onmouseover="x',
        "\x00a",
        "--><b>",
    ],
)
def test_no_words_can_leave_their_place(hostile: str) -> None:
    dossier = sample()
    outlet = replace(dossier.sources[0].outlet, name=hostile, owner=hostile)
    source = replace(dossier.sources[0], outlet=outlet, headline=hostile, why=(hostile,))
    claim = replace(dossier.claims[0], reasons=(hostile,), speaker=hostile)
    changed = replace(
        dossier,
        headline=replace(dossier.headline, text=hostile),
        sources=(source, *dossier.sources[1:]),
        claims=(claim,),
        changes=(hostile,),
    )
    page: Any = html.fromstring(write_html(changed), parser=html.HTMLParser(encoding="utf-8"))
    read = " ".join(hostile.replace("\x00", "").split())
    assert read == words("//h1", page)[0]
    assert "1337" not in page.text_content()
    assert not page.xpath("//script | //b[not(parent::span)] | //@onmouseover")


def test_no_paragraph_is_broken_by_what_may_not_stand_in_it() -> None:
    assert [each for each in PAGE.xpath("//p") if not each.text_content().strip()] == []


def test_what_has_no_entry_stands_in_one_block_at_the_end_and_not_in_the_list_of_blocks() -> None:
    assert words("//section[contains(@class, 'block')]/header/h2", EMPTY) == [
        "Sources",
        "Nothing to show",
    ]
    assert words("//nav//a", EMPTY) == ["Sources"]
    assert not words("//p[@class='nothing']")


def test_one_report_alone_says_under_its_headline_what_it_can_show() -> None:
    assert "One report alone" in words("//header[@class='head']", EMPTY)[0]
    assert "One report alone" not in words("//header[@class='head']")[0]
