"""Say how the values of one quantity differ: rounding, unit, update, scope or conflict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from twosource.model.dossier import FigureRelation
from twosource.stages.dossier.figures.quantities import Quantity
from twosource.stages.dossier.reading import Reading

EQUAL = 1e-9  # relative: two ways of writing one number
CONVERTED = 0.02  # relative: "26 miles" for 42 km is 0.4 % off
ROUGHLY = 0.08  # relative, where both say "about": "about two miles" for "about 3 kilometres"
NEAR = 0.05  # relative: what is further off is another number, not a rounder one
ROUNDED = 0.025  # relative, where no word says "about": $7,000 is not $7,348
NARROW = 1.25  # times its lower end; "40 to 70 percent" is no way to tell 50
LEAST_ROUNDED = 100  # people; fewer are counted one by one
MIDNIGHT = "T00:00:00+00:00"
HOURS_TO_CORRECT = 6  # a lower toll sooner than this after a higher one is another source's
DAY = len("2026-03-03")
DEGREES = 0.6  # two temperatures nearer than this are one, rounded

SHRINKING = frozenset({"missing", "trapped"})
# What can only be counted on while an event goes on; a later number replaces an earlier one.
COUNTED_ON = frozenset(
    {"dead", "injured", "in hospital", "missing", "rescued", "evacuated", "arrested"}
)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures tell the same amount, rounding and conversion allowed."""
    return _equal(one, other) or _rounded(one, other) or _converted(one, other)


def difference(group: Sequence[Quantity], reading: Reading) -> tuple[FigureRelation, str]:
    """Return how a quantity's values differ and a sentence that says it.

    "conflict" is the last answer, only for equal outcome and day from reports of one time where
    nothing else explains the difference. One outlet's figure alone is "single".
    """
    outlets = {each.outlet for each in group}
    pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :]]
    apart = [(a, b) for a, b in pairs if not same_value(a, b)]
    if not apart:
        if len(outlets) == 1:
            return "single", f"Only {reading.outlet_name(group[0].outlet)} gives this figure."
        return _agreement(pairs, len(outlets))
    one, other = apart[0]
    if _other_scope(apart):
        return "scope", f"{_told(one, reading)}, {_told(other, reading)}: not the same scope."
    if _is_update(group, apart):
        first, last = _first_and_last(group, apart)
        known = first.old or (first.published and first.published < last.published)
        order = ", later" if known else "; which is later is not told:"
        return "update", f"{_told(first, reading)}{order} {_told(last, reading)}."
    one, other = next((a, b) for a, b in apart if not _scopes_differ(a, b))
    return "conflict", f"{_told(one, reading)}, {_told(other, reading)}; nothing tells them apart."


def _agreement(
    pairs: Sequence[tuple[Quantity, Quantity]], outlets: int
) -> tuple[FigureRelation, str]:
    for one, other in pairs:
        if not _equal(one, other) and _converted(one, other):
            return "unit", f"“{one.words}” and “{other.words}” are one amount in two units."
    for one, other in pairs:
        if not _equal(one, other):
            rough, exact = sorted((one, other), key=meaning_digits)
            return "rounding", f"“{rough.words}” is the rounder way to tell “{exact.words}”."
    return "same", f"{outlets} outlets give the same figure."


def _told(each: Quantity, reading: Reading) -> str:
    by = f" ({each.issuer})" if each.issuer else ""
    return f"{reading.outlet_name(each.outlet)} has “{each.words}”{by}"


def _equal(one: Quantity, other: Quantity) -> bool:
    counted = one.figure.unit == other.figure.unit or not (one.is_measured or other.is_measured)
    return (
        counted
        and math.isclose(one.base, other.base, rel_tol=EQUAL)
        and (one.base_high is None) == (other.base_high is None)
        and math.isclose(one.base_high or 0, other.base_high or 0, rel_tol=EQUAL)
    )


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Return whether the rougher number is the finer one rounded to its own last digit.

    Also when one says that it is rough ("about 240", "more than 240") and lies within five per
    cent, and when a range holds the other value. Tolls are counted, not rounded: "10" is not "14".
    """
    if one.figure.unit != other.figure.unit:
        return False
    if _in_range(one, other) or _in_range(other, one):
        return True
    if one.base_high is not None or other.base_high is not None:
        return False
    rough, exact = sorted((one, other), key=meaning_digits)
    if rough.outcome and rough.base < LEAST_ROUNDED:
        return False
    if rough.figure.approximate or exact.figure.approximate:
        return math.isclose(one.base, other.base, rel_tol=NEAR)
    step = _step(rough.figure.value) * rough.base / (rough.figure.value or 1.0)
    return (
        meaning_digits(rough) < meaning_digits(exact)
        and abs(rough.base - exact.base) <= step / 2 * (1 + EQUAL)
        and math.isclose(rough.base, exact.base, rel_tol=ROUNDED)
    )


def _in_range(range_: Quantity, other: Quantity) -> bool:
    return (
        range_.base_high is not None
        and other.base_high is None
        and range_.base <= other.base <= range_.base_high
        and (bool(range_.outcome) or range_.base_high <= NARROW * range_.base)
    )


def meaning_digits(each: Quantity) -> int:
    """Return how many digits of a value mean something: 2 for 240, 4 for 240.1, 1 for 3 million."""
    return len(f"{each.figure.value:.12g}".replace(".", "").strip("0").split("e")[0])


def _step(value: float) -> float:
    """Return the size of a number's last meaning digit: 10 for 240, 0.1 for 240.1."""
    shown = f"{value:.12g}"
    if "e" in shown:
        return 10.0 ** math.floor(math.log10(abs(value))) if value else 1.0
    if "." in shown:
        return float(10.0 ** -len(shown.split(".")[1]))
    return float(10 ** (len(shown) - len(shown.rstrip("0"))))


def _converted(one: Quantity, other: Quantity) -> bool:
    """Return whether the figures are one amount in two units of one dimension."""
    if one.figure.unit == other.figure.unit or one.dimension != other.dimension:
        return False
    if not (one.is_measured and other.is_measured):
        return False
    if "celsius" in (one.figure.unit, other.figure.unit):
        return abs(one.base - other.base) <= DEGREES
    rough = one.figure.approximate or other.figure.approximate
    round_ = min(meaning_digits(one), meaning_digits(other)) == 1
    loose = ROUGHLY if rough else NEAR if round_ else CONVERTED
    return math.isclose(one.base, other.base, rel_tol=loose)


def _other_scope(apart: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Return whether different values hold for different things: outcome, year, place, words."""
    return all(_scopes_differ(one, other) for one, other in apart)


def _scopes_differ(one: Quantity, other: Quantity) -> bool:
    if one.outcome != other.outcome or one.which != other.which:
        return True
    if one.figure.when and other.figure.when and one.figure.when[:4] != other.figure.when[:4]:
        return True
    return not (one.outcome or one.of <= other.of or other.of <= one.of)


def _is_update(group: Sequence[Quantity], apart: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Return whether later reports replace earlier ones.

    So it is when the values hold for different dates, when an outlet's own later version changed
    the figure, or when what is counted on (a toll) moved on.
    """
    if all(a.figure.when and b.figure.when and a.figure.when != b.figure.when for a, b in apart):
        return True
    if any(a.outlet == b.outlet and a.old != b.old for a, b in apart):
        return True
    counted_on = all(each.outcome in COUNTED_ON for each in group)
    return counted_on and all(_moved_on(a, b, group) for a, b in apart)


def _moved_on(one: Quantity, other: Quantity, group: Sequence[Quantity]) -> bool:
    """Return whether a toll moved from one value to the other between the reports.

    A toll grows (the number of the missing falls). A report dated to the day alone may be hours
    before another of that day, and of undated ones nothing is known: then it has most likely
    moved, too. A value that came up later and goes the other way is a correction only if hours
    lie between; sooner, two sources contradict each other.
    """
    first, second = _first_told(one, group), _first_told(other, group)
    if not first or not second or (first[:DAY] == second[:DAY] and MIDNIGHT in first + second):
        return True
    if first == second:
        return False
    early, late = (one, other) if first < second else (other, one)
    grew = (late.base > early.base) != (one.outcome in SHRINKING)
    hours = abs(_time(first) - _time(second)) / timedelta(hours=1)
    return grew or hours >= HOURS_TO_CORRECT


def _first_told(value: Quantity, group: Sequence[Quantity]) -> str:
    told = [each.published for each in group if same_value(each, value) and each.published]
    return min(told, default="")


def _time(published: str) -> datetime:
    return datetime.fromisoformat(published)


def _first_and_last(
    group: Sequence[Quantity], apart: Sequence[tuple[Quantity, Quantity]]
) -> tuple[Quantity, Quantity]:
    """Return two values that differ, the one told first before the other.

    Where an outlet has changed its own figure, its two versions say it best; else the first value
    and the one that came up last.
    """
    own = [(a, b) for a, b in apart if a.outlet == b.outlet and a.old != b.old]
    if own:
        one, other = own[0]
        return (one, other) if one.old else (other, one)
    return max(
        ((a, b) if _first_told(a, group) <= _first_told(b, group) else (b, a) for a, b in apart),
        key=lambda pair: (_first_told(pair[1], group), -pair[0].place, -pair[1].place),
    )
