"""A name at its place in an article with what its words tell, and one spelling of it in a story."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from twosource.model.annotated import MentionKind
from twosource.model.identity import BODY, DECK, HEADLINE, ArticleId, CountryCode, Span
from twosource.places import EUROPEAN_UNION, country_of, demonym_of
from twosource.stages.resolve.names import NAMES_HELD, Name, read_name
from twosource.stages.resolve.surroundings import Hint

EARLY = 300  # code points of a body: its first paragraph or two

# Brussels acts for the Union, so both are one; in the dossier it stands among the bodies.
_UNION = frozenset({("european", "union"), ("eu",)})
_KINDS: tuple[MentionKind, ...] = ("person", "organization", "place", "other", "country")
_OFFSETS = {HEADLINE: -2_000_000, DECK: -1_000_000, BODY: 0}

Tokens = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)  # no slots: what it means is found out once
class Written:
    """How a name is written and marked: the same value wherever it is so in a story.

    A story of 200 articles has 22,000 names, which are written in 1,100 ways.
    """

    words: str
    kind: MentionKind
    title: str
    country: CountryCode | None
    country_acts: bool
    hint: Hint
    country_there: CountryCode | None = None  # that only the story tells: "the North"

    @cached_property
    def name(self) -> Name:
        """Return the name as names are compared."""
        return read_name(self.words, self.title)

    @cached_property
    def shown(self) -> str:
        """Return the name as it is shown."""
        return self.name.shown or self.words

    @cached_property
    def country_meant(self) -> CountryCode | None:
        """Return the country that it means: as annotate found it, else by its own words.

        A capital that only is a place means no country, nor does a person's name or a team's.
        """
        if self.country_there is not None:
            return self.country_there
        if self.kind == "organization" and demonym_of(self.words) is not None:
            return None  # the Indians of Cleveland
        if self.country is not None and (self.kind == "country" or self.country_acts):
            return self.country
        return _country_told(self.words, self.title, of_person=self.kind == "person")


_written = lru_cache(maxsize=NAMES_HELD)(Written)


@dataclass(frozen=True, kw_only=True)  # no slots: a story that grows asks the same again
class Named:
    """A name at its place in an article, as annotate found it or a truth file gives it."""

    article: ArticleId
    span: Span
    words: str
    kind: MentionKind = "other"
    title: str = ""
    country: CountryCode | None = None  # of a country, a demonym, a capital that acts
    country_acts: bool = False
    hint: Hint = ""  # what the words beside it tell that it is
    glosses: bool = False  # in brackets right behind the name before it: "… of Hungary (MNB)"

    @cached_property
    def written(self) -> Written:
        """Return how it is written, wherever it stands."""
        return _written(
            words=self.words,
            kind=self.kind,
            title=self.title,
            country=self.country,
            country_acts=self.country_acts,
            hint=self.hint,
        )

    @cached_property
    def position(self) -> int:
        """Return where it begins in reading order: headline, deck, body, then captions."""
        return _OFFSETS.get(self.span.part, 100_000_000) + self.span.start

    @cached_property
    def is_early(self) -> bool:
        """Return whether it stands in the headline, the deck or the first paragraph or two."""
        return self.position < EARLY


@lru_cache(maxsize=NAMES_HELD)
def _country_told(words: str, title: str, *, of_person: bool) -> CountryCode | None:
    name = read_name(words, title)
    if name.tokens in _UNION:
        return EUROPEAN_UNION
    return None if of_person or name.titled else country_of(name.shown)


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
