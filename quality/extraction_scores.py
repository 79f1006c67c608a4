"""Score an extracted text against a true one, as the article-extraction-benchmark does.

Bags of four-word shingles, precision and recall averaged over pages, F1 of the two averages
(Zyte 2019).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

TOKEN = re.compile(r"\w+")
SHINGLE = 4

Score = tuple[float, float, float]  # true positives, false positives, false negatives; sum 1


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the bag of four-word shingles; a shorter text is one shingle.

    Soft hyphens, which no reader sees, are left out, and letters are composed: some truths carry
    the one inside words and write the other as two characters.
    """
    words = TOKEN.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))
    count = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[start : start + SHINGLE]) for start in range(count))


def score(true: str, found: str) -> Score:
    """Return the shares of shingles that are found, too many and missing."""
    wanted, given = shingles(true), shingles(found)
    hits = (wanted & given).total()
    extra, missing = (given - wanted).total(), (wanted - given).total()
    total = hits + extra + missing
    return (hits / total, extra / total, missing / total)


def f1(scores: Iterable[Score]) -> float:
    """Return the F1 of mean precision and mean recall over pages."""
    listed = list(scores)
    precision = sum(_ratio(hits, extra, missing) for hits, extra, missing in listed) / len(listed)
    recall = sum(_ratio(hits, missing, extra) for hits, extra, missing in listed) / len(listed)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _ratio(hits: float, misses: float, others: float) -> float:
    if misses == others == 0:
        return 1.0
    return hits / (hits + misses) if hits + misses and hits else 0.0


def exact(scores: Sequence[Score]) -> float:
    """Return the share of pages without any shingle too many or missing."""
    return sum(extra == missing == 0 for _, extra, missing in scores) / len(scores)


def token_f1(true: str, found: str) -> float:
    """Return the F1 of two bags of lower-case words."""
    wanted, given = Counter(TOKEN.findall(true.lower())), Counter(TOKEN.findall(found.lower()))
    size = wanted.total() + given.total()
    return 2 * (wanted & given).total() / size if size else 1.0
