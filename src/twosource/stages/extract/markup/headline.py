"""Choose the headline among what the page shows and what its markup says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
PARTING = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
WORD = re.compile(r"\w+")
NO_LETTER = re.compile(r"[\W_]+")
# What two of the three agree on is the headline: the article's own object, the headline for those
# who carry the page on, the visible one. Where all differ markup leads, since the first h1 may be
# a label. Tab titles and posts to one network are cut and worded for their place: they only break
# ties. This gets 215 of the 258 titles of extraction-fundus, og:title alone gets 208.
WEIGHTS = {"json": 1.1, "og": 1.05, "shown": 1.0, "title": 0.02, "twitter": 0.02}
STALE = 0.2  # share of a candidate's words below which it speaks of something else than another
STALE_WORTH = 0.5  # of its weight: a tag left over from another page must not lead
LEAST_SITE = 3  # letters; "co" of example.co.uk is no site's name


def choose_headline(candidates: dict[str, str], site_names: Iterable[str]) -> str:
    """Return the headline that most of the candidates support, by their names in WEIGHTS.

    Typographic and plain quotation marks count as the same; of the forms of the winner the one
    most candidates write is taken, the visible one at a draw. "" where there is no candidate.
    """
    sites = {letters for letters in map(_letters, site_names) if len(letters) >= LEAST_SITE}
    known = {words.translate(FOLDED) for words in candidates.values()}
    trimmed = {
        name: _without_site(words, known, sites) for name, words in candidates.items() if words
    }
    votes: Counter[str] = Counter()
    for name, words in trimmed.items():
        worth = STALE_WORTH if _stands_alone(name, trimmed) else 1.0
        votes[words.translate(FOLDED)] += worth * WEIGHTS[name]  # type: ignore[assignment]  # a Counter of shares
    if not votes:
        return ""
    best = max(votes, key=lambda words: votes[words])
    forms = [words for words in trimmed.values() if words.translate(FOLDED) == best]
    return Counter(forms).most_common(1)[0][0]


def _stands_alone(name: str, candidates: dict[str, str]) -> bool:
    """Return whether no other candidate shares words with this one, as with a stale tag."""
    own = set(WORD.findall(candidates[name].lower()))
    return not any(
        len(own & set(WORD.findall(words.lower()))) >= STALE * len(own)
        for other, words in candidates.items()
        if other != name
    )


def _without_site(words: str, known: set[str], sites: set[str]) -> str:
    """Return the words less the name of the site at their end: "… | The Harbour Post"."""
    for parting in reversed(list(PARTING.finditer(words))):
        head, tail = words[: parting.start()].strip(), words[parting.end() :]
        if head.translate(FOLDED) in known or any(_names(tail, site) for site in sites):
            return head
    return words


def _names(tail: str, site: str) -> bool:
    """Return whether a tail is part of a site's name or holds it, as whole words.

    The site may be known by its domain alone: "Harbour Post" names harbourpost.
    """
    words = [letters for letters in map(_letters, tail.split()) if letters]
    if words and "".join(words) in site:
        return True
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if joined == site:
                return True
            if not site.startswith(joined):
                break
    return False


def _letters(words: str) -> str:
    return NO_LETTER.sub("", words).lower()
