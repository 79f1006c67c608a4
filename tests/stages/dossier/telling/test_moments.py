"""Exact minutes are read in digits and in words, full and quarter hours left aside."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.failures import minutes_in


@pytest.mark.parametrize(
    "words",
    [
        "at 3:20 a.m.",
        "It was 3:20 on the ward clock",
        "at twenty past three",
        "at 15:20 local time",
    ],
)
def test_one_minute_is_one_however_it_is_written(words: str) -> None:
    assert minutes_in(words) == {200}


@pytest.mark.parametrize(
    "words", ["at 3:00 a.m.", "at half past three", "won 3:20 on penalties", "at three", "1:4.5"]
)
def test_round_hours_and_scores_are_no_minutes(words: str) -> None:
    assert not minutes_in(words)
