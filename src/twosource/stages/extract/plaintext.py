"""Read an article from plain text, as a reader saves a page or as a text-only site prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from twosource.model.acquired import BlockKind
from twosource.stages.extract.beside.captions import split_credit
from twosource.stages.extract.beside.line_kinds import (
    NOTICE,
    SOURCE_LINK,
    STATED_SOURCE,
    TRAILING_SOURCE_LINK,
)
from twosource.stages.extract.beside.parts import Found, numbered
from twosource.stages.extract.body.whole import breaks_off
from twosource.stages.extract.layout import Layout, Paragraph
from twosource.stages.extract.markup.byline import clean_names
from twosource.stages.extract.markup.dates import read_time
from twosource.stages.extract.reading.phrases import (
    heads_other_articles,
    is_call,
    is_caption,
    is_correction,
    is_signature,
)
from twosource.stages.extract.reading.words import one_line

RULE = re.compile(r"^[\W_]{5,}$")
MARK = re.compile(r"^[-*•·–]\s+")
BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}\.)\s*")
SENTENCE_END = re.compile(r"[.!?…。！？।۔][\"'”’»)\]]*$")
SENTENCES = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"“'‘A-Z])")
LEAD_START = re.compile(
    r"^(?:on |in |[A-ZÀ-Þ]{3}[A-ZÀ-Þ ,.]{0,60}(?:\(| [-–—]|, )|[A-Z][\w .,]{2,40} [-–—] |\([A-Z])",
    re.I,
)
WRAPPED_AT = (50, 100)  # characters at which letters-only pages break their lines
MOST_LABEL_WORDS = 4
MOST_TITLE = 220  # characters; a longer first line is the text itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of the text and how many blank lines stand above it."""

    text: str
    gap: int


def read_plain(text: str, latest: datetime) -> Layout:
    """Return what a text holds: its first lines are section, headline, byline and deck.

    Related titles, captions, reply forms and the words "Source link" that were saved along are
    told from the body by how they read, since no markup is left.
    """
    stretches = [each for each in _stretches(text) if each.text]
    section, headline, stretches = _title(stretches)
    byline, published, stretches = _signed(stretches, latest)
    deck, stretches = _deck(stretches, bool(section))
    body, found, cut = _sorted(stretches)
    if body and body[0].kind == "list item":
        byline = ()
    return Layout(
        headline=headline,
        section=section,
        deck=deck,
        byline=byline,
        published=published,
        body=tuple(body),
        parts=numbered(found),
        truncated=cut or bool(body and body[-1].kind == "paragraph" and breaks_off(body[-1].text)),
    )


def looks_plain(text: str, media_type: str) -> bool:
    """Return whether the text is no HTML, by what it declares or by the tags it lacks."""
    if "html" in media_type or "xml" in media_type:
        return False
    start = text[:5000].lower()
    tags = re.findall(
        r"<(?:!doctype|html|head|body|div|p|a|span|article|pre|h1|br|table|meta)\b", start
    )
    return len(tags) < 2


def _stretches(text: str) -> list[Stretch]:
    lines = text.split("\n")
    long_enough = [len(line) for line in lines if len(line.strip()) > 20]
    wrapped = bool(long_enough) and _is_wrapped(lines, max(long_enough))
    found: list[Stretch] = []
    gap = 2
    running: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not RULE.match(line.strip()):
            if running and not wrapped:
                found.append(Stretch(one_line(" ".join(running)), gap))
                running, gap = [], 0
            running.append(line)
            continue
        if running:
            found.append(Stretch(one_line(" ".join(running)), gap))
            running, gap = [], 0
        gap += 1
    return found


def _is_wrapped(lines: Sequence[str], longest: int) -> bool:
    """Return whether line breaks stand inside sentences: most full lines end without a stop."""
    if not WRAPPED_AT[0] <= longest <= WRAPPED_AT[1]:
        return False
    inside = [
        one
        for one, two in pairwise(lines)
        if len(one) > 0.7 * longest and two.strip() and not SENTENCE_END.search(one.strip())
    ]
    return len(inside) > 3


def _title(stretches: list[Stretch]) -> tuple[str, str, list[Stretch]]:
    rest = list(stretches)
    trail: list[str] = []
    while rest and (BULLET.match(rest[0].text) or "|" in rest[0].text):
        trail.append(BULLET.sub("", rest.pop(0).text))
    if trail and len(rest) > 1 and not _is_title(rest[0].text):
        return "", trail[-1], rest
    section = ""
    while len(rest) > 2 and _is_title(rest[0].text) and _is_title(rest[1].text):
        first = rest[0].text
        if len(first.split()) > MOST_LABEL_WORDS and not first.isupper() and "--" not in first:
            break
        section = first if len(first.split()) <= MOST_LABEL_WORDS else section
        rest.pop(0)
        if len(rest[0].text.split()) > MOST_LABEL_WORDS and "--" not in rest[0].text:
            break
    if rest and _is_title(rest[0].text):
        return section, rest[0].text, rest[1:]
    return section, "", rest


def _is_title(text: str) -> bool:
    return len(text) <= MOST_TITLE and not text.endswith(".") and len(SENTENCES.split(text)) <= 2


def _signed(
    stretches: list[Stretch], latest: datetime
) -> tuple[tuple[str, ...], datetime | None, list[Stretch]]:
    names: tuple[str, ...] = ()
    published: datetime | None = None
    rest = list(stretches)
    for _ in range(3):
        if not rest or len(rest[0].text) > 120 or SENTENCE_END.search(rest[0].text):
            break
        moment = read_time(rest[0].text, latest)
        signed = re.match(r"^(?:by|von|par|por)\s", rest[0].text, re.I)
        if not moment and not signed:
            break
        published = published or moment
        words = re.split(
            r",?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", rest[0].text, flags=re.I
        )[0]
        names = names or clean_names([words])
        rest.pop(0)
    return names, published, rest


def _deck(stretches: list[Stretch], labelled: bool) -> tuple[str, list[Stretch]]:
    """Return the deck: one short sentence above a paragraph that begins as reports begin."""
    if len(stretches) < 3:
        return "", stretches
    first, second = stretches[0], stretches[1]
    alone = len(first.text) <= MOST_TITLE and len(SENTENCES.split(first.text)) == 1
    set_apart = first.gap > second.gap or LEAD_START.match(second.text) is not None
    if alone and set_apart and labelled and not LEAD_START.match(first.text):
        return first.text, stretches[1:]
    return "", stretches


def _sorted(stretches: list[Stretch]) -> tuple[list[Paragraph], list[Found], bool]:
    times = Counter(each.text for each in stretches)
    body: list[Paragraph] = []
    found: list[Found] = []
    titles: list[Stretch] = []
    related = cut = False
    for each in stretches:
        text = each.text
        if heads_other_articles(text):
            related, titles = True, []
            continue
        if related and _goes_on_with_titles(each, titles):
            titles.append(each)
            found.append(Found("related", text))
            continue
        related = False
        without = TRAILING_SOURCE_LINK.sub("", text)
        if without != text:
            found.append(Found("source_link", text[len(without) :].strip()))
            cut = cut or breaks_off(without)
            text = without
        if not text:
            continue
        part = _part(text, times[each.text])
        if part:
            found.append(part)
        elif not is_call(text) or is_signature(text):
            kind = "paragraph" if without != each.text else _kind(text)
            body.append(Paragraph(text=MARK.sub("", text), kind=kind))
    while body and body[-1].kind == "heading":
        body.pop()
    return body, found, cut


def _goes_on_with_titles(each: Stretch, titles: Sequence[Stretch]) -> bool:
    """Return whether a line is one more title below "Related Stories": as near as the last one."""
    if SENTENCE_END.search(each.text) or len(each.text) > MOST_TITLE:
        return False
    return not titles or each.gap == 0 or (len(titles) > 1 and each.gap <= titles[-1].gap)


def _part(text: str, times: int) -> Found | None:
    if is_caption(text) or (times > 1 and len(text) > 40):
        caption, credit = split_credit(text)
        return Found("caption", caption, credit=credit)
    if SOURCE_LINK.match(text) or STATED_SOURCE.match(text):
        return Found("source_link", text)
    if is_correction(text):
        return Found("correction", text)
    if NOTICE.match(text):
        return Found("notice", text)
    return None


def _kind(text: str) -> BlockKind:
    if BULLET.match(text):
        return "list item"
    if len(text) < 90 and not SENTENCE_END.search(text) and not text.endswith((":", ",", ";")):
        return "heading"
    if (
        len(text) < 90
        and re.match(r"^[‘“\"'].{5,80}[’”\"']$", text)
        and not SENTENCE_END.search(text[:-1])
    ):
        return "heading"
    return "paragraph"
