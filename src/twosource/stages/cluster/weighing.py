"""Weigh what speaks for it, and what against, that two articles tell of one event: loops."""

from __future__ import annotations

from math import exp, inf, isnan, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.stages.cluster.gist import (
    COLUMNS,
    DAY,
    FIGURE,
    KINDS,
    LEAD,
    NAMES,
    ONE,
    PAIR,
    SLOT,
    TERM_BITS,
    TEXT,
    TITLE,
    WORD,
)
from twosource.stages.cluster.pointing import ATTACHED, pointing
from twosource.stages.cluster.shelf import Laid, Numbers
from twosource.stages.cluster.slots import NOWHERE, Slots, may_share, note, place_of
from twosource.text.frames import SEEN, filled_anew, note_slot

Trait = NDArray[np.float64]

SURE_NAMES = 3  # in a lead; with fewer, that none is shared says nothing
FEW_SHARED, SOME_SHARED = 0.15, 0.3  # of the weight of a lead's names
SOME_OTHER_NAMES = 0.2  # of the weight of one's names: from there on it may be another event
MOST_FIGURES = 4  # of a lead that count against one event
# Who tells hours later of those whom the other begins with brings a toll up to date: however much
# of it is in the same words, other names and figures count no further (docs/decisions/041).
LATER = 3 * 3600.0  # seconds
OF_THE_SAME = 0.8  # of the weight of a lead's names
LATER_RENAMED, LATER_RECOUNTED = 0.15, 1.3  # at most
# Next to nothing but names is told in both where the other words give the likeness of bodies less
# than this. Of what is shorter that says nothing: a single sentence can be names alone.
LITTLE_TOLD = 0.025
LEAST_LENGTH = log(75)
# Who has more pairs of words in common tells the same, or of a twin, and is no angle; who is less
# like it by the words of the bodies only comes from the same field.
MOST_PAIRS, LEAST_ANGLE = 0.04, 0.085
FAINTEST = 0.000001  # score of a link that only tells who points to whom; 0 tells two events
ROOM = 8  # slots for each term of the longest article: few are taken, so most looks end at once

TRAITS = 21
BODY = 1  # place of the likeness of the bodies among the traits
PAIRS = 2  # and of that of the pairs of neighbouring words
COUNTED = 8  # and of the figures in common


class Rule(NamedTuple):
    """From what on two articles are linked, and when no further ones are looked at."""

    intercept: float
    weights: NDArray[np.float64]
    least_body: float  # likeness of the bodies
    most_seconds: float  # between the two
    joining: float  # probability from which on the one may join the other's story
    patience: int  # of those in a row that cannot: after so many it is enough


class Sums(NamedTuple):
    """What two articles share: sums over the terms that both have, by kind and column."""

    products: Numbers  # of the one's mass by the other's
    of_one: Numbers  # of the one's mass
    of_other: Numbers  # of the other's mass
    led: Numbers  # by kind: of the mass in the lead of either by that in the other's text; of words
    # that either begins with the mass that the other tells behind its own beginning
    plain: Numbers  # of the one's mass by the other's, of words that are no names
    slots: Numbers  # what was seen of what fills the slots that both have


class Weighed(NamedTuple):
    """What was found of each pair; nothing of those that were not looked at."""

    traits: NDArray[np.float64]
    scores: NDArray[np.float64]  # probability of one event; 0 for no link; not rounded
    anew: NDArray[np.bool_]  # whether the same words tell of another event
    points: NDArray[np.uint8]  # how far the asker points to the other, and that one back, in tenths


def weighed(laid: Laid, askers: Numbers, starts: Numbers, others: Numbers, rule: Rule) -> Weighed:
    """Return what is found of askers and those beside each.

    `starts` says where those beside each asker begin among the others, with the end of all.
    """
    slots, sums, answer = rooms(laid, len(others))
    steps = int((laid.ends - laid.starts)[others].sum())
    weigh_all.over(steps)(laid, askers, starts, others, rule, slots, sums, answer)
    return answer


def rooms(laid: Laid, pairs: int) -> tuple[Slots, Sums, Weighed]:
    """Return room for the slots and sums of one pair, and for what is found of so many."""
    longest = int((laid.ends - laid.starts).max(initial=1))
    size = 1 << (ROOM * longest).bit_length()
    places, found = np.zeros(size, dtype=np.int32), np.zeros(longest + 1, dtype=np.int64)
    slots = Slots(np.zeros(size, dtype=np.int8), places, found)
    products, of_one, of_other = np.zeros((3, KINDS, COLUMNS), dtype=np.int64)
    led, seen = np.zeros((KINDS, 2), dtype=np.int64), np.zeros(SEEN, dtype=np.int64)
    sums = Sums(products, of_one, of_other, led, np.zeros(1, dtype=np.int64), seen)
    traits, points = np.zeros((pairs, TRAITS)), np.zeros((pairs, 2), np.uint8)
    return slots, sums, Weighed(traits, np.zeros(pairs), np.zeros(pairs, np.bool_), points)


@compiled
def weigh_all(
    laid: Laid,
    askers: Numbers,
    starts: Numbers,
    others: Numbers,
    rule: Rule,
    slots: Slots,
    sums: Sums,
    answer: Weighed,
) -> None:
    """Weigh one asker after the other against those beside it, until too many were in vain."""
    for number in range(len(askers)):
        one = askers[number]
        note(laid.terms[laid.starts[one] : laid.ends[one]], slots)
        in_vain, at = 0, starts[number]
        while at < starts[number + 1] and in_vain < rule.patience:
            add_up(laid, one, others[at], slots, sums)
            tell(laid, one, others[at], sums, answer.traits[at])
            fewer = min(laid.totals[one, SLOT, LEAD], laid.totals[others[at], SLOT, LEAD])
            answer.anew[at] = filled_anew(sums.slots, fewer)
            score = 0.0
            if not answer.anew[at]:
                score = probability(laid, one, others[at], answer.traits[at], rule)
            answer.scores[at] = score
            if may_be_angle(answer.traits[at], score):
                point(laid, one, others[at], sums, answer.points[at])
            in_vain = 0 if score >= rule.joining else in_vain + 1
            at += 1


@part
def add_up(laid: Laid, one: int, other: int, slots: Slots, sums: Sums) -> None:
    """Add up what the other article shares with the one whose terms are in the slots."""
    first, terms, masses = laid.starts[one], laid.terms, laid.masses
    sums.products[:], sums.of_one[:], sums.of_other[:], sums.led[:] = 0, 0, 0, 0
    sums.slots[:] = 0
    found = may_share(terms, laid.starts[other], laid.ends[other], slots)
    for number in range(add_words(laid, first, found, slots, sums), found):
        at = slots.found[number]
        own = place_of(terms[at], terms, first, slots)
        if own == NOWHERE:
            continue
        kind = terms[at] >> TERM_BITS
        if kind == SLOT:
            note_slot(sums.slots, int(masses[own, TEXT]), int(masses[at, TEXT]))
            continue
        for column in range(COLUMNS):
            sums.products[kind, column] += np.int64(masses[own, column]) * masses[at, column]
        sums.led[kind, 0] += np.int64(masses[own, LEAD]) * masses[at, TEXT]
        sums.led[kind, 1] += np.int64(masses[at, LEAD]) * masses[own, TEXT]


@part
def add_words(laid: Laid, first: int, found: int, slots: Slots, sums: Sums) -> int:
    """Add up the words and names of both; return with which of those found further terms begin.

    They are most of what is added up, so each sum is a number of its own.
    """
    terms, masses = laid.terms, laid.masses
    text = titles = names = title = named = lead = its_title = its_named = its_lead = np.int64(0)
    number, begun, its_begun, plain = 0, np.int64(0), np.int64(0), np.int64(0)
    while number < found and terms[slots.found[number]] >> TERM_BITS == WORD:
        at = slots.found[number]
        own = place_of(terms[at], terms, first, slots)
        if own != NOWHERE:
            mine, its = masses[own], masses[at]
            both = np.int64(mine[TEXT]) * its[TEXT]
            text, plain = text + both, plain + both * np.int64((mine[NAMES] | its[NAMES]) == 0)
            titles += np.int64(mine[TITLE]) * its[TITLE]
            names += np.int64(mine[NAMES]) * its[NAMES]
            title, its_title = title + mine[TITLE], its_title + its[TITLE]
            named, its_named = named + mine[NAMES], its_named + its[NAMES]
            lead, its_lead = lead + max(mine[LEAD], 0), its_lead + max(its[LEAD], 0)
            # Without a branch: which way it goes could not be foreseen.
            begun -= min(mine[LEAD], 0) * np.int64(its[LEAD] >= 0)
            its_begun -= min(its[LEAD], 0) * np.int64(mine[LEAD] >= 0)
        number += 1
    sums.products[WORD, TEXT], sums.products[WORD, TITLE] = text, titles
    sums.products[WORD, NAMES], sums.plain[0] = names, plain
    sums.of_one[WORD, TITLE], sums.of_other[WORD, TITLE] = title, its_title
    sums.of_one[WORD, NAMES], sums.of_other[WORD, NAMES] = named, its_named
    sums.of_one[WORD, LEAD], sums.of_other[WORD, LEAD] = lead, its_lead
    sums.led[WORD, 0], sums.led[WORD, 1] = begun, its_begun
    return number


@part
def may_be_angle(traits: Trait, score: float) -> bool:
    """Return whether either of two may be a side angle of the other's event, not its report."""
    few, enough = traits[PAIRS] < MOST_PAIRS, traits[BODY] >= LEAST_ANGLE
    return bool(few and enough and FAINTEST <= score < ATTACHED)


@part
def point(laid: Laid, one: int, other: int, sums: Sums, points: NDArray[np.uint8]) -> None:
    """Write how far the one points to the other, and that one back."""
    begun, names, its_names = sums.led[WORD], sums.of_one[WORD, LEAD], sums.of_other[WORD, LEAD]
    plain = sums.plain[0] / (ONE * ONE)
    points[0] = pointing(begun[1], its_names, laid.lengths[one], plain)
    points[1] = pointing(begun[0], names, laid.lengths[other], plain)


@part
def tell(laid: Laid, one: int, other: int, sums: Sums, traits: Trait) -> None:
    """Write the traits of a pair, in the order of their weights; both ways round the same."""
    mine, theirs = laid.totals[one], laid.totals[other]
    words, squared = sums.products[WORD], ONE * ONE
    pairs = sums.products[PAIR, TEXT] / squared
    named = greater_share(sums, mine, theirs, NAMES)
    lead = greater_share(sums, mine, theirs, LEAD)
    missed = mine[FIGURE, LEAD] - sums.led[FIGURE, 0]
    other_missed = theirs[FIGURE, LEAD] - sums.led[FIGURE, 1]
    counted = share(sums.led[FIGURE, 0], mine[FIGURE, LEAD])
    other_counted = share(sums.led[FIGURE, 1], theirs[FIGURE, LEAD])
    common = sums.products[FIGURE, TEXT]
    figures = min(mine[FIGURE, TEXT], theirs[FIGURE, TEXT])
    length, other_length = laid.lengths[one], laid.lengths[other]
    sure = min(laid.lead_names[one], laid.lead_names[other]) >= SURE_NAMES
    missing = 2 - laid.headed[one] - laid.headed[other]
    traits[0] = words[TITLE] / squared / (2 if missing == 2 else 1)  # notices of one frame
    traits[BODY] = words[TEXT] / squared
    traits[PAIRS] = pairs
    traits[3] = words[NAMES] / squared
    traits[4] = greater_share(sums, mine, theirs, TITLE)
    traits[5] = lead
    traits[6] = min(counted, other_counted)
    traits[7] = max(counted, other_counted)
    traits[COUNTED] = common / (1 + figures)
    traits[9] = min(length, other_length)
    traits[10] = max(length, other_length)
    traits[11] = sure and lead < FEW_SHARED
    traits[12] = sure and lead < SOME_SHARED
    apart = abs(laid.seconds[one] - laid.seconds[other])  # nan where one has no date
    later = apart >= LATER and lead >= OF_THE_SAME
    traits[13] = min(renamed(pairs, named), LATER_RENAMED if later else inf)
    counts = recounted(pairs, min(missed, other_missed))
    traits[14] = min(counts, LATER_RECOUNTED if later else inf)
    undated = isnan(laid.seconds[one]) or isnan(laid.seconds[other])
    tell_days(sums, mine[DAY], theirs[DAY], undated, traits)
    traits[19] = missing
    long = min(length, other_length) >= LEAST_LENGTH
    traits[20] = long * traits[0] * max(0.0, 1 - sums.plain[0] / squared / LITTLE_TOLD)


@part
def tell_days(
    sums: Sums, mine: NDArray[np.int32], theirs: NDArray[np.int32], undated: bool, traits: Trait
) -> None:
    """Write the traits of the days told; those by number only where a page gives no date."""
    shared = sums.products[DAY]
    years = min(mine[TITLE], theirs[TITLE]) > 0
    weekdays = min(mine[NAMES], theirs[NAMES]) > 0
    traits[15] = undated and max(sums.led[DAY, 0], sums.led[DAY, 1]) > 0
    traits[16] = undated and years and shared[TITLE] == 0
    traits[17] = shared[NAMES] > 0
    traits[18] = weekdays and shared[NAMES] == 0


@part
def greater_share(
    sums: Sums, mine: NDArray[np.int32], theirs: NDArray[np.int32], column: int
) -> float:
    """Return of a mass of words the share that the other article has too, the higher of both."""
    return max(
        share(sums.of_one[WORD, column], mine[WORD, column]),
        share(sums.of_other[WORD, column], theirs[WORD, column]),
    )


@part
def share(held: int, of_all: int) -> float:
    """Return which part of a mass the other article has too; 0.5 where there is none."""
    return held / of_all if of_all > 0 else 0.5


@part
def renamed(pairs: float, named: float) -> float:
    """Return how far the same is told of others: two matches. Nothing where all names are shared.

    Two copies share all names and all words, and are one event if anything is.
    """
    return max(0.0, 2 * pairs - named) * min(1.0, (1 - named) / SOME_OTHER_NAMES)


@part
def recounted(pairs: float, missed: int) -> float:
    """Return how far the same is told with other figures: a booster and the first dose.

    `missed` are those of the one's lead that the other does not tell, of whichever has fewer such:
    a later toll brings a new figure and keeps the others of its event, and what is lightly reworded
    keeps all. So the more words are the same, the more each counts.
    """
    return pairs * (1 + pairs) * min(missed, MOST_FIGURES)


@part
def probability(laid: Laid, one: int, other: int, traits: Trait, rule: Rule) -> float:
    """Return the probability of one event; 0 where bodies or times are too far apart."""
    apart = abs(laid.seconds[one] - laid.seconds[other])  # nan where one has no date
    if traits[BODY] < rule.least_body or apart > rule.most_seconds:
        return 0.0
    total = rule.intercept
    for number in range(TRAITS):
        total += rule.weights[number] * traits[number]
    return 1 / (1 + exp(-total))
