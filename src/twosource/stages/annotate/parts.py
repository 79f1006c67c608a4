"""Take an article apart into the texts that are read one by one; step over what opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.languages import Language, Stretch
from twosource.model.acquired import Article
from twosource.model.identity import BODY, DECK, HEADLINE, PartName, Span

LEAST_HEADING_WORDS = 7  # shorter lines in capitals are as often a body, a place or a work
LONGEST_HEADING = 160  # code points
_STOPS = ".!?\"”’'…"

_OPENING = re.compile(
    # "18:04", "6.15pm", "14:30 GMT –": an entry of a live blog
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?\s*(?:[-–—|]\s*)?(?=\S)"
    # "OBAN, Scotland, March 4 (Norda) - ", "WALBRZYCH, Poland -- "
    r"|[A-ZÀ-Þ][A-ZÀ-Þ'’. -]+(?:,[\w .,'’-]{2,50}?)?\s?(?:\([^)\n]{2,40}\)\s*)?(?:[—–]|--?)\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One part's text with its sentences; `cased` is the text as running text would write it."""

    part: PartName
    text: str
    cased: str  # as long as `text`, so that all offsets hold in both
    sentences: tuple[Stretch, ...]

    def span(self, stretch: Stretch) -> Span:
        """Return a stretch of this passage as a span of the article."""
        return Span(part=self.part, start=stretch[0], end=stretch[1])


def passages_of(article: Article, language: Language) -> tuple[Passage, ...]:
    """Return headline, deck, body and captions, in that order, where the article has them.

    The other parts (related titles, notices, embeds) are other people's texts or none at all.
    A heading of the body, or a line written like one, is read like a headline.
    """
    return tuple(_passages(article, language))


def _passages(article: Article, language: Language) -> Iterator[Passage]:
    for part, text in texts_of(article):
        lines = (*_headings(article), *_lines(text)) if part == BODY else ((0, len(text)),)
        cased = _cased(text, lines, language)
        yield Passage(part=part, text=text, cased=cased, sentences=language.split_sentences(cased))


def texts_of(article: Article) -> Iterator[tuple[PartName, str]]:
    """Yield the texts of an article that tell its news: headline, deck, body, captions."""
    if article.headline:
        yield HEADLINE, article.headline
    if article.deck:
        yield DECK, article.deck
    yield BODY, article.text
    for part in article.parts:
        if part.kind == "caption" and part.text:
            yield part.name, part.text


def _headings(article: Article) -> tuple[Stretch, ...]:
    return tuple((block.start, block.end) for block in article.blocks if block.kind == "heading")


def _lines(text: str) -> tuple[Stretch, ...]:
    """Return the lines that can be headings: short and without a stop; plain text tells no more."""
    lines = (found.span() for found in re.finditer(r"[^\n]+", text))
    return tuple(
        (start, end)
        for start, end in lines
        if end - start <= LONGEST_HEADING
        and text[end - 1] not in _STOPS
        and len(text[start:end].split()) >= LEAST_HEADING_WORDS
    )


def _cased(text: str, lines: Sequence[Stretch], language: Language) -> str:
    for start, end in lines:
        text = text[:start] + language.true_case(text[start:end]) + text[end:]
    return text


def after_opening(text: str, sentence: Stretch) -> Stretch:
    """Return a sentence without the dateline or the clock that opens its paragraph.

    Only at the start of a paragraph; what would leave nothing stays whole.
    """
    start, end = sentence
    if text[max(0, start - 1) : start].strip("\n"):
        return sentence
    opening = _OPENING.match(text, start, end)
    return (opening.end(), end) if opening and opening.end() < end else sentence
