"""Run functions on this machine: one after the other, or on all its cores."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 4  # items a worker takes at once: enough to hide the hand-over, few enough to end together
WORTH_WORKERS = 32  # with fewer items, starting workers costs more than they save


class SerialEngine:
    """Takes the items one by one in this process."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply `function` to every item, in order."""
        return map(function, items)

    def close(self) -> None:
        """Nothing is held."""


class ProcessEngine:
    """Takes the items on all cores; workers start when there is enough to do and then stay."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._workers = len(os.sched_getaffinity(0))

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply `function` to every item; results come in the order of the items.

        Only a few chunks per worker are under way at once, so a stream of any length is fine.
        """
        rest = iter(items)
        first = list(islice(rest, WORTH_WORKERS))
        if self._workers == 1 or (self._pool is None and len(first) < WORTH_WORKERS):
            return map(function, chain(first, rest))
        return self._spread(function, chain(first, rest))

    def close(self) -> None:
        """Stop the workers; calling it twice is fine."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _spread(self, function: Callable[[T], R], items: Iterator[T]) -> Iterator[R]:
        if self._pool is None:
            # A fresh interpreter per worker: a fork would carry the store's open file along.
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=get_context("spawn"), initializer=_end_with_parent
            )
        under_way: deque[Future[list[R]]] = deque()
        while batch := list(islice(items, CHUNK)):
            with _deaf():
                under_way.append(self._pool.submit(_take, function, batch))
            if len(under_way) >= 3 * self._workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let workers that start meanwhile not hear Ctrl-C: a terminal sends it to them, too.

    It is for this process to stop them. One that heard it would print where it stood.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this worker end when the process that started it was killed.

    The pool's own queue never tells: each worker holds both its ends, and so would wait for ever.
    """
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _take(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(item) for item in batch]
