"""Show how far long work is: a bar for a person, plain lines for a log."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn


class Bars:
    """Takes the news of a run; draws on standard error, so that output can be piped."""

    def __init__(self) -> None:
        self._drawn = sys.stderr.isatty()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not self._drawn,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def __call__(self, work: str, done: int, total: int | None) -> None:
        """Take that `done` of `total` items of some work are finished; None where unknown."""
        if not self._drawn:
            if done and (done == total or total is None):
                print(f"{work}: {done}", file=sys.stderr, flush=True)
            return
        if work not in self._tasks:
            self._tasks[work] = self._progress.add_task(work, total=total)
        self._progress.update(self._tasks[work], completed=done, total=total)
