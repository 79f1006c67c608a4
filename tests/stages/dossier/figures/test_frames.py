"""Two figures told of other years, places or parts are both right; one that moved is replaced."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.figures.frames import Frame, clause_round, frame_of, frames_differ
from twosource.stages.dossier.figures.in_sentence import is_early, is_late


def frame(clause: str, told: str = "", when: str | None = None) -> Frame:
    return frame_of(clause, told, when)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sold 40 boats in the first quarter", "sold 160 boats in the whole of last year"),
        ("prices rose 1 per cent from the month before", "rose 3 per cent from a year earlier"),
        ("9 have drowned since January", "80 have drowned since 2019"),
        ("Before the sale the town held half", "After the sale the town will hold a tenth"),
        ("in the town of Lenz 30 roofs went", "across the region 900 roofs went"),
        ("the works earned 4 million crowns before tax", "the works earned 3 million crowns"),
        ("the pier was to cost 2 million", "the pier has cost 5 million"),
        (
            "two Danish guards were killed and five hurt",
            "one Polish guard died and three were hurt",
        ),
        ("the deadliest storm since 2008, when 23 people died", "a storm in 2026 killed 31 people"),
    ],
)
def test_figures_of_two_frames_differ_in_scope(one: str, other: str) -> None:
    assert frames_differ(frame(one), frame(other))


def test_a_month_and_a_whole_year_differ_in_scope() -> None:
    month = frame("exported goods worth 30 million in February", when="2026-02")
    assert frames_differ(month, frame("exported goods worth 210 million in the whole year"))


def test_a_frame_that_only_one_text_tells_parts_nothing() -> None:
    assert not frames_differ(frame("9 have drowned since January"), frame("9 have drowned"))


def test_a_word_that_cuts_the_count_down_tells_of_a_part() -> None:
    assert frames_differ(frame("", "85 domestic flights"), frame("", "140 flights"))


def test_some_of_one_country_are_a_part_of_all() -> None:
    assert frames_differ(frame("", "1,100 Danish travellers"), frame("", "12,000 travellers"))
    assert not frames_differ(frame("two Danes died and 5 were hurt"), frame("5 were hurt"))


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("31 people died in the worst storm since 2008", "31 people died"),
        ("31 people died, the most since 2008, when 23 were lost", "31 people died"),
        ("31 people died in the 1960 tower", "31 people died"),
        ("31 people were hurt in a crowd of 2000", "31 people hurt"),
        ("half of the 2000 residents fled", "2000 residents"),
        ("a crowd of 1950 marched", "1950 marched"),
    ],
)
def test_a_year_or_crowd_beside_a_figure_of_today_is_not_its_year(clause: str, told: str) -> None:
    assert frame(clause, told).when == ""


def test_what_a_disaster_of_a_year_did_is_of_that_year() -> None:
    assert frame("the 2008 flood killed 23 people", "23 people").when == "2008"
    assert frame("The flood of 2008, which killed 23", "23").when == "2008"


@pytest.mark.parametrize(
    "when", ["in 2026 {} said", "on March 3 {} said", "On 3 March 2026 {} officials said"]
)
def test_a_date_before_a_country_counts_nobody(when: str) -> None:
    for one, other in (("Russia", "Ukraine"), ("Russian aides", "Ukrainian aides")):
        told = (f"{when.format(who)} 31 people died" for who in (one, other))
        assert not frames_differ(*map(frame, told))


def test_two_days_are_no_two_periods() -> None:
    assert not frames_differ(frame("", when="2026-03-03"), frame("", when="2026-03-04"))
    assert frames_differ(frame("", when="2026-03"), frame("", when="2026-04"))
    assert frames_differ(frame("", when="2025"), frame("", when="2026-04-02"))


def test_a_clause_ends_where_a_comparison_begins() -> None:
    text = "Output rose to 9 tonnes, up from 4 tonnes a year earlier"
    start = text.index("9 tonnes")
    assert clause_round(text, start, start + 8) == (0, text.index(", up from") + 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police had arrested 25 people so far.",
        "30 people had been lifted off by ten o'clock.",
        "With a third of the votes counted, the list had 38 per cent.",
    ],
)
def test_a_number_of_an_early_hour_says_so(sentence: str) -> None:
    assert is_early(sentence)
    assert not is_late(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll has risen to 16.",
        "The office revised growth to 2 per cent.",
        "Six miners were still trapped.",
        "140 schools will close, not 410.",
    ],
)
def test_a_number_that_replaces_another_says_so(sentence: str) -> None:
    assert is_late(sentence)


def test_a_plain_number_neither_moves_nor_replaces() -> None:
    sentence = "The bridge cost 4 million crowns."
    assert not is_early(sentence)
    assert not is_late(sentence)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("seasonally adjusted, 2.6 million were out of work", "2.9 million were out of work"),
        ("wages rose by 1 per cent in real terms", "wages rose by 5 per cent"),
        ("the wind averaged 95 km/h", "the wind reached 140 km/h in gusts"),
        ("flu killed 310 people over 65", "flu killed 420 people"),
        ("140 new cases were reported", "6,200 cases were reported"),
        ("it sold 14,000 machines abroad", "it sold 31,000 machines at home and abroad"),
        ("last winter avalanches killed 97", "214 have died in avalanches this winter"),
        ("under the old rules 1,900 received help", "under the new rules 4,200 will"),
        ("18,000 tickets in the first week", "74,000 tickets over the whole festival"),
        ("a loss in the second quarter", "the loss for the half-year"),
        ("5 million have had a first dose", "3 million are fully vaccinated"),
    ],
)
def test_numbers_on_two_footings_are_of_two_frames(one: str, other: str) -> None:
    assert frames_differ(frame(one), frame(other))
