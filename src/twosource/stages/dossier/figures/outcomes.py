"""Tell what befell the people that a figure counts, and of whom else it counts a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import Span
from twosource.stages.dossier.sameness import content_words, word_set
from twosource.text.normalize import stem
from twosource.text.tabled import table

# Outcomes for people. Two quantities of one outcome may be compared however they are worded.
_FATES = table("figures-en.toml")["fates"]
_MORE: dict[str, str] = {
    "in hospital": f"{_FATES['hospitalised']} hospital",
    "evacuated": f"{_FATES['evacuated']} {_FATES['displaced']} evacuate",
    "rescued": f"{_FATES['rescued']} ashore",
    "passengers": "passengers passenger",
}
OUTCOMES: dict[str, frozenset[str]] = {
    name: word_set(_MORE.get(name, _FATES.get(name, "")))
    for name in (
        *("dead", "injured", "in hospital", "missing", "rescued", "evacuated", "arrested"),
        *("infected", "trapped", "passengers"),
    )
}
# What can only be counted on while an event goes on; a later number replaces an earlier one.
COUNTED_ON = frozenset(OUTCOMES) - {"passengers"}
PERSON = "person"
BODIES = (PERSON, "body", "life", "victim", "death", "fatality", "injury")


def outcome_of(figure: Figure, before: str, after: str) -> str:
    """Return what befell the counted: by what is measured, else by the verb behind the number.

    `before` is the sentence that the figure's own only adds a number to ("This concerns 2,300
    residents."), "" for any other.
    """
    if figure.unit not in (None, *BODIES):
        return ""  # "died at 7,300 metres" counts nobody, nor do "640 hospital beds"
    words = set((figure.of or "").lower().split())
    outcome = next((outcome for outcome, forms in OUTCOMES.items() if words & forms), "")
    if outcome or figure.unit != PERSON:
        return outcome
    if before:
        told = set(re.findall(r"[a-z]+", before.lower()))
        return next((outcome for outcome, forms in OUTCOMES.items() if told & forms), "")
    clause = _NEXT_NUMBER.split(after)[0]
    return next((known for known, told in _TOLD_BEHIND if told.search(clause)), "")


_ADDS_A_NUMBER = re.compile(
    r"(?:This|That|It|The order)\s(?:concerns|affects|involves|applies\sto)\s"
)


def told_before(annotated: Annotated, sentence: Span) -> str:
    """Return the sentence before one that only says how many it concerns, "" before any other."""
    text = annotated.article.part_text(sentence.part)
    if not _ADDS_A_NUMBER.match(text, sentence.start, sentence.end):
        return ""
    earlier = [
        each
        for each in annotated.sentences
        if each.part == sentence.part and each.end <= sentence.start
    ]
    return text[earlier[-1].start : earlier[-1].end] if earlier else ""


_NEXT_NUMBER = re.compile(r"[;:.]|\d")
_TOLD_BEHIND = (
    ("dead", re.compile(r"\bto (?:their|his|her) deaths?\b")),
    (
        "evacuated",
        re.compile(
            r"^(?: \w+){0,2} (?:left|leave|fled|flee|abandoned) their homes\b"
            r"|\b(?:told|ordered|urged|asked|forced|made|had) to (?:leave|flee|get out|abandon)\b"
        ),
    ),
    (
        "rescued",
        re.compile(
            r"^(?: \w+){0,2} to safety\b|^ ashore\b"
            r"|\b(?:brought|taken|lifted|winched|plucked) (?:to safety|ashore)\b"
            r"|\b(?:brought|lifted|winched|plucked) off\b"
        ),
    ),
    (
        "on board",
        re.compile(r"^(?: [a-z]+){0,3} (?:on board|aboard)\b"),
    ),
)


def which_of(words: str, of: str) -> frozenset[str]:
    """Return the words beside the number that tell which ones: none for "14 people" or "14"."""
    counted = content_words(of)
    anybody = _ANYBODY.union(*OUTCOMES.values())
    return frozenset(
        word
        for word in re.findall(r"[a-z]+", _MORE_THAN.sub(" ", words.lower()))
        if word not in anybody and not NUMBER_WORD.fullmatch(word) and stem(word) not in counted
    )


_MORE_THAN = re.compile(r"\b(?:more|less|fewer) than\b")
_ANYBODY = word_set(
    """
    people person persons human beings the of as much at least about some than around nearly almost
    over up to and a an total roughly approximately estimated under close fewer residents
    individuals civilians men man
    """
)
NUMBER_WORD = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|scores|several|many"
)


_THE_PART_FOLLOWS = re.compile(
    r"[^.;]{0,40}?[,(–—\s](?:including|among\sthem|amongst\sthem|of\swhom|of\swhich|of\sthem"
    r"|all\sbut|among\sthose)\s[^.;\d]{0,25}"
)
_THE_WHOLE_FOLLOWS = re.compile(
    r"[^.;,]{0,10}?\b(?:among(?:st)?|out\sof|of)\s(?:the\s|its\s|their\s|all\s|more\sthan\s|over\s"
    r"|at\sleast\s|nearly\s|about\s|some\s)*"
)
_OF_SEVERAL = re.compile(
    r"\bof\s(?:the|them|these|those|its|their|his|her|whom|which|our)\b", re.IGNORECASE
)
_ALL_ON_BOARD = re.compile(
    r"\s(?:[\w’'-]+[’']s\s)?(?:\w+\s)?(?:crew|passengers|residents|people|guests|miners|workers)\b"
)
_BARE = re.compile(rf"(?:\d|\b(?:{NUMBER_WORD.pattern}))$", re.IGNORECASE)
_ALL_BEFORE = re.compile(r"\b(?:all|all\sof\sthe|every\sone\sof\sthe)\s$", re.IGNORECASE)
BEHIND = 5  # characters: " of the" begins right behind the number


def parts_told(annotated: Annotated, figures: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    """Yield the counts of an article that it tells as part and whole: (10, 12).

    Only neighbours of one part of the page, the smaller of them the part.
    """
    for one, other in pairwise(figures):
        if one.span.part != other.span.part:
            continue
        between = annotated.article.part_text(one.span.part)[one.span.end : other.span.start]
        if one.value > other.value and _THE_PART_FOLLOWS.fullmatch(between):
            yield other.value, one.value
        elif one.value < other.value and _THE_WHOLE_FOLLOWS.fullmatch(between):
            yield one.value, other.value


def is_of_several(text: str, sentence: Span, figure: Span, outcome: str) -> bool:
    """Return whether a count is of some of those that a text names: "nine of the dead".

    Of a crew of which six are missing, all the missing are counted.
    """
    if _ALL_BEFORE.search(text, sentence.start, figure.start):
        return False
    found = _OF_SEVERAL.search(text, figure.start, sentence.end)
    if found is None or found.start() > figure.end + BEHIND:
        return False
    if found.start() >= figure.end and not _BARE.search(text, figure.start, figure.end):
        return False  # "residents of the valley" are all of them
    return not (outcome and _ALL_ON_BOARD.match(text, found.end(), sentence.end))


_ADDS = re.compile(
    r" more\b(?! than)|[^.;]*,? (?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|rais(?:es|ed|ing))"
    r" (?:(?!and\b)[\w']+ ){0,6}?(?:toll|dead|deaths|number|total|tally|count|figure)\b"
    r"[\w' ]{0,30}? to \w"
)


def adds_to_others(behind: str) -> bool:
    """Return whether words behind a count tell that it adds to one told before.

    "Three | more were found dead", "Three | were found, which brings the toll to eight".
    """
    return _ADDS.match(behind) is not None
