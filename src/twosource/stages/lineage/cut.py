"""Cut an article into words, sentences and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, Span
from twosource.stages.lineage.boilerplate import is_boilerplate
from twosource.text.frames import Filled, filled_in
from twosource.text.names import names_in
from twosource.text.normalize import Words, read_words
from twosource.text.quoted import quoted_stretches

Range = tuple[int, int]

STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """An article's headline and body cut up; stretches are of words, the end excluded."""

    text: str
    words: Words
    spans: tuple[Span, ...]  # of each sentence; the site's standing notices are left out
    sentences: tuple[Range, ...]
    quoted: tuple[Range, ...]
    aside: tuple[Range, ...]  # where names and figures say nothing
    named: tuple[int, ...]  # the places of words that are names somewhere in the text
    filled: Filled  # what fills the slots of its frame


def cut_up(annotated: Annotated) -> Cut:
    """Return an article's words, and where its sentences and quotations lie among them."""
    article = annotated.article
    text, shift = f"{article.headline}\n\n{article.text}", len(article.headline) + 2
    words = read_words(text)
    spans = (Span(part=HEADLINE, start=0, end=shift - 2), *_telling(annotated))
    names = names_in(text, words)
    return Cut(
        text=text,
        words=words,
        spans=spans,
        sentences=_ranges(words, (_joined(span, shift) for span in spans)),
        quoted=_ranges(words, quoted_stretches(text)),
        # The capitals of a headline may be mere style; a stamp is of when the page was put out.
        aside=_ranges(words, [(0, shift), *(found.span() for found in STAMP.finditer(text))]),
        named=tuple([place for place, form in enumerate(words.forms) if form in names]),
        filled=filled_in(text, words, names),
    )


def _telling(annotated: Annotated) -> Iterator[Span]:
    """Yield the sentences of the body but for the site's standing notices."""
    text = annotated.article.text
    for span in annotated.sentences:
        if span.part == BODY and not is_boilerplate(text[span.start : span.end]):
            yield span


def _joined(span: Span, shift: int) -> Range:
    """Return where a span lies in headline and body set one after the other."""
    move = 0 if span.part == HEADLINE else shift
    return span.start + move, span.end + move


def _ranges(words: Words, stretches: Iterable[Range]) -> tuple[Range, ...]:
    """Return which words begin in each stretch of the text."""
    starts = words.starts
    return tuple(
        [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in stretches]
    )
