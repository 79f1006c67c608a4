"""Read a name as it stands: without title, article and company ending, its spelling folded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from twosource.places import country_of, demonym_of
from twosource.stages.resolve.wordlists import (
    BODY_WORDS,
    COMPANY_ENDINGS,
    GENERATION_MARKS,
    LINK_WORDS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)

LONGEST_ACRONYM = 7  # letters: "UNESCO", "ASEAN", "SWIFT"; longer capitals are shouted words

_EDGES = " \t\n.,;:!?\"'()[]{}“”‘’«»„‟-–—"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_DOTTED = re.compile(r"^(?:\w\.){2,}\w?\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name, in the form in which names are compared."""

    tokens: tuple[str, ...]  # folded; "Kim Jong-un" and "Kim Jong Un" are equal
    acronym: str  # capitals when the name may be one: "SWIFT", "C.I.A." as "CIA"; else ""
    shown: str  # as it stands, without title, article and possessive
    titled: bool  # a title or honorific stands before it: a person
    shouted: bool = False  # all capitals, as in an agency's dateline

    @property
    def joined(self) -> str:
        """Return the folded name without blanks: "walmart" for "Wal-Mart"."""
        return "".join(self.tokens)


@lru_cache(maxsize=20_000)
def read_name(words: str, title: str = "") -> Name:
    """Return the name that stands in `words`; `title` is what annotate found beside it.

    A name that is nothing but titles ("the president") keeps them: it has no other words.
    """
    bare = _POSSESSIVE.sub("", " ".join(words.split()).strip(_EDGES + " ")).strip(_EDGES)
    pieces = bare.split(" ")
    if len(pieces) > 1 and pieces[0].lower() == "the":
        pieces = pieces[1:]
    untitled = _without_titles(pieces)
    kept = _without_endings(untitled)
    shown = " ".join(kept).strip(" ,")
    tokens = tuple(token for piece in kept for token in _tokens(piece))
    return Name(
        tokens=tokens,
        acronym=_acronym(shown),
        shown=shown,
        titled=bool(title.strip()) or len(untitled) < len(pieces),
        shouted=len(shown) > LONGEST_ACRONYM and shown.isupper(),
    )


def fold(word: str) -> str:
    """Return a word in lower case without diacritics, stops and apostrophes."""
    parted = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in parted if not unicodedata.combining(c))
    return re.sub(r"[^\w]", "", plain.translate(_LETTERS))


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def initials(tokens: tuple[str, ...]) -> str:
    """Return the first letters of a name's words that carry meaning, in capitals."""
    return "".join(token[0] for token in tokens if token not in LINK_WORDS).upper()


def _tokens(piece: str) -> list[str]:
    parts = [piece] if _DOTTED.match(piece) else re.split(r"[-‐‑–/]", piece)
    return [folded for part in parts if (folded := fold(part))]


def _without_titles(pieces: list[str]) -> list[str]:
    """Drop the titles before a name, with what modifies them ("Russian President", "then-Senator").

    Everything up to the last title goes when a capitalised word follows it. A title before a
    body's word is the body's name ("President's Office", "Justice Department").
    """
    last = -1
    for place, piece in enumerate(pieces[:-1]):
        if _is_head(piece) or (last >= 0 and _goes_on(pieces, place)):
            last = place
        elif last >= 0 or place > 3 or not _may_modify(piece):
            break
    rest = pieces[last + 1 :]
    if last < 0 or not rest[0][:1].isupper() or any(fold(piece) in BODY_WORDS for piece in rest):
        return pieces
    return rest


def _is_head(piece: str) -> bool:
    return fold(piece.split("-")[-1]) in TITLE_HEADS


def _goes_on(pieces: list[str], place: int) -> bool:
    """Return whether a title runs on: "Attorney General X", "Secretary of State X"."""
    word = fold(pieces[place])
    return word in TITLE_MODIFIERS or (
        word in ("of", "for") and fold(pieces[place + 1]) in TITLE_MODIFIERS
    )


def _may_modify(piece: str) -> bool:
    """Return whether a word may stand before a title: a modifier, a country's, a body's acronym."""
    word = fold(piece)
    return (
        word in TITLE_MODIFIERS
        or piece.islower()
        or bool(_acronym(piece))
        or demonym_of(piece) is not None
        or country_of(piece) is not None
    )


def _without_endings(pieces: list[str]) -> list[str]:
    kept = list(pieces)
    while len(kept) > 1 and fold(kept[-1]) in COMPANY_ENDINGS | GENERATION_MARKS:
        kept.pop()
    kept[-1] = kept[-1].rstrip(",")
    return kept


def _acronym(shown: str) -> str:
    letters = shown.replace(".", "")
    if 2 <= len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper():
        return letters
    return ""
