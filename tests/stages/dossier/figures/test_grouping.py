"""Figures of a story that grew stand in the groups of the whole story."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.figures.grouping import Grouping
from twosource.stages.dossier.figures.quantities import quantities

OUTLETS = ("herald", "post", "gazette", "ledger")
COUNTS = ("14 people", "16 people", "40 houses", "about 40 houses", "900 tonnes")
reports = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.sampled_from(COUNTS), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)


def report(outlet: str, count: str, after: int) -> Told:
    told = Told(outlet, f"The flood in Stord reached {count} on Monday.", after=after)
    value, thing = count.removeprefix("about ").split()
    return told.figure(count, float(value), of=thing, approximate=count.startswith("about"))


@settings(max_examples=40)
@given(reports)
def test_what_is_grouped_is_the_same_whatever_was_grouped_before(
    given: list[tuple[str, str, int]],
) -> None:
    growing = Grouping()
    for size in range(1, len(given) + 1):
        found = quantities(material(*(report(*each) for each in given[:size])))
        assert growing(found) == Grouping()(found)


def test_figures_told_behind_all_others_join_groups_of_the_last_revision() -> None:
    growing, first = Grouping(), [report("herald", "40 houses", 0)]
    growing(quantities(material(*first)))
    found = quantities(material(*first, report("post", "about 40 houses", 1)))
    assert [len(group) for group in growing(found)] == [2]


def toll(outlet: str, text: str, words: str, after: int) -> Told:
    return Told(outlet, text, after=after).figure(words, 3, unit="person", of="dead")


def test_three_who_bring_the_toll_to_eight_are_not_the_three_of_before() -> None:
    before = toll("herald", "Three miners were found dead in Hafen.", "Three miners", 0)
    later = toll("post", "Three were found dead in Hafen, taking the toll to eight.", "Three", 48)
    found = quantities(material(before, later))
    assert [len(group) for group in Grouping()(found)] == [1, 1]


def test_all_who_were_brought_ashore_add_to_no_count_that_is_told_beside() -> None:
    head = toll("herald", "All 3 ashore from the ferry at Hafen.", "All 3", 0)
    rest = "brought ashore and the number of injured has risen to eight."
    body = toll("post", f"All 3 people on the ferry at Hafen have been {rest}", "All 3 people", 2)
    found = quantities(material(head, body))
    assert "more" not in {word for each in found for word in each.which}
