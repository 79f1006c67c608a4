"""Say which kind of evidence a line outside the body is: caption, related title, notice …"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.model.identity import PartKind
from twosource.stages.extract.beside.captions import CAPTION_ABOVE, CAPTION_BELOW
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.phrases import (
    heads_other_articles,
    is_call,
    is_caption,
    is_correction,
    is_signature,
    names_owner,
)

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
# Where a line beside the body is no evidence of its kind; of the others: NO_ARTICLE.
NO_EVIDENCE: Mapping[PartKind, int] = {
    "caption": NO_ARTICLE | zones.RELATED | zones.ASIDE,
    "related": NO_ARTICLE & ~zones.NAVIGATION,
    "notice": 0,
}


@dataclass(slots=True, kw_only=True)
class Places:
    """What the place of a line on the page, by its boxes and by the body, makes of it."""

    reading: Reading
    body: Sequence[int]
    listing: int = -1  # the box whose last heading announces titles of other articles

    def zone_at(self, index: int) -> int:
        """Return the zones of a line; asked for one line after the other."""
        line = self.reading.lines[index]
        if line.tag == "h":
            heads = heads_other_articles(line.text)
            self.listing = self.reading.places[line.holder].parent if heads else -1
        elif self.listing >= 0 and self._lies_in(line, self.listing):
            return self.reading.zone_of(line) | zones.RELATED
        return self.reading.zone_of(line)

    def kind_at(self, index: int, zone: int) -> PartKind | None:
        """Return which kind of evidence a line is at its place; None for none."""
        line = self.reading.lines[index]
        first, last = (self.body[0], self.body[-1]) if self.body else (len(self.reading.lines), -1)
        inside = first <= index <= last
        below_table = index > 0 and self.reading.lines[index - 1].tag == "cell"
        kind = part_kind(line, zone, inside, below_table)
        beside = first - CAPTION_ABOVE <= index < first or last < index <= last + CAPTION_BELOW
        if beside and is_caption(line.text):
            kind = kind or "caption"
        if kind is None or inside:
            return kind
        if not self.body and kind != "caption":
            return None
        return None if zone & NO_EVIDENCE.get(kind, NO_ARTICLE) else kind

    def _lies_in(self, line: Line, box: int) -> bool:
        return any(each.index == box for each in self.reading.upward(line.place))


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
