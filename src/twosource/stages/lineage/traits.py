"""Measure how much of one article another holds: its wording, its sentences, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twosource.stages.lineage.amounts import Converted, converted
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.wording import Overlap, Truths, overlaps, stretches
from twosource.text.align import Pair, Sentences, best_pairs_both_ways, heaviest_chain
from twosource.text.shingles import Hashes

LEAST_LIKENESS = 0.35  # of two sentences that may tell the same; two reporters rarely reach it
LEAST_MASS = 4.0  # of what they share: one rare word, or two that are not
SAME_WORDS = 0.95  # likeness from which on a sentence was taken as it stood
QUOTED_FROM = 0.2  # share of quotations told by the other in its own voice: then it is the source
FEW_MARKS = 2  # where hardly anybody is named, names say little against copying
MOVED = 0.7  # of a name that stands in the other, though not beside the counterpart
REWORDED = 0.05  # wording below which nothing was printed by both, so names were moved, not added
NEARLY_ALL = 0.8  # of the names: who tells the same of others has fewer
LITTLE_MASS = 30.0  # weight of about one sentence
NONE = -1
AT_ONCE = 2  # blocks that a release, a statement or a wire's background may come in


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How much of one article (the copy) stands in another, each 0 to 1 but for one weight."""

    wording: float  # of its 5-grams
    whole: float  # the same, with what both have between quotation marks
    scattered: float  # of its 5-grams, in the other but outside the two longest stretches
    covered: float  # of its sentences' weight, with a like sentence in the other
    besides: float  # the same without the two longest blocks that the other has in a row
    uneven: float  # how much less like the rest is than the longest block: 0 for one hand's work
    in_order: float  # of its weight, shared with like sentences in the other's order
    ordered: float  # that weight itself; a sentence tells some 30
    concord: float  # of the shared weight, in the other's order
    as_it_stood: float  # of the shared weight, in sentences whose words were not changed
    opening: float  # likeness of its first telling sentence to the likest of the other
    names: float  # of all its rare names and figures, in the other
    agree: float  # of the names and figures of its sentences, in their counterparts or beside them;
    # of a rewording also those elsewhere in the other, each as 0.7
    recounted: float  # of the figures of its sentences, not in their counterparts nor beside them


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shared:
    """What stands in both of two articles."""

    names: frozenset[int]  # rare names and figures
    runs: int  # different ones
    of_one: Overlap
    of_other: Overlap
    converted: tuple[Converted, ...]  # amounts that each tells in its own unit

    def seen_from_the_other(self) -> Shared:
        """Return the same with the two articles' places exchanged."""
        return Shared(
            names=self.names,
            runs=self.runs,
            of_one=self.of_other,
            of_other=self.of_one,
            converted=tuple((right, left) for left, right in self.converted),
        )


def shared_by(one: Fingerprint, other: Fingerprint) -> Shared:
    """Return what stands in both articles."""
    of_one, of_other = overlaps(one.wording, other.wording)
    return Shared(
        names=one.names & other.names,
        runs=int(np.count_nonzero(of_one.inside)),
        of_one=of_one,
        of_other=of_other,
        converted=converted(one.amounts, other.amounts),
    )


def taken(one: Fingerprint, other: Fingerprint, shared: Shared) -> tuple[Taken, Taken]:
    """Return how much of one article stands in the other, and how much of the other in the one.

    What both have between quotation marks is left out: two reporters heard the same speech. What
    one quotes and the other tells in its own voice counts: a page that quotes a report copies it.
    """
    left, right = _voice(one, shared.of_one), _voice(other, shared.of_other)
    there, back = best_pairs_both_ways(left, right, LEAST_LIKENESS, LEAST_MASS)
    return (
        _taken(one, other, left, there, shared),
        _taken(other, one, right, back, shared.seen_from_the_other()),
    )


def _taken(
    copy: Fingerprint,
    original: Fingerprint,
    sentences: Sentences,
    pairs: Sequence[Pair],
    shared: Shared,
) -> Taken:
    total = sentences.mass or 1.0
    mass = sum(pair.mass for pair in pairs)
    blocks = _blocks(pairs)
    long = sum(pair.mass for block in blocks[:AT_ONCE] for pair in block)
    ordered = heaviest_chain(pairs)
    told = _marks_told(copy, original, pairs, shared.converted)
    lengths, counted = stretches(copy.wording, shared.of_one)
    wording = sum(lengths) / counted if counted else 0.0
    same = len(shared.names) + _figures_converted(shared)
    names = (same + FEW_MARKS) / (len(copy.names) + FEW_MARKS)
    reworded = wording < REWORDED and names >= NEARLY_ALL
    return Taken(
        wording=wording,
        whole=shared.runs / len(copy.wording) if shared.runs else 0.0,
        scattered=sum(sorted(lengths)[:-AT_ONCE]) / counted if counted else 0.0,
        covered=mass / total,
        besides=(mass - long + LITTLE_MASS) / (total - long + LITTLE_MASS),
        uneven=_uneven(blocks),
        in_order=ordered / total,
        ordered=ordered,
        concord=ordered / mass if mass else 0.0,
        as_it_stood=sum(p.mass for p in pairs if p.likeness >= SAME_WORDS) / (mass or 1.0),
        opening=_likeness_of(copy.opening, pairs),
        names=names,
        agree=_agreeing(told, shared.names if reworded else frozenset()),
        recounted=int(np.count_nonzero(told.figures & ~told.held))
        / (int(np.count_nonzero(told.figures)) + FEW_MARKS),
    )


def _figures_converted(shared: Shared) -> int:
    """Return how many figures of the one stand in the other in another unit."""
    return len(frozenset[int]().union(*(mine.figures for mine, _ in shared.converted)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Told:
    """The names and figures in the copy's paired sentences as columns."""

    words: Hashes
    figures: Truths
    held: Truths  # whether they stand in the counterpart or beside it


def _marks_told(
    copy: Fingerprint,
    original: Fingerprint,
    pairs: Sequence[Pair],
    converted: Sequence[Converted],
) -> _Told:
    """Return the names and figures in the copy's paired sentences, and if their counterparts agree.

    A neighbour of the counterpart counts too, since rewriters cut and join sentences. Two quakes
    may be told in the same sentences, but not with the same names and figures in them. A paper's
    own paragraphs beside a wire's do not lower it.
    """
    counterparts = np.full(len(copy.spans), NONE, dtype=np.int64)
    counterparts[[pair.left for pair in pairs]] = [pair.right for pair in pairs]
    theirs = counterparts[copy.marks.inside]
    paired = np.flatnonzero(theirs > NONE)
    words, inside = copy.marks.words[paired], copy.marks.inside[paired]
    held = original.whole.stand_beside(copy.marks.terms[paired], theirs[paired])
    for mine, its in converted:
        beside = (inside == mine.sentence) & (np.abs(theirs[paired] - its.sentence) <= 1)
        held |= beside & np.isin(words, list(mine.figures))
    return _Told(words=words, figures=copy.marks.figures[paired], held=held)


def _agreeing(told: _Told, moved: frozenset[int]) -> float:
    """Return the share of names that agree, those of `moved` in part wherever they stand."""
    agree = float(np.count_nonzero(told.held))
    if moved:
        elsewhere = np.isin(told.words, np.array([*moved], dtype=np.uint64))
        agree += MOVED * int(np.count_nonzero(elsewhere & ~told.held))
    return (agree + 1) / (len(told.held) + 1)


def _likeness_of(sentence: int, pairs: Sequence[Pair]) -> float:
    return max((pair.likeness for pair in pairs if pair.left == sentence), default=0.0)


def _voice(article: Fingerprint, overlap: Overlap) -> Sentences:
    """Return its sentences, with its quotations where the other article tells them as its own."""
    wording = article.wording
    if wording.quotations:
        own = np.count_nonzero(overlap.told[wording.at[wording.quoted]])
        if own >= QUOTED_FROM * wording.quotations:
            return article.whole
    return article.told


def _blocks(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the blocks of sentences that come in a row in both articles, the heaviest first."""
    blocks: list[list[Pair]] = []
    for pair in pairs:
        before = blocks[-1][-1] if blocks else None
        if before and pair.left - before.left == 1 and 0 <= pair.right - before.right <= 1:
            blocks[-1].append(pair)
        else:
            blocks.append([pair])
    return sorted(blocks, key=lambda block: -sum(pair.mass for pair in block))


def _uneven(blocks: Sequence[Sequence[Pair]]) -> float:
    """Return how much less alike all other sentences are than those of the heaviest block.

    Who copies treats the whole text alike. Two reporters who print one release have that word for
    word, and tell the rest each in his own way.
    """
    if len(blocks) < 2:
        return 0.0
    rest = [pair for block in blocks[1:] for pair in block]
    return max(0.0, _mean_likeness(blocks[0]) - _mean_likeness(rest))


def _mean_likeness(pairs: Sequence[Pair]) -> float:
    return sum(p.mass * p.likeness for p in pairs) / sum(p.mass for p in pairs)
