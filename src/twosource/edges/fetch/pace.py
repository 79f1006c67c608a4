"""Ask each host one question at a time, with a pause between, and longer where it asks for it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from twosource.errors import LaterError
from twosource.settings import FetchSettings

Held = Callable[[str], float]  # a host -> the seconds for which an earlier run left it alone


def never_held(host: str) -> float:
    """Return what a reader knows of a host that remembers no earlier run."""
    return 0.0


def growing_pause(tries: int, settings: FetchSettings) -> float:
    """Return the seconds to wait before a further try: twice as long each time, with chance in it.

    So many readers whom one server turned away do not come back at one moment.
    """
    jitter = random.uniform(0.5, 1.5)
    pause = settings.first_wait_seconds * 2.0 ** (tries - 1) * jitter
    return min(pause, settings.most_wait_seconds)


class Pace:
    """Keeps, for every host, its turn and the earliest time of the next request.

    `held` is asked once for each host: what an earlier run was told, or asked a moment ago.
    """

    def __init__(
        self,
        most_wait_seconds: float,
        sleep: Callable[[float], object],
        held: Held = never_held,
    ) -> None:
        self._most_wait_seconds, self._sleep, self._held = most_wait_seconds, sleep, held
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
            wait = self.check(host, url)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + pause_seconds)

    def check(self, host: str, url: str) -> float:
        """Return the seconds until the host may be asked; 0 or less where that is now.

        Raises LaterError where it would take longer than a run waits.
        """
        with self._lock:
            if host not in self._next:
                self._next[host] = time.monotonic() + self._held(host)
            wait = self._next[host] - time.monotonic()
        if wait > self._most_wait_seconds:
            raise LaterError(url, f"{host} asks for a pause", wait)
        return wait

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for so long."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)

    def waits(self) -> Mapping[str, float]:
        """Return for how many seconds each host still wants no request, where it wants any."""
        now = time.monotonic()
        return {host: at - now for host, at in list(self._next.items()) if at > now}
