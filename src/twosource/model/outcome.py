"""How one item fared in a run: failures are values that are kept, not exceptions that stop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from twosource.errors import TwosourceError
from twosource.model.identity import CaptureId

MOST_REASONS = 5  # that a report tells; more would bury the rest of it
StageName = Literal["source", "extract", "annotate", "lineage", "cluster", "dossier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One item that a stage could not take; the run goes on without it."""

    item: str  # an address, or "file, line 7"
    stage: StageName
    error: str  # the class's name: "NoBodyError"
    message: str
    capture: CaptureId | None = None  # None where no capture could be made

    @classmethod
    def by(
        cls, error: Exception, item: str, stage: StageName, capture: CaptureId | None = None
    ) -> Self:
        """Return the failure that an error is.

        Our own errors carry a whole sentence; of a stranger the class tells the most.
        """
        name = type(error).__name__
        told = str(error) if isinstance(error, TwosourceError) else f"{name}: {error}"
        return cls(item=item, stage=stage, error=name, message=told, capture=capture)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What one run did, in counts."""

    captures: int = 0
    articles: int = 0
    known: int = 0  # already held, nothing to do
    unwanted: int = 0  # articles not of the days and languages asked for; nothing is kept of them
    failed: int = 0
    stories: int = 0  # touched
    revisions: int = 0  # published
    reasons: tuple[str, ...] = ()  # why the first few failed, MOST_REASONS at the most
