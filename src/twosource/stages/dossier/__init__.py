"""Fold a story's articles into one dossier, every entry with the stretches it comes from."""

from twosource.stages.dossier.claimed import every_claim
from twosource.stages.dossier.compose import compose
from twosource.stages.dossier.revise import revise
from twosource.stages.dossier.summary.extractive import draft_extractive
from twosource.stages.dossier.verify import citations_of, verify_bytes, verify_dossier

__all__ = [
    "citations_of",
    "compose",
    "draft_extractive",
    "every_claim",
    "revise",
    "verify_bytes",
    "verify_dossier",
]
