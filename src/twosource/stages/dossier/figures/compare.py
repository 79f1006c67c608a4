"""Lay the figures of all sources side by side and say how they differ, never which is right."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.dossier import FigureComparison, FigureRelation, FigureValue, StoryMaterial
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.figures.differences import difference, meaning_digits, same_value
from twosource.stages.dossier.figures.quantities import Quantity, quantities
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import likeness

MOST_COMPARED = 30
MOST_SINGLE = 6
SPANS = ("second", "month")  # how long something took is no figure to list by itself
LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
TOLL_CONTEXT = 0.35  # the same for tolls that are not told early
CROWDED_CONTEXT = 0.4  # the same where an article has several values in that unit
LARGE = 1000  # a count that two reports hardly share by chance
SAME_VALUE_CONTEXT = 0.1  # equal values need less: chance hardly makes them equal
LEAST_MATTER = 0.5  # Dice of the words for what is measured, where the values differ


def compare_figures(material: StoryMaterial, cite: Cite) -> tuple[FigureComparison, ...]:
    """Return the quantities several outlets give, then the most telling ones that one gives alone.

    Only figures that measure the same thing are compared: one dimension (after conversion), one
    outcome for people ("dead" is not "injured"), overlapping words for what is measured, and
    sentences that speak of the same. Conflicts come first, then updates, other scopes, units,
    roundings and agreement; within these the quantities most outlets give.
    """
    reading = Reading(material)
    groups = same_quantities(quantities(reading))
    compared, single = [], []
    for group in groups:
        comparison = _comparison(group, reading, cite)
        if comparison.relation != "single":
            compared.append((group, comparison))
        elif any(q.issuer and q.of and q.is_telling and q.dimension not in SPANS for q in group):
            single.append((group, comparison))
    compared += [
        (one + other, _scopes(one, other, reading, cite)) for one, other in kindred(groups)
    ]
    compared.sort(key=lambda each: (_ORDER.index(each[1].relation), *_telling(each[0])))
    single.sort(key=lambda each: _telling(each[0]))
    listed = compared[:MOST_COMPARED] + _new_amounts(single, compared)[:MOST_SINGLE]
    return tuple(each for _, each in listed)


# Of one event the one holds the other, so that a reader takes them for a contradiction.
_KINDRED = (("injured", "in hospital"), ("passengers", "rescued"), ("passengers", "evacuated"))


def kindred(groups: Sequence[list[Quantity]]) -> list[tuple[list[Quantity], list[Quantity]]]:
    """Return the tolls of the event that count some or all of the same people in two ways.

    Of each outcome the toll that most outlets tell, and only where both are told early by some
    report and the numbers differ.
    """
    best: dict[str, list[Quantity]] = {}
    for group in groups:
        outcome = group[0].outcome
        if outcome and any(each.in_lead for each in group):
            best[outcome] = min(best.get(outcome, group), group, key=_telling)
    return [
        (best[one], best[other])
        for one, other in _KINDRED
        if one in best and other in best and not same_value(best[one][-1], best[other][-1])
    ]


_Compared = tuple[list[Quantity], FigureComparison]


def _new_amounts(single: list[_Compared], compared: list[_Compared]) -> list[_Compared]:
    """Return the single figures whose amount does not stand in the list already."""
    listed = [quantity for group, _ in compared for quantity in group]
    kept = []
    for group, comparison in single:
        first = group[0]
        if not any(q.dimension == first.dimension and q.base == first.base for q in listed):
            kept.append((group, comparison))
            listed += group
    return kept


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


def same_quantities(found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Return the figures grouped by what they measure, each group in the order of articles.

    A figure joins the group that it fits best, in order of telling.
    """
    groups: list[list[Quantity]] = []
    for each in found:
        fits = [(_fit(each, group), -place) for place, group in enumerate(groups)]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(each)
        else:
            groups.append([each])
    return groups


def _fit(each: Quantity, group: list[Quantity]) -> float:
    """Return how well a figure fits a group, 0 where it does not.

    It must be near one member, and near at least half of those that tell another amount: a number
    that two sentences share must not tie two things together. Tolls of one number may.
    """
    if not all(_comparable(each, other) for other in group):
        return 0.0
    near = [_nearness(each, other) for other in group]
    for n, other in zip(near, group, strict=True):
        if n > 0 and each.base == other.base and (each.outcome or _one_by_name(each, other)):
            return max(near)
    others = [n for n, other in zip(near, group, strict=True) if not same_value(each, other)]
    if 2 * sum(n > 0 for n in others) < len(others):
        return 0.0
    return max(near)


def _one_by_name(one: Quantity, other: Quantity) -> bool:
    """Return whether a large number of one kind of thing stands twice: 900,000 households."""
    return bool(one.of) and one.of == other.of and one.figure.value >= LARGE


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether nothing says that two figures measure different things."""
    if one.dimension != other.dimension or one.figure.change != other.figure.change:
        return False
    if one.outcome != other.outcome:
        return False
    # one house may write of two events; only what it corrects in a later version is an update
    two_sources = one.outlet != other.outlet or one.old != other.old
    return (two_sources and one.article != other.article) or same_value(one, other)


def _nearness(one: Quantity, other: Quantity) -> float:
    """Return how surely two comparable figures are of one thing, 0 where it is not sure.

    Equal values need little more: chance hardly makes them equal. Different values are of one
    thing only if it is called alike and the sentences speak of the same: rather let a difference
    pass than show one that is none.
    """
    alike = likeness(one.context, other.context)
    if one.outcome and one.outcome == other.outcome:
        return 1 + alike if same_value(one, other) or _one_count(one, other, alike) else 0.0
    if same_value(one, other):
        matter = likeness(one.of, other.of)
        if one.is_small or other.is_small:
            told = one.base == other.base and matter >= LEAST_MATTER and alike >= LEAST_CONTEXT
            return 1 + matter + alike if told else 0.0
        sure = matter >= LEAST_MATTER or _hardly_by_chance(one, other)
        return 1 + matter + alike if sure or alike >= SAME_VALUE_CONTEXT else 0.0
    if one.dimension == "percent" and not _of_one_day(one, other):
        return 0.0  # shares rise by one number at noon and by another at the close
    matter = likeness(one.of, other.of)
    if one.is_small or other.is_small:
        return 0.0
    if one.crowded or other.crowded:
        wanted = CROWDED_CONTEXT
    else:
        wanted = LEAST_CONTEXT / 2 if one.is_measured and other.is_measured else LEAST_CONTEXT
    return matter + alike if matter >= LEAST_MATTER and alike >= wanted else 0.0


def _of_one_day(one: Quantity, other: Quantity) -> bool:
    """Return whether two shares hold for one time, or each has somebody who gives it."""
    told = one.figure.when, other.figure.when
    return (all(told) and told[0] == told[1]) or bool(one.issuer and other.issuer)


def _hardly_by_chance(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures of one amount are hardly of two things: 24 m/s, 240.1 bn."""
    common = one.dimension in ("", "second", "month", "percent")
    return one.is_measured and not common and max(map(meaning_digits, (one, other))) > 1


def _one_count(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether two tolls are of the story's own event and of the same people.

    Both told early, or in sentences much alike: "479 people" of a storm years ago is neither. The
    two pilots among twelve dead, or "ten more", are other people than the twelve.
    """
    told = one.figure.when, other.figure.when
    years = not all(told) or (told[0] or "")[:4] == (told[1] or "")[:4]
    own_update = one.outlet == other.outlet and one.old != other.old
    return (
        years
        and one.which == other.which
        and (own_update or (one.in_lead and other.in_lead) or alike >= TOLL_CONTEXT)
    )


def _comparison(group: list[Quantity], reading: Reading, cite: Cite) -> FigureComparison:
    relation, note = difference(group, reading)
    return FigureComparison(
        what=_what(group),
        relation=relation,
        note=note,
        values=tuple(_value(same, reading, cite) for same in _by_value(group)),
    )


def _scopes(
    one: list[Quantity], other: list[Quantity], reading: Reading, cite: Cite
) -> FigureComparison:
    first, second = one[-1], other[-1]
    return FigureComparison(
        what=f"{first.outcome} and {second.outcome}",
        relation="scope",
        note=f"“{first.words}” are the {first.outcome}, “{second.words}” the {second.outcome}: "
        "not the same people are counted.",
        values=tuple(
            _value(same, reading, cite)
            for group in (one, other)
            for same in _by_value(group)
            if same_value(same[0], group[-1])
        ),
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
    """Return what is measured in the words most reports use for it, the first of them in a tie.

    Where no report names it, the words that stand round the first figure say what it is.
    """
    outcome = next((each.outcome for each in group if each.outcome), "")
    if outcome:
        return outcome
    told = [each.what for each in group if each.what and each.of]
    return max(told, key=told.count) if told else group[0].around
