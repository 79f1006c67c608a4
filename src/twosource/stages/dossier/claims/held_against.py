"""Hold a sentence of one's own against what reports tell: which claim comes nearest, and how near.

Nothing here says that a sentence is true or false: only what of it stands in the passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.model.cited import Citation
from twosource.model.claimed import Claim
from twosource.stages.dossier.telling.stances import is_negated
from twosource.stages.dossier.telling.vocabulary import (
    concepts_in,
    weighed,
    with_countries,
    without_numbers,
)
from twosource.text.numbers import read_numbers
from twosource.text.units import english_units

LEAST_LIKENESS = 0.55  # of a sentence's words, by weight, that a passage has; below, it is another
NAMED_BESIDE = 0.8  # what a name tells that stands beside the passage: "the attack" leans on it
NUMBERS_TELL = 0.15  # added to the likeness where a passage has all the numbers
WORD_LACKS = 0.05  # taken off for each telling word that no passage has
LEAST_TELLING = 0.2  # weight of a word, 0 to 1, from which its absence is worth a word
SAME_NUMBER = 0.01  # of its value: 121 billion and 121.0 billion

_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\b")
# "in Oban", "off the village of Stord".
_PLACED = re.compile(
    r"\b(?:in|at|near|off|outside|from) (?:the )?(?:[a-z]+ of )?([A-ZÀ-Þ][\w'’-]+)"
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How far the passages of one claim tell a sentence."""

    likeness: float  # share of the sentence's words that a passage has, by weight, 0 to 1
    other_numbers: tuple[str, ...]  # numbers of the sentence that no passage has
    missing: tuple[str, ...]  # words of the sentence that stand in no passage
    opposite: bool  # one says "not" and the other does not


def held_against(sentence: str, passages: Sequence[Citation], *, denied: bool = False) -> Held:
    """Return how far passages tell a sentence: together by its numbers and words, the likest
    by how near it comes.

    `denied` says that the passages are words that somebody denies.
    """
    wanted, names = without_numbers(weighed(with_countries(sentence))), _named(sentence)
    whole = sum(wanted.values()) or 1.0
    scores = [_share(wanted, names, each) / whole for each in passages]
    best = max(scores, default=0.0)
    likest = [each for each, score in zip(passages, scores, strict=True) if score >= 0.8 * best]
    told = {value for each in passages for value in _values(each.words)}
    return Held(
        likeness=round(best, 6),
        other_numbers=tuple(
            words for words, value in _numbers(sentence) if not _among(value, told)
        ),
        missing=_missing(sentence, wanted, names, likest),
        opposite=_opposite(sentence, likest, denied=denied),
    )


def nearest_claim(sentence: str, claims: Iterable[Claim]) -> tuple[Claim, Held] | None:
    """Return the claim that tells most of a sentence, its numbers included; None if none is near.

    Of two as near, the one whose own sentence comes nearer, since one passage may carry several
    claims; then the one that stands first: it is the better borne out.
    """
    best: tuple[tuple[float, float], Claim, Held] | None = None
    for claim in claims:
        on_record_against = claim.kind == "said" and bool(claim.denied_by)
        held = held_against(sentence, passages_of(claim), denied=on_record_against)
        if held.likeness < LEAST_LIKENESS or (best and _nearness(held) < best[0][0]):
            continue
        own = held_against(sentence, claim.text.citations)
        score = _nearness(held), _nearness(own)
        if best is None or score > best[0]:
            best = score, claim, held
    return best[1:] if best else None


def nearest_passage(sentence: str, passages: Iterable[Citation]) -> tuple[Citation, Held] | None:
    """Return the passage that tells most of a sentence, None if none is near."""
    best: tuple[float, Citation, Held] | None = None
    for each in passages:
        held = held_against(sentence, (each,))
        score = _nearness(held)
        if held.likeness >= LEAST_LIKENESS and (best is None or score > best[0]):
            best = score, each, held
    return best[1:] if best else None


def _nearness(held: Held) -> float:
    numbers = NUMBERS_TELL * (not held.other_numbers)
    return held.likeness + numbers - WORD_LACKS * len(held.missing)


def taken_back(sentence: str, claim: Claim) -> tuple[str, ...]:
    """Return the numbers of a sentence that only passages tell which do not support the claim.

    Such a passage was withdrawn, replaced by a later version, or is opinion.
    """
    supporting = [
        each.citation.words
        for position in claim.positions
        for each in position.carriages
        if each.supports
    ]
    standing = {value for words in supporting for value in _values(words)}
    told = {value for each in passages_of(claim) for value in _values(each.words)}
    return tuple(
        words
        for words, value in _numbers(sentence)
        if _among(value, told) and not _among(value, standing)
    )


def is_withdrawn(claim: Claim) -> bool:
    """Return whether a claim was withdrawn at its source and no passage supports it any more."""
    stands = any(each.supports for position in claim.positions for each in position.carriages)
    return not stands and "withdrawn at source" in claim.flags


def passages_of(claim: Claim) -> tuple[Citation, ...]:
    """Return all that is cited for a claim, what does not support it included."""
    return tuple(each.citation for position in claim.positions for each in position.carriages)


# ---- words -------------------------------------------------------------------------------------


def _share(wanted: Mapping[str, float], names: frozenset[str], passage: Citation) -> float:
    """Return how much of the weight wanted a passage has; of names also what stands beside it."""
    inside = _concepts(passage.words)
    beside = _concepts(f"{passage.before} {passage.after}") & names
    return sum(
        weight * (1.0 if concept in inside else NAMED_BESIDE if concept in beside else 0.0)
        for concept, weight in sorted(wanted.items())
    )


@lru_cache(maxsize=50_000)
def _concepts(words: str) -> frozenset[str]:
    return frozenset(concepts_in(with_countries(words)))


def _named(sentence: str) -> frozenset[str]:
    """Return the concepts of a sentence's names: its capitalised words."""
    written = [each for each in _WORD.findall(sentence) if each[0].isupper()]
    return frozenset(c for each in written for c in concepts_in(with_countries(each)))


def _missing(
    sentence: str, wanted: Mapping[str, float], names: frozenset[str], passages: Sequence[Citation]
) -> tuple[str, ...]:
    """Return the telling words that no passage has, as they are written.

    A name may stand beside a passage, but no other place than the passage's own; a country may be
    told by another of its names. A "not" is told by `opposite`, a unit by its number.
    """
    inside = frozenset(c for each in passages for c in _concepts(each.words))
    if any(_places(each.words) - _concepts(sentence) for each in passages):
        names = names - _places(sentence)  # it happened elsewhere, whatever is named beside
    beside = names & {c for each in passages for c in _concepts(f"{each.before} {each.after}")}
    found = []
    for word in _WORD.findall(sentence):
        concepts = [c for c in _concepts(word) if wanted.get(c, 0.0) >= LEAST_TELLING]
        told = any(c in inside or c in beside for c in concepts)
        if (
            concepts
            and not told
            and not (is_negated(word) or word.lower() in english_units().names)
        ):
            found.append(word)
    return tuple(dict.fromkeys(found))


def _places(words: str) -> frozenset[str]:
    """Return the concepts of the names where something is told to be."""
    return frozenset(c for name in _PLACED.findall(words) for c in _concepts(name))


def _opposite(sentence: str, passages: Sequence[Citation], *, denied: bool) -> bool:
    """Return whether the sentence denies what all passages tell, or tells what all deny."""
    if not passages:
        return False
    against = [_says_no(each.words) != denied for each in passages]
    return not any(against) if _says_no(sentence) else all(against)


def _says_no(words: str) -> bool:
    """Return whether words say that something is not so: by a "not", or as what is denied."""
    return is_negated(words) != bool(_DENIES.search(words))


# ---- numbers -----------------------------------------------------------------------------------


def _numbers(words: str) -> list[tuple[str, float]]:
    """Return the numbers of a text as written and by value; "one" is mostly no number."""
    found = [(words[each.start : each.end], each.value) for each in read_numbers(words)]
    return [(written, value) for written, value in found if written.lower() != "one"]


def _values(words: str) -> list[float]:
    return [each.value for each in read_numbers(words)]


def _among(value: float, told: Iterable[float]) -> bool:
    return any(abs(value - each) <= SAME_NUMBER * max(abs(value), abs(each)) for each in told)
