"""Tell for every place of a page in which boxes it lies, and which announce other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Reading

LARGEST_CARD = 450  # characters; teasers of other articles are shorter, sections are longer
LARGEST_DECK = 800  # characters of text; a box named like a deck that holds more is the body's
LEAST_CARDS = 3  # of one make; an article's own linked subheading stands in no box of its own
MOST = 0.5  # share of the page's text from which on a box is no side matter
NEARLY_ALL = 0.8  # the same for boxes named as comments, which may outweigh a short article


def totals(reading: Reading, values: Sequence[float]) -> list[float]:
    """Return for each place the sum of the values of all lines in it."""
    held = [0.0] * len(reading.places)
    for line, value in zip(reading.lines, values, strict=True):
        held[line.place] += value
    for place in reversed(reading.places):
        if place.parent >= 0:
            held[place.parent] += held[place.index]
    return held


def teaser_cards(reading: Reading) -> set[int]:
    """Return the places that each announce another article: a linked title and little else.

    A card is the largest place around a linked title that is still small; it counts when at least
    two more of the same make stand on the page, since an article's own linked subheading stands in
    no box of its own.
    """
    places = reading.places
    size = totals(reading, [len(line.text) for line in reading.lines])
    cards: set[int] = set()
    for line in reading.lines:
        length = len(line.text)
        if length < 15 or line.linked < 0.8 * length:
            continue
        place = places[line.place]
        if place.tag == "p":
            continue
        while place.parent >= 0 and size[place.parent] <= LARGEST_CARD:
            place = places[place.parent]
        if place.index != line.holder or place.tag == "li":
            cards.add(place.index)
    makes = Counter((places[card].tag, places[card].make, places[card].depth) for card in cards)
    return {
        card
        for card in cards
        if makes[places[card].tag, places[card].make, places[card].depth] >= LEAST_CARDS
    }


def page_zones(reading: Reading, values: Sequence[float]) -> list[int]:
    """Return for each place the zones it lies in, those of the places around it included.

    Boxes that hold most of the page's text are no side matter whatever they are called.
    """
    places = reading.places
    held = totals(reading, [value if value > 0 else 0.0 for value in values])
    total = held[0] or 1.0
    of_name: Counter[str] = Counter()
    for place in places:
        if place.own & zones.NEVER_BODY:
            of_name[place.make or place.tag] += held[place.index]  # type: ignore[assignment]  # a Counter of shares
    cards = teaser_cards(reading)
    around = [0] * len(places)
    for place in places:
        own = place.own
        share = held[place.index] / total
        named = of_name[place.make or place.tag] / total if own & zones.NEVER_BODY else 0.0
        if place.index in cards:
            own |= zones.RELATED | zones.CARD
        if max(share, named) > MOST:
            own &= ~(zones.NEVER_BODY & ~zones.COMMENTS)
        if share > NEARLY_ALL:
            own &= ~zones.NEVER_BODY
        if held[place.index] > LARGEST_DECK:
            own &= ~(zones.DECK | zones.LEAD)
        around[place.index] = own | (around[place.parent] if place.parent >= 0 else 0)
    return around
