"""Who has turned up is no longer missing."""

from __future__ import annotations

import pytest

from twosource.stages.annotate.figures.fates import without_found


@pytest.mark.parametrize(
    "words",
    [
        "The two shepherds reported missing on Monday had been found unharmed",
        "A boy missing since Friday was later rescued",
        "Three missing divers turned up in a bar",
        "Missing climbers found alive",
    ],
)
def test_missing_is_read_over_where_they_have_turned_up(words: str) -> None:
    read = without_found(words)
    assert "missing" not in read.lower()
    assert len(read) == len(words)


@pytest.mark.parametrize(
    "words",
    [
        "Two people are missing after the boat was found adrift",
        "Five are missing, and three bodies were found",
        "Four who are missing are thought to be under the snow",
    ],
)
def test_missing_stands_where_something_else_is_found(words: str) -> None:
    assert without_found(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "The three missing have not been found",
        "The three missing haven't been found",
        "Two missing hikers were not found",
        "Three missing fishermen have still not been located",
        "Four missing climbers were never found alive",
        "None of the three missing was found",
        "No missing child has been found",
        "Hopes that the twelve missing would be found alive are fading",
    ],
)
def test_missing_stands_where_nobody_was_found(words: str) -> None:
    assert without_found(words) == words
