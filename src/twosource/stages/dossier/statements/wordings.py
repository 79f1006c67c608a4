"""Compare two wordings of one utterance: verbatim, trimmed, altered, translated, paraphrased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import isclose

from twosource.model.dossier import WordingKind
from twosource.stages.dossier.sameness import likeness, word_set, words_of
from twosource.stages.dossier.statements.utterances import Utterance

SAME_WORDS = 0.8  # share of the shorter quote's words that stand in the longer, in order
SAME_KNOWN = 0.65  # the same where both name one speaker, who does not repeat himself so nearly
LEAST_QUOTED = 4  # words; fewer may be said by anybody
FEWEST_WHOLE = 3  # words of a short quote that stands whole in a longer one
FEWEST_REPORTED = 3  # stems that a quote and a report of it share; two may be chance
SURE = 6  # words alike in order: one utterance even where the sources name two speakers
ALIKE_REPORTED = 0.5  # Dice of content words of two reported sayings of one speaker
ALIKE_NUMBERED = 0.3  # the same where they give the same number, no small one and no year
SMALL, YEARS = 12, range(1900, 2101)
ALIKE_UNKNOWN = 0.62  # the same where one source does not resolve the speaker
ALIKE_DIRECT = 0.65  # of two direct quotes; below, in other words, they are two utterances
ALIKE_TRANSLATED = 0.3  # of two direct quotes that were put into English by two hands
LEAST_ALIKE = min(ALIKE_NUMBERED, ALIKE_TRANSLATED)  # of any two sayings of one speaker, unless ...
LEAST_INSIDE = 0.72  # ... the shorter has so many of its words in the longer

SPEAKERS_HELD = TEXTS_HELD = 4096  # each is set beside those of other utterances
MOST_CHANGED = 8  # words in one place; more on both sides are two parts of a speech
ROUNDED = 0.01  # relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a wording relates to the fullest one, with the words changed inside the marks."""

    kind: WordingKind
    differs: tuple[str, ...] = ()


def same_utterance(one: Utterance, other: Utterance) -> float:
    """Return how surely two quotes are one utterance; 0 where nothing says so.

    1 and more: the same quoted words at length, whoever is named as speaker. Below 1 only one
    speaker, one sense and (for reported words) the same numbers may join. Two quotes of one
    article are one utterance only when the words are the same: nobody reports a saying twice in
    other words, but headlines and captions repeat it.
    """
    if one.sense != other.sense:
        return 0.0
    if _may_share_words(one.quoted, other.quoted):
        shared, shorter = _in_order(one.quoted, other.quoted)
        if shared >= SAME_WORDS * shorter:
            longer = max(len(one.quoted), len(other.quoted))
            if _one_speaker(one, other) or (shared >= SURE and shorter >= longer / 3):
                return 1 + shared / shorter if shared >= SURE else 0.99
        known = _known_to_be_one(one, other)
        if known and shared >= SAME_KNOWN * shorter and len(one.words & other.words) > 1:
            return 0.98
    if not _one_speaker(one, other):
        return 0.0
    if _known_to_be_one(one, other) and _share_a_run(one, other):
        return 0.99
    return _alike_in_meaning(one, other)


def _known_to_be_one(one: Utterance, other: Utterance) -> bool:
    """Return whether both name the same speaker, not merely nobody else."""
    mine, theirs = one.speaker.entity, other.speaker.entity
    if mine is not None and theirs is not None and mine.id == theirs.id:
        return True
    return bool(one.speaker.key) and one.speaker.key == other.speaker.key


def _share_a_run(one: Utterance, other: Utterance) -> bool:
    """Return whether a stretch of words, long enough to be no chance, stands in both.

    A quote of two sentences and one that begins with the second are one utterance; so are a quote
    and a report that has its words. A short quote must stand whole in the other. Other numbers
    make it another saying: "three people have died" and "one man has died".
    """
    if one.numbers and other.numbers and not share_number(one.numbers, other.numbers):
        return False
    both_direct = one.kind == other.kind == "direct"
    shared = len(one.words & other.words)
    if both_direct and _stands_whole(one.text, other.text):
        return shared >= 2
    return shared >= 3 and not _runs(one.text).isdisjoint(_runs(other.text))


def _stands_whole(one: str, other: str) -> bool:
    """Return whether the shorter of two texts stands in the other word for word."""
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    inside = f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    return inside and len(shorter) >= FEWEST_WHOLE


@lru_cache(maxsize=TEXTS_HELD)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of so many words that they are no chance in another text."""
    words = words_of(text)
    return frozenset(tuple(words[at : at + SURE]) for at in range(len(words) - SURE + 1))


def _alike_in_meaning(one: Utterance, other: Utterance) -> float:
    alike = likeness(one.words, other.words)
    shorter = min(len(one.words), len(other.words))
    inside = len(one.words & other.words) / shorter if shorter else 0.0
    if one.article == other.article:
        in_head = {one.span.part, other.span.part} & {"headline", "deck"}
        return alike if alike >= 0.8 or (in_head and inside >= 0.75 and shorter >= 4) else 0.0
    if one.numbers and other.numbers and not share_number(one.numbers, other.numbers):
        return 0.0
    both_direct = one.kind == other.kind == "direct"
    if both_direct and one.abroad:
        near = 0.5 <= len(one.quoted) / max(1, len(other.quoted)) <= 2
        return alike if alike >= ALIKE_TRANSLATED and near and shorter >= 3 else 0.0
    if both_direct:
        return alike if alike >= ALIKE_DIRECT and shorter >= 4 else 0.0
    if "direct" in (one.kind, other.kind) and len(one.words & other.words) < FEWEST_REPORTED:
        return 0.0
    known = _known_to_be_one(one, other)
    wanted = ALIKE_REPORTED if known else ALIKE_UNKNOWN
    if known and share_number(_large(one), _large(other)):
        wanted = ALIKE_NUMBERED
    if alike >= wanted or (known and shorter >= 5 and inside >= LEAST_INSIDE):
        return min(alike, 0.98)
    return 0.0


def _large(each: Utterance) -> tuple[float, ...]:
    return tuple(number for number in each.numbers if number > SMALL and number not in YEARS)


def share_number(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether a number of one stands in the other too, rounding allowed: 240 and 240.1."""
    return any(isclose(a, b, rel_tol=ROUNDED) for a in one for b in other)


def _one_speaker(one: Utterance, other: Utterance) -> bool:
    """Return whether both may be said by one speaker: nothing names two different ones."""
    if _known_to_be_one(one, other):
        return True
    if one.speaker.entity is not None and other.speaker.entity is not None:
        return False
    if one.speaker.unknown or other.speaker.unknown:
        return True
    return not speaker_words(one.speaker.words).isdisjoint(speaker_words(other.speaker.words))


@lru_cache(maxsize=SPEAKERS_HELD)
def speaker_words(words: str) -> frozenset[str]:
    """Return the words of a speaker of which two that are one person or body have one in common."""
    return frozenset(words_of(words)) - _COMMON


_COMMON = word_set(
    """
    a an the of for in at to and said his her its their
    """
)


def _may_share_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two quotes have so many words in common that their order is worth a look."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_QUOTED:
        return False
    held = frozenset(longer)
    return sum(word in held for word in shorter) >= SAME_KNOWN * len(shorter)


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
    """Return how many words stand in both in the same order, and the length of the shorter."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    # single words in common are chance; a run of two is not
    return sum(b.size for b in blocks if b.size > 1), min(len(one), len(other))


def fullest_first(group: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances with the fullest first: direct before mixed and reported, then longest.

    What a reworded copy makes of somebody's words comes behind the report it rewords.
    """
    ranks = {"direct": 0, "mixed": 1, "indirect": 2}
    return sorted(
        group,
        key=lambda each: (
            ranks[each.kind],
            each.reworded,
            -len(each.quoted),
            -len(each.words),
            each.place,
            each.span,
        ),
    )


def relation(fullest: Utterance, other: Utterance) -> Relation:
    """Return how `other` relates to the fullest wording.

    Inside quotation marks only leaving out is free: a changed word is "altered" and shown, except
    where there is evidence that the words were put into English: two hands choose other words.
    """
    if other is fullest or (other.kind == fullest.kind and _same_words(fullest, other)):
        return Relation(kind="verbatim")
    if other.kind == "indirect" or fullest.kind == "indirect":
        return Relation(kind="paraphrase")
    differs = _changed_words(fullest.quoted, other.quoted)
    if not differs:
        return Relation(kind="trimmed" if len(other.quoted) < len(fullest.quoted) else "verbatim")
    if fullest.translated or other.translated or _are_two_renderings(fullest, other):
        return Relation(kind="translations differ", differs=differs)
    return Relation(kind="altered", differs=differs)


def _are_two_renderings(one: Utterance, other: Utterance) -> bool:
    """Return whether two quotes from abroad differ in most of their words.

    Nobody alters all of a quote; where only a word or two differ, nothing speaks for two
    translators.
    """
    shared, shorter = _in_order(one.quoted, other.quoted)
    return one.abroad and other.abroad and shared < SAME_WORDS * shorter


def _same_words(one: Utterance, other: Utterance) -> bool:
    if one.kind == "direct":
        return one.quoted == other.quoted
    return words_of(one.text) == words_of(other.text)


def _changed_words(full: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that were changed or put in, each beside what the fullest has.

    Words that only one of the two quotes on before or after the common stretch are no change, and
    neither are two long stretches in one place: there each quotes another part of what was said.
    """
    opcodes = SequenceMatcher(None, full, other, autojunk=False).get_opcodes()
    changes = []
    for place, (tag, a, b, c, d) in enumerate(opcodes):
        goes_on = tag == "insert" and place in (0, len(opcodes) - 1)
        if tag == "replace" and min(b - a, d - c) > MOST_CHANGED:
            continue
        if tag == "replace" or (tag == "insert" and not goes_on):
            changes.append(f"“{' '.join(full[a:b])}” / “{' '.join(other[c:d])}”")
    return tuple(changes)
