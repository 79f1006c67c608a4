"""Make copies out of articles the way outlets do: reprint, cut, mix, reword, reorder, add junk.

No synonyms are needed: a word that a rewriter would swap becomes a stand-in, another word of
about the same currency, so that nothing of the old wording is left but names, figures, quotations
and the order of what is told. That is harder on the finder than a real thesaurus would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

from twosource.text.weights import background

Sentences = list[str]
Remake = Callable[[Sentences, Random, Sentences], Sentences]

JUNK = (
    "Sign up for our morning briefing and never miss a story.",
    "Related Stories",
    "Five things to know before the markets open",
    "Harbour council delays vote on new ferry terminal",
    "Leave a Reply",
    "Your email address will not be published.",
    "Weather: showers expected across the region this weekend",
    "Listen to our podcast on the week in local politics.",
)
QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|``.*?'')")
LOWER_WORD = re.compile(r"\b[a-z]+\b")
SAID_LAST = re.compile(r"^(.{20,}), ((?:[A-Z][\w.]+ ?){1,3}) said\.$")
FUNCTION_DOCUMENTS = 9000  # words in more of the background's articles are function words
STAND_IN_DOCUMENTS = range(60, 6000)
FUNCTION_WORDS = ("the", "a", "of", "in", "this", "that", "its", "at", "by", "which", "as", "")


def reworded(sentence: str, chance: Random, content: float, function: float = 0.0) -> str:
    """Return a sentence with this share of its content and function words swapped.

    Names, figures and quotations stay.
    """
    _, documents = background()
    others = stand_ins(STAND_IN_DOCUMENTS, 4)

    def swap(found: re.Match[str]) -> str:
        word = found.group()
        if documents.get(word, 0) > FUNCTION_DOCUMENTS:
            return chance.choice(FUNCTION_WORDS) if chance.random() < function else word
        return chance.choice(others) if chance.random() < content else word

    parts = QUOTED.split(sentence)
    return "".join(
        part if place % 2 else LOWER_WORD.sub(swap, part) for place, part in enumerate(parts)
    )


def turned(sentence: str, chance: Random) -> str:
    """Return a sentence with its clauses the other way round, where it has a comma."""
    said = SAID_LAST.match(sentence)
    if said:
        told, speaker = said.groups()
        return f"According to {speaker.strip()}, {told[0].lower()}{told[1:]}."
    first, comma, second = sentence.rstrip(".").partition(", ")
    if not comma or len(second) < 15 or chance.random() < 0.5:
        return sentence
    return f"{second[0].upper()}{second[1:]}, {first[0].lower()}{first[1:]}."


def with_junk(
    sentences: Sequence[str], chance: Random, count: int, junk: Sequence[str] = JUNK
) -> Sentences:
    """Return the sentences with that many pieces of page furniture among them."""
    mixed = list(sentences)
    for piece in chance.sample(junk, count):
        mixed.insert(chance.randrange(len(mixed) + 1), piece)
    return mixed


def _reprint(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    return with_junk(text, chance, 4)


def _excerpt(text: Sentences, _chance: Random, _other: Sentences) -> Sentences:
    return text[: max(2, round(0.4 * len(text)))]


def _brief(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    rest = sorted(chance.sample(range(2, len(text)), min(len(text) - 2, 2)))
    swapped = chance.choice((0.0, 0.2, 0.3))
    return [reworded(text[n], chance, swapped, 0.05) for n in (0, 1, *rest)]


def _wire_edit(text: Sentences, chance: Random, other: Sentences) -> Sentences:
    kept = [sentence for sentence in text if chance.random() < 0.8] or text[:1]
    foreign = other[: max(1, len(kept) // 2)]
    cut = chance.randrange(1, len(kept) + 1)
    half = len(foreign) // 2
    return kept[:cut] + foreign[:half] + kept[cut:] + foreign[half:]


def _light(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    return [reworded(sentence, chance, 0.3) for sentence in text]


def _heavy(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    return [reworded(sentence, chance, 0.6, 0.15) for sentence in text]


def _machine(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    return [reworded(sentence, chance, 0.4, 0.4) for sentence in text]


def _heaviest(text: Sentences, chance: Random, _other: Sentences) -> Sentences:
    kept = [sentence for sentence in text if chance.random() < 0.75] or text[:2]
    kept = [turned(reworded(sentence, chance, 0.55, 0.15), chance) for sentence in kept]
    for _ in range(len(kept) // 5):
        place = chance.randrange(len(kept) - 1)
        kept[place : place + 2] = kept[place + 1], kept[place]
    return with_junk(kept, chance, 3)


KINDS: Mapping[str, Remake] = {
    "reprint_with_junk": _reprint,
    "excerpt": _excerpt,
    "brief": _brief,
    "wire_edit": _wire_edit,
    "light_rewording": _light,
    "heavy_rewording": _heavy,
    "machine_translated_style": _machine,
    "heaviest_rewording": _heaviest,
}


def new_headline(headline: str, kind: str, chance: Random, foreign: str) -> str:
    """Return a copy's headline: the same, none, reworded, or one of another article."""
    fate = chance.random()
    if kind in ("reprint_with_junk", "excerpt", "wire_edit") and fate < 0.5:
        return headline
    if fate < 0.65:
        return ""
    return reworded(headline, chance, 0.7, 0.3) if fate < 0.9 else foreign


def paragraphs(sentences: Sequence[str], chance: Random) -> str:
    """Return sentences as a text, in paragraphs of one to a few."""
    text = sentences[0]
    for sentence in sentences[1:]:
        text += ("\n\n" if chance.random() < 0.5 else " ") + sentence
    return text


@cache
def stand_ins(documents: range, least_letters: int) -> list[str]:
    """Return the words that stand in so many of the background's articles and are long enough."""
    return [
        word
        for word, count in background()[1].items()
        if count in documents and word.isalpha() and len(word) >= least_letters
    ]
