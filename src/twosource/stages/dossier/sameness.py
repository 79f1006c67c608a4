"""Measure how far two sentences say the same: by the words that carry meaning, folded to stems."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.text.tabled import table

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    """
    a about above after again against all also although am an and any are aren't around as
    at be because been before being below between both but by can cannot could couldn't did
    didn't do does doesn't doing don't down during each either else even ever few for from
    further get had hadn't has hasn't have haven't having he he'd he'll he's her here hers
    herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its
    itself just let's like may me might more most mr mrs ms much must my myself no nor not
    now of off on once one only or other ought our ours ourselves out over own per quite
    rather said same say says saying shall she she'd she'll she's should so some such than
    that that's the their theirs them themselves then there there's these they they'd
    they'll they're they've this those though through to told too under until up upon us
    very was wasn't we we'd we'll we're we've were weren't what what's when where which
    while who who's whom whose why will with within without won't would wouldn't yes yet you
    you'd you'll you're you've your yours yourself yourselves added according
    """
)


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning; numbers stay as they are."""
    return frozenset(
        stem(one_spelling(word))
        for word in words_of(text)
        if word not in STOP_WORDS and len(word) > 1
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without possessive endings."""
    return list(_words(text))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    found = (match.group().lower().replace("’", "'") for match in _WORD.finditer(text))
    return tuple(word.removesuffix("'s") for word in found)


def one_spelling(word: str) -> str:
    """Return a word as American papers spell it: "favour" as "favor", "realised" as "realized".

    Two spellings of one word are no change of a quote.
    """
    if word == "okay" or len(word) < 5:
        return "ok" if word == "okay" else word
    if word in _BRITISH:
        return _BRITISH[word]
    word = _ISE.sub(r"\1z\2", word)
    return _OUR.sub(r"\1or\2", word)


_ISE = re.compile(r"^(\w{3,}[ai])s(e|ed|es|ing|ation|ations)$")
_OUR = re.compile(r"^(\w{2,}[^aeio])our(s|ed|ing|able|ite|ites|hood|ly)?$")
_BRITISH: dict[str, str] = table("spelling-en.toml")["american"]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of common words, 0 to 1 (Dice); two empty sets are not alike."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def stem(word: str) -> str:
    """Return a word without its plural, past or -ing ending: "ships" and "shipped" meet "ship".

    A light stemmer (after Harman 1991, "How effective is suffixing?") errs by leaving endings on,
    never by joining unlike words much.
    """
    if len(word) <= 4 or not word.isalpha():
        return word
    for ending, put in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            return _undoubled(word[: -len(ending)] + put)
    return word


def _undoubled(word: str) -> str:
    """Return "stop" for "stopp"; final e goes too, so that "closed" and "close" meet."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
