"""Choose the headline among what the page shows and what its markup says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
PARTING = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
NO_LETTER = re.compile(r"[\W_]+")
# The visible headline leads, since readers know the page by it; the others decide when they
# agree against it, as they do when the page's first h1 is a site name or a login form.
WEIGHTS = {"shown": 1.1, "og": 1.05, "json": 1.0, "title": 0.6, "twitter": 0.4}


def choose_headline(candidates: dict[str, str], site_names: Iterable[str]) -> str:
    """Return the headline that most of the candidates support, by their names in WEIGHTS.

    Typographic and plain quotation marks count as the same; of the forms of the winner the one
    most candidates write is taken, the visible one at a draw. "" where there is no candidate.
    """
    sites = {letters for letters in map(_letters, site_names) if letters}
    trimmed = {
        name: _without_site(words, candidates, sites) for name, words in candidates.items() if words
    }
    votes: Counter[str] = Counter()
    for name, words in trimmed.items():
        votes[words.translate(FOLDED)] += WEIGHTS[name]  # type: ignore[assignment]  # Counters take floats
    if not votes:
        return ""
    best = max(votes, key=lambda words: votes[words])
    forms = [words for words in trimmed.values() if words.translate(FOLDED) == best]
    return Counter(forms).most_common(1)[0][0]


def _without_site(words: str, candidates: dict[str, str], sites: set[str]) -> str:
    """Return the words less the name of the site at their end: "… | The Harbour Post"."""
    for parting in reversed(list(PARTING.finditer(words))):
        head, tail = words[: parting.start()].strip(), _letters(words[parting.end() :])
        if head in candidates.values() or any(
            tail and (tail in site or site in tail) for site in sites
        ):
            return head
    return words


def _letters(words: str) -> str:
    return NO_LETTER.sub("", words).lower()
