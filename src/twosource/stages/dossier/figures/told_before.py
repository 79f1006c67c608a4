"""Keep the figures of a story as its last revision had them while the same is told of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.once import Known, kept_per_story


class ToldBefore:
    """The figures of a story, handed from one revision to the next."""

    def __init__(self) -> None:
        self._known = Known[Quantity]()

    def anew(self) -> None:
        """Begin another revision."""
        self._known.anew()

    def with_told(self, each: Quantity, **told: Any) -> Quantity:
        """Return a figure with fields that its story tells, the very same as before if it was."""
        return self._known.of(lambda: replace(each, **told), each, given=told)


@kept_per_story
def told_before() -> ToldBefore:
    """Return the figures of a story's last revision."""
    return ToldBefore()
