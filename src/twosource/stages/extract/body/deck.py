"""Find the deck: the sentence or two under the headline that are neither headline nor body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from twosource.stages.extract.body.opening import (
    LEAST_UNNAMED,
    is_described,
    is_set_apart,
    leading,
    may_be_deck,
    opens_bold,
    stands_above_byline,
)
from twosource.stages.extract.body.witness import Witness
from twosource.stages.extract.markup.byline import names_alone
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.words import squeeze

NEVER_DECK = zones.NEVER_BODY & ~(
    zones.BYLINE | zones.CARD | zones.EMBED | zones.FIGURE | zones.HEADLINE | zones.HIDDEN
)
PICTURED = zones.CAPTION | zones.CREDIT | zones.FORM | zones.CARD
NEAR = 3  # places around a line whose own names tell that it is the deck


def headline_line(
    reading: Reading, headlines: Sequence[str], before: int, *, first: bool = False
) -> int:
    """Return the index of the line that is the page's headline, -1 where none is.

    The last one above the body that says what the markup calls the headline, or the first, below
    which the deck may stand; else the last h1.
    """
    wanted = {squeeze(each) for each in headlines if each}
    above = list(enumerate(reading.lines[:before]))
    said = [at for at, line in above if line.tag == "h" and squeeze(line.text) in wanted]
    if said:
        return said[0 if first else -1]
    titles = (at for at, line in reversed(above) if reading.places[line.holder].tag == "h1")
    return next((at for at in titles if len(reading.lines[at].text) > 15), -1)


def find_deck(
    reading: Reading,
    body: Sequence[int],
    headlines: Sequence[str],
    descriptions: Sequence[str],
    witness: Witness | None = None,
) -> tuple[list[int], list[int]]:
    """Return the lines of the deck and the body's lines without them.

    A deck stands between headline and body in a place called so, or says what the page's own
    description says, or stands alone there. The body's first line is taken for the deck only when
    its place is called so or it is set apart from the paragraphs and described by the page.
    """
    if not body:
        return [], list(body)
    told = [squeeze(each) for each in descriptions if each]
    headline = headline_line(reading, headlines, body[0], first=True)
    above = _above(reading, headline, headlines, body[0])
    inside, rest = _inside(reading, body, told)
    loose = _loose(reading, above) if headline >= 0 else []
    chosen = _marked(reading, above, told) or inside or loose[:1]
    if not chosen and (
        opens_bold(reading, body)
        or stands_above_byline(reading, body)
        or is_set_apart(reading, body, told, witness)
    ):
        chosen, rest = list(body[:1]), list(body[1:])
    if chosen is not inside:
        # a second deck inside the body repeats the first one or goes on from it
        chosen = [*chosen, *(i for i in inside if not _repeats(reading.lines, chosen, i))]
    return _once(reading.lines, chosen[:4]), rest


def _above(reading: Reading, headline: int, headlines: Sequence[str], first: int) -> list[int]:
    """Return the lines between the headline and the body's first that may be a deck."""
    titles = [squeeze(each) for each in headlines if each]
    return [
        index
        for index in range(max(0, headline), first)
        if may_be_deck(reading.lines[index])
        and index != headline
        and not any(title.startswith(squeeze(reading.lines[index].text)) for title in titles)
    ]


def _marked(reading: Reading, above: Sequence[int], told: Sequence[str]) -> list[int]:
    """Return those above the body whose place is called a deck, else the first the page tells."""
    lines = reading.lines
    named = [index for index in above if _named(reading, lines[index])]
    described = [
        index
        for index in above
        if is_described(lines[index].text, told) and not reading.zone_of(lines[index]) & PICTURED
    ]
    surely = [index for index in named if reading.places[lines[index].place].own & zones.DECK]
    told_so = [index for index in surely or named if index in described] or surely
    return _neighbours(reading, surely or named, told_so or named) or described[:1]


def _loose(reading: Reading, above: Sequence[int]) -> list[int]:
    """Return those above the body that are long enough and stand in no place of another kind."""
    return [
        index
        for index in above
        if len(reading.lines[index].text) >= LEAST_UNNAMED
        and (
            not reading.zone_of(reading.lines[index]) & (NEVER_DECK | zones.BYLINE | zones.HIDDEN)
            or _unlinked_teaser(reading, reading.lines[index])
        )
    ]


def _inside(
    reading: Reading, body: Sequence[int], told: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Return the lines with which the body opens that are a deck, and the others."""
    lines, inside = reading.lines, leading(reading, body, told)
    rest = [index for index in body if index not in inside]
    while len(rest) > 1 and lines[rest[0]].tag == "p" and names_alone(lines[rest[0]].text):
        rest = rest[1:]  # the reporter signs above the first paragraph
    return ([], list(body)) if inside and not rest else (inside, rest)


def _unlinked_teaser(reading: Reading, line: Line) -> bool:
    """Return whether a line is called a teaser but leads nowhere: some call the deck so."""
    own = reading.places[line.place].own
    side = NEVER_DECK & ~zones.RELATED
    return bool(own & zones.RELATED) and line.linked == 0 and not reading.zone_of(line) & side


def _named(reading: Reading, line: Line) -> bool:
    """Return whether one of the nearest places is called a deck, and none of them a side box.

    Farther places do not count: a whole header may be called "share" or "teaser".
    """
    decks = zones.DECK | zones.LEAD
    if not reading.zone_of(line) & decks:
        return False
    own = 0
    for place in islice(reading.upward(line.place), NEAR):
        own |= 0 if own & decks else place.own
    side = NEVER_DECK & ~zones.RELATED & ~zones.KEYPOINTS
    return bool(own & decks) and not own & side


def _neighbours(reading: Reading, named: Sequence[int], best: Sequence[int]) -> list[int]:
    """Return the best line and those that hang beside it, as the points of one list do."""

    def hangs(index: int) -> int:
        return reading.places[reading.lines[index].holder].parent

    return [index for index in named if hangs(index) == hangs(best[0])]


def _repeats(lines: Sequence[Line], chosen: Sequence[int], index: int) -> bool:
    return any(squeeze(lines[each].text)[:40] == squeeze(lines[index].text)[:40] for each in chosen)


def _once(lines: Sequence[Line], chosen: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for index in chosen:
        if not _repeats(lines, kept, index):
            kept.append(index)
    return kept
