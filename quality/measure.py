"""A measure of quality: a name, the data it needs, and a function that answers figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Answers figures from data beside the checkout; in every figure higher is better.

    `run` is given the data folder. The figures' names go below the measure's own name:
    Measure "stories.giveme5w1h" answering {"bcubed_f1": .9} has the floor
    "stories.giveme5w1h.bcubed_f1".
    """

    name: str
    corpora: tuple[str, ...]  # files or folders below the data folder; empty for bundled data
    run: Callable[[Path], Mapping[str, float]]


def share(answers: Iterable[bool]) -> float:
    """Return the share of answers that are yes; raises ZeroDivisionError on none at all."""
    given = list(answers)
    return sum(given) / len(given)
