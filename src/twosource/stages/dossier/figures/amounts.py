"""Bring amounts of one kind into one unit: currencies at the texts' own rates, plain degrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from twosource.model.annotated import Annotated, Figure
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.once import Known
from twosource.text.units import is_currency, one_of_each

# What may stand between an amount and the same amount in another currency.
_BETWEEN = re.compile(
    r"(?:\s(?:(?:last|this) (?:year|month|quarter)|a year|in \d{4}))?[\s(\[,—–-]*"
    r"(?:or|about|around|some|roughly|nearly|equal to|ie|i\.e\.)?\s*"
)


def with_told(before: Known[Quantity], each: Quantity, **told: Any) -> Quantity:
    """Return a figure with fields that its story tells, the very same as before if it was."""
    return before.of(lambda: replace(each, **told), each, given=told)


def in_degrees(found: Sequence[Quantity], before: Known[Quantity]) -> list[Quantity]:
    """Return the quantities, plain degrees read in the scale that another report names for them."""
    scales = {
        each.figure.value: each
        for each in reversed(found)
        if each.figure.unit in ("celsius", "fahrenheit")
    }
    read = []
    for each in found:
        like = scales.get(each.figure.value) if each.figure.unit == "degree" else None
        if like is None:
            read.append(each)
            continue
        figure = replace(each.figure, unit=like.figure.unit)
        read.append(
            with_told(
                before,
                each,
                figure=figure,
                unit=figure.unit,
                base=like.base,
                dimension=like.dimension,
            )
        )
    return read


def in_told_currency(found: Sequence[Quantity], before: Known[Quantity]) -> list[Quantity]:
    """Return the quantities, "kroner" of no told country read as the one krone of the story."""
    meant = one_of_each(each.figure.unit for each in found)
    read = []
    for each in found:
        unit = meant.get(each.figure.unit or "")
        if unit is not None:
            figure = replace(each.figure, unit=unit)
            each = with_told(before, each, figure=figure, unit=unit, dimension=unit)
        read.append(each)
    return read


def rates_told(annotated: Annotated, figures: Sequence[Figure]) -> Iterable[tuple[str, str, float]]:
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


def in_one_currency(
    found: Sequence[Quantity], rates: Mapping[tuple[str, str, float], int], before: Known[Quantity]
) -> list[Quantity]:
    """Return the quantities with amounts in other currencies changed at the texts' own rates.

    Without a rate in some text, currencies stay apart: nobody here knows the day's rate.
    """
    known: dict[str, tuple[str, float]] = {}
    for source, target, rate in sorted(rates, key=lambda each: (-rates[each], each)):
        if source not in known and target not in known:
            known[source] = (target, rate)
    changed = []
    for each in found:
        if each.dimension in known:
            target, rate = known[each.dimension]
            high = None if each.base_high is None else each.base_high * rate
            each = with_told(before, each, dimension=target, base=each.base * rate, base_high=high)
        changed.append(each)
    return changed
