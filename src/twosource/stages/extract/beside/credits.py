"""Find whom the page itself names as where its text comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.model.acquired import Credit, CreditKind, Outlet, Part
from twosource.model.identity import BODY, OutletId, Span
from twosource.outlets import Outlets, outlet_named, outlet_of
from twosource.outlets.names import names_itself
from twosource.stages.extract.beside.reported import NAME, PRESS_WORD, reported_by
from twosource.stages.extract.layout import Layout
from twosource.stages.extract.reading.phrases import any_of

# "OSLO, March 5 (Norda) — " and "OSLO (AP) —"; the agency stands in brackets near the start.
DATELINE = re.compile(
    r"^[^a-z(]{0,3}[^()]{0,60}\((?P<words>[A-Z][\w .&/’'-]{1,40})\)\s*(?:[-–—:,]|$)"
)
# "Berlin (dpa) - ", "(Reuters) -", "KYIV, Ukraine — ": only the bracket names anybody.
CLOSING = re.compile(r"[(\[](?P<words>[^()\[\]]{2,60})[)\]]\W*$")
LEADING = re.compile(r"^\s*[(\[](?P<words>[^()\[\]]{2,40})[)\]]\s*[-–—]?")
SYNDICATED = re.compile(
    r"(?:\b(?:this (?:article|story|report|piece)|story|article|report|text)\b.{0,40}?|^\W*)"
    r"\b(?:[Ff]irst (?:appeared|published)|originally (?:appeared|published)"
    r"|was (?:first|originally) published"
    r"|(?:is )?(?:re)?published (?:here )?(?:by|with) permission|courtesy)\b.{0,30}?"
    rf"\b(?:in|on|by|from|of|at|with)\s+(?P<words>{NAME})"
)
PROVIDED = re.compile(
    r"\b(?:press release|release|statement|text|content|story|article)\b.{0,20}?"
    rf"\b(?:provided|supplied|distributed|issued|released)\s+by\s+(?P<words>{NAME})"
)
TOLD = re.compile(
    r"\b(?:told|tells|informed|in an interview with|speaking to|spoke to|spoke with)\s+"
    r"(?P<words>(?:[Tt]he\s+)?[A-Z][\w’'&-]*(?:[ -](?:of|[A-Z])[\w’'&-]*){0,5})"
)
PARAGRAPH = re.compile(r".+")
MOST_CREDIT_WORDS = 8


def find_credits(
    layout: Layout, text: str, parts: Sequence[Part], own: Outlet, canonical: str, outlets: Outlets
) -> tuple[Credit, ...]:
    """Return the page's credits in the order of their kinds, each outlet once per kind.

    An outlet that names itself is no credit: own work signed by the house. Words that name no
    outlet of the table are kept where their place says that they are a source's name.
    """
    kept: dict[tuple[str, str], Credit] = {}
    for credit in (
        *_bylines(layout, outlets),
        *_from_markup(layout, own, canonical, outlets),
        *_in_text(text, parts, own, outlets),
        *reported_by(text, own, outlets),
        *_said_elsewhere(layout, text, outlets),
        *_in_parts(parts, outlets),
    ):
        if credit.outlet != own.id:
            kept.setdefault((credit.kind, credit.outlet or credit.words.lower()), credit)
    return tuple(kept.values())


def _bylines(layout: Layout, outlets: Outlets) -> Iterator[Credit]:
    for name in layout.byline:
        outlet = outlet_named(name, outlets)
        if outlet:
            yield Credit(kind="byline", words=name, outlet=outlet.id)


def _from_markup(layout: Layout, own: Outlet, canonical: str, outlets: Outlets) -> Iterator[Credit]:
    there = outlet_of(canonical, outlets)
    if canonical != "" and there.id not in (own.id, "unknown"):
        yield Credit(kind="canonical", words=canonical, outlet=there.id)
    for named in layout.named:
        if named.kind == "rss" and names_itself(named.words, own):
            continue
        outlet = outlet_named(named.words, outlets)
        if named.address and (outlet is None or named.words == named.address):
            outlet = outlet_of(named.address, outlets)
        if outlet or named.certain:
            yield Credit(kind=named.kind, words=named.words, outlet=outlet.id if outlet else None)


def _in_text(text: str, parts: Sequence[Part], own: Outlet, outlets: Outlets) -> Iterator[Credit]:
    captions = {part.text for part in parts if part.kind == "caption"}  # a gallery's text
    ends = text.find("\n\n")
    first = text[: ends if ends >= 0 else len(text)]
    for pattern in (DATELINE, LEADING):
        match = None if first in captions else pattern.match(first)
        if match and (outlet := outlet_named(match["words"], outlets)):
            yield _at("dateline", match, 0, outlet.id)
            break
    for last in [*PARAGRAPH.finditer(text)][-3:]:
        start, paragraph = last.start(), last[0]
        if paragraph in captions:
            continue
        match = CLOSING.search(paragraph)
        if match and (outlet := outlet_named(match["words"], outlets)):
            yield _at("dateline", match, start, outlet.id)
        elif (
            len(paragraph.split()) <= MOST_CREDIT_WORDS
            and not SYNDICATED.search(paragraph)
            and not PROVIDED.search(paragraph)
        ) and (outlet := outlet_named(paragraph.strip(" .–—-()"), outlets)):
            yield Credit(
                kind="dateline",
                words=paragraph,
                outlet=outlet.id,
                span=Span(part=BODY, start=start, end=start + len(paragraph)),
            )
    for match in (*SYNDICATED.finditer(text), *PROVIDED.finditer(text)):
        outlet = outlet_named(match["words"], outlets)
        yield _at("syndication", match, 0, outlet.id if outlet else None)
    for match in TOLD.finditer(text):
        outlet = outlet_named(match["words"], outlets)
        if names_itself(match["words"], own):
            continue
        if outlet or PRESS_WORD.search(match["words"]):
            yield _at("told", match, 0, outlet.id if outlet else None)


def _said_elsewhere(layout: Layout, text: str, outlets: Outlets) -> Iterator[Credit]:
    """Yield the outlets of the table that words were said to in a language other than English."""
    if layout.language.lower().startswith("en"):
        return
    for match in TOLD_ELSEWHERE.finditer(text):
        outlet = outlet_named(match["words"], outlets)
        if outlet:
            yield _at("told", match, 0, outlet.id)


def _at(kind: CreditKind, match: re.Match[str], start: int, outlet: OutletId | None) -> Credit:
    return Credit(
        kind=kind,
        words=match["words"],
        outlet=outlet,
        span=Span(part=BODY, start=start + match.start("words"), end=start + match.end("words")),
    )


def _in_parts(parts: Sequence[Part], outlets: Outlets) -> Iterator[Credit]:
    for part in parts:
        if part.kind == "notice" and (match := SYNDICATED.search(part.text)):
            named = outlet_named(match["words"], outlets)
            yield _in_part(part, match["words"], "syndication", named)
        elif part.kind == "source_link":
            there = outlet_of(part.address, outlets) if part.address else None
            named = there or outlet_named(part.text, outlets)
            if named and named.id != "unknown":
                words = part.address or part.text
                yield Credit(kind="source link", words=words, outlet=named.id)
        elif part.kind == "caption" and part.credit:
            named = outlet_named(part.credit, outlets)
            if named:
                yield _in_part(part, part.credit, "caption", named)


def _in_part(part: Part, words: str, kind: CreditKind, named: Outlet | None) -> Credit:
    start = part.text.rfind(words)  # -1 where the credit stood in a box of its own
    return Credit(
        kind=kind,
        words=words,
        outlet=named.id if named else None,
        span=Span(part=part.name, start=start, end=start + len(words)) if start >= 0 else None,
    )


_TO = r"[^.!?\"“”„«»]{0,60}?\b"
_PAPER = """
    nachrichtenagentur
    zeitung
    sender
    agence
    agenzia
    agencia
    quotidien
    diario
    journal
    jornal
    nyhetsbyrån
    avisen
    krant
"""
# "siger hun til Norda", "sagte sie der Zeitung Norda", "a-t-elle dit à Norda", "dijo a Norda".
SAID_TO = rf"""
    (?:siger|fortæller|sagde|oplyser|sier|forteller|opplyser|säger|berättar|sade|uppger){_TO}till?
    (?:sagte|sagt|erklärte|berichtete|bestätigte){_TO}(?:der|dem|gegenüber(?: de[rm])?)
    (?:dit|déclaré|indiqué|expliqué|confié|affirmé|assuré|raconté){_TO}(?:à(?: la)?|au|à l['’])
    (?:dijo|declaró|explicó|aseguró|contó|afirmó|señaló){_TO}(?:al?|a la)
    (?:disse|declarou|afirmou|contou|explicou){_TO}(?:ao?|à)
    (?:detto|dichiarato|raccontato|spiegato|riferito){_TO}(?:al?|alla|all['’])
    (?:zei|zegt|vertelde|vertelt|verklaarde|meldt){_TO}(?:tegen|aan)(?: het| de)?
"""
TOLD_ELSEWHERE = re.compile(
    rf"\b(?i:{any_of(SAID_TO)})\s?(?i:(?:(?:{any_of(_PAPER)})\s)?)"
    r"(?P<words>[A-ZÀ-Þ][\w&’'-]*(?: (?:[A-ZÀ-Þ][\w&’'-]*|de|of|und|y|og)){0,4})"
)
