"""Say how much a sentence adds to others: what it tells that none of them has told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from twosource.stages.dossier.telling.concepts import (
    NUMBER_WEIGHT,
    weighed,
    with_countries,
    without_numbers,
)
from twosource.text.numbers import read_numbers

SENTENCES_HELD = 20_000  # of some 400 articles: a story that grows has nearly all of them again


@lru_cache(maxsize=SENTENCES_HELD)
def contents_of(text: str) -> Mapping[str, float]:
    """Return what a sentence tells, each with how much it tells, 0 to 1.

    "Killed" and "died", "Americans" and "U.S. citizens", "ten" and "10" are one thing each.
    """
    words = without_numbers(weighed(with_countries(text)))
    return words | {f"={each.value}": NUMBER_WEIGHT for each in read_numbers(text)}


def adds(contents: Mapping[str, float], told: Collection[str]) -> float:
    """Return the share of what a sentence tells that is not told yet, 0 to 1, by weight.

    An empty sentence adds nothing.
    """
    whole = sum(contents.values())
    new = sum(weight for content, weight in sorted(contents.items()) if content not in told)
    return min(1.0, new / whole) if whole else 0.0
