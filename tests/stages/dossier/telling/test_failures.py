"""That a part failed is read in whatever words it is told."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.failures import failed_parts


@pytest.mark.parametrize(
    "words",
    [
        "after losing power in its steering gear",
        "the rudder stopped answering",
        "the steering failed",
        "She lost her steering",
    ],
)
def test_a_lost_rudder_and_failed_steering_are_one_failure(words: str) -> None:
    assert failed_parts(words) == {"steering"}


@pytest.mark.parametrize(
    "words",
    ["The engines were new. Nothing stopped her.", "He lost his keys", "both engines ran smoothly"],
)
def test_a_part_that_is_only_named_has_not_failed(words: str) -> None:
    assert not failed_parts(words)
