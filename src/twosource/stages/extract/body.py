"""Choose which lines of a page are the article's body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.stages.extract import zones
from twosource.stages.extract.lines import Line, Reading

SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔][\"'”’»›)\]]*\s*$")


def page_zones(reading: Reading, values: Sequence[float]) -> list[int]:
    """Return for each place the zones it lies in, those of the places around it included.

    A box that holds most of the page's text is no side matter whatever it is called.
    """
    places = reading.places
    held = [0.0] * len(places)
    for line, value in zip(reading.lines, values, strict=True):
        if value > 0:
            held[line.place] += value
    for place in reversed(places):
        if place.parent >= 0:
            held[place.parent] += held[place.index]
    total = held[0] or 1.0
    around = [0] * len(places)
    for place in places:
        own = place.own
        share = held[place.index] / total
        if share > 0.5:
            own &= ~(zones.NEVER_BODY & ~(zones.COMMENTS | zones.RELATED | zones.FOOTER))
        if share > 0.8:
            own &= ~zones.NEVER_BODY
        around[place.index] = own | (around[place.parent] if place.parent >= 0 else 0)
    return around


def line_value(line: Line) -> float:
    """Return how much a line looks like running text by itself: negative for menus and teasers."""
    size = len(line.text)
    link = line.linked / size if size else 1.0
    if line.tag == "h":
        return -5.0 if link < 0.5 else -30.0
    if line.tag in ("p", "quote", "pre"):
        if link > 0.6:
            return -20.0
        if size < 25 and not SENTENCE_END.search(line.text):
            return -5.0
        return min(size, 800) * (1 - link)
    if line.tag == "li":
        if link > 0.5:
            return -25.0
        return (
            min(size, 400) * 0.6
            if size > 60
            else (-2.0 if SENTENCE_END.search(line.text) else -8.0)
        )
    if line.tag == "cell":
        return -1.0 if link < 0.5 else -10
    if link > 0.4:
        return -25.0
    if size > 80 and SENTENCE_END.search(line.text):
        return min(size, 800) * 0.8
    return -12.0


def choose(reading: Reading) -> list[int]:
    """Return the indices of the lines that are body, in page order."""
    values = [line_value(line) for line in reading.lines]
    around = page_zones(reading, values)
    scores = []
    for line, value in zip(reading.lines, values, strict=True):
        bad = around[line.place] & zones.NEVER_BODY
        scores.append(-12.0 if bad else value)
    best, start, end = 0.0, 0, 0
    running, since = 0.0, 0
    for index, score in enumerate(scores):
        if running <= 0:
            running, since = 0.0, index
        running += score
        if running > best:
            best, start, end = running, since, index + 1
    return [
        index
        for index in range(start, end)
        if scores[index] > 0
        or (not around[reading.lines[index].place] & zones.NEVER_BODY and scores[index] >= -8)
    ]
