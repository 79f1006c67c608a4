"""Find a report that a page prints as one thing among others: in a digest, a box, a live page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.stages.lineage.fingerprint import Sheet
from twosource.text.counterparts import NONE, Counterparts, Laid, stands_beside

# What an item must weigh, which share of it and of its names the report must tell. Of 36,000 real
# pairs, most of one event, none is one: where a run is as long, the rest tells of the report too.
LEAST_WEIGHT, LEAST_SHARE, LEAST_AGREE = 75.0, 0.6, 0.8
MOST_KNOWN, MOST_TOLD = 0.2, 0.1  # of the names and sentences of that rest, in the report
LEAST_BEFORE = 25.0  # weight of what stands above it on the page: a short sentence or two
OPENED = 0.6  # likeness of the first sentence of an item to the report's opening
LIKE, LEAST_LIKE = 0.5, 3  # sentences so much like the report's; who cites a rival has one or two
FARTHEST = 2  # sentences on: a page may set one of its own inside an item


@part
def write_item(
    item: NDArray[np.float64],
    report: Sheet,
    page: Sheet,
    there: Laid,
    pairs: Counterparts,
    back: Counterparts,
) -> None:
    """Write the weight of an item, from where to where it goes, and its share of the page.

    Nothing where the page opens on the report: then it tells it, and does not print it among other
    things; nor where the rest of the page tells of the report, too.
    """
    opening = report.opening[0]
    if opening >= len(pairs.places) or pairs.likeness[opening] < OPENED or not report.opening[1]:
        return
    first = pairs.places[opening]
    if there.masses[1:first].sum() < LEAST_BEFORE:
        return
    last, weight = run_from(first, back)
    own, total = there.masses[first : last + 1].sum(), there.masses.sum()
    elsewhere = back.masses.sum() - back.masses[first : last + 1].sum()
    if weight < max(LEAST_WEIGHT, LEAST_SHARE * own) or elsewhere > MOST_TOLD * (total - own):
        return
    if agree(report, page, back, first, last) and known(report, page, first, last) <= MOST_KNOWN:
        item[0], item[1], item[2], item[3] = weight, first, last, own / total


@part
def run_from(first: int, back: Counterparts) -> tuple[int, float]:
    """Return with which sentence a run ends that begins with one, and its weight.

    Its sentences come in the report's order.
    """
    last, at, weight, like = first, max(0, back.places[first]), 0.0, 0
    for row in range(first, len(back.places)):
        if row - last > FARTHEST:
            break
        if back.places[row] >= at:
            last, at = row, back.places[row]
            weight += back.masses[row]
            like += back.likeness[row] >= LIKE
    return last, weight if like >= LEAST_LIKE else 0.0


@part
def agree(report: Sheet, page: Sheet, back: Counterparts, first: int, last: int) -> bool:
    """Return whether the names and figures of an item stand in its counterparts or beside them."""
    names = held = 0
    for mark in range(len(page.mark_terms)):
        row = page.mark_inside[mark]
        if first <= row <= last and back.places[row] != NONE:
            names += 1
            held += stands_beside(report.whole, page.mark_terms[mark], back.places[row])
    return held + 1 >= LEAST_AGREE * (names + 1)


@part
def known(report: Sheet, page: Sheet, first: int, last: int) -> float:
    """Return the share of the names and figures of the rest of a page that a report has too."""
    names = both = 0
    for mark in range(len(page.mark_words)):
        if not first <= page.mark_inside[mark] <= last:
            place = np.searchsorted(report.names, page.mark_words[mark])
            names += 1
            both += place < len(report.names) and report.names[place] == page.mark_words[mark]
    return both / (names + 1)
