"""One spelling of a name in a story, with where and as what it occurs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from twosource.model.annotated import MentionKind
from twosource.model.identity import ArticleId
from twosource.stages.resolve.names import Name

Tokens = tuple[str, ...]

_KINDS: tuple[MentionKind, ...] = ("person", "organization", "place", "other", "country")


@dataclass(kw_only=True)  # no slots: what is asked of it again and again is found out once
class Form:
    """One spelling of a name with where and as what it occurs; asked only when it is complete."""

    name: Name
    kinds: Counter[MentionKind]
    places: dict[ArticleId, list[int]]  # where in each article it begins, in reading order
    things: int = 0  # places that tell of a ship, a phone, a film

    @cached_property
    def kind(self) -> MentionKind:
        """Return what the name mostly is."""
        return max(_KINDS, key=self.kinds.__getitem__)  # of equals the first

    @cached_property
    def count(self) -> int:
        """Return how often it occurs."""
        return sum(len(each) for each in self.places.values())
