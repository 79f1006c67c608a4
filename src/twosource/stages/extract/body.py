"""Choose which lines of a page are the article's body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.stages.extract import zones
from twosource.stages.extract.boxes import page_zones
from twosource.stages.extract.container import belonging, gathered, own_container, repeated
from twosource.stages.extract.deck import find_deck
from twosource.stages.extract.lines import Line, Reading
from twosource.stages.extract.phrases import is_call, is_caption
from twosource.stages.extract.witness import Witness, known_lines, share_seen, squeeze

SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔:][\"'”’»›)\]]*\s*$")
# Where even words that stand in the articleBody are no body: some systems put captions into it.
BESIDE = (
    zones.HEADLINE | zones.CAPTION | zones.CREDIT | zones.FIGURE | zones.EMBED | zones.HIDDEN
    | zones.BYLINE | zones.COMMENTS
)  # fmt: skip
LONG_ITEM = 140  # characters; a list item that long that ends in a full stop is told, not linked
SIDE = -12.0  # value of a line in a side box: a few of them part no body, thirty do


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
        if line.opens_linked and link > 0.1:
            return -25.0
        if link > 0.5 and not (size > LONG_ITEM and SENTENCE_END.search(line.text)):
            return -25.0
        if size > 60:
            return min(size, 400) * 0.6 * (1 - link)
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
    within = own_container(reading, inside, scores)
    body = belonging(reading, gathered(reading, inside, within, scores), within, known, around)
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
    """Return the lines without second printings and without headings that nothing follows."""
    twice = repeated(lines, inside)
    kept = [index for index in inside if index not in twice]
    while kept and lines[kept[-1]].tag == "h":
        kept.pop()
    return kept
