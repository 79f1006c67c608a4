"""Figures told of two sorts of one thing are of two scopes."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.figures.aspects import contrasted, sorts_told, told_of_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("", " of boys cannot read"), ("", " of girls cannot read")),
        (("its gross debt is ", ""), ("its net debt is ", "")),
        (("In Asia sales rose ", ""), ("In Europe sales rose ", "")),
        (("Rain brought ", " in an hour"), ("", " of rain fell in two days")),
        (("the ferry carries ", " a year"), ("the ferry carries ", " a day")),
        (("this season she scored ", ""), ("in her career she scored ", "")),
    ],
)
def test_two_sorts_of_one_row_are_contrasted(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert contrasted(sorts_told(*one), sorts_told(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("", " of boys and girls read"), ("", " of girls read")),
        (("In May sales rose ", ""), ("In June sales rose ", "")),
        (("the mill turned out ", " tonnes"), ("the mill shipped ", " tonnes")),
    ],
)
def test_what_shares_a_sort_or_tells_none_is_not_contrasted(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert not contrasted(sorts_told(*one), sorts_told(*other))


def test_a_sort_told_of_one_figure_alone_is_seen_but_no_place_is() -> None:
    assert told_of_one(sorts_told("on average a flat costs ", ""), sorts_told("a flat costs ", ""))
    assert not told_of_one(sorts_told("in Oslo a flat costs ", ""), sorts_told("a flat costs ", ""))


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("The Greens won ", "Labour took about ", True),
        ("The Greens won ", "and Labour ", True),
        ("The Greens won ", "the Green Party has won ", False),
        ("Holm won ", "She got ", False),
        ("Holm won ", "On Sunday ", False),
        ("Holm won ", "About ", False),
    ],
)
def test_shares_that_two_have_won_are_contrasted(one: str, other: str, parted: bool) -> None:
    vote = " of the vote"
    assert parted is contrasted(
        sorts_told(one, vote, "percent"), sorts_told(other, vote, "percent")
    )
