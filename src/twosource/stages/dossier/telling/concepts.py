"""Read words as what they stand for in news: "killed", "death" and "fatalities" are one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.places import country_of, demonym_of
from twosource.stages.dossier.telling.vocabulary import meaning_of, one_worded, outcome_of
from twosource.text.normalize import fold, read_words
from twosource.text.tabled import words_of
from twosource.text.weights import weight

RAREST = 8.7  # the most that `weight` gives
NUMBER_WEIGHT = 0.4  # "tank 7": digits are common, the same ones in two sentences are not
LEAST_WEIGHT = 0.05  # common words tell little, but two sentences that share many are alike

# What befalls people and things: a count without one of these is a count of something else.
OUTCOMES = tuple(
    """dead injured hospital missing evacuated rescued arrested displaced infected destroyed
    damaged laidoff""".split()
)
WEAK_OUTCOMES = ("aboard",)  # says of whom, where nothing is said of what befell them

STOP = frozenset(map(fold, words_of("words-en.toml", "no_weight")))

_CAPITALISED = re.compile(r"\b[^\W\d_a-zà-ÿ][^\W\d_]*(?:\.[^\W\d_])*(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")

_NUMBER_WORDS = words_of("words-en.toml", "numbers")


@lru_cache(maxsize=100_000)
def concept_of(word: str) -> str:
    """Return the thing a folded word stands for; a word no table knows stands for its root.

    What befell somebody goes first: "shot dead" and "perished" are one outcome. Where two words are
    the ends of one thing ("hire", "dismiss"), each is a thing of its own.
    """
    thing, end = meaning_of(word)
    return outcome_of(word) or (f"not {thing}" if end < 0 else thing)


def concepts_in(text: str) -> tuple[str, ...]:
    """Return what the words of a text stand for, in reading order, without those of no weight."""
    forms = read_words(one_worded(text)).forms
    return tuple(concept_of(form) for form in forms if form not in STOP)


def weighed(text: str) -> dict[str, float]:
    """Return what the words of a text stand for, each with how much it tells, 0 to 1.

    The rarest of the words that stand for a thing gives its weight; numbers tell as rare words do.
    """
    found: dict[str, float] = {}
    for form in read_words(one_worded(text)).forms:
        if form not in STOP:
            concept = concept_of(form)
            tells = NUMBER_WEIGHT if form.isdigit() else weight(form) / RAREST
            found[concept] = max(found.get(concept, LEAST_WEIGHT), tells)
    return found


def without_numbers(concepts: dict[str, float]) -> dict[str, float]:
    """Return what words stand for but for numbers, which are compared by their value."""
    return {
        concept: tells
        for concept, tells in concepts.items()
        if not concept[0].isdigit() and concept not in _NUMBER_WORDS
    }


def with_countries(words: str) -> str:
    """Return words with a mark for every country, so that "Americans" and "U.S." are one."""
    marks = {country_mark(each) for each in _CAPITALISED.findall(words)}
    return " ".join([words, *sorted(mark for mark in marks if mark)])


@lru_cache(maxsize=20_000)
def country_mark(word: str) -> str:
    """Return the mark of the country that a word names or tells of; "" for none."""
    bare = _POSSESSIVE.sub("", word)
    code = country_of(bare) or demonym_of(bare) or demonym_of(bare.removesuffix("s"))
    return f"country{fold(code)}" if code else ""


# Said of a group as a whole; other nouns ("children", "firefighters") tell of a part of it.
_ANYBODY = "people person others victims civilians lives toll dead live one bodies"
ANYBODY = frozenset(concept_of(fold(word)) for word in _ANYBODY.split())
