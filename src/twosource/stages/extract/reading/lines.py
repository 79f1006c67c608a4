"""Hold a page as the list of lines a reader would see, each with the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

LineTag = Literal["p", "h", "li", "quote", "cell", "pre", "loose"]


@dataclass(slots=True)
class Place:
    """An element that holds lines: where it hangs and what its names say."""

    index: int
    parent: int  # -1 at the root
    tag: str
    make: str  # its class attribute: boxes of one make share it
    own: int  # zones that its own tag and names speak of
    depth: int
    element: Any


@dataclass(slots=True)
class Line:
    """A stretch of text with no block boundary inside."""

    text: str
    tag: LineTag
    place: int  # index of the innermost place
    holder: int  # index of the nearest paragraph, heading or list item place
    linked: int  # characters of the text inside links
    strong: int  # characters inside b or strong
    address: str | None  # where the first link leads
    opens_linked: bool  # its first words are a link


@dataclass(slots=True)
class Reading:
    """A page as places and lines, both in page order."""

    places: list[Place]
    lines: list[Line]
    around: Sequence[int] = ()  # the zones that each place lies in; () until its boxes were told

    def zone_of(self, line: Line) -> int:
        """Return the zones that a line lies in."""
        return self.around[line.place]

    def upward(self, place: int) -> Iterator[Place]:
        """Yield a place and those it lies in, the innermost first."""
        while place >= 0:
            yield self.places[place]
            place = self.places[place].parent


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines of a page are what, by their indices in page order."""

    reading: Reading
    body: Sequence[int]
    deck: Sequence[int] = ()

    @property
    def first(self) -> int:
        """Return the index of the body's first line, that after the last where it has none."""
        return self.body[0] if self.body else len(self.reading.lines)
