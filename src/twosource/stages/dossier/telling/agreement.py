"""Say how far two sayings come to the same, and whether one says the opposite of the other."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from math import isclose

from twosource.stages.dossier.telling.gist import Gist
from twosource.stages.dossier.telling.vocabulary import meaning_of

DAY_WEIGHT = 0.3  # of a day or month that both name
NEARER = 0.8  # to the shorter saying: a part of what was said is often all that is told
ROUNDED = 0.01  # relative
SHARED_WORDING = 0.6  # of the longer saying's words, in order
MOST_EXCHANGED = 4  # words at one place
LEAST_EXCHANGED = 0.15  # what a word must tell, so that another in its place changes the saying
LINES_HELD = 4096
ONE_TEXT = 8  # words in a row: one text stands behind both, however it was edited
MOST_REPEATED = 3  # words that may stand in a saying twice: "the", "of"
# Who does this to an act leaves it undone: the launch "was put off", a merger "called off".
UNDOING = frozenset(
    meaning_of(each)[0]
    for each in "cancel delay prevent avoid threaten propose suggest demand deny refuse".split()
)
_DYING = frozenset(meaning_of(each)[0] for each in "die kill drown".split())
_DEATH = _DYING | {
    meaning_of(each)[0]
    for each in """death body bodies corpse victim life lives slain suicide execute assassinate
    succumb""".split()
}
DENIED = 0.3  # of the weight shared: less is said no to in another clause


def overlap(one: Gist, other: Gist) -> float:
    """Return the share of weight two sayings have in common, 0 to 1, nearer to the shorter's."""
    shorter, longer = sorted((one.weight, other.weight))
    if not shorter:
        return 0.0
    return min(1.0, shared_weight(one, other) / (NEARER * shorter + (1 - NEARER) * longer))


def shared_weight(one: Gist, other: Gist) -> float:
    """Return how much what both name tells, days among it."""
    things = one.told.keys() & other.told.keys()
    weights = sum(one.told[thing] for thing in sorted(things))
    return weights + DAY_WEIGHT * len(one.dates & other.dates)


def at_odds(one: Gist, other: Gist) -> bool:
    """Return whether two sayings cannot be one: another number, day or name, or the opposite."""
    return (
        count_otherwise(one, other)
        or _opposed(one, other)
        or _apart(one.names, other.names)
        or _other_days(one.days, other.days)
        or exchanged(one, other)
        or _only_one_tells_of_death(one, other)
    )


def _only_one_tells_of_death(one: Gist, other: Gist) -> bool:
    """Return whether by one alone somebody died: whatever else they share, that is another news."""
    pairs = ((one, other), (other, one))
    return any(_DYING & a.told.keys() and _DEATH.isdisjoint(b.told) for a, b in pairs)


def acts_at_odds(one: Gist, other: Gist) -> bool:
    """Return whether two acts cannot be one: opposites, planned and done, or of another thing.

    A "not" makes no other act of it: who says that it was not done contradicts who says it was.
    """
    opposite = one.negates == other.negates and _mostly_opposite(one, other)
    undone = (one.planned & other.done) | (other.planned & one.done)
    other_thing = exchanged(one, other) and _longest_run(one.line, other.line) < ONE_TEXT
    return (
        opposite
        or bool(undone)
        or other_thing
        or _undoes(one, other)
        or _undoes(other, one)
        or _turned(one, other)
        or _only_one_tells_of_death(one, other)
    )


def count_otherwise(one: Gist, other: Gist) -> bool:
    """Return whether both give numbers, and none in common."""
    return bool(one.numbers and other.numbers) and not share_number(one.numbers, other.numbers)


def share_number(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether a number of one stands in the other too, rounding allowed: 240 and 240.1."""
    return any(isclose(a, b, rel_tol=ROUNDED) for a in one for b in other)


def _opposed(one: Gist, other: Gist) -> bool:
    """Return whether one says no to what the other says yes to, or tells the opposite of it."""
    return _end_otherwise(one, other) or _denies(one, other) or _denies(other, one)


def _undoes(one: Gist, other: Gist) -> bool:
    """Return whether one tells that an act came to nothing of which the other tells as an act."""
    undone = UNDOING & one.done - other.told.keys()
    return bool(undone) and not (one.acts - undone) & one.done & other.acts


def _turned(one: Gist, other: Gist) -> bool:
    """Return whether one tells of a thing done by him to whom the other tells it done."""
    return any((act, whom, doer) in other.deeds for act, doer, whom in one.deeds)


def _mostly_opposite(one: Gist, other: Gist) -> bool:
    """Return whether what two tell the opposite of is done in both, or much of what both tell."""
    ends = {t for t, signs in one.ends.items() if other.ends.get(t, signs).isdisjoint(signs)}
    if ends & one.acts & other.acts:
        return True
    return bool(ends) and sum(one.told[t] for t in ends) >= DENIED * shared_weight(one, other)


def _end_otherwise(one: Gist, other: Gist) -> bool:
    return any(other.ends.get(thing, signs).isdisjoint(signs) for thing, signs in one.ends.items())


def _denies(one: Gist, other: Gist) -> bool:
    """Return whether one says no to much of what both tell, and the other says no to nothing."""
    if other.negates:
        return False
    common = sorted(one.denied & other.told.keys())
    return bool(common) and sum(other.told[each] for each in common) >= DENIED * sum(
        other.told[each] for each in one.told.keys() & other.told.keys()
    )


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name somebody or something of one kind, and none in common."""
    kinds = {name.partition(":")[0] for name in one} & {name.partition(":")[0] for name in other}
    return any({name for name in one if name.startswith(kind)}.isdisjoint(other) for kind in kinds)


def exchanged(one: Gist, other: Gist) -> bool:
    """Return whether two sayings share their wording but for one thing that is another's.

    "The tax on fuel would rise", "the tax on second homes would rise": who puts a saying in other
    words changes more than one of them, and who keeps all but one tells of something else.
    """
    return any(
        _tells(mine, one, other) and _tells(theirs, other, one) and not _describes(mine, theirs)
        for mine, theirs in _replaced(one.line, other.line)
    )


def _describes(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one describes what the other names: "the bacterium", "Listeria"."""
    return (one[0] == "the") != (other[0] == "the")


def _tells(words: tuple[str, ...], of: Gist, other: Gist) -> bool:
    """Return whether words name a thing, no name among them, of which the other says nothing."""
    things = [of.told.get(word, 0.0) for word in words if word not in other.told]
    return "" not in words and bool(things) and max(things) >= LEAST_EXCHANGED


@lru_cache(maxsize=LINES_HELD)
def _replaced(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the words that stand at one place of a wording that two sayings share."""
    least = SHARED_WORDING * max(len(one), len(other))
    if len(set(one) & set(other)) + MOST_REPEATED < least:
        return ()
    blocks = SequenceMatcher(None, one, other, autojunk=False)
    if sum(size for *_, size in blocks.get_matching_blocks()) < least:
        return ()
    return tuple(
        (one[left:right], other[from_:to])
        for kind, left, right, from_, to in blocks.get_opcodes()
        if kind == "replace" and max(right - left, to - from_) <= MOST_EXCHANGED
    )


@lru_cache(maxsize=LINES_HELD)
def _longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    blocks = SequenceMatcher(None, one, other, autojunk=False)
    return blocks.find_longest_match().size


def _other_days(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name days, months or years, and none may be the other's."""
    return bool(one and other) and not any(_may_be_one_day(a, b) for a in one for b in other)


def _may_be_one_day(one: str, other: str) -> bool:
    """Return whether two dates may mean one day.

    The year of a month is often only guessed ("from mid-August"), a weekday is read a week off, and
    what is "today" by one clock is yesterday by another.
    """
    if one.startswith(other) or other.startswith(one) or (len(one) > 4 and one[4:] == other[4:]):
        return True
    if not len(one) == len(other) == len("2026-03-04"):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) in (1, 7)
