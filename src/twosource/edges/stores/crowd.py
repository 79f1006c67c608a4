"""Find whom each of many articles shares most keys with, where a great many hold its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.meetings import Meetings, Numbers, Truths
from twosource.edges.stores.postings import Found, Places

AreNear = Callable[[Numbers, Numbers], Truths]
"""Returns of askers and places, in columns, which places count for their asker."""

Counts = NDArray[np.uint16]
"""Keys shared with each place: in small numbers, since all are gone through for each asker."""

Met = tuple[Numbers, Numbers]
"""Places, and how many keys are shared with each."""

SLACK = 3  # times as many as are wanted are counted, since not all that share keys are near


def foremost(
    found: Sequence[Found], askers: int, width: int, least: int, most: int, are_near: AreNear
) -> Meetings:
    """Return the meetings of each asker with the places near it that it shares most keys with.

    At least `most` of each asker's, or all under at least so many keys; `width` is how many places
    there are. One asker is counted after the other, so that its counts stay in the processor's
    cache: they are as many as the places, and in a crowd nearly as many as the holders.
    """
    spans, level = _spans(found, askers), least
    met, levels = list[Met](), list[int]()
    for own in spans:
        counts = _counts(own, width)
        level = _level(counts, level, least, SLACK * most)
        met.append(_from(counts, level))
        levels.append(level)
    kept = _near(met, are_near)
    enough = np.bincount(kept.askers, minlength=askers) >= most
    short = np.flatnonzero(~enough & (np.array(levels) > least)).tolist()
    for asker in short:
        met[asker] = _from(_counts(spans[asker], width), least)
    return _near(met, are_near) if short else kept


def _spans(found: Sequence[Found], askers: int) -> list[list[Places]]:
    """Return for each asker the stretches of places that hold its keys."""
    spans: list[list[Places]] = [[] for _ in range(askers)]
    for each in found:
        order = np.argsort(each.askers, kind="stable")
        first, last = each.first[order], (each.first + each.counts)[order]
        parts = list(map(each.run.places.__getitem__, map(slice, first.tolist(), last.tolist())))
        ends = np.cumsum(np.bincount(each.askers, minlength=askers)).tolist()
        for span, begin, end in zip(spans, [0, *ends], ends, strict=False):
            span += parts[begin:end]
    return spans


def _counts(spans: Sequence[Places], width: int) -> Counts:
    if not spans:
        return np.zeros(width, dtype=np.uint16)
    return np.bincount(np.concatenate(spans), minlength=width).astype(np.uint16)


def _level(counts: Counts, near: int, least: int, wanted: int) -> int:
    """Return under how many keys about as many places as wanted are met, no fewer if there are."""
    while np.count_nonzero(counts >= near + 1) >= wanted:
        near += 1
    while near > least and np.count_nonzero(counts >= near) < wanted:
        near -= 1
    return near


def _from(counts: Counts, level: int) -> Met:
    places = np.flatnonzero(counts >= level)
    return places, counts[places].astype(np.int64)


def _near(met: Sequence[Met], are_near: AreNear) -> Meetings:
    of = np.repeat(np.arange(len(met)), [len(places) for places, _ in met])
    places, shared = (np.concatenate(each) for each in zip(*met, strict=True))
    kept = np.flatnonzero(are_near(of, places))
    none = np.zeros(len(kept), dtype=np.bool_)
    return Meetings(
        askers=of[kept], places=places[kept], shared=shared[kept], by_names=none, same=none
    )
