"""Read words as what they stand for in news: those that reporters exchange are one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from twosource.places import country_of
from twosource.text.endings import past_and_ing, with_s
from twosource.text.normalize import fold, read_words, stem
from twosource.text.tabled import table, words_of
from twosource.text.weights import weight

TABLE = "reworded-en.toml"
LEAST_ROOT = 5  # letters that must be left: "station" is not the "stat" of "state"
_ENDS = (1, -1)
_WORD = re.compile(r"\w+")

_ENDINGS = tuple(
    """ations ation ments ment ions ion ances ance ences ence ity ers er ors or ives ive als al ly
    ed ing es e s""".split()
)

Meaning = tuple[str, int]
"""What a word stands for, and at which of two ends: 1, -1, or 0 for no opposite."""


@lru_cache(maxsize=100_000)
def meaning_of(form: str) -> Meaning:
    """Return what a folded word stands for.

    A word no table knows stands for its root: "contribution" and "contribute" meet, and
    "survivors" and the "survive" of the table.
    """
    words, concept = _words(), outcome_of(form) or stem(form)
    root = _root(concept)
    return words.get(form) or words.get(concept) or _rooted().get(root) or (root, 0)


def outcome_of(form: str) -> str:
    """Return what a folded word tells to have befallen somebody or something; "" for nothing."""
    return _outcomes().get(form) or _outcomes().get(stem(form)) or ""


@cache
def _outcomes() -> dict[str, str]:
    rows = map(str.split, table(TABLE)["outcomes"])
    return {fold(word): name for name, *words in rows for word in (name, *words)}


def one_worded(text: str) -> str:
    """Return a text in which what is said in several words is the one that says the same."""
    lower, pieces, at = text.lower(), [], 0
    if len(lower) != len(text):  # a letter of another language that is two in lower case
        return text
    for word in _WORD.finditer(lower):
        for phrase, instead in _beginning_with().get(word.group(), ()):
            end = word.start() + len(phrase)
            whole = lower.startswith(phrase, word.start()) and not lower[end : end + 1].isalnum()
            if whole and word.start() >= at:
                pieces += [text[at : word.start()], instead]
                at = end
    return "".join((*pieces, text[at:]))


def is_deed(form: str) -> bool:
    """Return whether a folded noun tells that something was done: "resignation", "an arrest".

    The "-er" who does it is none.
    """
    doer = form.removesuffix("s").endswith(("er", "or"))
    return not doer and meaning_of(form)[0] in _deeds()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(name for name, _, _ in _rows("verbs"))


def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_ROOT:
            left = word.removesuffix(ending)
            doubled = ending in ("ed", "ing") and left[-1] == left[-2] and left[-1] not in "ls"
            return left[:-1] if doubled else left
    return word


def is_past(form: str) -> bool:
    """Return whether a folded word is a verb's past form: "signed", "sank"."""
    return form.endswith("ed") or form in _pasts()


@cache
def _pasts() -> frozenset[str]:
    rows = map(str.split, table(TABLE)["irregular"])
    return frozenset(form for _, *forms in rows for form in forms if not form.endswith("s"))


@cache
def _words() -> dict[str, Meaning]:
    """Return what each form of each word of the table means; of two meanings the noun's."""
    found: dict[str, Meaning] = {}
    for sort in ("nouns", "others", "verbs"):
        for name, end, word in _rows(sort):
            if "_" not in word:
                for form in _forms(word, sort):
                    found.setdefault(fold(form), (name, end))
    for base, forms in _irregular().items():
        for form in forms:
            found.setdefault(form, found.get(base, (base, 0)))
    return found


@cache
def _rooted() -> dict[str, Meaning]:
    """Return what a root means of which the table has a word; none that two things share."""
    found: dict[str, set[Meaning]] = {}
    for word, meaning in _words().items():
        found.setdefault(_root(word), set()).add(meaning)
    return {root: next(iter(means)) for root, means in found.items() if len(means) == 1}


@cache
def _phrases() -> dict[str, str]:
    """Return for each phrase of the table the first single word of its meaning, in its tense."""
    found: dict[str, str] = {}
    for sort in ("verbs", "nouns", "others"):
        single: dict[Meaning, str] = {}
        for name, end, word in _rows(sort):
            if "_" not in word:
                single.setdefault((name, end), word)
        for name, end, word in _rows(sort):
            first, _, rest = word.partition("_")
            for form in _forms(first, sort if sort == "verbs" else "others") if rest else ():
                phrase = f"{form} {rest.replace('_', ' ')}"
                found.setdefault(phrase, _in_tense(single.get((name, end), name), form))
    return found


def _in_tense(word: str, of: str) -> str:
    """Return a verb in the past where the one it stands for is: "loaded" for "went aboard"."""
    bare = word.replace("_", "")
    if not is_past(of):
        return bare
    past, _ = past_and_ing(bare)
    return next((form for form in _irregular().get(bare, ()) if is_past(form)), past)


@cache
def _rows(sort: str) -> tuple[tuple[str, int, str], ...]:
    """Return the words of one sort with the thing that each means and its end of it."""
    return tuple(
        (row.split()[0], end if " | " in row else 0, word)
        for row in table(TABLE)[sort]
        for end, words in zip(_ENDS, row.split(" | "), strict=False)
        for word in words.split()
    )


def _forms(word: str, sort: str) -> Iterator[str]:
    yield word
    if sort != "others":
        yield with_s(word)
    if sort == "verbs":
        yield from past_and_ing(word)
    yield from _irregular().get(word, ())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for sort in ("irregular", "plurals") for row in table(TABLE)[sort])
    return {base: tuple(forms) for base, *forms in rows}


@cache
def _beginning_with() -> dict[str, list[tuple[str, str]]]:
    """Return the phrases by their first word, the longest first, each with its one word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase in sorted(_phrases(), key=lambda each: (-len(each), each)):
        first = _WORD.match(phrase)
        if first is not None:
            found.setdefault(first.group(), []).append((phrase, _phrases()[phrase]))
    return found


RAREST = 8.7  # the most that `weight` gives
NUMBER_WEIGHT = 0.4  # "tank 7": digits are common, the same ones in two sentences are not
LEAST_WEIGHT = 0.05  # common words tell little, but two sentences that share many are alike

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
    code = country_of(bare) or country_of(bare.removesuffix("s"))
    return f"country{fold(code)}" if code else ""
