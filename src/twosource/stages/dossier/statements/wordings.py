"""Compare two wordings of one utterance: verbatim, trimmed, altered, translated, paraphrased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from twosource.model.dossier import WordingKind
from twosource.stages.dossier.statements.same import SAME_WORDS, words_in_order
from twosource.stages.dossier.statements.utterances import Utterance

MOST_CHANGED = 8  # words in one place; more on both sides are two parts of a speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a wording relates to the fullest one, with the words changed inside the marks."""

    kind: WordingKind
    differs: tuple[str, ...] = ()


def fullest_first(group: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances with the fullest first: direct before mixed and reported, then longest.

    Of those as full the first of them is, as they are given.

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
        ),
    )


def relation(fullest: Utterance, other: Utterance) -> Relation:
    """Return how `other` relates to the fullest wording.

    Inside quotation marks only leaving out is free: a changed word is "altered" and shown, except
    where there is evidence that the words were put into English: two hands choose other words.
    """
    if other is fullest:
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
    shared, shorter = words_in_order(one.quoted, other.quoted)
    return one.abroad and other.abroad and shared < SAME_WORDS * shorter


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
