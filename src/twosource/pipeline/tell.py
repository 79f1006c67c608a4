"""How a run tells how far it is, to whoever shows it."""

from __future__ import annotations

from typing import Protocol


class Tell(Protocol):
    """Is told of every step of long work."""

    def __call__(self, work: str, done: int, total: int | None) -> None:
        """Take that `done` of `total` items of some work are finished; None where unknown."""


def quiet(work: str, done: int, total: int | None) -> None:
    """Tell nobody."""
