"""Choose the headline among what the page shows and what its markup says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.stages.extract.reading.words import squeeze

FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
PARTING = re.compile(r"\s[|–—·•»:-]\s|\s?[|｜：]\s?")
PREFIX = re.compile(r"(.{3,40}?)(?:\s[|–—·•»-]|\s?[:|｜：])\s(?=\S{1,40}\s\S{1,40}\s\S)")
WORD = re.compile(r"\w+")
# What two of the three agree on is the headline: the article's own object, the headline for those
# who carry the page on, the visible one. Where all differ markup leads, since the first h1 may be
# a label. Tab titles and posts to one network are cut and worded for their place: they only break
# ties. This gets 219 of the 258 titles of extraction-fundus, og:title alone gets 208.
WEIGHTS = {"json": 1.1, "og": 1.05, "shown": 1.0, "title": 0.02, "twitter": 0.02}
STALE = 0.2  # share of a candidate's words below which it speaks of something else than another
STALE_WORTH = 0.5  # of its weight: a tag left over from another page must not lead
LONGEST = 1_000  # characters of a candidate that are looked at
LEAST_SITE = 3  # letters; "co" of example.co.uk is no site's name


def choose_headline(candidates: dict[str, str], site_names: Iterable[str]) -> str:
    """Return the headline that most of the candidates support, by their names in WEIGHTS.

    Candidates of the same letters are one: a kicker above the headline is parted from it by a
    colon, a dash or the style sheet alone. Of the winner's forms that punctuation is taken which
    weighs most, then the quotation marks that most write, and plain ones at a draw: programs set
    typed marks as typographic ones, never the reverse. "" where there is no candidate.
    """
    sites = {letters for letters in map(squeeze, site_names) if len(letters) >= LEAST_SITE}
    told = {name: words[:LONGEST] for name, words in candidates.items() if words}
    trimmed = _trimmed(told, sites)
    if not trimmed:
        return ""
    worths = {
        name: WEIGHTS[name] * (STALE_WORTH if _stands_alone(name, trimmed) else 1.0)
        for name in trimmed
    }
    best = _heaviest((squeeze(words), worths[name]) for name, words in trimmed.items())
    winners = {name: words for name, words in trimmed.items() if squeeze(words) == best}
    form = _heaviest((words.translate(FOLDED), worths[name]) for name, words in winners.items())
    written = [words for words in winners.values() if words.translate(FOLDED) == form]
    return max(written, key=lambda words: (written.count(words), words == form))


def _heaviest(weighed: Iterable[tuple[str, float]]) -> str:
    """Return the words with the greatest sum of weights, the first at a draw."""
    sums: dict[str, float] = {}
    for words, weight in weighed:
        sums[words] = sums.get(words, 0.0) + weight
    return max(sums, key=lambda words: sums[words])


def _trimmed(candidates: dict[str, str], sites: set[str]) -> dict[str, str]:
    """Return the candidates less the section and the name of the site at their ends."""
    known = {words.translate(FOLDED) for words in candidates.values()}
    found: dict[str, str] = {}
    for name, words in candidates.items():
        shorter = _without_site(words, known, sites)
        while shorter != words and shorter.translate(FOLDED) not in known:
            words, shorter = shorter, _without_site(shorter, known, set())
        found[name] = shorter
    return found


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
    front = PREFIX.match(words)
    if front and any(_is_site(front[1], site) for site in sites):
        return words[front.end() :]
    return words


def _is_site(head: str, site: str) -> bool:
    """Return whether a head is the site's whole name, an article before it or not."""
    letters = squeeze(head)
    return letters == site or letters.removeprefix("the") == site


def _names(tail: str, site: str) -> bool:
    """Return whether a tail is part of a site's name or holds it, as whole words.

    The site may be known by its domain alone: "Harbour Post" names harbourpost.
    """
    words = [letters for letters in map(squeeze, tail.split()) if letters]
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
