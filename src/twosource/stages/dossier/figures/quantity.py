"""One figure at its place in a story, ready to be compared with those of other reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.model.annotated import Figure
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.stages.dossier.figures.aspects import Sorts
from twosource.stages.dossier.figures.frames import Frame, frames_differ
from twosource.text.units import is_convertible

SMALL_COUNT = 12  # "two men", "four sites": such counts agree by chance
SET_BESIDE = 400  # characters between the numbers of two parties
WIDE = 3  # times the lower end
YEAR = len("2026")
DAY = len("2026-03-03")
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    published: str  # ISO time of its article, "" where undated
    sentence: Span
    figure: Figure
    words: str  # as it stands
    around: str  # with the words round it in its clause, in quotation marks
    unit: str | None  # as the figure's; percent where words tell a share: "a quarter of"
    dimension: str  # the base unit, "" for what is counted; a currency is its own
    base: float  # in the base unit
    base_high: float | None
    of: frozenset[str]  # stems of what is measured
    name: str  # the same as its sentence writes it, "" where that names no thing
    outcome: str  # "dead", "injured"; "" for anything else
    which: frozenset[str]  # words that single out some of the counted: "pilots", "other", "uk"
    aspect: str  # of a length: "long", "high", "deep", "away"; "" where not told
    frame: Frame  # of which year, place or part
    sorts: Sorts  # which it is told of: boys, gross, in Oslo, won by the Greens
    of_several: bool  # some of those it names: "nine of the dead"
    early: bool  # told as the number of an early hour
    late: bool  # told as one that replaces another
    context: frozenset[str]  # stems of the sentence without the figure and its issuer
    plain: frozenset[str]  # of these the stems of words without a capital
    beside: str  # stem of the word before it, mostly its verb; behind it where it opens a sentence
    in_lead: bool
    opinion: bool  # it may repeat what reports tell, and contradict none
    # What follows is known once the story is.
    place: int = 0  # of its article in the story
    old: bool = False  # in an earlier version of an article that is here too
    issuer: str = ""
    actors: frozenset[EntityId] = frozenset()  # of its sentence, countries and issuer left out
    countries: frozenset[EntityId] = frozenset()  # that its sentence names
    inside: frozenset[float] = frozenset()  # numbers of which some text says that it is a part
    crowded: bool = False  # its article gives other values of the same aspect, too
    sole: bool = False  # its article gives no other value of the same dimension

    @property
    def is_measured(self) -> bool:
        """Return whether its unit is one of measure or money, not of counting."""
        return is_measured_in(self.unit)

    @property
    def is_worded_share(self) -> bool:
        """Return whether it is a share told in words, the roughest way: "a quarter of"."""
        return self.unit != self.figure.unit and self.unit == "percent"

    @property
    def is_vague(self) -> bool:
        """Return whether it holds nearly any number: "several hundred metres"; tolls may."""
        wide = self.base_high is not None and self.base_high > WIDE * abs(self.base)
        return wide and not self.outcome

    @property
    def is_telling(self) -> bool:
        """Return whether it is worth comparing: no small count of just anything."""
        return bool(self.outcome) or self.is_measured or not self.is_small

    @property
    def adds(self) -> bool:
        """Return whether it adds to a count told before: "two more bodies", "rose by 12"."""
        return self.figure.change is not None or "more" in self.which

    @property
    def is_small(self) -> bool:
        """Return whether it is a count so small that it agrees with others by chance."""
        counted = not self.outcome and not self.is_measured
        return counted and self.figure.value <= SMALL_COUNT


Group = tuple[Quantity, ...]  # that measure one thing of one scope, in the order of articles


@cache
def is_measured_in(unit: str | None) -> bool:
    """Return whether a unit is one of measure, money or share, not a counted noun."""
    if unit is None:
        return False
    return unit == "percent" or is_convertible(unit)


def scopes_differ(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are told of other years, places or parts of a thing."""
    return (
        one.which != other.which
        or one.of_several != other.of_several
        or one.base in other.inside
        or other.base in one.inside
        or frames_differ(one.frame, other.frame)
        or of_two_years(one, other)
    )


def of_two_days(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are told for different days or times."""
    told = one.figure.when, other.figure.when
    return all(told) and told[0] != told[1]


def of_two_years(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures hold for different years, told or that of the report."""
    if one.frame.when and other.frame.when:
        return one.frame.when[:YEAR] != other.frame.when[:YEAR]
    return _of_an_earlier_year(one, other) or _of_an_earlier_year(other, one)


def _of_an_earlier_year(one: Quantity, other: Quantity) -> bool:
    """Return whether one names a year gone by and the other, naming none, tells of its own."""
    told, untold = one.frame.when[:YEAR], other.frame.when
    return bool(told) and not untold and told < other.published[:YEAR]


def of_one_party(one: Quantity, other: Quantity) -> bool:
    """Return whether the same party gives both numbers, as far as its words tell."""
    parties = {_ARTICLE.sub("", each.issuer.lower()) for each in (one, other)}
    return len(parties) == 1 and "" not in parties


def told_by_two(one: Quantity, other: Quantity) -> bool:
    """Return whether one article sets the numbers of two parties beside each other."""
    near = abs(one.figure.span.start - other.figure.span.start) <= SET_BESIDE
    return bool(one.issuer and other.issuer) and one.issuer != other.issuer and near
