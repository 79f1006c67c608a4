"""Know the articles that a page goes on with below its own, for whoever scrolls further."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Reading
from twosource.stages.extract.reading.words import squeeze


def without_next_articles(
    reading: Reading, around: Sequence[int], headlines: Collection[str]
) -> list[int]:
    """Return the zones of all places; those of another article are a box of related matter.

    Each article is an element with a headline of the first order in it. The page's own is the one
    whose headline the markup names; where none is, or several are, nothing is told.
    """
    titles = {squeeze(each) for each in headlines if each}
    titled: dict[int, set[str]] = {}
    for line in reading.lines:
        if reading.places[line.holder].tag == "h1":
            article = _article_around(reading, line.place)
            if article >= 0:
                titled.setdefault(article, set()).add(squeeze(line.text))
    own = [article for article, found in titled.items() if found & titles]
    if len(titled) < 2 or len(own) != 1:
        return list(around)
    inside = {article for article in titled if article not in _above(reading, own[0])}
    told = list(around)
    for place in reading.places:
        if place.index in inside or (place.parent >= 0 and place.parent in inside):
            inside.add(place.index)
            told[place.index] |= zones.RELATED
    return told


def _article_around(reading: Reading, place: int) -> int:
    while place >= 0 and reading.places[place].tag != "article":
        place = reading.places[place].parent
    return place


def _above(reading: Reading, place: int) -> set[int]:
    """Return a place and all places around it."""
    found = set()
    while place >= 0:
        found.add(place)
        place = reading.places[place].parent
    return found
