"""Two stories are tied when they are of one running matter, and not when they are only like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.storylines.strike import (
    DEAL,
    NEXT_YEAR,
    OTHER_STRIKE,
    SAME_PEOPLE,
    SHORTAGE,
    WALKOUT,
    known,
    moment,
    told,
)
from twosource.errors import InvalidValueError
from twosource.model.acquired import Article
from twosource.model.identity import StoryId
from twosource.model.storyline import StoryProfile, StoryTie
from twosource.settings import StorylineSettings
from twosource.stages import storylines
from twosource.stages.storylines.compare import LEAST_SCORE, probability

SETTINGS = StorylineSettings()


def tied(one: StoryProfile, other: StoryProfile) -> StoryTie | None:
    return storylines.tie(one, other, SETTINGS)


@pytest.mark.parametrize("later", [SHORTAGE, DEAL])
def test_the_stories_of_a_strike_are_tied_to_its_first_day(later: Article) -> None:
    found = tied(known("walkout", WALKOUT), known("later", later))
    assert found is not None
    assert (found.earlier, found.later, found.kind) == ("walkout", "later", "before")


def test_a_tie_says_which_names_and_words_both_have_as_they_are_written() -> None:
    found = tied(known("walkout", WALKOUT), known("shortage", SHORTAGE))
    assert found is not None
    assert {"Larsmo", "Hella Mork"} <= set(found.names)
    assert {"bakers", "shifts"} <= set(found.words)


FERRY = told(
    "Ferry to New Brigg runs aground",
    "The ferry to New Brigg ran aground on Monday, said Nora Hald of the Brigg Harbour Trust. "
    "Hald called the sandbank an old friend, and New Brigg sent tea.",
    0,
)
INQUIRY = told(
    "Inquiry into grounded ferry of New Brigg",
    "An inquiry into the ferry that ran aground on a sandbank off New Brigg heard Nora Hald. "
    "Hald said that the Brigg Harbour Museum had warned of the sandbank.",
    12,
)


def test_names_that_tie_are_whole_and_a_person_is_named_in_full() -> None:
    found = tied(known("ferry", FERRY), known("inquiry", INQUIRY))
    assert found is not None
    assert {"New Brigg", "Nora Hald"} <= set(found.names)


def test_who_has_the_name_of_a_place_known_too_well_is_known_by_it() -> None:
    mayor = told("Mayor opens pier", "The mayor, Ada Washington, opened a pier at Brigg.", 0)
    place = told("Pier opens", "A pier opened at Brigg, they heard in Washington.", 0)
    assert "washington" in {trait.term for trait in known("mayor", mayor).names}
    assert "washington" not in {trait.term for trait in known("place", place).names}


def test_a_title_is_no_name_that_ties() -> None:
    ferry = known("ferry", replace(FERRY, text=f"{FERRY.text} The Senator called."))
    inquiry = known("inquiry", replace(INQUIRY, text=f"{INQUIRY.text} The Senator came."))
    found = tied(ferry, inquiry)
    assert ("senator", "") in {(trait.term, trait.shown) for trait in ferry.names}
    assert found is not None
    assert "Nora Hald" in found.names
    assert "Senator" not in found.names


def test_of_two_names_that_share_words_a_tie_tells_those_alone() -> None:
    found = tied(known("ferry", FERRY), known("inquiry", INQUIRY))
    assert found is not None
    assert "Brigg Harbour" in found.names
    assert not any("Trust" in name or "Museum" in name for name in found.names)


def test_what_two_names_share_is_told_without_the_small_words_beside_it() -> None:
    one, other = (
        known(story, replace(FERRY, text=f"{FERRY.text} The {body} has closed, the {body} said."))
        for story, body in (("one", "University of Tirsk"), ("other", "Port of Tirsk"))
    )
    found = storylines.tie(one, other, SETTINGS, "related")
    assert found is not None
    assert "Tirsk" in found.names


def test_a_tie_is_the_same_whichever_of_the_two_is_asked_about() -> None:
    one, other = known("walkout", WALKOUT), known("deal", DEAL)
    assert tied(one, other) == tied(other, one)


def test_the_same_kind_of_matter_elsewhere_is_another_matter() -> None:
    assert tied(known("walkout", WALKOUT), known("other", OTHER_STRIKE)) is None


def test_the_same_people_in_another_matter_are_not_tied() -> None:
    assert tied(known("shortage", SHORTAGE), known("museum", SAME_PEOPLE)) is None


def test_what_comes_round_after_a_year_is_not_the_same_matter() -> None:
    assert tied(known("walkout", WALKOUT), known("next", NEXT_YEAR)) is None


def test_the_horizon_counts_from_the_end_of_the_earlier_story() -> None:
    late = replace(SHORTAGE, published=moment(150))
    ends = known("walkout", WALKOUT, replace(WALKOUT, published=moment(60)))
    assert tied(known("walkout", WALKOUT), known("late", late)) is None
    assert tied(ends, known("late", late)) is not None


def test_a_story_without_a_day_is_tied_to_none() -> None:
    undated = replace(SHORTAGE, published=None)
    assert tied(known("walkout", WALKOUT), known("undated", undated)) is None


def test_the_same_report_of_the_same_kind_of_event_again_is_not_a_running_matter() -> None:
    def quake(place: str, day: float) -> Article:
        text = (
            f"An earthquake of magnitude five shook the seabed off {place}, Tarn Island, on "
            "Sunday. No damage was reported and no tsunami warning was issued, seismologists said."
        )
        return told("Quake off island", text, day)

    assert tied(known("one", quake("Brack", 0)), known("other", quake("Selmo", 20))) is None


def test_a_short_story_that_happened_while_a_long_one_ran_is_a_part_of_it() -> None:
    whole = known("strike", WALKOUT, SHORTAGE, DEAL)
    part = known("part", replace(SHORTAGE, published=moment(12)))
    found = tied(part, whole)
    assert found is not None
    assert (found.earlier, found.later, found.kind) == ("strike", "part", "part of")


def test_what_ends_after_a_story_is_no_part_of_it() -> None:
    first = known("first", WALKOUT, SHORTAGE)
    later = known("later", replace(SHORTAGE, published=moment(9)), DEAL)
    found = tied(first, later)
    assert found is not None
    assert found.kind == "before"


def test_a_verdict_ties_what_has_nothing_in_common_and_parts_what_has_all() -> None:
    strike, elsewhere = known("walkout", WALKOUT), known("tea", told("Tea", "Tea is dear.", 300))
    judged = storylines.tie(strike, elsewhere, SETTINGS, "related")
    assert judged is not None
    assert (judged.score, judged.verdict) == (1.0, "related")
    assert storylines.tie(strike, known("deal", DEAL), SETTINGS, "unrelated") is None


def test_a_story_of_two_hundred_reports_is_known_by_its_first_and_last() -> None:
    middle = told("Walk", "The penguins of Zanzibar walked on.", 5)
    long = known("long", *[WALKOUT] * 6, *[middle] * 188, *[DEAL] * 6)
    assert "zanzibar" not in {trait.term for trait in long.names}
    assert "larsmo" in {trait.term for trait in long.names}


def test_stories_of_one_matter_share_the_keys_by_which_they_find_each_other() -> None:
    one, other = storylines.block(known("a", WALKOUT)), storylines.block(known("b", DEAL))
    assert sum(one[key] * other[key] for key in one.keys() & other.keys()) > storylines.LEAST_NAMES


@given(st.floats(0, storylines.LEAST_NAMES), st.floats(0, 1))
def test_below_what_is_looked_for_no_words_make_a_tie(names: float, words: float) -> None:
    assert probability(names, words) < LEAST_SCORE


SMOKE = told(
    "Where the smoke goes",
    "The smoke of the ovens of Larsmo drifts over Zanzibar and Perdita, where Nora Hald keeps her "
    "windows shut. Rain will fall on the hills tonight and wash the soot from village roofs.",
    0,
)


def test_a_lone_article_is_tied_to_a_story_of_its_days_that_it_shares_too_few_words_with() -> None:
    story, angle = known("walkout", WALKOUT, WALKOUT), known("smoke", SMOKE)
    assert storylines.tie(known("walkout", WALKOUT), angle, SETTINGS) is None
    found = storylines.tie(story, angle, SETTINGS)
    assert found is not None
    assert found.score == LEAST_SCORE  # too little for others to be tied by way of it


def test_names_alone_tie_no_lone_article_to_a_story_of_its_days() -> None:
    museum = known("museum", replace(SAME_PEOPLE, published=moment(1)))
    assert tied(known("walkout", WALKOUT, WALKOUT), museum) is None


def test_no_story_is_tied_to_itself() -> None:
    same = known("walkout", WALKOUT)
    assert tied(same, same) is None
    with pytest.raises(InvalidValueError, match="later"):
        StoryTie(
            earlier=StoryId("a"), later=StoryId("a"), kind="before", score=1.0, names=(), words=()
        )


def told_of(one: StoryProfile, other: StoryProfile) -> tuple[str, ...]:
    return storylines.why(one, other, tied(one, other), SETTINGS)


def test_why_two_stories_are_of_two_matters_is_told_in_readable_lines() -> None:
    strike = known("walkout", WALKOUT)
    assert "no name in common" in told_of(strike, known("other", OTHER_STRIKE))
    assert "365 days apart, more than 120" in told_of(strike, known("next", NEXT_YEAR))
    undated = known("undated", replace(SHORTAGE, published=None))
    assert "one of them has no day" in told_of(strike, undated)
    museum = told_of(known("shortage", SHORTAGE), known("museum", SAME_PEOPLE))
    assert "no word in common: the same people may be in another matter" in museum


def test_why_two_stories_are_tied_names_what_both_have() -> None:
    names, words, apart = told_of(known("walkout", WALKOUT), known("deal", DEAL))
    assert names.startswith("both name ")
    assert words.startswith("both say ")
    assert apart == "24 days apart"
