"""Part a live blog's body into its entries, each with its time and headline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from twosource.stages.extract.body.clocks import CLOCK_ALONE, clocked, lines_of, on_their_days
from twosource.stages.extract.layout import Paragraph, Update
from twosource.stages.extract.markup.dates import read_time
from twosource.stages.extract.markup.jsonld import plain
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.markup.published import zone_of
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen, Reading
from twosource.stages.extract.reading.words import one_line, squeeze

BOXES = frozenset({"div", "section", "article", "li"})  # not paragraphs, which may hold a date
LEAST_TIMED = 3  # boxes with a time side by side; a byline and a picture may have one each
PROBE = 25  # letters by which an entry's beginning is found again on the page


def find_updates(
    metadata: Metadata,
    chosen: Chosen,
    paragraphs: Sequence[Paragraph],
    published: datetime | None,
    latest: datetime,
) -> tuple[Update, ...]:
    """Return the entries in page order, newest or oldest first as the page has them.

    JSON-LD that lists the updates is believed where their words stand on the page; else the boxes
    that are named as entries or have a time each, else all that stands below a clock. Entries that
    show a clock alone stand on the day on which the page was published, and after. () for a page
    that is no live blog.
    """
    told = _told(metadata, paragraphs, latest)
    if told:
        return told
    lines = lines_of(paragraphs, chosen)
    updates, clocks = _boxed(chosen, paragraphs, lines, latest)
    if not updates:
        begun = clocked(lines, chosen.reading)
        updates, clocks = _between(_titled(begun, paragraphs), len(paragraphs)), [*begun.values()]
    if published is None or any(each.at for each in updates):
        return updates
    moments = on_their_days(clocks, published, zone_of(metadata), latest)
    return tuple(replace(each, at=at) for each, at in zip(updates, moments, strict=True))


def _told(
    metadata: Metadata, paragraphs: Sequence[Paragraph], latest: datetime
) -> tuple[Update, ...]:
    listed = metadata.told("liveBlogUpdate")
    if not isinstance(listed, list):
        return ()
    letters = [squeeze(each.text) for each in paragraphs]
    first: dict[str, int] = {}  # where a paragraph stands, by its letters and by how they begin
    for index, known in enumerate(letters):
        first.setdefault(known, index)
        first.setdefault(known[:PROBE], index)
    starts: dict[int, tuple[datetime | None, str]] = {}
    for entry in listed:
        if not isinstance(entry, dict):
            continue
        headline = one_line(plain(entry.get("headline")))
        title = squeeze(headline)
        at = read_time(plain(entry.get("datePublished")), latest)
        begins = first.get(squeeze(plain(entry.get("articleBody")))[:PROBE] or " ")
        found = first.get(title or " ") if begins is None else begins
        if found is not None:
            above = begins is not None and found > 0 and letters[found - 1] == title
            starts.setdefault(found - 1 if above else found, (at, headline))
    return _between(starts, len(paragraphs))


def _titled(
    begun: Iterable[int], paragraphs: Sequence[Paragraph]
) -> dict[int, tuple[datetime | None, str]]:
    """Return where entries begin, with their headlines; no time, which a clock alone is not."""
    first = {each: paragraphs[each] for each in begun}
    return {at: (None, it.text if it.kind == "heading" else "") for at, it in first.items()}


def _boxed(
    chosen: Chosen,
    paragraphs: Sequence[Paragraph],
    lines: Sequence[int | None],
    latest: datetime,
) -> tuple[tuple[Update, ...], list[str]]:
    """Return the entries that stand in boxes of their own, and what each shows as its clock."""
    reading, opening = chosen.reading, _opening_lines(chosen.reading)
    clocks: list[str] = []
    timed = _timed_boxes(chosen, opening)
    starts: dict[int, tuple[datetime | None, str]] = {}
    last = -1
    for index, (each, line) in enumerate(zip(paragraphs, lines, strict=True)):
        box = -1 if line is None else _entry_box(reading, reading.lines[line].place, timed)
        if box >= 0 and box != last:
            headline = each.text if each.kind == "heading" else ""
            element = reading.places[box].element
            starts[index] = (_time_in(element, latest), headline)
            clocks.append(_clock_in(element, opening.get(box, "")))
            last = box
    return _between(starts, len(paragraphs)), clocks


def _between(starts: dict[int, tuple[datetime | None, str]], end: int) -> tuple[Update, ...]:
    order = sorted(starts)
    if not order:
        return ()
    return tuple(
        Update(first=first, end=following, at=starts[first][0], headline=starts[first][1])
        for first, following in zip(order, [*order[1:], end], strict=True)
    )


def _timed_boxes(chosen: Chosen, opening: Mapping[int, str]) -> frozenset[int]:
    """Return the boxes side by side that each have their own time and hold body.

    Many pages do not call their entries so; what makes an entry is that it has its own time, as
    an element or as the clock that its first line is.
    """
    reading, beside = chosen.reading, dict[int, list[int]]()
    body = {each.index for at in chosen.body for each in reading.upward(reading.lines[at].place)}
    for each in (reading.places[place] for place in sorted(body)):
        if each.tag in BOXES and (
            len(each.element.findall(".//time")) == 1 or CLOCK_ALONE.match(opening[each.index])
        ):
            beside.setdefault(each.parent, []).append(each.index)
    return frozenset(
        place for boxes in beside.values() if len(boxes) >= LEAST_TIMED for place in boxes
    )


def _opening_lines(reading: Reading) -> dict[int, str]:
    """Return for each place the text of its first line."""
    found: dict[int, str] = {}
    for line in reading.lines:
        for place in reading.upward(line.place):
            if place.index in found:
                break  # what it lies in has its first line too
            found[place.index] = line.text
    return found


def _entry_box(reading: Reading, place: int, timed: frozenset[int]) -> int:
    """Return the outermost box that is an entry by name or make around a place, -1 for none."""
    around = reading.upward(place)
    entries = (each.index for each in around if each.index in timed or each.own & zones.ENTRY)
    return min(entries, default=-1)  # what a place lies in stands before it


def _time_in(element: Any, latest: datetime) -> datetime | None:
    for stamp in element.iter("time"):
        moment = read_time(stamp.get("datetime") or stamp.text or "", latest)
        if moment:
            return moment
    return None


def _clock_in(element: Any, opening: str) -> str:
    """Return the words of an entry's own clock: its time element's, else its first line."""
    stamp = element.find(".//time")
    words = one_line("".join(stamp.itertext())) if stamp is not None else ""
    return words or (opening if CLOCK_ALONE.match(opening) else "")
