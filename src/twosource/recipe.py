"""Say exactly what decides a dossier's bytes besides its material."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.canonical import digest
from twosource.model.identity import Digest
from twosource.settings import Settings

DOSSIER_VERSION = 1  # raised whenever the same material would give other bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything but the material that a dossier's bytes depend on."""

    version: int = DOSSIER_VERSION
    settings: Settings
    model: str  # name and version of the language model that annotated the articles

    @property
    def digest(self) -> Digest:
        """Return the digest of the recipe; where store and engine do not count."""
        branches = self.settings
        return digest(
            (
                self.version,
                self.model,
                branches.summarizer,
                branches.extract,
                branches.annotate,
                branches.lineage,
                branches.cluster,
                branches.storylines,
                branches.dossier,
            )
        )
