"""Which sentences take back an earlier report, or call it wrong, and whose."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.notices.cues import OWN, Cue, cue_in, title_taken
from twosource.stages.dossier.notices.told import wrong_numbers


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("EDITORS: Please withdraw the story headlined “Ferry sinks”, sent at 0914 GMT.", OWN),
        ("Please disregard our story about the ferry.", OWN),
        ("Norda Press has retracted its article about the captain.", "Norda Press"),
        ("Meanwhile Norda Press withdrew its report.", "Norda Press"),
        ("Our report that 14 people died has been withdrawn.", OWN),
        ("The story “Ferry sinks off Stord” has been killed.", OWN),
    ],
)
def test_a_report_that_is_withdrawn_is_known_with_whose_it_is(words: str, whose: str) -> None:
    assert cue_in(words) == Cue(withdraws=True, whose=whose)


def test_who_is_called_by_its_kind_alone_is_told_so() -> None:
    cue = cue_in("The agency has withdrawn its report of Tuesday on the ferry.")
    assert cue == Cue(withdraws=True, whose=OWN, called="agency")


@pytest.mark.parametrize(
    ("words", "then", "whose"),
    [
        ("Our report of Thursday wrongly gave the toll as 14.", "", OWN),
        ("An earlier report by Norda Press wrongly said that 14 had died.", "", "Norda Press"),
        ("Norda Press had incorrectly put the number at 14.", "", "Norda Press"),
        ("On Monday we reported that 14 had died.", "That was wrong: it was 4.", OWN),
        ("Correction: Norda Press reported that 14 had died.", "Police say 4.", "Norda Press"),
        ("Correction: An earlier Norda report put the dead at 14.", "It was 4.", OWN),
    ],
)
def test_a_report_that_is_called_wrong_is_known_with_whose_it_is(
    words: str, then: str, whose: str
) -> None:
    assert cue_in(words, then) == Cue(withdraws=False, whose=whose)


@pytest.mark.parametrize(
    "words",
    [
        "The ministry has withdrawn its report on nitrates in drinking water.",
        "The minister wrongly said that 14 people had died.",
        "An earlier version of this article said that 14 people had died.",
        "“Please withdraw your story,” the mayor shouted.",
        "The company withdrew its offer, Norda Press reported.",
        "As our report on the mine showed, a miner was killed by gas.",
        "Our report on the strike told how a guard was killed at the gate.",
        "Our report on the law that was withdrawn found two errors.",
        "The report “Children First in Schools” was withdrawn by the ministry.",
        "“Our report has been withdrawn,” the commissioner said.",
        "As our report showed, the minister wrongly said that 14 had died.",
        "Our story about three men who wrongly said they were police won a prize.",
        "Customers were told to withdraw the article at once.",
    ],
)
def test_who_speaks_of_no_earlier_report_gives_no_cue(words: str) -> None:
    assert cue_in(words) is None


def test_of_two_numbers_that_stand_against_each_other_the_old_one_is_wrong() -> None:
    assert wrong_numbers("The toll is 4, not 14.") == {14}
    assert wrong_numbers("Our report misstated the toll.", then="It is 4, not 14.") == {14}


def test_neither_a_day_nor_what_is_put_right_is_called_wrong() -> None:
    words = "In a story on Nov. 3 we wrongly gave the toll as 14; the police count 4."
    assert wrong_numbers(words) == {14}


def test_the_headline_of_a_kill_gives_that_of_the_report() -> None:
    assert title_taken("KILL: Ferry sinks off Stord") == "Ferry sinks off Stord"
    assert title_taken("WITHDRAWN: Ferry sinks off Stord") == "Ferry sinks off Stord"
    assert title_taken("Killed: 14 people on the ferry Marit") == ""
    assert title_taken("Kill Bill returns to Stord’s cinema") == ""
