"""Lay the figures of all sources side by side and say how they differ, never which is right."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.dossier import FigureComparison, FigureRelation, FigureValue, StoryMaterial
from twosource.model.identity import ArticleId, LineageId
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.differences import difference, same_value
from twosource.stages.dossier.quantities import Quantity, quantities
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import likeness

MOST_SINGLE = 12
LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
SAME_VALUE_CONTEXT = 0.12  # equal values need less: chance hardly makes them equal


def compare_figures(material: StoryMaterial, cite: Cite) -> tuple[FigureComparison, ...]:
    """Return the quantities several outlets give, then the most telling ones that one gives alone.

    Only figures that measure the same thing are compared: one dimension (after conversion), one
    outcome for people ("dead" is not "injured"), overlapping words for what is measured, and
    sentences that speak of the same. Conflicts come first, then updates, other scopes, units,
    roundings and agreement; within these the quantities most outlets give.
    """
    reading = Reading(material)
    groups = same_quantities(quantities(material, reading), reading)
    compared, single = [], []
    for group in groups:
        comparison = _comparison(group, reading, cite)
        if len({q.outlet for q in group}) > 1:
            compared.append((group, comparison))
        elif group[0].issuer or any(q.in_lead for q in group):
            single.append((group, comparison))
    compared.sort(key=lambda each: (_ORDER.index(each[1].relation), *_telling(each[0])))
    single.sort(key=lambda each: _telling(each[0]))
    return tuple(each for _, each in (*compared, *single[:MOST_SINGLE]))


_ORDER: tuple[FigureRelation, ...] = (
    "conflict", "update", "scope", "unit", "rounding", "same", "single",
)  # fmt: skip


def _telling(group: list[Quantity]) -> tuple[int, int, int]:
    outlets = len({q.outlet for q in group})
    return (
        -outlets,
        0 if any(q.in_lead for q in group) else 1,
        group[0].place * 100_000 + group[0].figure.span.start,
    )


def same_quantities(found: Sequence[Quantity], reading: Reading) -> list[list[Quantity]]:
    """Return the figures grouped by what they measure, each group in the order of articles.

    A figure joins the group whose members all may measure the same and of which one is likest.
    """
    groups: list[list[Quantity]] = []
    for each in found:
        fits = [
            (max(_nearness(each, other, reading) for other in group), -place)
            for place, group in enumerate(groups)
            if all(_comparable(each, other) for other in group)
        ]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(each)
        else:
            groups.append([each])
    return groups


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether nothing says that two figures measure different things."""
    if one.dimension != other.dimension or one.change != other.change:
        return False
    if one.outcome != other.outcome:
        return {one.outcome, other.outcome} == {"injured", "in hospital"}
    if one.article == other.article:
        return same_value(one, other)
    return True


def _nearness(one: Quantity, other: Quantity, reading: Reading) -> float:
    """Return how surely two comparable figures are of one thing, 0 where it is not sure.

    What is measured must be the same outcome or share words; then the sentences must share words
    or names, the less the nearer the values lie: 240 and 240.1 are hardly two things.
    """
    alike = likeness(one.context, other.context)
    if one.article == other.article:
        return 0.5 + alike if one.of == other.of or one.outcome else 0.0
    if one.outcome and one.outcome == other.outcome:
        matter = 0.6
    elif one.of and other.of:
        matter = likeness(one.of, other.of)
        if matter < 0.4:
            return 0.0
    else:
        # without head words only an equal value in a like sentence is the same quantity
        return alike if same_value(one, other) and alike >= LEAST_CONTEXT else 0.0
    shared_names = bool(one.names & other.names)
    wanted = SAME_VALUE_CONTEXT if same_value(one, other) else LEAST_CONTEXT
    if one.outcome and shared_names:
        wanted /= 2
    return matter + alike if alike >= wanted else 0.0


def _comparison(group: list[Quantity], reading: Reading, cite: Cite) -> FigureComparison:
    relation, note = difference(group, reading)
    return FigureComparison(
        what=_what(group),
        relation=relation,
        note=note,
        values=tuple(_value(same, reading, cite) for same in _by_value(group)),
    )


def _by_value(group: list[Quantity]) -> list[list[Quantity]]:
    """Return the group's figures by value as told (value, upper end, unit), in order of telling."""
    values: dict[tuple[float, float | None, str | None, bool], list[Quantity]] = {}
    for each in group:
        figure = each.figure
        key = (figure.value, figure.high, figure.unit, figure.approximate)
        values.setdefault(key, []).append(each)
    return list(values.values())


def _value(same: list[Quantity], reading: Reading, cite: Cite) -> FigureValue:
    first = same[0].figure
    return FigureValue(
        shown=same[0].words,
        value=first.value,
        high=first.high,
        unit=first.unit,
        approximate=first.approximate,
        issuer=next((each.issuer for each in same if each.issuer), ""),
        as_of=next((each.figure.when for each in same if each.figure.when), ""),
        outlets=reading.outlets_in_order(each.article for each in same),
        citations=tuple(cite(each.article, each.sentence) for each in same),
    )


def _what(group: list[Quantity]) -> str:
    """Return what is measured in the words most reports use for it."""
    told = [each.figure.of for each in group if each.figure.of]
    outcome = next((each.outcome for each in group if each.outcome), "")
    if outcome:
        return outcome
    if not told:
        return group[0].words
    return max(told, key=lambda words: (told.count(words), len(words), words))


def reports_of(group: Sequence[Quantity], reading: Reading) -> set[LineageId]:
    """Return the reports that give a quantity."""
    articles: set[ArticleId] = {each.article for each in group}
    return {reading.report(article) for article in articles}
