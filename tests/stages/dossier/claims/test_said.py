"""That something was said is a claim of its own, which each report supports that heard it."""

from __future__ import annotations

from tests.factories import outlet
from tests.stages.dossier.marked import Told, material
from twosource.model.claimed import Claim
from twosource.model.identity import Digest
from twosource.settings import DossierSettings
from twosource.stages.dossier import compose, draft_extractive

WORDS = "“We have counted three times and not one soul of all who sailed with us is missing,”"


def said(*outlets: str, owner: str | None = None) -> Claim:
    """Return the claim that it was said, of reports that give the same words."""
    told = [
        Told(name, f"{WORDS} Eirik Moen said.").name("Eirik Moen").quote(WORDS, by="Eirik Moen")
        for name in outlets
    ]
    of = material(*told, outlets=tuple(outlet(name, owner=owner) for name in outlets))
    settings = DossierSettings()
    dossier = compose(of, draft_extractive(of, settings), Digest("recipe"), settings)
    (claim,) = (each for each in dossier.claims if each.kind == "said")
    return claim


def test_reports_that_give_the_same_words_have_each_heard_them() -> None:
    claim = said("herald", "post", "times")
    assert claim.label.text == "on record, 3 reports"
    assert dict(claim.independent) == {"strict": 3, "normal": 3, "loose": 3}


def test_the_place_of_the_speaker_is_given_only_with_the_article_it_lies_in() -> None:
    (position,) = said("herald", "post", "times").positions
    first, *others = position.carriages
    assert first.informant.span is not None
    assert [each.informant.span for each in others] == [None, None]
    assert {each.informant.key for each in others} == {first.informant.key}


def test_outlets_of_one_owner_have_heard_them_once_on_the_strict_dial() -> None:
    claim = said("herald", "post", owner="Quayside")
    assert dict(claim.independent) == {"strict": 1, "normal": 2, "loose": 2}


def test_words_that_a_paper_has_from_another_are_heard_by_that_one_alone() -> None:
    told = [
        Told(name, f"{WORDS} Eirik Moen {to}.")
        .name("Eirik Moen")
        .quote(WORDS, by="Eirik Moen", cue=to.split()[0])
        for name, to in (("herald", "said"), ("post", "told the Herald"))
    ]
    of = material(*told, outlets=(outlet("herald"), outlet("post")))
    settings = DossierSettings()
    dossier = compose(of, draft_extractive(of, settings), Digest("recipe"), settings)
    assert [each.label.text for each in dossier.statements] == ["on record, one report, 1 copy"]
    assert not any(each.kind == "said" for each in dossier.claims)
