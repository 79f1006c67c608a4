"""What an outlet repeats of its own earlier report is told once, if the words are the same."""

from __future__ import annotations

from dataclasses import replace

from tests.factories import NOON
from tests.stages.dossier.stories import Copied, Report, claim_with, material_of
from twosource.model.identity import LineageId
from twosource.model.linked import OwnBackground, Passage
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.find import find_claims

BRIDGE = "The footbridge at Stord had not been inspected by anybody since the summer of 2019."
FIRST = Report(outlet="post", text=f"The footbridge at Stord fell into the harbour.\n\n{BRIDGE}")
NEWS = "Divers found the missing handrail of the footbridge under a trawler on Friday."


def later(repeated: str = BRIDGE) -> Report:
    return Report(outlet="post", text=f"{NEWS}\n\n{repeated}", after=48)


def repeating(material: StoryMaterial, later: int) -> StoryMaterial:
    """Return the story, one article's last sentence repeating that of the first article."""
    first, again = material.articles[0], material.articles[later]
    background = OwnBackground(
        later=again.article.id,
        earlier=first.article.id,
        headline=first.article.headline,
        published=NOON,
        sentences=1,
        of=len(again.sentences),
        passages=(Passage(left=again.sentences[-1], right=first.sentences[-1], overlap=1.0),),
    )
    return replace(material, own_backgrounds=(background,))


def reports_on_the_inspection(material: StoryMaterial) -> set[LineageId]:
    claim = claim_with(find_claims(material), "inspected by anybody")
    return {c.report for position in claim.positions for c in position.carriages}


def test_what_is_repeated_in_the_same_words_is_told_by_one_report() -> None:
    material = repeating(material_of(FIRST, later()), 1)
    assert reports_on_the_inspection(material) == {"report-0"}


def test_a_report_that_takes_a_not_out_tells_it_itself() -> None:
    turned = repeating(material_of(FIRST, later(BRIDGE.replace("had not been", "had been"))), 1)
    claim = claim_with(find_claims(turned), "had been inspected")
    assert {c.report for side in claim.positions for c in side.carriages} >= {"report-1"}


def test_background_set_below_an_agencys_report_is_not_the_agencys() -> None:
    agency = Report(outlet="norda", text=NEWS, after=40)
    copy = Copied(copy=2, of=1, aligned=((0, 0),))
    material = repeating(material_of(FIRST, agency, later(), copies=(copy,)), 2)
    assert reports_on_the_inspection(material) == {"report-0"}


def test_an_earlier_report_that_has_a_newer_version_still_told_it_first() -> None:
    mended = replace(FIRST, text=f"{FIRST.text}\n\nNobody was hurt.", after=2, corrects="Not two.")
    update = Copied(copy=1, of=0, aligned=((0, 0), (1, 1)), kind="update")
    material = repeating(material_of(FIRST, mended, later(), copies=(update,)), 2)
    assert reports_on_the_inspection(material) == {"report-0"}
