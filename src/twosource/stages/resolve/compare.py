"""Say whether two names mean the same, and why: spelling, initials, short names, acronyms."""

from __future__ import annotations

from functools import lru_cache

from twosource.stages.resolve.names import NAMES_HELD, Name
from twosource.stages.resolve.wordlists import (
    BODY_WORDS,
    FULL_FIRST_NAMES,
    GROUND_WORDS,
    LINK_WORDS,
)

LEAST_MISSPELT = 6  # letters; shorter words one letter apart are mostly different names


def compare(one: Name, other: Name, person: bool) -> str | None:
    """Return why two full names mean the same, None where nothing says so.

    `person` tells which rules hold: a person's first name may be short or an initial, a body's
    name may be an acronym or be turned round ("Ministry of Transport", "Transport Ministry").
    Short forms ("Putin" for "Vladimir Putin") are not decided here: whom they mean depends on
    the article (see `decide`).
    """
    if one.tokens == other.tokens:
        return "same name"
    if one.joined == other.joined:
        return "same but for a blank or hyphen"
    if person:
        return _alike_persons(one, other)
    return _alike_bodies(one, other)


def compare_places(one: Name, other: Name) -> str | None:
    """Return why two names are one place: "Ganges" and "Ganges River"; a county is no town."""
    if _without(GROUND_WORDS, one) == _without(GROUND_WORDS, other):
        return "same name but for what it is"
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return "acronym of the other"
    return compare(one, other, person=True)


def _without(words: frozenset[str], name: Name) -> tuple[str, ...]:
    return tuple(token for token in name.tokens if token not in words) or name.tokens


def _alike_persons(one: Name, other: Name) -> str | None:
    if len(one.tokens) < 2 or len(other.tokens) < 2:
        return None
    if sorted(one.tokens) == sorted(other.tokens):
        return "same names in another order"
    if one.tokens[-1] == other.tokens[-1] and _alike_first_names(one.tokens, other.tokens):
        return "same surname, first names agree"
    if len(one.tokens) == len(other.tokens) and _misspelt(one.tokens, other.tokens):
        return "spelt nearly alike"
    return None


def _alike_first_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether first names agree: equal, an initial, a short form; middle names may lack."""
    first, second = one[0], other[0]
    if not (
        first == second
        or _is_initial_of(first, second)
        or _is_initial_of(second, first)
        or _short_form(first, second)
        or _one_misspelt(first, second)
    ):
        # "J. Edgar Hoover" is "Edgar Hoover", "Alexandria Ocasio-Cortez" no "Cortez"
        return set(one[:-1]) < set(other) or set(other[:-1]) < set(one)
    middles = set(one[1:-1]), set(other[1:-1])
    if not all(middles):
        return True
    return bool(middles[0] & middles[1]) or any(
        _is_initial_of(a, b) or _is_initial_of(b, a) for a in middles[0] for b in middles[1]
    )


def _is_initial_of(letter: str, word: str) -> bool:
    return len(letter) == 1 and word.startswith(letter)


def _short_form(one: str, other: str) -> bool:
    shared = FULL_FIRST_NAMES.get(one, frozenset({one})) & FULL_FIRST_NAMES.get(
        other, frozenset({other})
    )
    return bool(shared)


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether exactly one word differs, by one letter, or two in a long word.

    The other words must be equal, and one of them no mere initial: "John Smith" and
    "John Smyth" may be two, so words of under six letters must be equal.
    """
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    same = [a for a, b in zip(one, other, strict=True) if a == b]
    if len(differing) != 1 or not any(len(word) > 2 for word in same):
        return False
    return _one_misspelt(*differing[0])


def _one_misspelt(one: str, other: str) -> bool:
    """Return whether a name is a slip for the other; "Daniela" is none for "Daniel"."""
    shorter, longer = sorted((one, other), key=len)
    return nearly_spelt(one, other) and longer not in (shorter + "a", shorter + "e")


@lru_cache(maxsize=NAMES_HELD)
def nearly_spelt(one: str, other: str) -> bool:
    """Return whether two words are one letter apart (two when both have eight letters or more)."""
    shorter = min(len(one), len(other))
    if shorter < LEAST_MISSPELT:
        return False
    return letters_apart(one, other, 3) <= (2 if shorter >= 8 else 1)


def letters_apart(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, dropped, changed or swapped; `most` if as many.

    Damerau 1964: neighbours swapped count as one slip.
    """
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        line = [i]
        for j, b in enumerate(other, 1):
            least = min(row[j] + 1, line[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, before[j - 2] + 1)
            line.append(least)
        before, row = row, line
    return min(row[-1], most)


def _alike_bodies(one: Name, other: Name) -> str | None:
    if one.acronym and other.acronym:
        return None
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return "acronym of the other"
    if _written_out(one, other) or _written_out(other, one):
        return "the same with its first words written out"
    mine, theirs = set(one.tokens) - LINK_WORDS, set(other.tokens) - LINK_WORDS
    if mine == theirs and mine:
        return "same words in another order"
    if len(one.tokens) == len(other.tokens) > 1 and _misspelt_body(one.tokens, other.tokens):
        return "spelt nearly alike"
    return None


def _written_out(short: Name, long: Name) -> bool:
    """Return whether a leading acronym is written out in the other: "NHB Council"."""
    letters = short.shown.split(" ")[0].replace(".", "")
    size = len(letters)
    if not (1 < size < len(long.tokens) and letters.isupper() and letters.isalpha()):
        return False
    head = "".join(token[0] for token in long.tokens[:size]).upper()
    return head == letters and short.tokens[1:] == long.tokens[size:] != ()


def _misspelt_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether an own word is misspelt; "Northern" and "Southern" are no slips."""
    pairs = list(zip(one, other, strict=True))
    own = any(a == b and a not in BODY_WORDS for a, b in pairs)
    differing = {word for a, b in pairs if a != b for word in (a, b)}
    return own and not differing & BODY_WORDS and _misspelt(one, other)


def _is_acronym_of(short: Name, long: Name) -> bool:
    """Return whether the letters are the initials of a longer name, link words counted or not."""
    return bool(short.acronym) and short.acronym in long.letters
