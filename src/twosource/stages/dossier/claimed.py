"""All that a story's sources state and claim, found once for every block that speaks of it."""

from __future__ import annotations

from twosource.model.claimed import Claim
from twosource.model.dossier import FigureComparison
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.find import find_claims
from twosource.stages.dossier.claims.independence import reports_carrying
from twosource.stages.dossier.claims.said import said_claims
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.statements.group import every_statement
from twosource.stages.dossier.summary.labels import SentenceLabels
from twosource.stages.once import once_per_story


@once_per_story
def every_claim(material: StoryMaterial) -> tuple[Claim, ...]:
    """Return both kinds of claims of a story, the better carried first, however many are shown.

    Claims that something is so stand before claims that it was said where both are equally well
    carried; else the order is that of `find_claims`.
    """
    so = find_claims(material)
    on_record = said_claims(every_statement(material), material)
    return tuple(sorted((*so, *on_record), key=lambda each: -reports_carrying(each)))


@once_per_story
def every_comparison(material: StoryMaterial) -> tuple[FigureComparison, ...]:
    """Return the figures of a story laid side by side."""
    return compare_figures(material, citer(material))


@once_per_story
def sentence_labels(material: StoryMaterial) -> SentenceLabels:
    """Return what says of each sentence of a story how well what it claims is borne out."""
    return SentenceLabels(
        material, every_claim(material), every_statement(material), citer(material)
    )
