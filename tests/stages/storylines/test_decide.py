"""The stories of a matter stand in the order of time, and a doubtful tie joins no two matters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.model.identity import StoryId
from twosource.model.storyline import StoryProfile, StoryTie, TieKind
from twosource.stages import storylines
from twosource.stages.storylines.decide import MOST_LISTED


def story(name: str, first: str, last: str = "") -> StoryProfile:
    return StoryProfile(
        story=StoryId(name), headline=name, first=first, last=last or first, names=(), words=()
    )


def tie(earlier: str, later: str, score: float = 0.9, kind: TieKind = "before") -> StoryTie:
    return StoryTie(
        earlier=StoryId(earlier), later=StoryId(later), kind=kind, score=score, names=(), words=()
    )


WARNING = story("warning", "2026-01-02")
LANDFALL = story("landfall", "2026-01-05", "2026-01-20")
RESCUE = story("rescue", "2026-01-09")
INQUIRY = story("inquiry", "2026-02-20")
BESIDE = story("beside", "2026-01-05")
UNDATED = story("undated", "")
TIES = (
    tie("warning", "landfall"),
    tie("landfall", "rescue", kind="part of"),
    tie("landfall", "inquiry"),
    tie("beside", "landfall"),
    tie("landfall", "undated"),
)
ALL = {each.story: each for each in (WARNING, LANDFALL, RESCUE, INQUIRY, BESIDE, UNDATED)}


def test_the_other_stories_stand_in_time_each_with_how_it_lies_to_this_one() -> None:
    listed = storylines.over_time(LANDFALL, TIES, ALL)
    assert [(each.headline, each.order) for each in listed] == [
        ("warning", "before"),
        ("beside", "the same day"),
        ("rescue", "part of this story"),
        ("inquiry", "after"),
        ("undated", None),
    ]


def test_a_story_that_ran_on_says_until_when() -> None:
    [whole] = storylines.over_time(RESCUE, TIES[1:2], ALL)
    [warning] = storylines.over_time(LANDFALL, TIES[:1], ALL)
    assert (whole.when, whole.until) == ("2026-01-05", "2026-01-20")
    assert warning.until == ""


def test_a_part_says_of_its_whole_that_it_is_part_of_it() -> None:
    (whole,) = storylines.over_time(RESCUE, TIES[1:2], ALL)
    assert whole.order == "this story is part of it"


def test_of_many_stories_the_nearest_in_time_are_listed() -> None:
    days = [story(f"day {n:02}", f"2026-03-{n:02}") for n in range(1, 29)]
    own = story("own", "2026-03-28")
    listed = storylines.over_time(
        own, [tie(each.story, "own") for each in days], {each.story: each for each in days}
    )
    assert len(listed) == MOST_LISTED
    assert listed[0].when == "2026-03-17"


def test_sure_ties_lead_on_to_the_whole_matter() -> None:
    ties = [tie("a", "b"), tie("b", "c"), tie("c", "d")]
    assert storylines.walk(StoryId("a"), ties) == {"a", "b", "c", "d"}


def test_a_doubtful_tie_of_its_own_counts_and_leads_no_further() -> None:
    ties = [tie("a", "b", score=0.55), tie("b", "c")]
    assert storylines.walk(StoryId("a"), ties) == {"a", "b"}
    assert storylines.walk(StoryId("b"), ties) == {"a", "b", "c"}


names = st.sampled_from("abcdefgh")
scores = st.floats(0, 1).map(lambda score: round(score, 6))


@given(st.lists(st.tuples(names, names, scores).filter(lambda t: t[0] < t[1])), names)
def test_whom_a_story_leads_to_leads_back_to_it(
    found: list[tuple[str, str, float]], start: str
) -> None:
    ties = [tie(*each) for each in found]
    for other in storylines.walk(StoryId(start), ties):
        assert start in storylines.walk(other, ties)
