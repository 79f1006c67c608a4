"""Tell a sentence of running text from a page's furniture, and leave out the dateline before it."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, Span

FEWEST_WORDS, MOST_WORDS = 5, 70  # outside, it is a label or a list

# "OBAN, Scotland, March 4 (Norda) — ", "BRUSSELS, March 4 -- ", "OSLO (Norda) - "
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ]{2}[\w'’.,/ -]{0,58}?(?:\([^)]{2,40}\)\s*)?\s?(?:[—–]|--|(?<=\)) ?-)\s+"
    r"|^(?:[A-ZÀ-Þ][\w'’.-]*,?\s+|\d{1,2},?\s+){1,6}\([A-Z][^)]{1,40}\)\s*(?:[—–:-]|--)\s*"
)
_ENDS = re.compile(r"[.!?…][\"”’')»\]]*$")
_FURNITURE = re.compile(
    r"(?i)^(?:read (?:more|also)|related|watch|listen|sign up|subscribe|photo|image|source link|"
    r"follow us|copyright|all rights reserved|advertisement|click here|share this|published|"
    r"(?:last )?updated|press release|posted|by [A-Z]\S+ [A-Z]\S+$)"
)


def after_dateline(annotated: Annotated, span: Span) -> Span:
    """Return a sentence of the body without the place, date and agency that open a report."""
    dateline = _DATELINE.match(annotated.article.words(span)) if span.part == BODY else None
    if dateline is None or dateline.end() >= len(span):
        return span
    return Span(part=span.part, start=span.start + dateline.end(), end=span.end)


def is_prose(annotated: Annotated, span: Span) -> bool:
    """Return whether a stretch is a whole sentence of a paragraph: no heading, label or cut end."""
    text = annotated.article.words(span).strip()
    return (
        FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
        and bool(_ENDS.search(text))
        and "\n" not in text
        and not _FURNITURE.match(text)
        and _in_paragraph(annotated, span)
    )


def _in_paragraph(annotated: Annotated, span: Span) -> bool:
    return span.part == BODY and all(
        block.kind in ("paragraph", "list item", "quote")
        for block in annotated.article.blocks
        if block.start < span.end and span.start < block.end
    )
