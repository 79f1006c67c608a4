"""Gather what stands on a page beside the body and is evidence: captions, links, corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from twosource.model.acquired import Part
from twosource.model.identity import PartKind
from twosource.stages.extract.beside.captions import (
    CAPTION_ABOVE,
    CAPTION_BELOW,
    CAPTION_LABEL,
    bare_credit,
    heads_slides,
    picture_source,
    split_credit,
)
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.calls import is_call
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.phrases import (
    heads_other_articles,
    is_caption,
    is_correction,
    is_signature,
    names_owner,
)
from twosource.stages.extract.reading.words import one_line

SOURCE_LINK = re.compile(
    r"^\W*(?:source link|original (?:article|story|source|post)"
    r"|read (?:the )?(?:original|full) (?:article|story)(?: here| (?:at|on) .{2,40})?)\W*$",
    re.I,
)
STATED_SOURCE = re.compile(
    r"^\W*(?:via|sources?|quelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|kaynak|источник|джерело"
    r"|المصدر|出典|来源)\s?[:：]\s?\S.{1,60}$",
    re.I,
)
TRAILING_SOURCE_LINK = re.compile(r"\s?\b(?:Source link|Original (?:article|source))\W*$")
NOTICE = re.compile(
    r"^\W*(?:(?:first|originally) published (?:in|by|on|at)\b|"
    r"(?:dieser|der) (?:artikel|text|beitrag) (?:ist|erschien|wurde)\b.{0,40}\bzuerst\b|"
    r"leave a (?:reply|comment)|this site uses akismet|your email address will not be|"
    r"post a comment|this (?:article|story|report|piece|post) (?:was )?(?:first|originally) "
    r"(?:appeared|published)|this (?:website|site) uses cookies|"
    r"this (?:content|article|story) is (?:reserved|for subscribers|only)|"
    r"subscribe to (?:continue|read|keep)|(?:to )?continue reading|already a (?:subscriber|member)|"
    r"artikel nur für abonnenten|jetzt weiterlesen|article réservé|il vous reste\b|"
    r"be the first to comment)",
    re.I,
)
NO_ARTICLE = zones.NAVIGATION | zones.FOOTER | zones.COMMENTS | zones.HIDDEN | zones.ADVERT
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


def find_parts(
    reading: Reading, around: Sequence[int], body: Sequence[int], skip: set[int], url: str
) -> list[Found]:
    """Return captions, related titles, source links, corrections, embeds and notices in page order.

    Looked for from a little above the body, where the lead picture stands, to a little below it.
    A page without a body may be a gallery: its captions are looked for from top to bottom.
    """
    taken = set(body) | skip
    source: str | None = None  # what "Image source," said above the caption it belongs to
    first, last = (body[0], body[-1]) if body else (len(reading.lines), -1)
    found: list[Found] = []
    listing = -1  # the box whose heading announces titles of other articles
    embeds: dict[int, list[Line]] = {}
    for index in _reach(body, len(reading.lines)):
        line = reading.lines[index]
        zone = around[line.place]
        if index in taken or zone & zones.HEADLINE:
            continue
        inside = first <= index <= last
        named = picture_source(reading, index)
        source = named or source
        if (named and _heads_caption(reading, around, index)) or heads_slides(reading, index):
            continue
        below_table = index > 0 and reading.lines[index - 1].tag == "cell"
        if line.tag == "h":
            heads = heads_other_articles(line.text)
            listing = reading.places[line.holder].parent if heads else -1
        elif listing >= 0 and _lies_in(reading, line, listing):
            zone |= zones.RELATED
        kind = part_kind(line, zone, inside, below_table)
        beside = first - CAPTION_ABOVE <= index < first or last < index <= last + CAPTION_BELOW
        if beside and is_caption(line.text):
            kind = kind or "caption"
        if not body and kind != "caption":
            continue
        if kind == "embed":
            _collect(embeds, reading, line)
            continue
        elsewhere = NO_ARTICLE & ~zones.NAVIGATION if kind == "related" else NO_ARTICLE
        if kind is None or (zone & elsewhere and not inside and kind != "notice"):
            continue
        if kind == "caption" and not inside and zone & (zones.RELATED | zones.ASIDE):
            continue
        found += _part(kind, line, found, zone, url)
        if kind == "caption" and source and not found[-1].credit:
            found[-1], source = replace(found[-1], credit=source), None
    found += [_embed(lines, url) for lines in embeds.values()]
    if sum(each.kind == "related" for each in found) > MOST_RELATED:
        found = [each for each in found if each.kind != "related"]
    return found


def _heads_caption(reading: Reading, around: Sequence[int], index: int) -> bool:
    """Return whether "Image source," goes with a line below: the name or the picture's caption."""
    if index + 1 >= len(reading.lines):
        return False
    below = reading.lines[index + 1]
    labelled = reading.lines[index].text.rstrip(" ,:").lower().endswith(("source", "credit"))
    captioned = CAPTION_LABEL.match(below.text) or around[below.place] & zones.CAPTION
    return labelled or bool(captioned)


def _reach(body: Sequence[int], lines: int) -> range:
    if not body:
        return range(lines)
    return range(max(0, body[0] - AFTER_BODY), min(lines, body[-1] + AFTER_BODY))


def _lies_in(reading: Reading, line: Line, box: int) -> bool:
    place = line.place
    while place > box:
        place = reading.places[place].parent
    return place == box


def part_kind(line: Line, zone: int, inside: bool, below_table: bool = False) -> PartKind | None:
    """Return which kind of evidence a line is that is no body; None for none.

    "Source: election board" below a table names where its numbers come from, not the text.
    """
    stated = STATED_SOURCE.match(line.text) is not None
    if SOURCE_LINK.match(line.text) or (stated and not below_table):
        return "source_link"
    if (zone & zones.CORRECTION and len(line.text) > 25) or is_correction(line.text):
        return "correction"
    if NOTICE.match(line.text) or is_signature(line.text):
        return "notice"
    if inside and zone & zones.EMBED:
        return "embed"
    pictured = zone & (zones.CAPTION | zones.CREDIT) and not zone & zones.SIGN_UP
    calls = is_call(line.text) and not names_owner(line.text)  # "© Ann Lee" is a picture's credit
    if (pictured and not calls) or (inside and not stated and is_caption(line.text)):
        return "caption"
    if (
        line.address
        and line.linked > 0.6 * len(line.text)
        and _is_title_long(line.text)
        and (inside or zone & zones.RELATED)
    ):
        return None if is_call(line.text) and len(line.text) < 30 else "related"
    return None


def _is_title_long(text: str) -> bool:
    """Return whether a linked line is long enough for a title, also in a dense script."""
    return len(text) > 20 or (len(text) > 7 and " " not in text and text > "\u2e80")


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
    place = reading.places[line.place]
    while place.parent >= 0 and not place.own & zones.EMBED:
        place = reading.places[place.parent]
    embeds.setdefault(place.index, []).append(line)


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
