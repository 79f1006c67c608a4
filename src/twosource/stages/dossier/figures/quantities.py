"""Read a story's figures as quantities: what is measured, of whom, in which unit, by whom told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import EntityId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.figures.amounts import (
    in_degrees,
    in_one_currency,
    in_told_currency,
    rates_told,
)
from twosource.stages.dossier.figures.in_sentence import quantity_in
from twosource.stages.dossier.figures.parts import parts_told
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.reading import Reading
from twosource.stages.once import once_per_article

LEAST_COUNT = 5  # of anything; "two men" are two other men in every report
LONGEST_ISSUER = 6  # words


def quantities(reading: Reading) -> list[Quantity]:
    """Return the telling figures of bodies, headlines and decks, satire and adverts left out.

    Earlier versions of an article are read too: what an outlet has since changed is an update.
    """
    found = []
    wholes: defaultdict[float, set[float]] = defaultdict(set)
    rates: Counter[tuple[str, str, float]] = Counter()
    for annotated in reading.all_versions:
        opinion = annotated.article.genre.name == "opinion"
        if not (opinion or reading.supports(annotated.article.id)):
            continue
        read = _read(annotated)
        found += [_in_its_story(each, annotated, reading) for each in read.quantities]
        for part, whole in read.parts:
            wholes[part].add(whole)
        rates.update(read.rates)
    telling = [
        replace(each, inside=frozenset(wholes[each.base]))
        for each in found
        if _may_be_compared(each) and not each.is_vague
    ]
    in_one = in_one_currency(in_told_currency(in_degrees(telling)), rates)
    return sorted(_crowded(in_one), key=lambda each: (each.place, each.figure.span))


def _may_be_compared(each: Quantity) -> bool:
    """Return whether it tells something; a small count may if it says of what: "eleven engines"."""
    moved = each.early or each.late  # "four unions by noon"
    least = 2 if each.issuer or moved else LEAST_COUNT  # parties dispute how many shots fell
    return each.is_telling or (each.figure.value >= least and bool(each.of or each.unit))


def _crowded(found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities, marked where one article gives several values of one kind.

    Which of three distances answers to another report's distance is anybody's guess. Counts are
    told apart by what is counted.
    """
    values: dict[object, set[float]] = defaultdict(set)
    for each in found:
        # "with a third of the votes counted" is not the result, "another four" no new number
        if not (each.is_worded_share or each.beside == "another" or "more" in each.which):
            for kind in _kinds(each):
                values[kind].add(round(each.base, 3))
    return [
        replace(each, crowded=len(values[aspect]) > 1, sole=len(values[dimension]) <= 1)
        for each in found
        for aspect, dimension in [_kinds(each)]
    ]


def _kinds(each: Quantity) -> tuple[object, object]:
    """Return what a quantity may be mistaken for others of: narrowly and widely taken."""
    narrow = each.aspect if each.is_measured else each.of
    wide = each.dimension if each.is_measured else each.unit
    return (each.article, each.dimension, narrow), (each.article, wide)


def _is_read(figure: Figure) -> bool:
    return figure.span.part in ("body", "headline", "deck")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the figures of one article tell, whatever its story."""

    quantities: tuple[Quantity, ...]  # as yet without place in the story, actors and issuer
    parts: tuple[tuple[float, float], ...]  # each with its whole
    rates: tuple[tuple[str, str, float], ...]


@once_per_article
def _read(annotated: Annotated) -> _Read:
    figures = [f for f in annotated.figures if f.matter and _is_read(f)]
    return _Read(
        quantities=tuple(quantity_in(annotated, figure) for figure in figures),
        parts=tuple(parts_told(annotated, figures)),
        rates=tuple(rates_told(annotated, figures)),
    )


def _in_its_story(each: Quantity, annotated: Annotated, reading: Reading) -> Quantity:
    """Return a quantity with what only the story tells: who is meant, what has been replaced."""
    return replace(
        each,
        place=reading.place(each.article),
        actors=_actors(annotated, each.sentence, each.figure, reading),
        countries=frozenset(
            named.id
            for named in reading.entities_in(each.article, each.sentence)
            if named.kind == "country"
        ),
        issuer=_issuer(annotated, each.figure, reading),
        old=each.article in reading.superseded,
    )


def _actors(
    annotated: Annotated, sentence: Span, figure: Figure, reading: Reading
) -> frozenset[EntityId]:
    """Return the persons and organizations of a sentence, less the party that gives the figure."""
    article = annotated.article.id
    giving = reading.entities_in(article, figure.issuer) if figure.issuer else ()
    return frozenset(
        each.id
        for each in reading.entities_in(article, sentence)
        if each.kind in ("person", "organization") and each not in giving
    )


def _issuer(annotated: Annotated, figure: Figure, reading: Reading) -> str:
    """Return who gives the figure: the entity named there, else the words if they may name one."""
    if figure.issuer is None:
        return ""
    words = folded(annotated.article.words(figure.issuer))
    if len(words.split()) > LONGEST_ISSUER:
        return ""
    named = reading.entities_in(annotated.article.id, figure.issuer)
    if len(named) == 1 and named[0].kind != "country":  # "Ukraine's energy ministry" is not Ukraine
        return named[0].name
    return _ARTICLE.sub(lambda found: found[0].lower(), words)


# "The company's own statement" stands within a line; "The Hague court" keeps its capital.
_ARTICLE = re.compile(r"^(?:The|A|An|Its|Their|His|Her|Some|Local|Officials)(?=$|\s[a-z])")
