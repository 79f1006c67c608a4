"""Read which sentences of an article tell a dated happening, and of which day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated, TimeMention
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.stages.dossier.dating import how_well, iso_date
from twosource.stages.dossier.prose import after_dateline, is_prose
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.roots import roots
from twosource.stages.dossier.sameness import content_words
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
