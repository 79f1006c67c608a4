"""Read what an article says of reports told before: in its headline, its text, its corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, Span
from twosource.stages.dossier.notices.cues import OWN, cue_in, title_taken, titles_in
from twosource.stages.dossier.notices.wrong import wrong_numbers
from twosource.stages.once import once_per_article

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
