"""Say what a figure in a sentence measures, so that only figures of the same thing are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.annotated import Figure
from twosource.stages.dossier.telling.values import unit_of
from twosource.stages.dossier.telling.vocabulary import (
    ANYBODY,
    OUTCOMES,
    RAREST,
    STOP,
    WEAK_OUTCOMES,
    concept_of,
)
from twosource.text.normalize import Words, fold, read_words
from twosource.text.turned_up import without_found
from twosource.text.weights import weight

NEAR_WORDS = 7  # either side of a figure; what stands further off seldom belongs to it
BORDER_WORDS = 4  # a comma or "and" parts a figure from a word as much as so many words do

PLACES = frozenset({"hospital", "house", "building", "school", "village", "town", "car"})
_BORDER = re.compile(r"[,;:—–(]|\b(?:and|but|while|with|as well as|including)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:including|among (?:them|those)|of (?:them|whom|those)|of the),?\s+(?:\w+\s+){0,3}$"
    r"|^\W*(?:\w+\W+)?of (?:them|whom|those)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(  # "seven more bodies", "another seven": not how many there are in all
    r"\b(?:another|additional|further)\b|\bmore\b(?! than)", re.IGNORECASE
)
_ADDS = re.compile(
    r" more\b(?! than)|[^.;]*,? (?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|rais(?:es|ed|ing))"
    r" (?:(?!and\b)[\w']+ ){0,6}?(?:toll|dead|deaths|number|total|tally|count|figure)\b"
    r"[\w' ]{0,30}? to \w"
)
_ADDED_BEFORE = re.compile(r"\b(?:another|an additional|a further)\s+$", re.IGNORECASE)
_BYGONE = re.compile(
    r"\b(?:from|previous(?:ly)?|earlier|initial(?:ly)?|compared (?:with|to)|than the|"
    r"revised (?:down |up )?from|instead of|not|had (?:put|given) (?:it|the \w+) at)\W+"
    r"(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
# "Well below the employers' figure of 35 million", "rejected the union's estimate of 900".
_OF_ANOTHER = re.compile(
    r"\b(?:above|below|beneath|over|under|beyond|exceed\w*|than|against|unlike|half|double|twice|"
    r"triple|short of|compared (?:with|to)|reject\w*|disput\w*|dismiss\w*|question\w*|"
    r"challeng\w*|contradict\w*|doubt\w*|den(?:y|ied|ies)|replac\w*) "
    r"(?:(?!(?:put|said|gave|is|was|were)\b)[\w’'-]+ ){0,4}?"
    r"(?:[\w-]+(?:[’']s|s[’'])|their|his|her|its) (?:[\w-]+ ){0,2}?"  # somebody's, not "a final"
    r"(?:figure|estimate|count|tally|claim|forecast|projection|prediction|reckoning)s? of "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a figure measures: its unit, what befell those counted, and the words beside it."""

    unit: str | None  # None for counts, of people or things
    outcome: str  # "dead", "injured", …; "" where nothing befell anybody
    of: frozenset[str]  # concepts of what is counted or measured
    near: frozenset[str]  # concepts of the words round about
    part: bool  # counts a part of what another does: "including three children", "three more"


def measure_of(sentence: str, figure: Figure, start: int) -> Measure:
    """Return what a figure measures; `start` is where the sentence starts in its part."""
    words = read_words(without_found(sentence))
    left, right = figure.span.start - start, figure.span.end - start
    unit = unit_of(figure)
    counted = unit is None
    places = concept_of(fold(figure.unit or "")) in PLACES  # "two hospitals" are not patients
    return Measure(
        unit=unit,
        outcome=_outcome(sentence, words, left, right) if counted and not places else "",
        of=_concepts(f"{figure.of or ''} {figure.unit or ''}" if counted else figure.of or ""),
        near=_near(words, left, right),
        part=_is_part(sentence, left, right) or (counted and figure.change is not None),
    )


def _is_part(sentence: str, left: int, right: int) -> bool:
    found = (
        _PART_OF.search(sentence[:left]),
        _PART_OF.search(sentence[right:]),
        _ADDED_BEFORE.search(sentence[:left]),
        _ADDED.search(sentence[left:right]),
    )
    return any(found) or adds_to_others(sentence[right:])


def adds_to_others(behind: str) -> bool:
    """Return whether words behind a count tell that it adds to one told before.

    "Three | more were found dead", "Three | were found, which brings the toll to eight".
    """
    return _ADDS.match(behind) is not None


def is_bygone(sentence: str, figure: Figure, start: int) -> bool:
    """Return whether a figure is told as what held before: "up from 14", "not 21".

    Or as another's that is set against: "well below the union's figure of 14".
    """
    before = sentence[: figure.span.start - start]
    return bool(_BYGONE.search(before) or _OF_ANOTHER.search(before))


def comparable(one: Measure, other: Measure) -> bool:
    """Return whether nothing in unit, outcome or part says that two figures measure two things."""
    return (one.unit, one.outcome, one.part) == (other.unit, other.outcome, other.part)


def alike(one: Measure, other: Measure, *, equal: bool = True) -> float:
    """Return how surely two figures measure the same thing, 0 to 1; `equal` if their values are.

    People counted by what befell them need nothing more, unless one counts a part ("three of
    them children"). Anything else has to share what it is a figure of.
    """
    if one.unit != other.unit or one.part != other.part:
        return 0.0
    if one.outcome or other.outcome:
        if one.outcome != other.outcome:
            return 0.0
        return 0.9 if _same_kind_of_people(one, other, equal) else 0.0
    return _shared(one, other)


def of_same_people(one: Measure, other: Measure) -> bool:
    """Return whether two counts name the same people, or neither says who: no "ten children"."""
    left, right = (each.of - ANYBODY - {each.outcome} for each in (one, other))
    return bool(left & right) or not (left or right)


def _same_kind_of_people(one: Measure, other: Measure, equal: bool) -> bool:
    """Return whether two counts are of the same people: "14 people" may be the "14 workers".

    "10 children" are not the 84 people, though: with other values both must be of anybody, or of
    the same.
    """
    if of_same_people(one, other):
        return True
    left, right = (each.of - ANYBODY - {each.outcome} for each in (one, other))
    return equal and not (left and right)


def heads_shared(one: Measure, other: Measure) -> float:
    """Return how telling the words are that both figures are figures of, 0 to 1.

    "Three mobile substations" twice is no chance, though three is a small number.
    """
    shared = (one.of & other.of) - ANYBODY - {one.outcome}
    return min(1.0, sum(weight(word) / RAREST for word in sorted(shared)))


def _shared(one: Measure, other: Measure) -> float:
    heads = one.of & other.of
    if one.of and other.of and not heads:
        return 0.0
    around = one.near & other.near
    smaller = min(len(one.near), len(other.near)) or 1
    return min(1.0, (0.4 if heads else 0.0) + 0.8 * len(around - heads) / smaller)


def _outcome(sentence: str, words: Words, left: int, right: int) -> str:
    """Return the nearest word of what befell them, commas and "and" counting as distance."""
    best: tuple[float, str] | None = None
    weak = ""
    for place, form in enumerate(words.forms):
        concept = concept_of(form)
        if concept in WEAK_OUTCOMES and not weak and _away(sentence, words, place, left, right) < 4:
            weak = concept
        if concept in OUTCOMES:
            away = _away(sentence, words, place, left, right)
            if best is None or away < best[0]:
                best = (away, concept)
    if best is not None and best[0] <= 2 * NEAR_WORDS:
        return best[1]
    return weak


def _away(sentence: str, words: Words, place: int, left: int, right: int) -> float:
    start, end = words.starts[place], words.ends[place]
    between = sentence[right:start] if start >= right else sentence[end:left]
    borders = len(_BORDER.findall(between))
    return len(between.split()) + BORDER_WORDS * borders + (0.5 if start < left else 0.0)


def _near(words: Words, left: int, right: int) -> frozenset[str]:
    before = [f for f, end in zip(words.forms, words.ends, strict=True) if end <= left]
    after = [f for f, start in zip(words.forms, words.starts, strict=True) if start >= right]
    close = before[-NEAR_WORDS:] + after[:NEAR_WORDS]
    return frozenset(concept_of(f) for f in close if f not in STOP and not f[0].isdigit())


def _concepts(words: str) -> frozenset[str]:
    return frozenset(concept_of(f) for f in read_words(words).forms if f not in STOP)
