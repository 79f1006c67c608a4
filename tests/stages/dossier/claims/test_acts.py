"""One act in other words is one claim; another actor, object or end of it is not. All invented."""

from __future__ import annotations

import pytest

from tests.factories import NOON
from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.claims.find import find_claims

DAY = "Tuesday"


def told(outlet: str, act: str, place: str = "", person: str = "") -> Told:
    """Return a report of one act, with its day, place and person marked where it names them."""
    report = Told(outlet, act)
    if place in act and place:
        report.name(place, "place")
    if person in act and person:
        report.name(person, "person")
    return report.day(DAY, NOON.date().isoformat()) if DAY in act else report


def are_one(*reports: Told) -> bool:
    """Return whether one claim is told by all the reports."""
    story = material(*reports)
    outlets = {each.article.outlet for each in story.articles}
    return any(
        {c.outlet for position in claim.positions for c in position.carriages} == outlets
        for claim in find_claims(story)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The cattle were loaded at Dramvik on Tuesday.",
            "The animals went aboard in Dramvik on Tuesday.",
        ),
        (
            "The bus drivers of Dramvik walked out on Tuesday.",
            "Bus drivers in Dramvik went on strike on Tuesday.",
        ),
        (
            "The town of Dramvik cut off the water supply on Tuesday.",
            "Dramvik shut off the water on Tuesday.",
        ),
    ],
)
def test_an_act_of_one_day_and_place_is_one_claim_in_other_words(one: str, other: str) -> None:
    assert are_one(told("herald", one, "Dramvik"), told("post", other, "Dramvik"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Bus drivers in Dramvik walked out on Tuesday.",
            "Nurses in Dramvik walked out on Tuesday.",
        ),
        (
            "A rocket struck the fuel depot at Dramvik.",
            "A rocket struck the railway bridge at Dramvik.",
        ),
        (
            "The police arrested the van's driver in Dramvik.",
            "The police arrested the van's owner in Dramvik.",
        ),
    ],
)
def test_an_act_of_another_or_on_another_thing_is_another_claim(one: str, other: str) -> None:
    assert not are_one(told("herald", one, "Dramvik"), told("post", other, "Dramvik"))


@pytest.mark.parametrize(
    "other",
    [
        "The yard plans to sign a contract with the navy for a patrol ship.",
        "The yard called off the contract with the navy for a patrol ship.",
    ],
)
def test_what_is_planned_or_called_off_is_not_what_was_done(other: str) -> None:
    signed = "The yard signed a contract with the navy for a patrol ship."
    assert are_one(
        told("herald", signed),
        told("post", "The yard inked a deal with the navy for a patrol vessel."),
    )
    assert not are_one(told("herald", signed), told("post", other))


def test_a_person_is_dismissed_but_once() -> None:
    one = told("herald", "The Rovers sacked their coach, Mats Orlo.", person="Mats Orlo")
    other = told("post", "Mats Orlo was dismissed by the Rovers over dinner.", person="Mats Orlo")
    hired = told("post", "Mats Orlo was hired by the Rovers over dinner.", person="Mats Orlo")
    assert are_one(one, other)
    assert not are_one(one, hired)


def test_one_text_that_an_editor_has_changed_a_word_of_stays_one_claim() -> None:
    one = "The film sparked a debate about the refusal of the soldiers to act."
    assert are_one(told("herald", one), told("post", one.replace("act", "react")))


def test_who_did_it_to_whom_is_told_apart() -> None:
    one = "Ruritan troops attacked the Kalvia garrison in the hills with mortars."
    other = "Kalvia troops attacked the Ruritan garrison in the hills with mortars."
    passive = "The Kalvia garrison in the hills was attacked with mortars by Ruritan troops."
    assert not are_one(told("herald", one), told("post", other))
    assert are_one(told("herald", one), told("post", passive))


def test_a_death_and_what_else_became_of_the_fire_are_two() -> None:
    report = told(
        "herald",
        "A fire at the paper mill in Dramvik is under control. "
        "A worker has died in the fire at the paper mill in Dramvik.",
    )
    assert len(find_claims(material(report))) == 2


def test_who_was_executed_was_killed() -> None:
    one = "Two men were executed by the militia in the village of Arven, the mayor said."
    other = "Two men were killed by the militia in the village of Arven, the mayor said."
    assert are_one(told("herald", one), told("post", other))
