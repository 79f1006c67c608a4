"""Go through all who share keys with each of many articles, and keep the few who share most."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.edges.stores.met import Scratch, count, likely, rooms, sweep, walk
from twosource.edges.stores.postings import Numbers, Places, Spans

Marks = NDArray[np.uint16]

NO_WORDS, SAME = 1, 2  # last bits of a key: odd ones are of names alone; this is of one page
WORDED, PAGE = 1, 2  # of keys that are shared: one not of names alone, one of one page
ODD = 1
UNDATED = -(2**63)  # microseconds: before all times

# What of the fewer of both must stand in the other too. Of 1,386 articles of two sets of events
# that share keys, and 1,597 copies made of them, no copy had less than .37 of the words and no
# pair on other words' account less than five names; of pairs that report two events nine in ten do.
LEAST_NAMES, LEAST_OF_NAMES = 5, 0.4
LEAST_OF_WORDS = 0.3
NAMES_ENOUGH = 10  # in common: a translation shares no words


class Asked(NamedTuple):
    """Articles that ask whom they share keys with: a row for each."""

    numbers: Numbers  # among all that are asked for: who has none lower is not near
    first: Numbers  # microseconds: the stretch of time that concerns it
    last: Numbers
    marks: Marks  # of all articles, one after the other
    mark_starts: Numbers


class Held(NamedTuple):
    """The articles that can be found: a row for each place."""

    times: Numbers  # microseconds
    numbers: Numbers  # among those that are asked for; -1 for all others
    names: NDArray[np.uint8]  # the ids of all articles, letter by letter
    name_starts: Numbers
    marks: Marks
    mark_starts: Numbers


class Nearest(NamedTuple):
    """For each asker a row of places, those that share most keys first; so many as are found."""

    found: Numbers
    places: Places
    shared: Numbers


def nearest(
    asked: Asked, held: Held, spans: Spans, places: Places, least: int, most: int
) -> Nearest:
    """Return who shares most keys with each asker; of equals the earlier, then the first by name.

    Only those who share so many at the least, and at the most so many of them.
    """
    askers, width = len(asked.numbers), len(held.times)
    rows = np.searchsorted(spans.askers, np.arange(askers + 1))
    answer = Nearest(
        found=np.zeros(askers, dtype=np.int64),
        places=np.zeros((askers, most), dtype=np.uint32),
        shared=np.zeros((askers, most), dtype=np.int64),
    )
    steps = 4 * int((spans.last - spans.first).sum()) + len(asked.marks)
    choose_all.over(steps)(asked, held, spans, rows, places, rooms(width), least, answer)
    return answer


@compiled
def choose_all(
    asked: Asked,
    held: Held,
    spans: Spans,
    rows: Numbers,
    places: Places,
    scratch: Scratch,
    least: int,
    answer: Nearest,
) -> None:
    """Write the answer for one asker after the other, so that its counts stay in the cache."""
    enough = least
    for asker in range(len(rows) - 1):
        first, last = rows[asker], rows[asker + 1]
        count(spans, first, last, places, scratch.shared)
        if asked.mark_starts[asker] < asked.mark_starts[asker + 1]:
            tell_kinds(spans, first, last, places, scratch.kinds)
        enough = choose(
            asked, asker, held, spans, first, last, places, scratch, least, enough, answer
        )


@part
def tell_kinds(
    spans: Spans, first: int, last: int, places: Places, kinds: NDArray[np.uint8]
) -> None:
    """Say of each place of which kinds the keys are that are shared with it."""
    for row in range(first, last):
        for at in range(spans.first[row], spans.last[row]):
            kinds[places[at]] = 0
    for row in range(first, last):
        kind = WORDED if not spans.kinds[row] & NO_WORDS else 0
        kind |= PAGE if spans.kinds[row] == SAME else 0
        for at in range(spans.first[row], spans.last[row]):
            kinds[places[at]] |= kind


@part
def choose(
    asked: Asked,
    asker: int,
    held: Held,
    spans: Spans,
    first: int,
    last: int,
    places: Places,
    scratch: Scratch,
    least: int,
    enough: int,
    answer: Nearest,
) -> int:
    """Write who shares most with an asker, and set all counts to nothing again.

    Where more keys are held than there are places, all places are looked at: first for those alone
    who share so much that there are likely enough of them. Return how much that was.
    """
    marks = want(asked, asker, scratch.wanted)
    shared, most, held_keys = scratch.shared, answer.places.shape[1], 0
    for row in range(first, last):
        held_keys += spans.last[row] - spans.first[row]
    if held_keys < len(shared):
        count = walk(spans, first, last, places, least, scratch)
        answer.found[asker] = pick(asked, asker, held, scratch, count, marks, least, answer)
        return enough
    enough = likely(shared, least, most, enough)
    count = sweep(enough, scratch)
    kept = pick(asked, asker, held, scratch, count, marks, enough, answer)
    if kept < most and enough > least:
        count = sweep(least, scratch)
        kept = pick(asked, asker, held, scratch, count, marks, least, answer)
    answer.found[asker] = kept
    shared[:] = 0
    return enough


@part
def pick(
    asked: Asked,
    asker: int,
    held: Held,
    scratch: Scratch,
    count: int,
    marks: tuple[int, int],
    least: int,
    answer: Nearest,
) -> int:
    """Write of so many that were met those who share most; return how many these are.

    Once there are enough, most who are met share too few, and cost no more than a look.
    """
    names, words = marks
    best, best_shared = answer.places[asker], answer.shared[asker]
    times, most, kept = held.times, len(best), 0
    for at in range(count):
        place, keys = scratch.met[at], scratch.keys[at]
        if keys < least or held.numbers[place] >= asked.numbers[asker]:
            continue
        time = times[place]
        if time != UNDATED and not asked.first[asker] <= time <= asked.last[asker]:
            continue
        rank = kept
        while rank and keys >= best_shared[rank - 1]:
            if keys == best_shared[rank - 1]:
                other = best[rank - 1]
                if time > times[other]:
                    break
                if time == times[other] and not named_before(held, place, other):
                    break
            rank -= 1
        if rank == most:
            continue
        if names + words and not alike(asker, held, place, scratch, names, words):
            continue
        kept = min(kept + 1, most)
        for behind in range(kept - 1, rank, -1):
            best[behind], best_shared[behind] = best[behind - 1], best_shared[behind - 1]
        best[rank], best_shared[rank] = place, keys
        if kept == most:
            least = best_shared[-1]
    return kept


@part
def want(asked: Asked, asker: int, wanted: Numbers) -> tuple[int, int]:
    """Note the marks of an asker; return how many are of names, and how many of words."""
    own = asked.marks[asked.mark_starts[asker] : asked.mark_starts[asker + 1]]
    wanted[own] = asker + 1
    names = int(np.count_nonzero(own & ODD))
    return names, len(own) - names


@part
def alike(
    asker: int, held: Held, place: int, scratch: Scratch, own_names: int, own_words: int
) -> bool:
    """Return whether a place shares enough of an asker's marks to be worth reading.

    Who is met by names alone is told apart by names too: two names in a row may be a president's.
    Who has no marks of a kind is not told apart by them, and nobody who has the page itself.
    """
    if scratch.kinds[place] & PAGE:
        return True
    own = held.marks[held.mark_starts[place] : held.mark_starts[place + 1]]
    both = own[scratch.wanted[own] == asker + 1]
    names, both_names = int(np.count_nonzero(own & ODD)), int(np.count_nonzero(both & ODD))
    words, both_words = len(own) - names, len(both) - both_names
    enough = max(LEAST_NAMES, LEAST_OF_NAMES * min(names, own_names))
    named = names == 0 or both_names >= enough
    if not named and not scratch.kinds[place] & WORDED:
        return False
    if named and both_names >= NAMES_ENOUGH:
        return True
    return words == 0 or both_words + 1 >= LEAST_OF_WORDS * (min(words, own_words) + 1)


@part
def named_before(held: Held, place: int, other: int) -> bool:
    """Return whether of two places the first has the id that sorts before the other's."""
    at, other_at = held.name_starts[place], held.name_starts[other]
    end, other_end = held.name_starts[place + 1], held.name_starts[other + 1]
    while at < end and other_at < other_end:
        if held.names[at] != held.names[other_at]:
            return bool(held.names[at] < held.names[other_at])
        at, other_at = at + 1, other_at + 1
    return bool(end - at < other_end - other_at)
