"""A sentence that only says that nobody commented tells nothing of the story."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.stances import says_nothing, stance_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Tern Shipping did not respond to a request for comment.",
        "The harbour office declined to comment.",
        "Her lawyer could not be reached for comment.",
        "The port didn’t immediately return our calls.",
    ],
)
def test_who_did_not_comment_tells_nothing(sentence: str) -> None:
    assert says_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The crew did not return to the ship.",
        "Tern Shipping responded that its board would review the latest offer, and declined to "
        "comment further.",
        "The harbour will not close on Friday.",
    ],
)
def test_who_tells_a_thing_besides_is_heard(sentence: str) -> None:
    assert not says_nothing(sentence)


def test_a_fear_behind_what_is_done_leaves_it_as_sure_as_it_is() -> None:
    recall = "Velmo is recalling 58,400 jars in three countries over fears that they hold metal"
    assert stance_of(None, recall, recall) == "asserts"
    feared = "Fears grew on Tuesday that the jars hold metal"
    assert stance_of(None, feared, feared) == "supposes"


def test_what_there_are_reports_of_is_supposed_until_they_are_confirmed() -> None:
    asked = "an inquiry into reports that 30 million had been paid"
    assert stance_of(None, asked, asked) == "supposes"
    for who in ("The port confirmed", "The port confirmed the media", "The agency", "A union head"):
        told = f"{who} reports that 30 million had been paid"
        assert stance_of(None, told, told) == "asserts"
    claims = "The union claims that 30 workers were dismissed"
    assert stance_of(None, claims, claims) == "asserts"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The figure of 90 given by the growers is wrong.", "denies"),
        ("The claim that 90 barrels leaked was simply untrue, the mill said.", "denies"),
        ("Reports that 90 barrels had leaked were false.", "denies"),
        ("Media claims that 90 barrels leaked are baseless, the mill said.", "denies"),
        ("Reports that 90 barrels leaked are not false.", "supposes"),
        ("The mill's estimate of 90 is not wrong.", "asserts"),
        ("The estimate of 90 barrels is false for the winter.", "asserts"),
        ("The figure of 90 barrels was given by the mill.", "asserts"),
    ],
)
def test_a_figure_told_to_be_wrong_is_denied(sentence: str, stance: str) -> None:
    assert stance_of(None, sentence, sentence) == stance
