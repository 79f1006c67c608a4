"""Blank what stands around an article's sentences: labels, a site's notices, links below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY
from twosource.text.boilerplate import is_boilerplate
from twosource.text.normalize import read_words

LABEL_WORDS = 8  # longer lines that end no sentence are captions too, and tell of the event
BELOW_WORDS = 25  # of a line below the last sentence: another article's headline, a registration
MOST_LABELS = 0.5  # of a text; else its lines end anywhere, and none of them is a label
SITE = re.compile(r"(?P<told>\S+(?: \S+){2,}) [|–—·»-] (?P<site>\S+(?: \S+){0,4})")

Stretch = tuple[int, int]


def running(annotated: Annotated) -> Article:
    """Return the article with blanks in place of what is not of its event.

    Its headline once more above the text, bylines, buttons, pleas to subscribe and headlines of
    other articles are the same whatever happened, and often stand where a report says what did.
    All else stays in its place. The headline goes without the site's name.
    """
    article = annotated.article
    text = article.text
    notices = [
        (each.start, each.end)
        for each in annotated.sentences
        if each.part == BODY and is_boilerplate(text[each.start : each.end])
    ]
    for start, end in (*_labels(text, article.headline.casefold()), *notices):
        text = text[:start] + " " * (end - start) + text[end:]
    if text.isspace():
        return article
    return replace(article, text=text, headline=_without_site(article.headline, text))


def _labels(text: str, headline: str) -> list[Stretch]:
    """Return lines that are no sentences; none where these would be most of the text."""
    lines = [*_lines(text)]
    last = max((end for _, end in lines if not text[end - 1].isalnum()), default=len(text))
    found = [
        (start, end)
        for start, end in lines
        if _is_label(text[start:end], below=start > last) or text[start:end].casefold() == headline
    ]
    return found if sum(end - start for start, end in found) <= MOST_LABELS * len(text) else []


def _lines(text: str) -> Iterator[Stretch]:
    """Yield where each line stands, without the blanks around it; no empty one."""
    start = 0
    for line in text.split("\n"):
        told = line.strip()
        if told:
            first = line.index(told) + start
            yield first, first + len(told)
        start += len(line) + 1


def _is_label(line: str, *, below: bool) -> bool:
    """Return whether a line ends no sentence and is short; one with digits may be a date."""
    words = BELOW_WORDS if below else LABEL_WORDS
    ends = not line[-1].isalnum() or any(map(str.isdigit, line))
    return not ends and len(line.split()) < words


def _without_site(headline: str, text: str) -> str:
    """Return a headline without the name behind its last dash or bar, if the text lacks it."""
    found = SITE.fullmatch(headline)
    if not found or {*read_words(found["site"]).forms} <= {*read_words(text).forms}:
        return headline
    return found["told"]
