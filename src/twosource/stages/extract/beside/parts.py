"""Gather what stands on a page beside the body and is evidence: captions, links, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from twosource.model.acquired import Part
from twosource.model.identity import PartKind
from twosource.stages.extract.beside.captions import (
    CAPTION_LABEL,
    bare_credit,
    heads_slides,
    picture_source,
    split_credit,
)
from twosource.stages.extract.beside.line_kinds import Places
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen, Line, Reading
from twosource.stages.extract.reading.words import one_line

MOST_RELATED = 40  # a page that lists more is a front
AFTER_BODY = 60  # lines below the body in which corrections, reply forms and related titles stand


@dataclass(frozen=True, slots=True)
class Found:
    """A part before it is numbered."""

    kind: PartKind
    text: str
    credit: str | None = None
    address: str | None = None


def numbered(found: Iterable[Found]) -> tuple[Part, ...]:
    """Return the parts numbered within their kinds, each text of a kind once."""
    counts: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    parts: list[Part] = []
    for each in found:
        key = (each.kind, each.text.lower())
        if key in seen:
            continue
        seen.add(key)
        counts[each.kind] = counts.get(each.kind, 0) + 1
        parts.append(
            Part(
                kind=each.kind,
                number=counts[each.kind],
                text=each.text,
                credit=each.credit,
                address=each.address,
            )
        )
    return tuple(parts)


def find_parts(chosen: Chosen, url: str) -> list[Found]:
    """Return captions, related titles, source links, corrections, embeds and notices in page order.

    Looked for from a little above the body, where the lead picture stands, to a little below it.
    A page without a body may be a gallery: its captions are looked for from top to bottom.
    """
    reading, taken = chosen.reading, {*chosen.body, *chosen.deck}
    places = Places(reading=reading, body=chosen.body)
    source: str | None = None  # what "Image source," said above the caption it belongs to
    found: list[Found] = []
    embeds: dict[int, list[Line]] = {}
    for index in _reach(chosen.body, len(reading.lines)):
        line = reading.lines[index]
        if index in taken or reading.zone_of(line) & zones.HEADLINE:
            continue
        named = picture_source(reading, index)
        source = named or source
        if (named and _heads_caption(reading, index)) or heads_slides(reading, index):
            continue
        zone = places.zone_at(index)
        kind = places.kind_at(index, zone)
        if kind == "embed":
            _collect(embeds, reading, line)
        elif kind is not None:
            found += _part(kind, line, found, zone, url)
            if kind == "caption" and source and not found[-1].credit:
                found[-1], source = replace(found[-1], credit=source), None
    found += [_embed(lines, url) for lines in embeds.values()]
    if sum(each.kind == "related" for each in found) > MOST_RELATED:
        found = [each for each in found if each.kind != "related"]
    return found


def _heads_caption(reading: Reading, index: int) -> bool:
    """Return whether "Image source," goes with a line below: the name or the picture's caption."""
    if index + 1 >= len(reading.lines):
        return False
    below = reading.lines[index + 1]
    labelled = reading.lines[index].text.rstrip(" ,:").lower().endswith(("source", "credit"))
    captioned = CAPTION_LABEL.match(below.text) or reading.zone_of(below) & zones.CAPTION
    return labelled or bool(captioned)


def _reach(body: Sequence[int], lines: int) -> range:
    if not body:
        return range(lines)
    return range(max(0, body[0] - AFTER_BODY), min(lines, body[-1] + AFTER_BODY))


def _part(kind: PartKind, line: Line, found: list[Found], zone: int, url: str) -> list[Found]:
    text = one_line(line.text)
    address = _absolute(line.address, url)
    if kind != "caption":
        return [Found(kind, text, address=address if kind in ("related", "source_link") else None)]
    last = found[-1] if found else None
    if zone & zones.CREDIT and last and last.kind == "caption" and not last.credit:
        found.pop()
        return [Found("caption", last.text, credit=bare_credit(text))]
    caption, credit = split_credit(CAPTION_LABEL.sub("", text))
    if zone & zones.CREDIT and not credit:
        credit = bare_credit(text)
    return [Found("caption", caption, credit=credit)]


def _collect(embeds: dict[int, list[Line]], reading: Reading, line: Line) -> None:
    boxes = (each.index for each in reading.upward(line.place) if each.own & zones.EMBED)
    embeds.setdefault(next(boxes, 0), []).append(line)


def _embed(lines: Sequence[Line], url: str) -> Found:
    last = next((line.address for line in reversed(lines) if line.address), None)
    return Found(
        "embed", one_line(" ".join(line.text for line in lines)), address=_absolute(last, url)
    )


def _absolute(address: str | None, url: str) -> str | None:
    if not address:
        return None
    try:
        return urljoin(url, address.strip())
    except ValueError:
        return None
