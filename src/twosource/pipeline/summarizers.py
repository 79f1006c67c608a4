"""Summarizers: who chooses the sentences that stand as headline and summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.catalogue import Door
from twosource.model.material import Draft, StoryMaterial
from twosource.protocols import Summarizer
from twosource.settings import DossierSettings
from twosource.stages.dossier import draft_extractive


@dataclass(frozen=True, slots=True)
class Extractive:
    """Takes the best-supported sentences of the sources themselves; needs no model."""

    settings: DossierSettings

    def draft(self, material: StoryMaterial) -> Draft:
        """Return the choice; equal material gives an equal choice."""
        return draft_extractive(material, self.settings)


SUMMARIZERS: Door[Callable[[DossierSettings], Summarizer]] = Door(
    "summarizers", {"extractive": "twosource.pipeline.summarizers:Extractive"}
)
