"""Read which sentences of an article tell a dated happening, and of which day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated, Granularity, TimeMention
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.prose import after_dateline, is_prose
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.telling.roots import roots
from twosource.stages.once import once_per_article

WORDS_BEFORE = 6  # a date, and behind it, that may name what it dates
WORDS_BEHIND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One sentence with one date in it."""

    article: ArticleId
    sentence: Span
    time: TimeMention
    when: str
    words: frozenset[str]
    beside: frozenset[str]  # of these the ones that stand beside the date
    owned: frozenset[str]  # of these the ones that the date owns: "Sunday's crash"
    names: frozenset[EntityId] = frozenset()  # whom it names, which hangs on the story
    heart: bool = False  # early in its report and with the words of the headlines


def dated_in(annotated: Annotated, reading: Reading) -> list[Dated]:
    """Return the body sentences of an article with a date, each with the one that dates it best."""
    return [
        replace(
            each,
            names=frozenset(e.id for e in reading.entities_in(each.article, each.sentence)),
        )
        for each in _dated(annotated)
    ]


@once_per_article
def _dated(annotated: Annotated) -> tuple[Dated, ...]:
    article = annotated.article
    best: dict[Span, tuple[tuple[bool, int], Dated]] = {}
    for time in annotated.times:
        when = iso_date(time)
        if when is None or time.span.part != "body":
            continue
        sentence = after_dateline(annotated, sentence_of(annotated, time.span))
        # a dateline's date, "Published on" and the like date the text, not what happened
        if not sentence.holds(time.span) or not is_prose(annotated, sentence):
            continue
        if _OF_THE_PAGE.match(article.text, sentence.start):
            continue
        well = how_well(annotated, time, sentence)
        if well is None:
            continue
        owned = _owned(article.text, sentence, time.span)
        # "reached the villages hit by Monday's earthquake on Wednesday" happened on Wednesday
        rank = (not owned, well)
        if sentence in best and best[sentence][0] >= rank:
            continue
        found = Dated(
            article=article.id,
            sentence=sentence,
            time=time,
            when=when,
            words=roots(content_words(article.words(sentence))),
            beside=_beside(article.text, sentence, time.span),
            owned=owned,
        )
        best[sentence] = rank, found
    return tuple(found for _, found in best.values())


_OF_THE_PAGE = re.compile(
    r"\W*(?:This|The)\s(?:article|story|post|page|report|piece)\s(?:was|has\sbeen)\s(?:\w+\s)?"
    r"(?:amended|updated|corrected|edited|published|changed)\b"
)
_BREAK = re.compile(r"[,;:()—–“”\"]|\bthat\b")
_TELLING_NOTHING = roots(
    content_words("told announced reported confirmed added wrote day local time year month night")
)


def _beside(text: str, sentence: Span, date: Span) -> frozenset[str]:
    """Return the roots of the words without a capital beside a date in its part of the sentence."""
    before = text[sentence.start : date.start].rstrip(" ,")
    ahead = _BREAK.split(before)[-1].split()[-WORDS_BEFORE:]
    behind = _BREAK.split(text[date.end : sentence.end].lstrip("’'s ,"))[0].split()[:WORDS_BEHIND]
    lower = " ".join(word for word in (*ahead, *behind) if word[:1].islower())
    return roots(content_words(lower)) - _TELLING_NOTHING


_OWNED = re.compile(r"['’]s\s(?P<what>(?:[\w-]+\s?){1,3})")
_HAPPENED = re.compile(
    r"(?P<what>[\w-]+),?\s(?:(?:which|that)\s)?(?:happened|occurred|took\splace)\s(?:\w+\s){0,5}$"
)


def _owned(text: str, sentence: Span, date: Span) -> frozenset[str]:
    """Return the roots of what its day names: "Sunday's fatal crash", "the crash happened on"."""
    found = _OWNED.match(text, date.end, sentence.end)
    found = found or _HAPPENED.search(text, sentence.start, date.start)
    return roots(content_words(found["what"])) if found else frozenset()


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
    r"first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|times)\b[^.;]{0,60}"
    r"\bsince (?:the )?$|\b(?:than|compared (?:with|to)) (?:in |on )?(?:the )?$",
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


_OF_THE_SPEAKER = re.compile(
    r"today|tomorrow|tonight|this (?:morning|afternoon|evening)|last night"
)


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
