"""Choose which lines of a page are the article's body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.stages.extract import zones
from twosource.stages.extract.deck import find_deck
from twosource.stages.extract.lines import Line, Reading
from twosource.stages.extract.phrases import is_call, is_caption
from twosource.stages.extract.witness import Witness, known_lines, share_seen, squeeze

SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔:][\"'”’»›)\]]*\s*$")
LARGEST_CARD = 450  # characters; teasers of other articles are shorter, sections are longer
# Where even words that stand in the articleBody are no body: some systems put captions into it.
BESIDE = (
    zones.HEADLINE | zones.CAPTION | zones.CREDIT | zones.FIGURE | zones.EMBED | zones.HIDDEN
    | zones.BYLINE | zones.COMMENTS
)  # fmt: skip
LARGEST_DECK = 800  # characters of text; a box named like a deck that holds more is the body's
LEAST_REPEATED = 0.2  # share of the text from which on it is the page that repeats itself
LONG_REFRAIN = 120  # characters that no author writes twice
PRINTED_TWICE = 30  # letters; a shorter line may well come twice, as a refrain or an answer
SIDE = -12.0  # value of a line in a side box: a few of them part no body, thirty do


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
        if makes[places[card].tag, places[card].make, places[card].depth] >= 3
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
            of_name[place.make or place.tag] += held[place.index]  # type: ignore[assignment]
    cards = teaser_cards(reading)
    around = [0] * len(places)
    for place in places:
        own = place.own
        share = held[place.index] / total
        named = of_name[place.make or place.tag] / total if own & zones.NEVER_BODY else 0.0
        if place.index in cards:
            own |= zones.RELATED
        if max(share, named) > 0.5:
            own &= ~(zones.NEVER_BODY & ~zones.COMMENTS)
        if share > 0.8:
            own &= ~zones.NEVER_BODY
        if held[place.index] > LARGEST_DECK:
            own &= ~(zones.DECK | zones.LEAD)
        around[place.index] = own | (around[place.parent] if place.parent >= 0 else 0)
    return around


def line_value(line: Line) -> float:
    """Return how much a line looks like running text by itself: negative for menus and teasers."""
    size = len(line.text)
    link = line.linked / size if size else 1.0
    if line.tag == "h":
        return -5.0 if link < 0.5 else -30.0
    if line.tag in ("p", "quote", "pre"):
        if link > 0.6 and (size < 150 or link > 0.9):
            return -20.0
        if size < 25 and not SENTENCE_END.search(line.text):
            return -5.0
        return min(size, 800) * (1 - link)
    if line.tag == "li":
        if link > 0.5 or (line.opens_linked and link > 0.1):
            return -25.0
        if size > 60:
            return min(size, 400) * 0.6
        return 2.0 if link < 0.2 else -8.0
    if line.tag == "cell":
        return min(size, 60) * 0.4 if link < 0.5 else -10.0
    if link > 0.4:
        return -25.0
    if size > 80 and SENTENCE_END.search(line.text):
        return min(size, 800) * 0.8
    return SIDE


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines of a page are what, by their indices in page order."""

    body: list[int]
    deck: list[int]
    around: list[int]  # the zones each place lies in


def choose(
    reading: Reading,
    witness: Witness | None = None,
    headlines: Sequence[str] = (),
    descriptions: Sequence[str] = (),
) -> Chosen:
    """Return the lines that are body and those that are deck."""
    lines = reading.lines
    values = [line_value(line) for line in lines]
    around = page_zones(reading, values)
    known = known_lines(witness, lines)
    heard = witness is not None and share_seen(witness, lines, known) > 0.7
    titles = {squeeze(each) for each in headlines}
    scores = []
    for index, (line, value) in enumerate(zip(lines, values, strict=True)):
        zone = around[line.place]
        if heard and known[index] and not zone & BESIDE and line.linked < 0.5 * len(line.text):
            scores.append(max(value, min(len(line.text), 800)))
        elif _is_no_body(line, zone, titles):
            scores.append(SIDE)
        elif line.tag == "loose" and value == SIDE and zone & zones.BODY and _runs_on(line):
            scores.append(0.3 * len(line.text))
        else:
            scores.append(value)
    start, end = densest(scores, 0)
    inside = [index for index in range(start, end) if scores[index] > SIDE and scores[index] >= -8]
    body = same_make(reading, inside, scores, known)
    if heard:
        body = agreed(lines, body, known)
    deck, body = find_deck(reading, around, trimmed(lines, body), headlines, descriptions)
    return Chosen(body, deck, around)


def _is_no_body(line: Line, zone: int, titles: set[str]) -> bool:
    """Return whether place or words of a line say that it is no body whatever its length."""
    if zone & zones.NEVER_BODY or (zone & zones.HEADER and zone & (zones.DECK | zones.LEAD)):
        return True
    if line.tag == "h":
        return squeeze(line.text) in titles or is_call(line.text)
    return is_call(line.text) or is_caption(line.text)


def _runs_on(line: Line) -> bool:
    """Return whether a line is long and unlinked enough for text, though no full stop ends it."""
    return len(line.text) > 50 and line.linked < 0.25 * len(line.text)


def densest(scores: Sequence[float], first: int) -> tuple[int, int]:
    """Return the stretch of lines, from `first` on, whose values sum highest.

    Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence
    segmentation". A stretch may run over several containers, and a few boxes inside do not end it.
    """
    best, start, end = 0.0, first, first
    running, since = 0.0, first
    for index in range(first, len(scores)):
        if running <= 0:
            running, since = 0.0, index
        running += scores[index]
        if running > best:
            best, start, end = running, since, index + 1
    return start, end


def same_make(
    reading: Reading, inside: list[int], scores: Sequence[float], known: Sequence[bool]
) -> list[int]:
    """Return the lines without those that stand outside the body's own container and look other."""
    lines, places = reading.lines, reading.places
    held = [0.0] * len(places)
    for index in inside:
        held[lines[index].place] += max(0.0, scores[index])
    for place in reversed(places):
        if place.parent >= 0:
            held[place.parent] += held[place.index]
    core = 0
    for place in places:
        if place.parent == core and held[place.index] >= 0.75 * held[0]:
            core = place.index
    within = [False] * len(places)
    for place in places:
        within[place.index] = place.index == core or (place.parent >= 0 and within[place.parent])

    def make(index: int) -> tuple[str, str, str]:
        holder = places[lines[index].holder]
        above = places[holder.parent] if holder.parent >= 0 else holder
        return (holder.tag, holder.make, above.make)

    makes = Counter(make(index) for index in inside if within[lines[index].place])
    return [
        index
        for index in inside
        if within[lines[index].place]
        or makes[make(index)] >= 3
        or known[index]
        or len(lines[index].text) > 300
    ]


def agreed(lines: Sequence[Line], inside: list[int], known: Sequence[bool]) -> list[int]:
    """Return the lines without those the second witness would know if they were body."""
    size = sum(len(lines[index].text) for index in inside) or 1
    told = sum(len(lines[index].text) for index in inside if known[index])
    if told < 0.7 * size:
        return inside
    return [
        index
        for index in inside
        if known[index] or lines[index].tag in ("h", "li", "cell", "quote")
    ]


def trimmed(lines: Sequence[Line], inside: list[int]) -> list[int]:
    """Return the lines without repeats and without headings that nothing follows.

    Some pages carry their text twice, for print or for small screens.
    """
    seen: set[str] = set()
    twice: list[int] = []
    for index in inside:
        letters = squeeze(lines[index].text)
        if len(letters) >= PRINTED_TWICE and letters in seen:
            twice.append(index)
        seen.add(letters)
    size = sum(len(lines[index].text) for index in inside)
    if sum(len(lines[index].text) for index in twice) < LEAST_REPEATED * size:
        twice = [index for index in twice if len(lines[index].text) > LONG_REFRAIN]
    kept = [index for index in inside if index not in set(twice)]
    while kept and lines[kept[-1]].tag == "h":
        kept.pop()
    return kept
