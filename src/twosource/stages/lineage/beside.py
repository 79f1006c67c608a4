"""Lay articles beside others, a great many at once: what stands in both, and how much in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.stages.lineage.amounts import Converted, converted
from twosource.stages.lineage.fingerprint import Fingerprint, Sheet
from twosource.stages.lineage.score import Sides
from twosource.stages.lineage.traits import Retold, Taken, leave_names_out, take
from twosource.stages.lineage.wording import Overlap, Truths, Wording, note_shared
from twosource.text.counterparts import Laid, Masses, Numbers
from twosource.text.shingles import Hashes

LEAST_SHARED_RUNS = 3  # below it, and with fewer landmarks than the next, nothing was taken
LEAST_SHARED_LANDMARKS = 5
LEAST_RUNS_SHARE, LEAST_LANDMARKS_SHARE = 0.02, 0.4  # of the shorter; no figure moved
WORDING, LAID = len(Wording._fields), len(Laid._fields)  # columns
TOLD, WHOLE, MARKS = WORDING, WORDING + LAID, WORDING + 2 * LAID  # where each begins

Column = TypeVar("Column", Hashes, Numbers, Truths, Masses)
Pair = tuple[Fingerprint, Fingerprint]


class Shared(NamedTuple):
    """What stands in both of two articles."""

    names: int  # rare names and figures
    runs: int  # different ones
    facts: int  # terms of the names and figures outside quotation marks
    named: tuple[int, int]  # names outside them of each article, anywhere in the other
    converted: tuple[Converted, ...]  # amounts that each tells in its own unit


class Found(NamedTuple):
    """What was found of a pair."""

    shared: Shared
    worth: bool  # whether they share enough that a closer look may find a copy
    sides: Sides  # how much of each stands in the other; nothing where nobody looked


class Asked(NamedTuple):
    """Pairs of articles, by their places."""

    left: Numbers
    right: Numbers
    anyway: Truths  # whether they are looked at however little they share


class Answer(NamedTuple):
    """What the loop writes of each pair."""

    counts: Numbers  # a row: the numbers of `Shared`
    worth: Truths
    sides: NDArray[np.float64]  # two rows: `Taken` of each article


def beside(
    pairs: Sequence[Pair], anyway: Sequence[bool], rounded: tuple[Converted, ...] = ()
) -> Iterator[Found]:
    """Yield what stands in both of each pair, and how much of the one stands in the other.

    That is asked of those that share enough, and of those to be looked at `anyway`. What both have
    between quotation marks is left out: two reporters heard the same speech. What one quotes and
    the other tells in its own voice counts: a page that quotes a report copies it.
    """
    places: dict[Fingerprint, int] = {}
    ends_of = [[places.setdefault(each, len(places)) for each in pair] for pair in pairs]
    left, right = np.array(ends_of, dtype=np.int64).T.copy()
    sheets, ends = _end_to_end([each.sheet for each in places])
    retold = [converted(one.amounts, other.amounts) + rounded for one, other in pairs]
    answer = Answer(
        counts=np.zeros((len(pairs), 5), dtype=np.int64),
        worth=np.zeros(len(pairs), dtype=np.bool_),
        sides=np.zeros((len(pairs), 2, len(Taken._fields))),
    )
    lengths = np.diff(ends)
    words, sentences = lengths[1], lengths[MARKS - 1]  # of each article
    steps = words[left] + words[right] + sentences[left] * sentences[right]
    lay_beside.over(2 * int(steps.sum()))(
        sheets,
        ends,
        Asked(left, right, np.array(anyway, dtype=np.bool_)),
        _figures(retold),
        _figures([[(its, mine) for mine, its in each] for each in retold]),
        answer,
    )
    rows = (column.tolist() for column in answer)
    for counts, worth, (here, there), amounts in zip(*rows, retold, strict=True):
        names, runs, facts, *named = counts
        shared = Shared(names, runs, facts, (named[0], named[1]), amounts)
        yield Found(shared, worth, (Taken(*here), Taken(*there)))


def of_two(one: Fingerprint, other: Fingerprint, rounded: tuple[Converted, ...] = ()) -> Found:
    """Return the same of two articles, however little they share, with numbers either rounds."""
    return next(beside([(one, other)], [True], rounded))


def _end_to_end(sheets: Sequence[Sheet]) -> tuple[Sheet, Numbers]:
    """Return the columns of many articles each as one, and where in them each article's end.

    A row for each column, which begins with nothing.
    """
    rows = [(*sheet.wording, *sheet.told, *sheet.whole, *sheet[3:]) for sheet in sheets]
    lengths = np.array([[0] * len(rows[0]), *([*map(len, row)] for row in rows)])
    columns = [np.concatenate(column) for column in zip(*rows, strict=True)]
    sheet = Sheet(
        Wording(*columns[:TOLD]),
        Laid(*columns[TOLD:WHOLE]),
        Laid(*columns[WHOLE:MARKS]),
        *columns[MARKS:],
    )
    return sheet, np.cumsum(lengths, axis=0).T.copy()


def _figures(retold: Sequence[Sequence[Converted]]) -> Retold:
    """Return the figures that the one article of each pair tells in another unit."""
    rows = [
        (pair, mine.sentence, its.sentence, figure)
        for pair, found in enumerate(retold)
        for mine, its in found
        for figure in sorted(mine.figures)
    ]
    pairs, inside, there, figures = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Retold(
        pairs=np.array(pairs, dtype=np.int64),
        inside=np.array(inside, dtype=np.int64),
        there=np.array(there, dtype=np.int64),
        figures=np.array(figures, dtype=np.uint64),
    )


@compiled
def lay_beside(
    sheets: Sheet, ends: Numbers, asked: Asked, here: Retold, there: Retold, answer: Answer
) -> None:
    """Lay the two articles of each pair side by side, one pair after the other."""
    for pair in range(len(asked.left)):
        one = sheet_of(sheets, ends, asked.left[pair])
        other = sheet_of(sheets, ends, asked.right[pair])
        of_one, of_other = nothing(one.wording), nothing(other.wording)
        note_shared(one.wording, other.wording, of_one, of_other)
        counts = answer.counts[pair]
        counts[0] = in_both(one.names, other.names)
        counts[1] = np.count_nonzero(of_one.inside)
        counts[2] = in_both(one.facts, other.facts)
        counts[3] = in_both(one.named_terms, other.whole.terms)
        counts[4] = in_both(other.named_terms, one.whole.terms)
        answer.worth[pair] = worth_a_look(one, other, counts[0], counts[1])
        if answer.worth[pair] or asked.anyway[pair]:
            mine, its = of_pair(here, pair), of_pair(there, pair)
            take(one, other, (of_one, of_other), mine, its, counts[0], answer.sides[pair])


@part
def sheet_of(sheets: Sheet, ends: Numbers, place: int) -> Sheet:
    """Return the columns of one article."""
    wording = sheets.wording
    return Sheet(
        Wording(
            stretch(wording.runs, ends[0], place),
            stretch(wording.at, ends[1], place),
            stretch(wording.quoted, ends[2], place),
            stretch(wording.told, ends[3], place),
        ),
        laid_of(sheets.told, ends[TOLD:WHOLE], place),
        laid_of(sheets.whole, ends[WHOLE:MARKS], place),
        stretch(sheets.mark_words, ends[MARKS], place),
        stretch(sheets.mark_terms, ends[MARKS + 1], place),
        stretch(sheets.mark_inside, ends[MARKS + 2], place),
        stretch(sheets.mark_figures, ends[MARKS + 3], place),
        stretch(sheets.names, ends[MARKS + 4], place),
        stretch(sheets.facts, ends[MARKS + 5], place),
        stretch(sheets.named_terms, ends[MARKS + 6], place),
        stretch(sheets.opening, ends[MARKS + 7], place),
    )


@part
def laid_of(laid: Laid, ends: Numbers, place: int) -> Laid:
    return Laid(
        stretch(laid.terms, ends[0], place),
        stretch(laid.starts, ends[1], place),
        stretch(laid.inside, ends[2], place),
        stretch(laid.weights, ends[3], place),
        stretch(laid.masses, ends[4], place),
    )


@part
def stretch(column: Column, ends: Numbers, place: int) -> Column:
    return column[ends[place] : ends[place + 1]]


@part
def of_pair(retold: Retold, pair: int) -> Retold:
    """Return the figures of one pair."""
    first, last = np.searchsorted(retold.pairs, pair), np.searchsorted(retold.pairs, pair + 1)
    return Retold(
        retold.pairs[first:last],
        retold.inside[first:last],
        retold.there[first:last],
        retold.figures[first:last],
    )


@part
def nothing(wording: Wording) -> Overlap:
    """Return room for what of an article's runs stands in another."""
    return Overlap(np.zeros(len(wording.runs), np.bool_), np.zeros(len(wording.runs), np.bool_))


@part
def in_both(one: Hashes, other: Hashes) -> int:
    """Return how many numbers stand in both of two sorted columns."""
    both = mine = its = 0
    while mine < len(one) and its < len(other):
        both += one[mine] == other[its]
        if one[mine] <= other[its]:
            mine += 1
        else:
            its += 1
    return both


@part
def worth_a_look(one: Sheet, other: Sheet, names: int, runs: int) -> bool:
    """Return whether the two share enough that a closer look may find a copy."""
    fewest = min(len(one.wording.runs), len(other.wording.runs))
    if runs >= max(LEAST_SHARED_RUNS, LEAST_RUNS_SHARE * fewest):
        return True
    least = LEAST_LANDMARKS_SHARE * min(len(one.names), len(other.names))
    return names >= max(LEAST_SHARED_LANDMARKS, least) or leave_names_out(one, other)
