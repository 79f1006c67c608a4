"""Say whether a time in a sentence dates what the sentence tells, and how well it does."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated, Granularity, TimeMention
from twosource.model.identity import Span
from twosource.stages.dossier.cite import folded

MOSTLY_SAID = 0.4  # of a sentence that stands in quotation marks
NO_DAY = frozenset({"overnight", "midnight", "noon", "midday", "now"})
VAGUE = frozenset({"today", "tonight"})  # they date a sentence only where nothing else does
NOWADAYS = frozenset({"this year", "this month"})
# "today's Hollywood", "the largest rocket in use today": nobody tells of a day.
_OF_TODAY = re.compile(
    r"\b(?:in (?:use|service|existence|orbit|power)|available|alive|out there|the world|known|"
    r"exists?|exist|still|even|of) $"
)
_TODAYS = re.compile(
    r"['’]s (?!(?:vote|match|game|hearing|attack|announcement|launch|session|meeting|decision"
    r"|ruling|election|statement|verdict|summit)\b)"
)
_CLOCK = re.compile(r"(?:at )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hours|gmt|utc|o'clock)?")
_COMPARED = re.compile(
    r"\b(?:lowest|highest|largest|biggest|most|least|worst|best|strongest|weakest|deadliest|longest|"
    r"first)\b[^.;]{0,60}\bsince (?:the )?$|\b(?:than|compared (?:with|to)) (?:in |on )?(?:the )?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:yesterday|last|previous|earlier|later|next|this|ago|before|after)\b")
DATED: frozenset[Granularity] = frozenset({"minute", "hour", "day part", "day", "month", "year"})


def how_well(annotated: Annotated, time: TimeMention, sentence: Span) -> int | None:
    """Return how well a time dates what its sentence tells, None where it does not.

    A day by name or number does best, "yesterday" next, "today" last, which may mean nowadays.
    Nothing is dated by a bare clock time, by "overnight", by what it is compared with ("the lowest
    since May"), or by when somebody said what the sentence quotes.
    """
    article = annotated.article
    words = folded(article.words(time.span)).lower()
    before = article.text[sentence.start : time.span.start]
    if words in NO_DAY or (time.type == "TIME" and _CLOCK.fullmatch(words)):
        return None
    if _COMPARED.search(before) or _is_when_said(annotated, time, sentence):
        return None
    if words in NOWADAYS or (words == "today" and _means_nowadays(article.text, time, before)):
        return None
    if _OF_THE_SPEAKER.fullmatch(words) and _stands_in_quotes(annotated, time):
        return None  # nobody knows of which day a tweet speaks
    if words in VAGUE:
        return 0
    return 2 if re.search(r"\d", words) or not _RELATIVE.search(words) else 1


def _means_nowadays(text: str, time: TimeMention, before: str) -> bool:
    return bool(_OF_TODAY.search(before) or _TODAYS.match(text, time.span.end))


_OF_THE_SPEAKER = re.compile(r"today|tonight|this (?:morning|afternoon|evening)|last night")


def _stands_in_quotes(annotated: Annotated, time: TimeMention) -> bool:
    return any(
        part.holds(time.span)
        for quote in annotated.quotes
        if quote.kind != "indirect"
        for part in quote.content
    )


def _is_when_said(annotated: Annotated, time: TimeMention, sentence: Span) -> bool:
    """Return whether a date tells when most of its sentence was said."""
    inside = [
        part
        for quote in annotated.quotes
        if quote.kind != "indirect"
        for part in quote.content
        if sentence.touches(part)
    ]
    if any(part.holds(time.span) for part in inside):
        return False
    quoted = sum(min(p.end, sentence.end) - max(p.start, sentence.start) for p in inside)
    return quoted >= MOSTLY_SAID * len(sentence)


def iso_date(time: TimeMention) -> str | None:
    """Return the date of a DATE or TIME as fine as a day; None for durations and vague words."""
    if time.type not in ("DATE", "TIME") or time.granularity not in DATED:
        return None
    value = time.value.partition("T")[0]
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    return value
