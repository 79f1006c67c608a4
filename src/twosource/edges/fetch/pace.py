"""Ask each host one question at a time, with a pause between, and longer where it asks for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from twosource.errors import LaterError


class Pace:
    """Keeps, for every host, its turn and the earliest time of the next request."""

    def __init__(self, most_wait_seconds: float, sleep: Callable[[float], object]) -> None:
        self._most_wait_seconds, self._sleep = most_wait_seconds, sleep
        self._turns: dict[str, threading.Lock] = {}
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, url: str, pause_seconds: float) -> Iterator[None]:
        """Wait for the host's turn; the next one comes `pause_seconds` after this one ends.

        Raises LaterError where that would take longer than a run waits.
        """
        with self._lock:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            wait = self._next.get(host, 0.0) - time.monotonic()
            if wait > self._most_wait_seconds:
                raise LaterError(url, f"{host} asks for a pause", wait)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + pause_seconds)

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for so long."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)
