"""Read what an article says of reports told before, and which numbers it calls wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, Span
from twosource.stages.dossier.notices.cues import OWN, cue_in, title_taken, titles_in
from twosource.stages.once import once_per_article
from twosource.text.numbers import Number, read_numbers

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATES = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\b(?:19|20)\d\d\b")
_INSTEAD = re.compile(r"\b(?:not|instead of|rather than|sted)\b", re.I)
_PUT_RIGHT = re.compile(
    r"should have (?:said|read|been|given)|\bcorrect \w+ (?:is|was)|;|\bin fact\b", re.I
)
_QUOTED = re.compile(r"[“\"‘][^”\"’]{8,200}[”\"’]")


_SAID_WRONGLY = re.compile(
    r"\b(?:(?:wrongly|incorrectly|erroneously|mistakenly|inaccurately|falsely) \w+"
    r"|misstated|misreported|misidentified|misspelled)\b",
    re.I,
)


def told_wrongly(words: str) -> str:
    """Return what of a notice is said to be wrong, without what names the report.

    "Our report on the ferry Marit misspelled the captain's name": not that the ferry sank.
    """
    found = _SAID_WRONGLY.search(words)
    return words[found.end() :] if found is not None else words


def wrong_numbers(words: str, then: str = "") -> frozenset[float]:
    """Return the numbers that a sentence calls wrong, and those the next one does ("not 14")."""
    return frozenset((*_wrong(words), *_after_not(then)))


def _wrong(words: str) -> Iterator[float]:
    """Yield the numbers of a notice: where two stand against each other, the one that was told."""
    against = list(_after_not(words))
    if against:
        yield from against
        return
    right = _PUT_RIGHT.search(words)
    end = right.start() if right is not None else len(words)
    yield from (each.value for each in _numbers(words) if each.start < end)


def _after_not(words: str) -> Iterator[float]:
    """Yield each number that follows a "not" in its clause: "12, not 14"."""
    told = list(_numbers(words))
    for found in _INSTEAD.finditer(words):
        after = (each for each in told if found.end() <= each.start <= found.end() + 20)
        number = next(after, None)
        if number is not None and any(each.end <= found.start() for each in told):
            yield number.value


def _numbers(words: str) -> Iterator[Number]:
    """Yield the numbers of a sentence but for dates and what a headline says."""
    for beside in (_DATES, _QUOTED):
        words = beside.sub(lambda found: " " * len(found[0]), words)
    return read_numbers(words)


_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_LETTER = re.compile(r"[^\W_]")
DAY = len("2026-03-03")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a sentence says of an earlier report."""

    span: Span
    words: str
    withdraws: bool  # the whole report; else it calls something in it wrong
    whose: str  # the outlet as the sentence names it; OWN where it speaks of its own
    called: str = ""  # "agency", "paper": its own then only where nobody else is called so
    spoken: bool = False  # by somebody whom the sentence names: no word of the outlet
    wrong: frozenset[float]  # the numbers it calls wrong
    titles: tuple[str, ...]  # what it gives as the report's headline
    days: frozenset[str]  # ISO dates that it names


@once_per_article
def notices_told(annotated: Annotated) -> tuple[Notice, ...]:
    """Return the notices of an article: headline, then text, then what it sets beside the text."""
    return tuple(_notices(annotated))


def _notices(annotated: Annotated) -> Iterator[Notice]:
    article = annotated.article
    title = title_taken(article.headline)
    if title:
        yield Notice(
            span=Span(part=HEADLINE, start=0, end=len(article.headline)),
            words=article.headline,
            withdraws=True,
            whose=OWN,
            wrong=frozenset(),
            titles=(title,),
            days=frozenset(),
        )
    for span, then in pairwise((*_stretches(annotated), None)):
        if span is not None:
            follows = article.words(then) if then is not None and then.part == span.part else ""
            yield from _notice(annotated, span, follows)


def _notice(annotated: Annotated, span: Span, then: str) -> Iterator[Notice]:
    words = annotated.article.words(span)
    cue = cue_in(words, then)
    spoken = cue is not None and cue_in(_unsaid(annotated, span), then) != cue
    if cue is not None and not (spoken and cue.whose == OWN):
        yield Notice(
            span=span,
            words=" ".join(words.split()),
            withdraws=cue.withdraws,
            whose=cue.whose,
            called=cue.called,
            spoken=spoken,
            wrong=frozenset() if cue.withdraws else wrong_numbers(words, then),
            titles=titles_in(words),
            days=frozenset(
                each.value
                for each in annotated.times
                if each.granularity == "day"
                and len(each.value) == DAY
                and each.span.part == span.part
                and span.start <= each.span.start < span.end
            ),
        )


def _unsaid(annotated: Annotated, span: Span) -> str:
    """Return a sentence without what somebody says in it: "our report was wrong, he said"."""
    words = annotated.article.words(span)
    for quote in annotated.quotes:
        for said in quote.content if quote.speaker is not None else ():
            if said.part == span.part and said.start < span.end and span.start < said.end:
                start, end = max(said.start - span.start, 0), said.end - span.start
                words = f"{words[:start]}{_LETTER.sub(' ', words[start:end])}{words[end:]}"
    return words


def _stretches(annotated: Annotated) -> Iterator[Span]:
    """Yield the sentences of the text and of its corrections."""
    yield from (each for each in annotated.sentences if each.part == BODY)
    for part in annotated.article.parts:
        if part.kind == "correction":
            ends = [found.end() for found in _SENTENCE_ENDS.finditer(part.text)]
            for start, end in pairwise((0, *ends, len(part.text))):
                yield Span(part=part.name, start=start, end=end)
