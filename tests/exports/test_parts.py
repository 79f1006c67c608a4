"""Hold the small parts that the exports share: dots, dates, addresses, changed words, numbers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.sample import sample
from tests.exports.sample_cited import ONE_BODY, TWO, UNSTATED, label
from twosource.exports.changed_words import marked
from twosource.exports.citations import Numbers, citations_in
from twosource.exports.dates import day_in_words, day_of, time_of
from twosource.exports.hostile import TURNING, shown, web_address
from twosource.exports.lineage_drawn import drawn
from twosource.exports.marks import dots
from twosource.exports.phrases import listed, quoted
from twosource.exports.reading import Reading
from twosource.model.cited import Label


@pytest.mark.parametrize(
    ("of", "row"),
    [
        (TWO, "●●"),
        (ONE_BODY, "●○○"),
        (UNSTATED, "○○"),
        (label("one report", 1, 1, ""), "●"),
        (label("one report", 0, 0, ""), ""),
        (label("corroborated", 11, 11, ""), "●●●●●●●● +3"),
        (label("one informant", 3, 2, ""), "●○○"),
    ],
)
def test_dots_count_reports_and_fill_those_with_an_informant_of_their_own(
    of: Label, row: str
) -> None:
    assert str(dots(of)) == row


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2026-03-03", "3 March 2026"),
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        ("2026-W10", "week 10 of 2026"),
        ("2026-13-40", "2026-13-40"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("", ""),
    ],
)
def test_days_are_told_in_words_and_all_else_as_it_is(iso: str, told: str) -> None:
    assert day_in_words(iso) == told


def test_missing_times_are_called_undated() -> None:
    assert (day_of(None), time_of(None)) == ("undated", "undated")
    assert time_of(datetime(2026, 3, 3, 9, 5, tzinfo=UTC)) == "3 March 2026, 09:05 UTC"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x?y=1&z=2#t", "https://a.example/x?y=1&z=2#t"),
        (" http://a.example/ ", "http://a.example/"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example/(a b)", "https://a.example/%28a%20b%29"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https:", None),
        ("//a.example/x", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_only_web_addresses_may_be_linked(url: str, linked: str | None) -> None:
    assert web_address(url) == linked


@given(st.text())
def test_shown_words_are_one_line_without_turning_or_control_characters(words: str) -> None:
    kept = shown(words)
    assert kept == " ".join(kept.split())
    assert not TURNING & set(kept)
    assert not [each for each in kept if each < " " or "\x7f" <= each < "\xa0"]
    assert shown(kept) == kept


@given(st.text(), st.text())
def test_pieces_of_a_wording_are_its_words_whatever_changed(full: str, other: str) -> None:
    assert "".join(piece.words for piece in marked(full, other)) == other


@pytest.mark.parametrize(
    ("full", "other", "changed"),
    [
        ("“We will not yield”", "“We will not yield”", []),
        ("“We will not yield”", "“We shall not yield”", ["shall"]),
        ("“We will not yield today”", "“We will not yield”", []),
        ("“We will not yield”", "“We will never, ever yield”", ["never, ever"]),
        ("“We will yield,” she said", "“We will yield,” he added on Friday", []),
        ("We will not yield", "We shall not Yield!", ["shall"]),
        ("", "new words", ["new words"]),
    ],
)
def test_only_words_inside_quotation_marks_count_as_changed(
    full: str, other: str, changed: list[str]
) -> None:
    assert [piece.words for piece in marked(full, other) if piece.changed] == changed


def test_stretch_cited_twice_has_one_number() -> None:
    dossier = sample()
    numbers = Numbers(dossier)
    found = list(citations_in(dossier))
    assert len(numbers.cited) < len(found)
    assert [numbers.of(each) for each in numbers.cited] == list(range(1, len(numbers.cited) + 1))
    assert numbers.of(dossier.headline.citations[0]) == 1


def test_articles_of_one_minute_are_not_drawn() -> None:
    report = Reading(sample()).reports[1]
    assert drawn((report, report)).strips == ()


def test_drawing_of_undated_articles_has_no_strip() -> None:
    report = Reading(sample()).reports[3]
    assert drawn((report,)).strips == ()


def test_names_are_listed_as_one_says_them() -> None:
    assert listed(()) == ""
    assert listed(("A", "B", "C")) == "A, B and C"
    assert quoted("“a”") == "“a”"
    assert quoted("a") == "“a”"
    assert quoted("") == "“”"
