"""Live blogs whose entries show a clock alone: their day follows from the page's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.stages.extract.webpages import FIRST, SECOND, THIRD, page, read

EVENING = "<meta property='article:published_time' content='2026-03-03T20:30:00+01:00'>"


def times(*clocks: str, head: str = EVENING) -> list[str | None]:
    """Return when the entries that show these clocks were written, as the page has them."""
    boxes = "".join(
        f"<div class='item'><p>{clock}</p><p>{text}</p></div>"
        for clock, text in zip(clocks, (FIRST, SECOND, THIRD), strict=True)
    )
    article = read(page(f"<section>{boxes}</section>", head=head))
    assert article.kind == "live blog"
    return [each.at.strftime("%d %H:%M") if each.at else None for each in article.entries]


def test_clocks_stand_on_the_day_of_the_page_in_its_own_zone() -> None:
    assert times("20.45", "21.15", "23.59") == ["03 19:45", "03 20:15", "03 22:59"]


def test_clock_that_runs_back_has_passed_midnight() -> None:
    assert times("20.45", "23.10", "0.25") == ["03 19:45", "03 22:10", "03 23:25"]


def test_newest_entry_may_stand_first() -> None:
    assert times("0.25", "23.10", "20.45") == ["03 23:25", "03 22:10", "03 19:45"]


def test_zone_beside_a_clock_outranks_that_of_the_page() -> None:
    assert times("2:45 p.m. ET", "3:15 p.m. ET", "3:20 p.m. ET")[0] == "03 19:45"


@pytest.mark.parametrize(
    "head",
    ["", "<meta property='article:published_time' content='2026-03-05T20:30:00+01:00'>"],
    ids=["no day at all", "a day whose evening is still to come"],
)
def test_no_day_is_made_up(head: str) -> None:
    assert times("20.45", "21.15", "23.59", head=head) == [None, None, None]


def test_a_box_with_a_whole_date_keeps_it() -> None:
    boxes = "".join(
        f"<div class='item'><time datetime='2026-03-02T1{n}:00:00Z'>1{n}:00</time>"
        f"<p>{text}</p></div>"
        for n, text in enumerate((FIRST, SECOND, THIRD))
    )
    article = read(page(f"<section>{boxes}</section>", head=EVENING))
    assert article.entries[0].at == datetime(2026, 3, 2, 10, tzinfo=UTC)


BESIDE = {
    "side by side": "<div>{clock}</div><div>{text}</div>",
    "in two columns": "<div><div>{clock}</div></div><div><div>{text}</div></div>",
    "beside a headline": "<div><span>{clock}</span> <b>Ferry news</b><div>{text}</div></div>",
    "before the words": "<div>{clock} – {text}</div>",
    "in bold before the words": "<p><strong>{clock}</strong> {text}</p>",
    "over a headline": "<h3>{clock} Ferry news</h3><p>{text}</p><p>More follows here.</p>",
}


@pytest.mark.parametrize("entry", BESIDE.values(), ids=BESIDE)
def test_entries_without_boxes_are_parted_by_their_clocks(entry: str) -> None:
    told = zip(("15:20", "14:05", "13:31"), (FIRST, SECOND, THIRD), strict=True)
    body = "".join(entry.format(clock=clock, text=text) for clock, text in told)
    noon = "<meta property='article:published_time' content='2026-03-03T13:31:00Z'>"
    article = read(page(f"<div>{body}</div>", head=noon))
    assert article.kind == "live blog"
    shown = [each.at.strftime("%d %H:%M") for each in article.entries if each.at]
    assert shown == ["03 15:20", "03 14:05", "03 13:31"]


def test_words_that_end_every_entry_make_no_days() -> None:
    again = "The road office has a line for questions, open until ten in the evening."
    boxes = "".join(
        f"<div><div>{clock}</div><div>{text}</div><div>{again}</div></div>"
        for clock, text in zip(("23.59", "21.15", "20.45"), (FIRST, SECOND, THIRD), strict=True)
    )
    article = read(page(f"<div>{boxes}</div>", head=EVENING))
    assert [each.at.strftime("%d %H:%M") for each in article.entries if each.at] == [
        "03 22:59",
        "03 20:15",
        "03 19:45",
    ]


def test_a_chronology_in_a_report_is_no_live_blog() -> None:
    hours = "".join(
        f"<p>{clock} {text}</p>"
        for clock, text in zip(("13:31", "14:05", "15:20"), (FIRST, SECOND, THIRD), strict=True)
    )
    article = read(page(f"<div><p>{THIRD}</p>{hours}</div>", head=EVENING))
    assert (article.kind, article.entries) == ("article", ())


def test_the_clock_of_a_page_is_no_entry_before_its_chronology() -> None:
    hours = "".join(
        f"<p>{clock} {text}</p>"
        for clock, text in zip(("13:31", "14:05", "15:20"), (FIRST, SECOND, THIRD), strict=True)
    )
    article = read(page(f"<div><p>16.10</p><p>{THIRD}</p>{hours}</div>", head=EVENING))
    assert (article.kind, article.entries) == ("article", ())
