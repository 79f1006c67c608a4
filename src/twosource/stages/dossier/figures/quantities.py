"""Read a story's figures as quantities: of what, by whom told, amounts of one kind in one unit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from twosource.model.annotated import Annotated, Figure
from twosource.model.linked import Entity
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.figures.in_sentence import quantities_in
from twosource.stages.dossier.figures.outcomes import parts_told
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.telling.contents import quote_round
from twosource.stages.once import Known, KnownOf, known_per_story, once_per_article
from twosource.text.units import is_currency, one_of_each

LEAST_COUNT = 5  # of anything; "two men" are two other men in every report
LONGEST_ISSUER = 6  # words


def quantities(material: StoryMaterial) -> list[Quantity]:
    """Return the telling figures of bodies, headlines and decks, satire and adverts left out.

    Earlier versions of an article are read too: what an outlet has since changed is an update.
    """
    reading, before = reading_of(material), _told_before(material)
    counted = [
        each
        for each in reading.all_versions
        if each.article.genre.name == "opinion" or reading.supports(each.article.id)
    ]
    wholes: defaultdict[float, set[float]] = defaultdict(set)
    rates: Counter[tuple[str, str, float]] = Counter()
    for annotated in counted:
        for part, whole in _read(annotated).parts:
            wholes[part].add(whole)
        rates.update(_read(annotated).rates)
    found = (
        _with_told(before, each, **_in_its_story(each, annotated, wholes, reading))
        for annotated in counted
        for each in _read(annotated).quantities
    )
    telling = [each for each in found if _may_be_compared(each) and not each.is_vague]
    units = _Units(telling, rates)
    told = _crowded([_with_told(before, each, **units.of(each)) for each in telling], before)
    return sorted(told, key=lambda each: (each.place, each.figure.span))


_told_before: KnownOf[Quantity] = known_per_story()


def _may_be_compared(each: Quantity) -> bool:
    """Return whether it tells something; a small count may if it says of what: "eleven engines"."""
    moved = each.early or each.late  # "four unions by noon"
    least = 2 if each.issuer or moved else LEAST_COUNT  # parties dispute how many shots fell
    return each.is_telling or (each.figure.value >= least and bool(each.of or each.unit))


def _crowded(found: Sequence[Quantity], before: Known[Quantity]) -> list[Quantity]:
    """Return the quantities, marked where one article gives several values of one kind.

    Which of three distances answers to another report's distance is anybody's guess. Counts are
    told apart by what is counted.
    """
    values: dict[object, set[float]] = defaultdict(set)
    for each in found:
        # "with a third of the votes counted" is not the result, "another four" no new number, and
        # "to 80.9 per cent from 81.7" tells what it was before
        besides = each.is_worded_share or each.beside in ("another", "from")
        if not (besides or "more" in each.which):
            for kind in _kinds(each):
                values[kind].add(round(each.base, 3))
    return [
        _with_told(before, each, crowded=len(values[aspect]) > 1, sole=len(values[dimension]) <= 1)
        for each in found
        for aspect, dimension in [_kinds(each)]
    ]


def _kinds(each: Quantity) -> tuple[object, object]:
    """Return what a quantity may be mistaken for others of: narrowly and widely taken."""
    narrow = each.aspect if each.is_measured else each.of
    wide = each.dimension if each.is_measured else each.unit
    return (each.article, each.dimension, narrow), (each.article, wide)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the figures of one article tell, whatever its story."""

    quantities: tuple[Quantity, ...]  # as yet without place in the story, actors and issuer
    parts: tuple[tuple[float, float], ...]  # each with its whole
    rates: tuple[tuple[str, str, float], ...]


@once_per_article
def _read(annotated: Annotated) -> _Read:
    found = [
        (each, quote_round(annotated, each.figure.span))
        for each in quantities_in(annotated).values()
    ]
    # Who "denied that seven had died" gives no number.
    read = tuple(each for each, quote in found if quote is None or quote.sense != "denied")
    figures = [each.figure for each in read]
    return _Read(
        quantities=read,
        parts=tuple(parts_told(annotated, figures)),
        rates=tuple(_rates_told(annotated, figures)),
    )


def _in_its_story(
    each: Quantity, annotated: Annotated, wholes: Mapping[float, set[float]], reading: Reading
) -> dict[str, Any]:
    """Return what only the story tells of a quantity: who is meant, what has been replaced.

    Its actors are the persons and bodies of its sentence, less the party that gives it.
    """
    figure = each.figure
    named = reading.entities_in(each.article, each.sentence)
    giving = reading.entities_in(each.article, figure.issuer) if figure.issuer else ()
    return {
        "place": reading.place(each.article),
        "actors": frozenset(
            who.id for who in named if who.kind in ("person", "organization") and who not in giving
        ),
        "countries": frozenset(who.id for who in named if who.kind == "country"),
        "issuer": _issuer(annotated, figure, giving),
        "inside": frozenset(wholes[each.base]) if each.base in wholes else frozenset(),
        "old": each.article in reading.superseded or each.article in reading.replaced,
    }


def _issuer(annotated: Annotated, figure: Figure, named: Sequence[Entity]) -> str:
    """Return who gives the figure: the entity named there, else the words if they may name one."""
    if figure.issuer is None:
        return ""
    words = folded(annotated.article.words(figure.issuer))
    if len(words.split()) > LONGEST_ISSUER:
        return ""
    # "Ukraine's energy ministry" is not Ukraine, nor "Holt's party" Holt, nor "police in Oslo" Oslo
    apart = _OWNED.search(words) or _IN_A_PLACE.search(words)
    if len(named) == 1 and named[0].kind in ("person", "organization") and not apart:
        return named[0].name
    return _ARTICLE.sub(lambda found: found[0].lower(), words)


_IN_A_PLACE = re.compile(r"[a-z] (?:in|on|at|near) [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)?$")
_OWNED = re.compile(r"^[A-ZÀ-Þ][\w -]*['’]s? (?:party|family|office|lawyers?|team)$")
# "The company's own statement" stands within a line; "The Hague court" keeps its capital.
_ARTICLE = re.compile(r"^(?:The|A|An|Its|Their|His|Her|Some|Local|Officials)(?=$|\s[a-z])")


# What may stand between an amount and the same amount in another currency.
_BETWEEN = re.compile(
    r"(?:\s(?:(?:last|this) (?:year|month|quarter)|a year|in \d{4}))?[\s(\[,—–-]*"
    r"(?:or|about|around|some|roughly|nearly|equal to|ie|i\.e\.)?\s*"
)


def _with_told(before: Known[Quantity], each: Quantity, **told: Any) -> Quantity:
    """Return a figure with fields that its story tells, the very same as before if it was."""
    return before.of(lambda: replace(each, **told), each, given=told) if told else each


class _Units:
    """In which units the figures of a story are compared, as its texts tell."""

    def __init__(
        self, found: Sequence[Quantity], rates: Mapping[tuple[str, str, float], int]
    ) -> None:
        self._scales = {
            each.figure.value: each
            for each in reversed(found)
            if each.figure.unit in ("celsius", "fahrenheit")
        }
        self._meant = one_of_each(each.figure.unit for each in found)
        self._rates: dict[str, tuple[str, float]] = {}
        for source, target, rate in sorted(rates, key=lambda each: (-rates[each], each)):
            if source not in self._rates and target not in self._rates:
                self._rates[source] = (target, rate)

    def of(self, each: Quantity) -> dict[str, Any]:
        """Return what is told of a figure's unit elsewhere, by its fields.

        Plain degrees are read in the scale that another report names for them, "kroner" of no told
        country as the one krone of the story; amounts in other currencies change at the texts' own
        rates. Without a rate in some text they stay apart: nobody here knows the day's rate.
        """
        told: dict[str, Any] = {}
        unit, dimension = each.figure.unit or "", each.dimension
        like = self._scales.get(each.figure.value) if unit == "degree" else None
        meant = like.figure.unit if like is not None else self._meant.get(unit)
        if meant is not None:
            dimension = like.dimension if like is not None else meant
            figure = replace(each.figure, unit=meant)
            told = {"figure": figure, "unit": meant, "dimension": dimension}
        if like is not None:
            told["base"] = like.base
        if dimension in self._rates:
            target, rate = self._rates[dimension]
            high = None if each.base_high is None else each.base_high * rate
            told |= {"dimension": target, "base": each.base * rate, "base_high": high}
        return told


def _rates_told(
    annotated: Annotated, figures: Sequence[Figure]
) -> Iterable[tuple[str, str, float]]:
    """Yield the rates a text itself gives: "3.4 billion kroner ($340 million)"."""
    sums = [(figure, unit) for figure in figures if (unit := _sum_in(figure))]
    for (one, unit), (other, its) in pairwise(sums):
        text = annotated.article.part_text(one.span.part)
        between = text[one.span.end : other.span.start]
        if unit != its and one.span.part == other.span.part and _BETWEEN.fullmatch(between):
            yield its, unit, one.value / other.value


def _sum_in(figure: Figure) -> str:
    """Return the currency of a sum of money, "" for anything else.

    "$82 a share" is a price: beside a sum it is no other way to tell it.
    """
    unit = figure.unit or ""
    return unit if figure.value and is_currency(unit) and "/" not in unit else ""
