"""Side angles of a story are told by their headline's form, or by a beginning nobody else tells."""

from __future__ import annotations

import pytest

from tests.stages.dossier.stories import Copied, Report, material_of
from twosource.settings import DossierSettings
from twosource.stages.dossier.angles import angles_in
from twosource.stages.dossier.summary.extractive import draft_extractive

FIRE = """A fire destroyed the sail loft in Torvik harbour on Monday, police said.

Flames shot through the roof at noon and two sailmakers were injured.

The mayor of Torvik thanked the crew of a tug that pumped water.

The loft was built in 1881.

Insurers will inspect the harbour on Friday.

Police are looking for witnesses.
"""
SAME_FIRE = """Two sailmakers were injured when the sail loft at Torvik burnt down on Monday.

Police said the fire in the harbour broke out at noon and ran through the roof.

A tug pumped water on the flames.

The mayor spoke of a black day.

Nobody knows yet what caused it.

The loft stood since 1881.
"""
PORTRAIT = """Every morning at six Ragna Hole threads her needle.

She learnt it from an aunt who swore like a gunner.

Canvas, she says, forgives nothing, and linen less.

Her thumb is as hard as horn and her coffee famous.

She once sewed a wedding gown from a spinnaker.

On Monday she was pulled from the burning sail loft in Torvik harbour with an injured hand.
"""


def told(*reports: Report, copies: tuple[Copied, ...] = ()) -> dict[str, str]:
    material = material_of(*reports, copies=copies)
    found = angles_in(material.articles, material.lineages)
    return {
        each.article.outlet: found[each.article.id].name
        for each in material.articles
        if each.article.id in found
    }


def headed(outlet: str, headline: str, text: str, genre: str = "news") -> Report:
    return Report(outlet=outlet, text=text, genre=genre, fields={"headline": headline})


TWO_REPORTS = (
    headed("norda", "Fire destroys sail loft in Torvik", FIRE),
    headed("herald", "Sail loft burns down in Torvik harbour", SAME_FIRE),
)


def test_what_begins_with_another_matter_is_an_angle_and_no_report_of_the_event_is() -> None:
    portrait = headed("weekly", "Ragna and the linen", PORTRAIT)
    assert told(*TWO_REPORTS, portrait) == {"weekly": "side angle"}


def test_of_one_report_and_one_angle_the_angle_is_it_that_speaks_of_the_other() -> None:
    portrait = headed("weekly", "Ragna and the linen", PORTRAIT)
    assert told(TWO_REPORTS[0], portrait) == {"weekly": "side angle"}


def test_an_angle_stays_one_however_often_it_is_printed() -> None:
    printed = [headed(name, "Ragna and the linen", PORTRAIT) for name in ("one", "two", "three")]
    copies = tuple(Copied(copy=place, of=2, aligned=((0, 0),)) for place in (3, 4))
    assert set(told(*TWO_REPORTS, *printed, copies=copies)) == {"one", "two", "three"}


def test_what_is_marked_as_opinion_is_not_marked_again() -> None:
    column = headed("weekly", "Who is to pay for lofts?", PORTRAIT, genre="opinion")
    assert told(*TWO_REPORTS, column) == {}


def test_a_story_of_one_report_has_no_angle_by_its_beginning() -> None:
    assert told(headed("weekly", "Ragna and the linen", PORTRAIT)) == {}


@pytest.mark.parametrize("headline", ["How a sail loft burnt", "Sail loft burnt: was it arson?"])
def test_a_story_of_one_report_has_no_angle_by_a_question(headline: str) -> None:
    reprint = headed("weekly", headline, FIRE)
    copied = Copied(copy=1, of=0, aligned=((0, 0),))
    assert told(headed("norda", headline, FIRE), reprint, copies=(copied,)) == {}


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Explainer: why sail lofts burn", "explainer"),
        ("Fire in Torvik: what we know so far", "explainer"),
        ("Why the sail loft in Torvik burnt down", "explainer"),
        ("Who is Ragna Hole?", "profile"),
        ("Porträt: Die Frau mit der Nadel", "profile"),
        ("Timeline: Torvik's fires", "chronology"),
        ("Torvik fire: a timeline", "chronology"),
        ("Sail loft in Torvik destroyed: five questions", "questions and answers"),
        ("In pictures: the sail loft in Torvik", "pictures"),
        ("Sail loft fire: how you can help", "advice"),
        ("Mayors react to sail loft fire", "reactions"),
    ],
)
def test_a_headlines_form_names_the_angle(headline: str, name: str) -> None:
    assert told(*TWO_REPORTS, headed("weekly", headline, FIRE)) == {"weekly": name}


@pytest.mark.parametrize(
    "headline",
    [
        "How two sailmakers escaped the sail loft fire in Torvik",
        "Fire destroys sail loft in Torvik (video)",
        "What a fire: sail loft in Torvik destroyed",
        "Chain reaction destroys sail loft in Torvik",
    ],
)
def test_a_report_whose_headline_begins_or_ends_like_an_angles_stays_a_report(
    headline: str,
) -> None:
    assert told(*TWO_REPORTS, headed("weekly", headline, FIRE)) == {}


def test_a_storys_headline_is_no_angles_while_there_is_a_report() -> None:
    profile = headed("weekly", "Who was at the sail loft in Torvik on Monday", FIRE)
    material = material_of(*TWO_REPORTS, profile)
    chosen, _ = draft_extractive(material, DossierSettings()).headline
    assert material.article(chosen).outlet != "weekly"
