"""Gather what stands on a page beside the body and is evidence: captions, links, corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from twosource.model.acquired import Part
from twosource.model.identity import PartKind
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.calls import is_call
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.phrases import is_caption, is_correction
from twosource.stages.extract.reading.words import one_line

SOURCE_LINK = re.compile(
    r"^\W*(?:source link|original (?:article|story|source|post)"
    r"|read (?:the )?(?:original|full) (?:article|story)(?: here| (?:at|on) .{2,40})?"
    r"|(?:via|source|quelle|fuente|fonte)\s?:\s?\S.{1,60})\W*$",
    re.I,
)
TRAILING_SOURCE_LINK = re.compile(r"\s*\b(?:Source link|Original (?:article|source))\W*$")
NOTICE = re.compile(
    r"^\W*(?:leave a (?:reply|comment)|this site uses akismet|your email address will not be|"
    r"post a comment|this (?:article|story|report|piece|post) (?:was )?(?:first|originally) "
    r"(?:appeared|published)|this (?:website|site) uses cookies|"
    r"this (?:content|article|story) is (?:reserved|for subscribers|only)|"
    r"subscribe to (?:continue|read|keep)|(?:to )?continue reading|already a (?:subscriber|member)|"
    r"artikel nur für abonnenten|jetzt weiterlesen|article réservé|il vous reste\b|"
    r"be the first to comment)",
    re.I,
)
CREDIT_AT_END = re.compile(
    r"\s*(?:[(\[](?P<bracket>[^()\[\]]{2,90})[)\]]\.?|"
    r"(?:^|(?<=[\s.|/]))(?:photograph|photo|picture|image|video|credit|foto|bild|fotos?|"
    r"photo credit|image credit|©|crédit photo|bildquelle)s?"
    r"\s?(?::|by\b|©|/)\s?(?P<label>[^:]{2,80}))\s*$",
    re.I,
)
BARE_NAMES_AT_END = re.compile(
    r"(?<=[.!?]) (?P<names>[A-ZÀ-Þ][\w.’'-]*(?:[ /&,]+(?:[A-ZÀ-Þ][\w.’'-]*|for|via|of|the)){1,7})$"
)
CREDIT_LABEL = re.compile(
    r"^(?:photograph|photo|picture|image|video|foto|bild)s?(?: credit| source)?\s?(?::|by\b|©)\s?",
    re.I,
)
PICTURE_SOURCE = re.compile(
    r"^\W*(?:image|photo|picture|video) (?:source|credit)\s?[,:]\s*(?P<credit>.{0,80})$", re.I
)
CREDIT_WORDS = re.compile(
    r"/|\bvia\b|©|\b(?:photo|image|picture|foto|getty|reuters|afp|ap|epa|pool|agency|file|handout|courtesy|"
    r"archive|archiv|dpa|shutterstock|alamy|press|images)\b",
    re.I,
)
NO_ARTICLE = zones.NAVIGATION | zones.FOOTER | zones.COMMENTS | zones.HIDDEN | zones.ADVERT
MOST_RELATED = 40  # a page that lists more is a front
CAPTION_ABOVE = 10  # lines above the body in which the lead picture's caption stands
LONGEST_SOURCE = 80  # characters of who made a picture
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
    """
    if not body:
        return []
    taken = set(body) | skip
    source: str | None = None  # what "Image source," said above the caption it belongs to
    first, end = max(0, body[0] - AFTER_BODY), min(len(reading.lines), body[-1] + AFTER_BODY)
    found: list[Found] = []
    embeds: dict[int, list[Line]] = {}
    for index in range(first, end):
        line = reading.lines[index]
        zone = around[line.place]
        if index in taken:
            continue
        inside = body[0] <= index <= body[-1]
        source = _picture_source(reading, index) or source
        kind = part_kind(line, zone, inside)
        if body[0] - CAPTION_ABOVE <= index < body[0] and is_caption(line.text):
            kind = kind or "caption"
        if kind == "embed":
            _collect(embeds, reading, line)
            continue
        if kind is None or (zone & NO_ARTICLE and not inside and kind != "notice"):
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


def _picture_source(reading: Reading, index: int) -> str | None:
    """Return whom "Image source, Norda" names; the name may stand on the line below its label."""
    match = PICTURE_SOURCE.match(reading.lines[index].text)
    if not match:
        return None
    below = reading.lines[index + 1].text if index + 1 < len(reading.lines) else ""
    return match["credit"] or (below if len(below) <= LONGEST_SOURCE else None)


def part_kind(line: Line, zone: int, inside: bool) -> PartKind | None:
    """Return which kind of evidence a line is that is no body; None for none."""
    if SOURCE_LINK.match(line.text):
        return "source_link"
    if (zone & zones.CORRECTION and len(line.text) > 25) or is_correction(line.text):
        return "correction"
    if NOTICE.match(line.text):
        return "notice"
    if inside and zone & zones.EMBED:
        return "embed"
    if zone & (zones.CAPTION | zones.CREDIT) or (inside and is_caption(line.text)):
        return "caption"
    if (
        line.address
        and line.linked > 0.6 * len(line.text)
        and len(line.text) > 20
        and (inside or zone & zones.RELATED)
    ):
        return None if is_call(line.text) and len(line.text) < 30 else "related"
    return None


def split_credit(text: str) -> tuple[str, str | None]:
    """Return a caption and the credit at its end, None where it names none.

    "A ferry. (Ann Lee/AP)" gives "A ferry. (Ann Lee/AP)" and "Ann Lee/AP": the caption stays as
    it stands on the page, so that spans into it hold.
    """
    match = CREDIT_AT_END.search(text)
    if not match:
        bare = BARE_NAMES_AT_END.search(text)
        return text, bare["names"] if bare and CREDIT_WORDS.search(bare["names"]) else None
    credit = (match["bracket"] or match["label"] or "").strip(" .:")
    if match["bracket"] and not CREDIT_WORDS.search(credit) and not _reads_like_names(credit):
        return text, None
    return text, CREDIT_LABEL.sub("", credit) or None


def _reads_like_names(words: str) -> bool:
    return 1 < len(words.split()) < 6 and all(word[:1].isupper() for word in words.split())


def _part(kind: PartKind, line: Line, found: list[Found], zone: int, url: str) -> list[Found]:
    text = one_line(line.text)
    address = _absolute(line.address, url)
    if kind != "caption":
        return [Found(kind, text, address=address if kind in ("related", "source_link") else None)]
    last = found[-1] if found else None
    if zone & zones.CREDIT and last and last.kind == "caption" and not last.credit:
        found.pop()
        return [Found("caption", last.text, credit=_bare_credit(text))]
    caption, credit = split_credit(text)
    if zone & zones.CREDIT and not credit:
        credit = _bare_credit(text)
    return [Found("caption", caption, credit=credit)]


def _bare_credit(text: str) -> str:
    match = CREDIT_AT_END.search(text)
    inner = (match["bracket"] or match["label"]) if match else text
    return inner.strip(" .:")


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
