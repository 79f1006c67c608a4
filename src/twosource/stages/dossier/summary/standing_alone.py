"""Say which sentences of an article tell something to somebody who reads only them."""

from __future__ import annotations

import re
from itertools import pairwise

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, Span
from twosource.stages.dossier.informants.callings import is_bare_company
from twosource.stages.dossier.marks import cuts_of
from twosource.stages.dossier.prose import (
    LEANING,
    after_dateline,
    is_prose,
    leans,
    length_in_words,
    speaks_of_itself,
)
from twosource.stages.dossier.sameness import word_set
from twosource.stages.dossier.telling.vocabulary import is_past
from twosource.stages.once import once_per_article

FEWEST_WORDS, MOST_WORDS = 8, 55  # shorter ones say little alone, longer ones are lists
WORDS_BEFORE = 2  # "In 2019", "Early in 2019"
OPENING = 6  # words; a pronoun further on mostly means somebody the sentence has named
_PRONOUNS = word_set("he she they it his her their its him them")
_WHOSE = word_set("his her their its")
# "The reason: …", "The checks followed …": to what, or which, the sentence before says
_ANSWERS = re.compile(
    r"(?:\w+ ){0,2}\w+: |The (?:[a-z-]+ ){1,2}(?:follow(?:s|ed)|precede[sd]|comes?|came)\b"
)
# "For years", "For most of the past decade": how it was until now
_UNTIL_NOW = re.compile(
    r"For (?:(?:most|much|all) of )?(?:the )?(?:(?:past|last) )?(?:[\w-]+ )?"
    r"(?:years|decades?|century|centuries|generations)\b"
)
# Who was asked in vain, or spoke on air: no news of the event.
_SAYS_NOTHING = re.compile(
    r"\b(?:could not (?:immediately )?be (?:immediately )?reached|"
    r"(?:did|has|have) not (?:immediately |yet )?(?:respond|return|repl|comment|reached)\w*|"
    r"(?:talks|speaks) (?:to|with)\b.*\b(?:reporter|correspondent|editor|author|professor)|"
    r"declined to comment|did not say|(?:no|without) (?:immediate )?comment)\b"
)


@once_per_article
def standing_alone(annotated: Annotated) -> tuple[tuple[int, Span, str, float], ...]:
    """Return the sentences of an article that a summary may take.

    Each with its place, its words, and how much of it is somebody's words in quotation marks.
    """
    whole = [span for span in annotated.sentences if span.part == BODY]
    shown = [after_dateline(annotated, span) for span in whole]
    texts = [annotated.article.words(span) for span in shown]
    cuts = cuts_of(annotated)
    return tuple(
        (position, span, text, _quoted(near, span))
        for position, (span, text) in enumerate(zip(shown, texts, strict=True))
        for near in (cuts.at(span),)
        if _stands_alone(text, span, near)
    )


def _stands_alone(text: str, span: Span, annotated: Annotated) -> bool:
    """Return whether a sentence says something by itself, to somebody who reads only it."""
    if not (FEWEST_WORDS <= length_in_words(text) <= MOST_WORDS and is_prose(annotated, span)):
        return False
    first = text.lstrip("\"“‘'(「『")[:1]
    if text.endswith("?") or speaks_of_itself(text):
        return False
    if _SAYS_NOTHING.search(text) or _ANSWERS.match(text) or _UNTIL_NOW.match(text):
        return False
    if leans(text) or not first.isalpha() or first.islower():  # many scripts have no upper case
        return False
    if _opens_with_pronoun(span, annotated) or _opens_long_ago(span, annotated):
        return False
    return not _torn_quote(text, span, annotated)


def _opens_long_ago(span: Span, annotated: Annotated) -> bool:
    """Return whether a sentence opens in a year gone by: "In 2019 a storm": it recalls."""
    published, text = annotated.article.published, annotated.article.text
    return published is not None and any(
        each.span.part == span.part
        and each.value[:4].isdigit()
        and int(each.value[:4]) < published.year
        and span.holds(each.span)
        and len(text[span.start : each.span.start].split()) <= WORDS_BEFORE
        for each in annotated.times
    )


def _opens_with_pronoun(span: Span, annotated: Annotated) -> bool:
    """Return whether a pronoun comes before any name: "When they stood up", "In her words"."""
    names = [m.span.start for m in annotated.mentions if span.holds(m.span)]
    first = min(names, default=span.end)
    opening = annotated.article.text[span.start : first].lower().split()[:OPENING]
    words = [word.strip(",.;:'’\"“”") for word in opening]
    return any(  # but "Rescuers ended their search": their own
        word in _PRONOUNS and not (word in _WHOSE and is_past(before))
        for before, word in pairwise(["", *words])
    )


def _quoted(annotated: Annotated, span: Span) -> float:
    """Return how much of a sentence is somebody's words in quotation marks, 0 to 1."""
    contents = (
        content
        for quote in annotated.quotes
        if quote.kind != "indirect"
        for content in quote.content
        if content.touches(span)
    )
    held = sum(min(each.end, span.end) - max(each.start, span.start) for each in contents)
    return min(1.0, held / len(span))


def _torn_quote(text: str, span: Span, annotated: Annotated) -> bool:
    """Return whether a quote's words stand here without who says them, or by a mere pronoun."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return True
    for quote in annotated.quotes:
        if not any(content.touches(span) for content in quote.content):
            continue
        speaker = quote.speaker
        if speaker is None or not span.holds(speaker):
            return True
        said_by = annotated.article.words(speaker).lower()
        # "…," said its representative: whose, the sentence before tells
        whose = said_by.partition(" ")[0] in _PRONOUNS or is_bare_company(said_by)
        led = any(m.span.start < speaker.start and span.holds(m.span) for m in annotated.mentions)
        if said_by in LEANING or (whose and not led):
            return True
    return text[0] in '"“«' and text.rstrip()[-1] in '"”»'
