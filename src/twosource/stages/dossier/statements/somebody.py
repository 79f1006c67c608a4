"""Say whom "he" means where nobody is named: "a French negotiator" of the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.annotated import Annotated, Quote
from twosource.model.identity import Span
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.text.nouns import is_person, is_plural

# "A senior French negotiator"; but who was shot by a soldier is not the soldier.
_PHRASE = re.compile(
    r"(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bagainst )(?<!\babout )\b"
    r"(?:[Aa]n?|[Tt]he|[Oo]ne)(?: [\w’'-]+){1,5}"
)


def somebody_before(speaker: Speaker, quote: Quote, annotated: Annotated) -> Speaker:
    """Return the one person that the sentence before describes, if "he" or "she" means nobody else.

    Only within the paragraph, and only where that sentence names no person.
    """
    here = quote.speaker
    if here is None or speaker.name.lower() not in ("he", "she"):
        return speaker
    before = _sentence_before(here, quote, annotated)
    if before is None or any(
        mention.kind == "person" and before.touches(mention.span) for mention in annotated.mentions
    ):
        return speaker
    phrases = _PHRASE.findall(annotated.article.words(before))
    described = [found for phrase in phrases if (found := _up_to_person(phrase))]
    if len(described) != 1:
        return speaker
    return replace(speaker, name=described[0], words=described[0])


def _up_to_person(phrase: str) -> str:
    """Return a phrase up to its first word for one person, "" where it has none."""
    words = phrase.split()
    for at, word in enumerate(words[1:], 2):
        if word.islower() and is_person(word) and not is_plural(word):
            return " ".join(words[:at])
    return ""


def _sentence_before(speaker: Span, quote: Quote, annotated: Annotated) -> Span | None:
    """Return the sentence before the pronoun's, or before its quote, in the same paragraph."""
    starts = [each.start for each in quote.content if each.part == speaker.part]
    begins = min([speaker.start, *starts])
    text = annotated.article.part_text(speaker.part)
    earlier = [
        sentence
        for sentence in annotated.sentences
        if sentence.part == speaker.part and sentence.end <= begins
    ]
    if not earlier or "\n" in text[earlier[-1].end : begins]:
        return None
    return earlier[-1]
