"""Say how dense the stream of articles is at one time or another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import nan

import numpy as np

from twosource.alike import Numbers, Places
from twosource.protocols import Store
from twosource.stages import cluster

DENSITY_HOURS = 72  # the window that says how dense the stream is


class Density:
    """Counts how many articles the 72 hours up to some times brought."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._first = self._last = nan  # the stretch that was looked at
        self._came = self._gone = np.zeros(0)  # when articles came into the window, and left it
        self._count = 0  # of the 72 hours before it

    def thresholds(self, moments: Numbers) -> Numbers:
        """Return for times, in seconds since 1970, the mean from which on two stories are one.

        Of stories whose newest article is of that time; nan where it is nan.
        """
        found = np.full(len(moments), nan)
        dated = ~np.isnan(moments)
        if dated.any():
            found[dated] = cluster.thresholds(self.counts(moments[dated]))
        return found

    def counts(self, moments: Numbers) -> Places:
        """Return how many articles the 72 hours up to each time brought; at least one time."""
        first, last = moments.min(), moments.max()
        if not self._first <= first <= last <= self._last:
            self._look_at(first, last)
        came, gone = (
            np.searchsorted(each, moments, side="right") for each in (self._came, self._gone)
        )
        return self._count + came - gone

    def _look_at(self, first: float, last: float) -> None:
        """Ask the store at once for what the density between two times is read from."""
        self._first, self._last = first, last
        begin, end = (datetime.fromtimestamp(each, UTC) for each in (first, last))
        length = timedelta(hours=DENSITY_HOURS)
        self._count = self._store.count_published(begin - length, begin)
        came = self._store.published(begin, end)
        gone = self._store.published(begin - length, end - length)
        self._came = np.array([at.timestamp() for at in came])
        self._gone = np.array([(at + length).timestamp() for at in gone])
