"""Tell which pronoun a text uses of a person: by a first name or title, or by what it does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from twosource.languages import Pronouns
from twosource.model.annotated import Mention
from twosource.model.identity import PartName, Span
from twosource.stages.annotate.parts import Passage

LONGEST_KIN = 20  # letters of "granddaughter, "
_WORD = re.compile(r"\w+")
_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (\w+), $")  # "His wife, Bodil": no title

Texts = Mapping[PartName, Passage]


def told_by_names(
    named: Sequence[Mention], texts: Texts, pronouns: Sequence[Pronouns]
) -> dict[str, int]:
    """Return for a last name which pronoun its first names and titles in the article tell."""
    told: dict[str, int] = {}
    for mention in named:
        first = words_of(mention.span, texts).split()[0]
        title = words_of(mention.title, texts).lower().split() if mention.title else []
        title += _KIN.findall(texts[mention.span.part].text[: mention.span.start][-LONGEST_KIN:])
        for index, pronoun in enumerate(pronouns):
            if not pronoun.titles.isdisjoint(title) or (
                first in pronoun.first_names and " " in words_of(mention.span, texts)
            ):
                told.setdefault(key_of(mention.span, texts), index)
    return told


def shown_by_use(
    named: Sequence[Mention], direct: Sequence[Span], texts: Texts, pronouns: Sequence[Pronouns]
) -> dict[str, int]:
    """Return for a last name which pronoun the text uses of it, where it uses but one.

    Each pronoun outside quotation counts where one person alone is named in its sentence before
    it and in the sentence before that.
    """
    places = [(each.span, sentence_of(each.span, texts)) for each in named]
    used: dict[str, set[int]] = {}
    for at, index in _pronouns_in(texts, pronouns):
        sentence = sentence_of(at, texts)
        near = {
            key_of(span, texts)
            for span, of in places
            if span.part == at.part and sentence - 1 <= of <= sentence and span.end <= at.start
        }
        if len(near) == 1 and not any(span.holds(at) for span in direct):
            used.setdefault(near.pop(), set()).add(index)
    return {key: next(iter(indices)) for key, indices in used.items() if len(indices) == 1}


def _pronouns_in(texts: Texts, pronouns: Sequence[Pronouns]) -> Iterator[tuple[Span, int]]:
    """Yield every pronoun for a person, with which it is."""
    which = {form: index for index, each in enumerate(pronouns) for form in each.forms}
    for part, passage in texts.items():
        for found in _WORD.finditer(passage.text):
            index = which.get(found.group().lower())
            if index is not None:
                yield Span(part=part, start=found.start(), end=found.end()), index


def words_of(span: Span, texts: Texts) -> str:
    """Return the words of a stretch, a headline's in ordinary case."""
    return texts[span.part].cased[span.start : span.end]


def key_of(span: Span, texts: Texts) -> str:
    """Return the last name, by which a person is known again in an article."""
    return words_of(span, texts).split()[-1]


def sentence_of(span: Span, texts: Texts) -> int:
    """Return the index of the sentence in its part in which a stretch begins."""
    return bisect_right([start for start, _ in texts[span.part].sentences], span.start) - 1
