"""Cut out of a sentence what it tells: whose words it is, beside its source, and of which time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from twosource.model.annotated import Annotated, Quote
from twosource.model.identity import Span

QUOTED_SHARE = 0.3  # of a sentence: from here on it is somebody's words, below it has some in it
REPORTED_SHARE = 0.35  # the same for reported speech: a clause, beside who says so

LEAST_BEFORE = 4  # words: fewer tell nothing by themselves

_HANGING = re.compile(
    r"\b(?:after|before|since|when|while|although|though|because|despite|even as)\s"
    r"(?:(?:the|an?|its|his|her|their)\s)?$"
)
_DATED = re.compile(r"\d{4}(?:-\d\d)?")


def quote_round(annotated: Annotated, span: Span) -> Quote | None:
    """Return the innermost quotation that a stretch stands in."""
    holding = [quote for quote in annotated.quotes if held(quote.content, span)]
    return min(holding, key=_length, default=None)


def main_quote(annotated: Annotated, span: Span) -> Quote | None:
    """Return the quotation that fills most of a sentence, the innermost of several.

    None that hangs on what the sentence tells: "Norda was grounded, | a day after pilots said …".
    """
    filling = [
        quote
        for quote in annotated.quotes
        if _share(quote, span) >= (REPORTED_SHARE if quote.kind == "indirect" else QUOTED_SHARE)
        and not _hangs_on(annotated, quote, span)
    ]
    return min(filling, key=_length, default=None)


def _hangs_on(annotated: Annotated, quote: Quote, span: Span) -> bool:
    """Return whether a quotation only tells when or why it came to what a sentence opens with."""
    if quote.speaker is None or not span.holds(quote.speaker):
        return False
    before = annotated.article.words(replace(span, end=quote.speaker.start))
    found = _HANGING.search(before)
    return found is not None and len(before[: found.start()].split()) >= LEAST_BEFORE


def _share(quote: Quote, span: Span) -> float:
    """Return the share of a sentence that a quotation fills, beside the words who says so."""
    aside = sum(
        len(each) for each in (quote.speaker, quote.cue) if each is not None and span.holds(each)
    )
    return sum(len(part) for part in within(quote.content, span)) / max(1, len(span) - aside)


def _length(quote: Quote) -> tuple[int, int]:
    return (sum(len(part) for part in quote.content), quote.content[0].start)


def held(content: tuple[Span, ...], span: Span) -> bool:
    """Return whether a stretch lies within a content."""
    return any(part.holds(span) for part in content)


def within(content: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return what of a quotation stands in a sentence; a quotation may run over several."""
    return tuple(
        Span(part=span.part, start=max(part.start, span.start), end=min(part.end, span.end))
        for part in content
        if part.touches(span)
    )


def beside_sources(span: Span, sources: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a sentence without the stretches that name its source."""
    pieces, start = [], span.start
    for source in sorted(sources):
        if source.start > start:
            pieces.append(replace(span, start=start, end=source.start))
        start = max(start, source.end)
    if start < span.end:
        pieces.append(replace(span, start=start))
    return tuple(pieces) or (span,)


def times_in(annotated: Annotated, content: tuple[Span, ...]) -> frozenset[str]:
    """Return the times that a content names, by their values: "Tuesday" is "2026-03-03"."""
    return frozenset(
        time.value
        for time in annotated.times
        if "X" not in time.value and time.granularity != "vague" and held(content, time.span)
    )


def bygone_in(annotated: Annotated, content: tuple[Span, ...]) -> frozenset[str]:
    """Return the months and years of a content that lie more than a month before the article.

    "The attack of November 2015 killed 130" tells another story than this one's toll.
    """
    published = annotated.article.published
    if published is None:
        return frozenset()
    recent = (published - timedelta(days=31)).date().isoformat()
    found = (time[:7] for time in times_in(annotated, content) if _DATED.match(time))
    return frozenset(month for month in found if month < recent[: len(month)])


def without_times(annotated: Annotated, content: tuple[Span, ...]) -> Iterator[Span]:
    """Yield a content without the words that name times: those are compared by what they mean."""
    for part in content:
        start = part.start
        for time in annotated.times:
            if part.holds(time.span) and time.span.start >= start:
                yield replace(part, start=start, end=time.span.start)
                start = time.span.end
        yield replace(part, start=start)


_RECALLS = re.compile(
    r",?(?: (?:about |some |just |only )?[\w-]+ (?:minutes?|hours?|days?|weeks?|months?|years?))?"
    r"(?: just| shortly| soon)? (?:after|since|following|over) "
    r"(?:the|an?|its|his|her|their|last|this) "
    r"[^,;:]*?\b(?:that|which|who|when|where|killing|injuring)\b"
)


def before_background(sentence: str, figures: Sequence[int]) -> int:
    """Return where what a sentence tells besides its figures ends, an offset; 0 where all is told.

    "The minister resigned | hours after the collision that killed five" tells of a resignation,
    though its figure is of the collision. Without figures all of the sentence is a happening.
    """
    if not figures:
        return len(sentence)
    found = _RECALLS.search(sentence)
    if found is None or len(sentence[: found.start()].split()) < LEAST_BEFORE:
        return 0
    return found.start() if min(figures) >= found.end() else 0
