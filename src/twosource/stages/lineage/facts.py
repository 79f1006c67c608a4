"""Say whether an article, or a stretch of it, names and counts what another does, and no more."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from twosource.stages.lineage.beside import Found
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.score import Sides
from twosource.stages.lineage.traits import REWORDED

LEAST_FACTS = 12  # names and figures: of ten two reporters may have all
SAME_FACTS = (0.95, 0.6), (0.85, 0.85)  # shares of both, of the one with fewer first
LEAST_OF_A_STRETCH = 15  # the police give out fourteen: what happened where, to whom, the charges
OF_A_STRETCH = 0.95  # of its names and figures, the other's
OF_A_REPORT = 0.55  # of its names and figures, in one stretch of the other
LEAST_COVERED, LEAST_CONCORD = 0.25, 0.8  # what a stretch retells comes in the report's order
MOST_RECOUNTED = 0.2  # of the figures in like sentences
FOREIGN = 10.0  # known facts that make up for one that is not: a stretch ends before it


def tell_the_same_facts(one: Fingerprint, other: Fingerprint, found: Found) -> bool:
    """Return whether one tells nothing besides what the other does, in its own words.

    Two reporters at one event come back with other details: of 7,050 real pairs of one event 52
    tell so much of the same, and 51 are copies by their sentences too (docs/decisions/018). A
    stretch is asked for more, since what a court or the police gave out may fill it: that it keeps
    the report's order and figures. What both print word for word, as a release or a speech, may
    hold all the names of two reports.
    """
    shared, sides = found.shared, found.sides
    if max(side.wording for side in sides) >= REWORDED:
        return False
    keeps_order = _keeps_order(sides)
    if not shared.converted and not keeps_order:
        return _are_the_same(shared.facts, len(one.sheet.facts), len(other.sheet.facts))
    mine, theirs = one.facts, other.facts
    known_to_other, known_to_one = theirs, mine
    for here, there in shared.converted:  # told in the other's unit, it is the same figure
        known_to_other |= here.figures
        known_to_one |= there.figures
    if _are_the_same(len(mine & known_to_other), len(mine), len(theirs)):
        return True
    return keeps_order and (
        _has_a_stretch_of(one, known_to_other, len(theirs))
        or _has_a_stretch_of(other, known_to_one, len(mine))
    )


def _are_the_same(both: int, mine: int, theirs: int) -> bool:
    fewer, more = sorted((mine, theirs))
    return both >= LEAST_FACTS and any(
        both >= least * fewer and both >= least_of_more * more
        for least, least_of_more in SAME_FACTS
    )


def _keeps_order(sides: Sides) -> bool:
    return (
        max(side.covered for side in sides) >= LEAST_COVERED
        and max(side.concord for side in sides) >= LEAST_CONCORD
        and min(side.recounted for side in sides) <= MOST_RECOUNTED
    )


def _has_a_stretch_of(article: Fingerprint, known: Set[int], of_report: int) -> bool:
    """Return whether sentences in a row tell most of a report and hardly anything besides.

    An item of a roundup does, and a paper's pages below its own paragraphs or above them.
    """
    inside = _likeliest_stretch(_by_sentence(article), known)
    both = len(inside & known)
    return (
        both >= LEAST_OF_A_STRETCH
        and both >= OF_A_STRETCH * len(inside)
        and both >= OF_A_REPORT * of_report
    )


def _by_sentence(article: Fingerprint) -> list[list[int]]:
    """Return the names and figures of each sentence, in reading order."""
    marks = article.marks
    bounds = marks.inside.searchsorted(range(len(article.spans) + 1)).tolist()
    terms = marks.terms.tolist()
    return [terms[start:end] for start, end in pairwise(bounds)]


def _likeliest_stretch(sentences: list[list[int]], known: Set[int]) -> set[int]:
    """Return the facts of the sentences in a row that tell most of the known facts and no others.

    Kadane's heaviest run: a known fact weighs one where it comes first, any other `FOREIGN` less.
    """
    met: set[int] = set()
    best = weight = 0.0
    begin, stretch = 0, (0, 0)
    for place, terms in enumerate(sentences):
        weight += len((known & set(terms)) - met)
        weight -= FOREIGN * sum(term not in known for term in terms)
        met.update(terms)
        if weight < 0:
            weight, begin = 0.0, place + 1
        elif weight > best:
            best, stretch = weight, (begin, place + 1)
    return {term for terms in sentences[slice(*stretch)] for term in terms}
