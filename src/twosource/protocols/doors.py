"""What a source, an engine, a summarizer and an export must do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from twosource.model.acquired import Capture
from twosource.model.dossier import Dossier
from twosource.model.material import Draft, StoryMaterial
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

T = TypeVar("T")
R = TypeVar("R")


class Source(Protocol):
    """Brings captures from one address."""

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield what the address holds, in an order that is the same every time.

        A broken item is yielded as Failed and the next one follows. Raises MissingSourceError or
        EmptySourceError before the first item when there is nothing to read. A Visit says what to
        remember of an address until the next run; it follows the captures that came from there,
        and is kept together with them or not at all.
        """


class Engine(Protocol):
    """Runs pure functions over many items; one verb is enough."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply `function` to every item. Results come in the order of the items.

        `function` and items must pickle for engines that cross processes. An exception of the
        function ends the map and is raised to the caller.
        """

    def close(self) -> None:
        """Let go of workers; calling it twice is fine."""


class Summarizer(Protocol):
    """Chooses the sentences that stand as headline and summary."""

    def draft(self, material: StoryMaterial) -> Draft:
        """Return a choice of stretches; equal material gives an equal choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form a dossier can be written in."""

    name: str
    media_type: str
    suffix: str  # of its files, with the dot
    write: Callable[[Dossier], bytes]  # pure: equal dossiers give equal bytes
