"""How stories stand to each other: what each is known by, and what ties two of a matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.errors import InvalidValueError
from twosource.model.identity import StoryId

TieKind = Literal["before", "part of"]
TieVerdict = Literal["related", "unrelated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A name or word that a story is known by."""

    term: str  # folded, what is compared
    shown: str  # as a report writes it, a name whole; "" for what is no name by itself: "Senator"
    weight: float  # how much it tells of the story; of all names, or all words, of length 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryProfile:
    """What a story is held beside others by: its days, its names and its words."""

    story: StoryId
    headline: str
    first: str  # ISO date of its first report, "" where none is dated
    last: str  # of its last
    names: tuple[Trait, ...]  # sorted by term
    words: tuple[Trait, ...]
    articles: int = 0  # that it holds; 0 where it was read before this was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTie:
    """Two stories of one running matter, the one that began first in front.

    "before": the earlier came before the later. "part of": the later happened while the earlier
    ran, and is a part of it.
    """

    earlier: StoryId
    later: StoryId
    kind: TieKind
    score: float  # probability of one matter, 0 to 1, six decimals
    names: tuple[str, ...]  # of both, what tells most first
    words: tuple[str, ...]
    verdict: TieVerdict | None = None  # None unless a person has judged

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise InvalidValueError("StoryTie", "score", str(self.score), "0 to 1")
        if self.earlier == self.later:
            raise InvalidValueError("StoryTie", "later", self.later, "another story")


StoryOrder = Literal[
    "before", "after", "the same day", "part of this story", "this story is part of it"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedStory:
    """Another story of the same running matter or theme, and what ties the two together."""

    story: StoryId
    headline: str
    when: str  # ISO date of its first report, "" where undated
    until: str = ""  # of its last, if that is a later day; of a running matter alone
    order: StoryOrder | None = None  # to this story; None where one of the two has no date
    shared: tuple[str, ...] = ()  # names in both, the most telling first
    words: tuple[str, ...] = ()  # other words of both; of a running matter alone


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySketch:
    """What another dossier needs to know of a story to list it as related."""

    story: StoryId
    headline: str
    when: str  # ISO date of its first report, "" where undated
    themes: tuple[str, ...]
    names: tuple[str, ...]  # its most prominent persons, bodies and countries
