"""Find who has spoken, or was described, before "he said", "it said", "the spokesman said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.identity import Span
from twosource.stages.dossier.informants.phrases import head_of, is_definite
from twosource.stages.dossier.informants.roles import PRONOUNS
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.telling.stood_for import says_so
from twosource.text.attributions import named_sources
from twosource.text.nouns import is_person, is_plural

# "A senior French negotiator"; but who was shot by a soldier is not the soldier.
_PHRASE = re.compile(
    r"(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bagainst )(?<!\babout )\b"
    r"(?:[Aa]n?|[Tt]he|[Oo]ne)(?: [\w’'-]+){1,5}"
)
_WORD = re.compile(r" (\S+)")


def spoke_before(annotated: Annotated, span: Span) -> Span | None:
    """Return who has spoken last before an "it said"; None for nobody, or it.

    In the paragraph, or in the sentence just before: papers break after every sentence. Whoever is
    quoted there, named as a source, or "said so" of what stood before.
    """
    text = annotated.article.part_text(span.part)
    before = [
        each for each in annotated.sentences if each.part == span.part and each.start < span.end
    ]
    paragraph = text.rfind("\n", 0, span.start) + 1
    begin = min(paragraph, before[-2:][0].start) if before else paragraph
    spoken = [
        quote.speaker
        for quote in annotated.quotes
        if quote.speaker is not None
        and quote.speaker.part == span.part
        and begin <= quote.speaker.start
        and quote.speaker.end <= span.start
        and annotated.article.words(quote.speaker).lower() not in PRONOUNS
    ]
    for sentence in before:
        if sentence.start >= begin:
            spoken += [each for each in _vouching(annotated, sentence) if each.end <= span.start]
    return max(spoken, key=lambda each: each.start, default=None)


def _vouching(annotated: Annotated, sentence: Span) -> Iterator[Span]:
    """Yield who in a sentence is its source or stands for the one before it.

    Nobody who is named within a quotation: those are its speaker's words.
    """
    words = annotated.article.words(sentence)
    quoted = [
        each for quote in annotated.quotes if quote.kind != "indirect" for each in quote.content
    ]
    so = says_so(words)
    for start, end in (*named_sources(words), *((so,) if so else ())):
        who = replace(sentence, start=sentence.start + start, end=sentence.start + end)
        if words[start:end].lower() not in PRONOUNS and not any(q.holds(who) for q in quoted):
            yield who


def introduced_before(annotated: Annotated, span: Span) -> Span | None:
    """Return the last speaker of whom the article said more: "China's agency" for "the agency"."""
    words = annotated.article.words
    if not is_definite(words(span)):
        return None
    told = (
        each
        for quote in annotated.quotes
        if (each := quote.speaker) is not None
        and each.part == span.part
        and each.end <= span.start
        and not is_definite(words(each))
        and _is_called(words(with_title(annotated, each)), words(span).split()[-1])
    )
    return max(told, key=lambda each: each.start, default=None)


def _is_called(words: str, noun: str) -> bool:
    """Return whether a phrase, or what follows its comma, says what somebody is by a noun."""
    called = re.compile(rf"\b(?i:{re.escape(noun)})(?: [A-ZÀ-Þ][\w.’'-]*)*$")
    return any(called.search(head_of(each)) for each in words.split(", "))


def with_title(annotated: Annotated, speaker: Span) -> Span:
    """Return the speaker's words with the title before them, which may name the country."""
    for place, mention in names_in(annotated).touching(speaker):
        if mention.title and speaker.holds(place) and mention.title.part == speaker.part:
            return replace(speaker, start=min(speaker.start, mention.title.start))
    return speaker


def described_before(annotated: Annotated, span: Span) -> Span | None:
    """Return the one person that the sentence before describes, for a "he" or "she".

    Only within the paragraph, and only where that sentence names no person.
    """
    before = _sentence_before(annotated, span)
    if before is None or any(
        mention.kind == "person" and before.touches(mention.span) for mention in annotated.mentions
    ):
        return None
    found = _PHRASE.finditer(annotated.article.words(before))
    lengths = {before.start + each.start(): _up_to_person(each.group()) for each in found}
    described = [(start, length) for start, length in lengths.items() if length]
    if len(described) != 1:
        return None
    ((start, length),) = described
    one = replace(before, start=start, end=start + length)
    speaking = (each.speaker for each in annotated.quotes if each.speaker is not None)
    return next((each for each in speaking if each.holds(one)), one)


def _up_to_person(phrase: str) -> int:
    """Return how long a phrase is up to its first word for one person, 0 where it has none."""
    for each in _WORD.finditer(phrase):
        if each[1].islower() and is_person(each[1]) and not is_plural(each[1]):
            return each.end()
    return 0


def _sentence_before(annotated: Annotated, speaker: Span) -> Span | None:
    """Return the sentence before a pronoun's, or before its quote, in the same paragraph."""
    said = (
        each for quote in annotated.quotes if quote.speaker == speaker for each in quote.content
    )
    begins = min(each.start for each in (speaker, *said) if each.part == speaker.part)
    text = annotated.article.part_text(speaker.part)
    for sentence in reversed(annotated.sentences):
        if sentence.part == speaker.part and sentence.end <= begins:
            return sentence if "\n" not in text[sentence.end : begins] else None
    return None
