"""Say which sayings of a story are worth comparing: those that may be one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from twosource.stages.dossier.in_common import Counts, InCommon, Weights
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.statements.same import (
    ALIKE,
    ALIKE_DIRECT,
    ALIKE_IN_WORDS,
    ALIKE_NUMBERED,
    ALIKE_TRANSLATED,
    LEAST_QUOTED,
    SAME_KNOWN,
    runs_of,
    said_as,
    speaker_words,
)
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.telling.agreement import DAY_WEIGHT, NEARER

LEAST_SHARED = 2  # words that carry meaning, or things told; one may be chance
ROUNDING = 1e-9

Truths = NDArray[np.bool_]


def candidates(said: Sequence[Utterance], fresh: Set[int]) -> Iterator[Pair]:
    """Yield the pairs of sayings that `same_utterance` may find to be one, in no order.

    One of each pair at least is of the places `fresh`. They share two words or things; and most
    words of a quote, or, where one person may have said both, enough of what they come to, words
    enough or many in a row.
    """
    places = sorted(range(len(said)), key=lambda each: each not in fresh)
    at_place = np.array(places, dtype=np.intp)
    said = [said[place] for place in places]
    first = len(fresh)
    words, gists, quotes = _Words(said, first), _Gists(said, first), _Quotes(said, first)
    speakers = _Speakers([each.speaker for each in said])
    runs = InCommon([dict.fromkeys(runs_of(each.text), 1.0) for each in said], first)
    senses = np.array([said_as(each) for each in said])
    for rows in runs.rows():
        in_words, in_gists = words.held.with_later(rows), gists.held.with_later(rows)
        shared, things = in_words.counted(), in_gists.counted()
        at = np.nonzero((shared >= LEAST_SHARED) | (things >= LEAST_SHARED))
        one, other = at[0] + rows.start, at[1]
        turned = at_place[one] > at_place[other]
        weight = np.where(turned, in_gists.weighed_in_later()[at], in_gists.weighed()[at])
        alike = words.alike(one, other, shared[at]) | gists.alike(one, other, weight)
        alike &= speakers.may_be_one(one, other)
        quoted = quotes.held.with_later(rows).counted()[at]
        in_a_row = runs.with_later(rows).counted()[at] > 0
        alike |= speakers.known_to_be_one(one, other) & (in_a_row | (quoted > 0))
        alike |= quotes.may_be_one(one, other, quoted)
        alike &= senses[one] == senses[other]
        left, right = at_place[one[alike]], at_place[other[alike]]
        low, high = np.minimum(left, right), np.maximum(left, right)
        yield from zip(low.tolist(), high.tolist(), strict=True)


class _Words:
    """The words that carry meaning."""

    def __init__(self, said: Sequence[Utterance], first: int) -> None:
        self.held = InCommon([dict.fromkeys(each.words, 1.0) for each in said], first)
        self._count = np.array([len(each.words) for each in said])
        self._rendered = np.array([each.kind == "direct" for each in said], dtype=bool)
        self._abroad = np.array([each.abroad for each in said], dtype=bool)

    def alike(self, one: Counts, other: Counts, shared: Counts) -> Truths:
        """Return which pairs, that share so many words each, may be alike in words."""
        rendered = self._rendered[one] & self._rendered[other]
        rendered &= self._abroad[one] | self._abroad[other]
        least = np.where(rendered, ALIKE_TRANSLATED, min(ALIKE_IN_WORDS, ALIKE_DIRECT))
        alike: Truths = 2 * shared >= least * (self._count[one] + self._count[other]) - ROUNDING
        return alike


class _Gists:
    """What sayings come to, each sentence by itself too: it may be all that another has."""

    def __init__(self, said: Sequence[Utterance], first: int) -> None:
        self.held = InCommon(
            [{**each.gist.told, **dict.fromkeys(each.gist.dates, DAY_WEIGHT)} for each in said],
            first,
        )
        gists = [(each.gist, *each.parts) for each in said]
        self._lightest = np.array([min(gist.weight for gist in each) for each in gists])
        self._numbered = np.array([any(gist.numbers for gist in each) for each in gists])

    def alike(self, one: Counts, other: Counts, weight: Weights) -> Truths:
        """Return which pairs, that share things of such weight each, may come to the same."""
        shorter = np.minimum(self._lightest[other], self._lightest[one])
        longer = np.maximum(self._lightest[other], self._lightest[one])
        numbered = self._numbered[one] & self._numbered[other]
        least = np.where(numbered, ALIKE_NUMBERED, ALIKE)
        alike: Truths = weight >= least * (NEARER * shorter + (1 - NEARER) * longer) - ROUNDING
        return alike


class _Quotes:
    """The words inside quotation marks."""

    def __init__(self, said: Sequence[Utterance], first: int) -> None:
        self.held = InCommon([dict.fromkeys(each.quoted, 1.0) for each in said], first)
        self._length = np.array([len(each.quoted) for each in said])
        # Words that the other quote lacks may be of one kind each, or one word said again.
        wanted = np.array([len(frozenset(each.quoted)) for each in said], dtype=float)
        self._wanted = wanted - (1 - SAME_KNOWN) * self._length - ROUNDING

    def may_be_one(self, one: Counts, other: Counts, shared: Counts) -> Truths:
        """Return of which pairs the shorter quote may have most of its words in the other."""
        mine, its = self._length[one], self._length[other]
        wanted = np.where(its < mine, self._wanted[other], self._wanted[one])
        wanted = np.where(its == mine, np.minimum(self._wanted[other], wanted), wanted)
        long: Truths = np.minimum(its, mine) >= LEAST_QUOTED
        return long & (shared >= wanted)


class _Speakers:
    """Who may be whom among the speakers of sayings, looked up by a number for each speaker."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        number: dict[Hashable, int] = {}
        self._of = np.array([number.setdefault(_identity(each), len(number)) for each in speakers])
        first = dict(zip(self._of.tolist(), speakers, strict=True))
        distinct = [first[each] for each in range(len(number))]
        self._known = _sharing([_known_by(each) for each in distinct])
        resolved = np.array([each.entity is not None for each in distinct], dtype=bool)
        unknown = np.array([each.unknown for each in distinct], dtype=bool)
        alike = _sharing([speaker_words(each.words) for each in distinct])
        alike |= unknown[:, None] | unknown
        self._one = self._known | (alike & ~(resolved[:, None] & resolved))

    def known_to_be_one(self, one: Counts, other: Counts) -> Truths:
        """Return of which pairs of sayings the speaker is known to be one."""
        known: Truths = self._known[self._of[one], self._of[other]]
        return known

    def may_be_one(self, one: Counts, other: Counts) -> Truths:
        """Return of which pairs of sayings the speaker may be one."""
        may_be: Truths = self._one[self._of[one], self._of[other]]
        return may_be


def _identity(each: Speaker) -> Hashable:
    return (each.entity.id if each.entity else None, each.key, each.words, each.name)


def _known_by(each: Speaker) -> list[tuple[str, str]]:
    """Return the marks of which two speakers share one if they are known to be one."""
    entity = [("entity", str(each.entity.id))] if each.entity else []
    return entity + ([("key", each.key)] if each.key else [])


def _sharing(marks: Sequence[Iterable[Hashable]]) -> Truths:
    """Return for each pair whether both have a mark."""
    holding: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(marks):
        for mark in each:
            holding[mark].append(place)
    found = np.zeros((len(marks), len(marks)), dtype=bool)
    for places in holding.values():
        found[np.ix_(places, places)] = True
    return found
