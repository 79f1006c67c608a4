"""Say how much each line of a page is worth as running text: much, little, or less than nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Line, LineTag, Reading
from twosource.stages.extract.reading.phrases import (
    is_call,
    is_caption,
    is_correction,
    is_signature,
    names_owner,
)
from twosource.stages.extract.reading.words import squeeze

SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔:][\"'”’»›)\]]*\s*$")
# All values are in characters of running text. They were set by reading wrong answers, not by
# search: halving or doubling any of them moves no body F1 of quality/extraction.py by more than
# .0021, as long as headings stay above LEAST_KEPT and side boxes below it.
SIDE = -12.0  # of a line in a side box: a few of them part no body, thirty do
LINKED = -25.0  # of a line that is all link
HEADING = -5.0  # of a heading: it belongs to what follows and carries nothing itself
LEAST_KEPT = -8.0  # from here on a line stays when it lies between lines of value
ADDRESS_ALONE = re.compile(r"https?://\S+$")
LONGEST = 800  # characters of one line that count; one long legal notice outweighs no article
LONG_ITEM = 140  # characters; a list item that long that ends in a full stop is told, not linked
SHORT = 25  # characters; a shorter paragraph without a full stop is a label
LEAST_TOLD = 40  # characters; a sentence that is mostly link but does not open with it is told
LEAST_UNLINKED = 8  # of them outside of the link
FULL_STOP = re.compile(r"[.!?…。！？।][\"'”’»)]*\s*$")
LONG_LINKED = 150  # characters; a longer paragraph may be mostly link and still a sentence
LEAST_OF_A_MAKE = 3  # boxes of running text that let a short line in such a box in
RUNS_ON = 50  # characters; so long a loose line in a body is text even without a full stop
# Where even words that stand in the articleBody are no body: some systems put captions into it.
BESIDE = (
    zones.HEADLINE
    | zones.CAPTION
    | zones.CREDIT
    | zones.FIGURE
    | zones.EMBED
    | zones.HIDDEN
    | zones.BYLINE
    | zones.COMMENTS
)


def own_value(line: Line) -> float:
    """Return what a line is worth by itself, wherever it stands."""
    return OF_TAG[line.tag](line, len(line.text), line.linked / len(line.text))


def values_in_place(
    reading: Reading,
    heard: Sequence[bool],
    headlines: Sequence[str],
) -> list[float]:
    """Return what each line is worth where it stands.

    `heard` says which lines a trusted second witness knows: they are body even in a box that is
    named as something else.
    """
    titles = {squeeze(each) for each in headlines}
    parted = _parted_paragraphs(reading)
    makes = _makes_of_text(reading)
    values: list[float] = []
    for line, known in zip(reading.lines, heard, strict=True):
        zone = _zone_of(reading, line)
        value = own_value(line)
        told = known and not zone & BESIDE and line.linked < 0.5 * len(line.text)
        if told and (
            names_owner(line.text) or not is_call(line.text)
        ):  # some systems put their calls into the articleBody
            value = max(value, min(len(line.text), LONGEST))
        elif _is_no_body(line, zone, titles):
            value = SIDE
        elif line.holder in parted:
            value = max(value, len(line.text) - line.linked)
        elif line.tag == "loose" and value == SIDE and zone & zones.BODY and _runs_on(line):
            value = 0.3 * len(line.text)
        elif (
            value == SIDE
            and makes.get(_make_of(reading, line), 0) >= LEAST_OF_A_MAKE
            and SENTENCE_END.search(line.text)
        ):
            value = HEADING
        values.append(value)
    return values


def _zone_of(reading: Reading, line: Line) -> int:
    """Return the zones a line lies in; of a heading below the headline those around it alone.

    The class of a heading inside the text says "headline", "subtitle" or "toc" on many sites.
    """
    holder = reading.places[line.holder]
    if line.tag == "h" and holder.tag != "h1" and line.place == line.holder:
        return reading.around[max(0, holder.parent)]
    return reading.zone_of(line)


def _parted_paragraphs(reading: Reading) -> set[int]:
    """Return the paragraphs that a box inside parts into several lines; each line is a piece."""
    pieces: Counter[int] = Counter()
    for line in reading.lines:
        if line.tag == "p" and not reading.zone_of(line) & zones.NEVER_BODY:
            pieces[line.holder] += 1
    return {
        holder
        for holder, count in pieces.items()
        if count > 1 and reading.places[holder].tag == "p"
    }


def _makes_of_text(reading: Reading) -> Counter[tuple[str, str]]:
    """Count the boxes that each hold one stretch of running text without a paragraph's tag.

    A short sentence in a box of the same tag and class is a paragraph too.
    """
    return Counter(
        _make_of(reading, line)
        for line in reading.lines
        if line.tag == "loose"
        and own_value(line) >= RUNS_ON
        and not reading.zone_of(line) & zones.NEVER_BODY
    )


def _make_of(reading: Reading, line: Line) -> tuple[str, str]:
    """Return tag and class of a loose line's box, ("", "") of lines that are something else."""
    place = reading.places[line.place]
    return (place.tag, place.make) if line.tag == "loose" and place.make else ("", "")


def _of_heading(line: Line, size: int, link: float) -> float:
    return HEADING if link < 0.5 else LINKED


def _of_paragraph(line: Line, size: int, link: float) -> float:
    if link > 0.6 and (size < LONG_LINKED or link > 0.9):
        told = not line.opens_linked and size > LEAST_TOLD and size - line.linked >= LEAST_UNLINKED
        return HEADING if told and FULL_STOP.search(line.text) else LINKED
    if size < SHORT and not SENTENCE_END.search(line.text):
        return HEADING
    return min(size, LONGEST) * (1 - link)


def _of_item(line: Line, size: int, link: float) -> float:
    if line.opens_linked and link > 0.1:
        return LINKED
    if link > 0.5 and not (size > LONG_ITEM and SENTENCE_END.search(line.text)):
        return LINKED
    if size > 60:
        return min(size, 400) * 0.6 * (1 - link)
    return 2.0 if link < 0.2 else LEAST_KEPT


def _of_cell(line: Line, size: int, link: float) -> float:
    return min(size, 60) * 0.4 if link < 0.5 else SIDE


def _of_loose(line: Line, size: int, link: float) -> float:
    if link > 0.4:
        return LINKED
    if size > 80 and SENTENCE_END.search(line.text):
        return min(size, LONGEST) * 0.8
    return SIDE


OF_TAG: dict[LineTag, Callable[[Line, int, float], float]] = {
    "h": _of_heading,
    "p": _of_paragraph,
    "quote": _of_paragraph,
    "pre": _of_paragraph,
    "li": _of_item,
    "cell": _of_cell,
    "loose": _of_loose,
}


def _is_no_body(line: Line, zone: int, titles: set[str]) -> bool:
    """Return whether place or words of a line say that it is no body whatever its length."""
    if (
        ADDRESS_ALONE.match(line.text)
        or zone & zones.NEVER_BODY
        or (zone & zones.HEADER and zone & (zones.DECK | zones.LEAD))
    ):
        return True
    if line.tag == "h":
        return squeeze(line.text) in titles or is_call(line.text)
    return says_it_is_no_body(line.text)


def says_it_is_no_body(text: str) -> bool:
    """Return whether a paragraph reads like a call, a caption, a correction or a signature."""
    return is_call(text) or is_caption(text) or is_correction(text) or is_signature(text)


def _runs_on(line: Line) -> bool:
    """Return whether a line is long and unlinked enough for text, though no full stop ends it."""
    return len(line.text) > RUNS_ON and line.linked < 0.25 * len(line.text)
