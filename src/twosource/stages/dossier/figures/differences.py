"""Say how the values of one quantity differ: rounding, unit, update, scope or conflict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations

from twosource.model.dossier import FigureRelation
from twosource.stages.dossier.figures.alike import (
    as_rough_as_told,
    is_converted,
    is_equal,
    leaves_room,
    rougher_first,
    same_value,
)
from twosource.stages.dossier.figures.matter import in_turn, told_days_apart
from twosource.stages.dossier.figures.nearness import TOLL_CONTEXT, nearness
from twosource.stages.dossier.figures.outcomes import COUNTED_ON
from twosource.stages.dossier.figures.quantity import (
    Quantity,
    of_two_days,
    scopes_differ,
    told_by_two,
)
from twosource.stages.dossier.figures.reprints import AskedOnce
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import likeness

MIDNIGHT = "T00:00:00+00:00"
HOURS_TO_CORRECT = 6  # a lower toll sooner than this after a higher one is another source's
HOURS_OF_ONE_TIME = 2  # tolls of two parties so near in time were most likely counted apart
DAY = len("2026-03-03")

SHRINKING = frozenset({"missing", "trapped"})


def difference(group: Sequence[Quantity], reading: Reading) -> tuple[FigureRelation, str]:
    """Return how a quantity's values differ and a sentence that says it.

    "conflict" is the last answer, only for equal outcome and day from reports of one time where
    nothing else explains the difference. One outlet's figure alone is "single".
    """
    outlets = {each.outlet for each in group}
    group = as_rough_as_told(group)
    apart = pairs_apart(group)
    if not apart:
        if len(outlets) == 1:
            return "single", f"Only {reading.outlet_name(group[0].outlet)} gives this figure."
        reports = {reading.report_of[each.article] for each in group}
        copies = ", all with one report," if len(reports) == 1 else ""
        return _agreement(group, who=f"{len(outlets)} outlets{copies}")
    one, other = apart[0]
    if all(scopes_differ(*pair) for pair in apart):
        return "scope", f"{told(one, reading)}, {told(other, reading)}: not the same scope."
    unexplained = _unexplained(group, apart)
    if not unexplained:
        first, last = _first_and_last(group, apart)
        by_hours = first.article == last.article and first.early and last.early
        known = first.old or by_hours or (first.published and first.published < last.published)
        order = ", later" if known else "; which is later is not told:"
        return "update", f"{told(first, reading)}{order} {told(last, reading)}."
    of_two = [pair for pair in unexplained if not _in_one_report(*pair, reading)]
    one, other = (of_two or unexplained)[0]
    why = "nothing tells them apart" if of_two else "both print one report"
    return "conflict", f"{told(one, reading)}, {told(other, reading)}; {why}."


def pairs_apart(group: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of a group, in its order, that do not tell one amount."""
    same = AskedOnce(group, same_value)
    return [
        (one, other)
        for place, one in enumerate(group, 1)
        for other, alike in zip(group[place:], same.of_each(one, group[place:]), strict=True)
        if not alike
    ]


def _agreement(group: Sequence[Quantity], who: str) -> tuple[FigureRelation, str]:
    pairs = list(combinations(group, 2))
    for one, other in pairs:
        if not is_equal(one, other) and is_converted(one, other):
            return "unit", f"“{one.words}” and “{other.words}” are one amount in two units."
    for one, other in pairs:
        if not is_equal(one, other):
            rough, exact = rougher_first(one, other)
            return "rounding", f"“{rough.words}” is the rounder way to tell “{exact.words}”."
    return "same", f"{who} give the same figure."


def _in_one_report(one: Quantity, other: Quantity, reading: Reading) -> bool:
    return reading.report_of[one.article] == reading.report_of[other.article]


def told(each: Quantity, reading: Reading) -> str:
    """Return who has a figure and in which words: “Norda has “14 people” (rescue officials)”."""
    by = f" ({each.issuer})" if each.issuer else ""
    return f"{reading.outlet_name(each.outlet)} has “{each.words}”{by}"


def _unexplained(
    group: Sequence[Quantity], apart: Sequence[tuple[Quantity, Quantity]]
) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of values that neither scope nor time explains.

    Time does when the values hold for different dates, when a report says that its number is an
    early or a newer one, or when what is counted on (a toll) moved on. Where an outlet's own later
    version changed the figure, that explains them all.
    """
    if any(a.outlet == b.outlet and a.old != b.old for a, b in apart):
        return []
    histories = {frozenset((a.base, b.base)) for a, b in apart if _of_one_history(a, b)}
    return [
        (a, b)
        for a, b in apart
        if frozenset((a.base, b.base)) not in histories
        and not (scopes_differ(a, b) or of_two_days(a, b) or in_turn(a, b) or told_days_apart(a, b))
        and not (_counted_on(a, b) and _moved_on(a, b, group))
        and not _still_counted(a, b)
        and nearness(a, b) > 0  # a third figure may have brought them together
    ]


def _still_counted(one: Quantity, other: Quantity) -> bool:
    """Return whether two reports each tell a count that goes on: "with 96 per cent counted"."""
    return one.early and other.early and one.published != other.published


def _of_one_history(one: Quantity, other: Quantity) -> bool:
    """Return whether one article tells how a number moved, and no two parties' numbers.

    Of a number that two of them give, each at an hour ("by four o'clock"), it tells that, too.
    """
    by_hours = one.early and other.early
    return one.article == other.article and (by_hours or not told_by_two(one, other))


def _counted_on(one: Quantity, other: Quantity) -> bool:
    return one.outcome in COUNTED_ON and other.outcome in COUNTED_ON


def _moved_on(one: Quantity, other: Quantity, group: Sequence[Quantity]) -> bool:
    """Return whether a toll moved from one value to the other between the reports.

    A toll grows (the number of the missing falls). A report dated to the day alone may be hours
    before another of that day, and of undated ones nothing is known: then it has most likely
    moved, too. A value that came up later and goes the other way is a correction if hours lie
    between; sooner, two sources contradict each other.
    """
    if _counted_by_two(one, other):
        return False
    low = min((one, other), key=lambda each: each.base)
    told_so = [e for e in group if e.article == low.article and e.base == low.base]
    if any(map(leaves_room, told_so)):
        return True
    first, second = _first_told(one, group), _first_told(other, group)
    if not first or not second or (first[:DAY] == second[:DAY] and MIDNIGHT in first + second):
        return True
    if first == second:
        return False
    grew = ((other.base > one.base) == (first < second)) != (one.outcome in SHRINKING)
    hours = abs(_time(first) - _time(second)) / timedelta(hours=1)
    return grew or hours >= HOURS_TO_CORRECT or max(first, second).endswith(MIDNIGHT)


def _counted_by_two(one: Quantity, other: Quantity) -> bool:
    """Return whether two parties give tolls at nearly one time: the army's, the hospital's."""
    parties = bool(one.issuer and other.issuer) and not one_party(one.issuer, other.issuer)
    timed = parties and one.published and other.published
    if not timed or MIDNIGHT in one.published + other.published:
        return False
    hours = abs(_time(one.published) - _time(other.published)) / timedelta(hours=1)
    return hours <= HOURS_OF_ONE_TIME and likeness(one.context, other.context) >= TOLL_CONTEXT


def one_party(one: str, other: str) -> bool:
    """Return whether two parties are called alike, or one in fewer words: "the police"."""
    left, right = (frozenset(each.lower().split()) - {"the"} for each in (one, other))
    return left <= right or right <= left


def _first_told(value: Quantity, group: Sequence[Quantity]) -> str:
    told = [each.published for each in group if each.base == value.base and each.published]
    return min(told, default="")


def _time(published: str) -> datetime:
    return datetime.fromisoformat(published)


def _first_and_last(
    group: Sequence[Quantity], apart: Sequence[tuple[Quantity, Quantity]]
) -> tuple[Quantity, Quantity]:
    """Return two values that differ, the one told first before the other.

    Where an outlet has changed its own figure, its two versions say it best; else the first value
    and the one that came up last, of dated reports if there are two.
    """
    own = [(a, b) for a, b in apart if a.outlet == b.outlet and a.old != b.old]
    if own:
        one, other = own[0]
        return (one, other) if one.old else (other, one)
    return max(
        ((a, b) if _first_told(a, group) <= _first_told(b, group) else (b, a) for a, b in apart),
        key=lambda pair: (
            bool(pair[0].published and pair[1].published),
            _first_told(pair[1], group),
            -pair[0].place,
            -pair[1].place,
        ),
    )
