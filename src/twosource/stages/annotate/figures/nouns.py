"""Find the noun that a number counts: "14 first-team players", "two of the six crew"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.text.nouns import is_person, is_plural, plural, singular
from twosource.text.tabled import words_of

PERSON = "person"
_WORD = re.compile(r"(?P<join>[ \u00a0]|[-\u2010\u2011])(?P<word>[^\W\d_][\w’'-]*)")
_OF_THE = re.compile(r"[ \u00a0]of[ \u00a0](?:the|its|their|his|her|our|those|these|them|my)\b")
_OF = re.compile(r"[ \u00a0]of(?=[ \u00a0])")
STOPS = words_of("figures-en.toml", "stops")
_SKIPPED = words_of("figures-en.toml", "skipped")
_AFTER_PRONOUN = words_of("figures-en.toml", "after_pronoun")
_NOUNS_IN_AL = words_of("figures-en.toml", "nouns_like_adjectives")
_NO_NOUNS = ("ly", "ed", "ing")
_ADJECTIVE_ENDS = ("al", "ic", "ive", "ous", "ful", "able", "ible", "ary", "ish", "ian", "less")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a number counts."""

    start: int
    end: int
    phrase: str  # lower-cased words, the head in the plural: "first-team players"
    head: str  # the head in the singular: "player"
    unit: str  # "person" for people, else the head
    last: str  # the head as it stands: "players"
    name: bool = False  # not counted at all: the number belongs to a name ("787 Dreamliner")


def noun_behind(text: str, at: int, end: int, value: float, *, vague: bool = False) -> Noun | None:
    """Return the noun that a number ending at `at` counts, None where it stands alone.

    The head is the first plural among the words up to the next function word or mark; for "one"
    the last word before them. No parser is asked: a figure must be found at the speed of a scan.
    """
    of_the = _OF_THE.match(text, at, end) or (_OF.match(text, at, end) if vague else None)
    if vague and not of_the and text[at - 1 : at] == "s":
        return None  # "Thousands flee": only "thousands of" counts what follows
    if of_the:
        at = of_the.end()
    words = _words_behind(text, at, end)
    if not words:
        return None
    if words[0]["word"].lower() == "others" and not of_the:
        return _others(words[0])
    if value == 1 and not of_the:
        return _single(words)
    if words[0]["join"] not in " \u00a0":
        return _noun(words[:1])
    return _plural(words) or (None if of_the else _name(words[0]))


def _plural(words: list[re.Match[str]]) -> Noun | None:
    """Return the noun whose head is the first plural among these words."""
    for place, word in enumerate(words):
        if _is_name_before_noun(words, place):
            continue
        if is_plural(word["word"]) and word["word"].lower() not in _SKIPPED:
            return _noun(words[: place + (2 if _goes_on(words, place) else 1)])
    return None


def _name(word: re.Match[str]) -> Noun | None:
    """Return the name that the number belongs to: "787 Dreamliner"; None without a capital."""
    name = word["word"].lower()
    if not word["word"][0].isupper():
        return None
    return Noun(
        start=word.start("word"),
        end=word.end(),
        phrase=name,
        head=name,
        last=word["word"],
        unit=name,
        name=True,
    )


def _is_name_before_noun(words: list[re.Match[str]], place: int) -> bool:
    """Return whether a plural with a capital only names what follows: "nine Backroads guests"."""
    word = words[place]["word"]
    if not word[0].isupper() or is_person(word) or place + 1 == len(words):
        return False
    following = words[place + 1]["word"]
    return following.islower() and is_plural(following) and is_plural(word)


def _others(word: re.Match[str]) -> Noun:
    """Return the people that "others" are: of things a text says what they are."""
    return Noun(
        start=word.start("word"),
        end=word.end(),
        phrase="others",
        head="other",
        unit=PERSON,
        last=word["word"],
    )


def _words_behind(text: str, at: int, end: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    while len(words) < _MOST_WORDS:
        found = _WORD.match(text, at, end)
        word = found["word"].lower() if found else ""
        if not found or (word in STOPS - _SKIPPED and found["word"] != "US"):
            break
        words.append(found)
        at = found.end()
        if found["word"].endswith(("’s", "'s")):
            break
    return words


def _goes_on(words: list[re.Match[str]], place: int) -> bool:
    """Return whether a plural is only the first half of a noun: "sports cars", "arms dealers"."""
    return (
        place + 1 < len(words)
        and words[place]["word"].lower() in _BEFORE_NOUNS
        and is_plural(words[place + 1]["word"])
    )


_BEFORE_NOUNS = frozenset(
    """sports arms goods sales systems crew police staff women men series savings customs fish youth
    chinese japanese aircraft""".split()
)


def _single(words: list[re.Match[str]]) -> Noun | None:
    """Return what "one" counts: "one person", "one count of fraud"; a verb ends it."""
    kept = [word for word in words if word["word"].lower() not in _SKIPPED]
    if not kept or kept[0]["word"].lower() in _AFTER_PRONOUN or kept[0]["word"].endswith(_NO_NOUNS):
        return None
    last = 0
    for place, word in enumerate(kept[:3]):
        if (
            is_person(word["word"])
            or word["word"] in _NOUNS_IN_AL
            or not word["word"].endswith(_ADJECTIVE_ENDS)
        ):
            last = place
            break
    return _noun(kept[: last + 1])


def _noun(words: list[re.Match[str]]) -> Noun:
    kept = [word["word"] for word in words if word["word"].lower() not in _SKIPPED] or [
        words[-1]["word"]
    ]
    head = kept[-1]
    phrase = " ".join([*(word.lower() for word in kept[:-1]), plural(head)])
    return Noun(
        start=words[0].start("word"),
        end=words[-1].end(),
        phrase=phrase,
        head=singular(head),
        last=words[-1]["word"],
        unit=PERSON if is_person(head) else singular(head),
    )
