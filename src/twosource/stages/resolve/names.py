"""Read a name as it stands: without title, article and company ending, its spelling folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from twosource.places import country_of, demonym_of
from twosource.stages.resolve.wordlists import (
    BODY_WORDS,
    COMPANY_ENDINGS,
    GENERATION_MARKS,
    LINK_WORDS,
    STATE_ABBREVIATIONS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from twosource.text.normalize import plain_letters

SHIP = "MS"  # in capitals it stands before a motor ship, not before a woman
NAMES_HELD = 20_000  # of some 400 articles: each story names the same ones again and again
LONG_NAME = 5  # words, of which letters may leave one out
LONGEST_ACRONYM = 7  # letters: "UNESCO", "ASEAN", "SWIFT"; longer capitals are shouted words

_EDGES = " \t\n.,;:!?\"'()[]{}“”‘’«»„‟-–—"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_STOPPED = re.compile(r"(?:^|\s)(?:[A-Z]\.)+[A-Z]$")  # "U.N", whose last stop was cut off
_HALVES = re.compile(r"^(south|north)(?=east|west)")  # the S and E of ASEAN
_DOTTED = re.compile(r"^(?:\w\.){2,}\w?\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name, in the form in which names are compared."""

    tokens: tuple[str, ...]  # folded; "Kim Jong-un" and "Kim Jong Un" are equal; see `read_name`
    acronym: str  # capitals when the name may be one: "SWIFT", "C.I.A." as "CIA"; else ""
    shown: str  # as it stands, without title, article and possessive
    title: str  # the titles before it, as they stand; "" for none; only persons have them
    letters: frozenset[str]  # the acronyms that its words would make, in capitals
    shouted: bool = False  # all capitals, as in an agency's dateline

    @property
    def titled(self) -> bool:
        """Return whether a title stands before it, which makes it a person's name."""
        return bool(self.title)

    @property
    def joined(self) -> str:
        """Return the folded name without blanks: "walmart" for "Wal-Mart"."""
        return "".join(self.tokens)


@lru_cache(maxsize=NAMES_HELD)
def read_name(words: str, title: str = "") -> Name:
    """Return the name that stands in `words`; `title` is what annotate found beside it.

    A name that is nothing but titles ("the president") keeps them: it has no other words. The
    country that a body's name carries becomes a first token of its own, so that "Norway's coast
    guard", "the Norwegian Coast Guard" and "Ministry of Defence of Ukraine" read "@NO coast guard"
    and "@UA ministry defence".
    """
    title = "" if title == SHIP else title
    bare = _POSSESSIVE.sub("", " ".join(words.split()).strip(_EDGES + " ")).strip(_EDGES)
    pieces = bare.split(" ")
    if len(pieces) > 1 and pieces[0].lower() == "the":
        pieces = pieces[1:]
    untitled = _without_titles(_without_owner(pieces))
    kept = _without_endings(untitled)
    if len(untitled) < len(pieces) and len(kept) > 2 and kept[-2] == "of" and country_of(kept[-1]):
        kept = kept[:-2]  # "President Emmanuel Macron of France"
    shown = " ".join(kept).strip(" ,")
    titles = " ".join(pieces[: len(pieces) - len(untitled)])
    country, own = ("", kept) if titles or title else _country_of_body(kept)
    tokens = tuple(token for piece in own for token in _tokens(piece))
    if "." in words and "".join(tokens) in STATE_ABBREVIATIONS:
        tokens = tuple(STATE_ABBREVIATIONS["".join(tokens)].split())
    return Name(
        tokens=(country, *tokens) if country else tokens,
        acronym=_acronym(shown),
        shown=shown + "." * bool(_STOPPED.search(shown)),
        title=" ".join(title.split()) or titles,
        letters=_initials(tuple(token for piece in kept for token in _tokens(piece)))
        | _initials(tokens),
        shouted=len(shown) > LONGEST_ACRONYM and shown.isupper(),
    )


def _country_of_body(pieces: list[str]) -> tuple[str, list[str]]:
    """Return the country in a body's name as "@NO" and the name without it, ("", all) for none."""
    for first in (1, 2):  # "South Korean", "Norway's"
        head, rest = " ".join(pieces[:first]), pieces[first:]
        as_adjective = _POSSESSIVE.search(head) or _acronym(head)  # "Norway's", "U.S."
        code = demonym_of(head) or (country_of(head) if as_adjective else None)
        if code and rest and _names_body(rest):
            return f"@{code}", rest
    if len(pieces) > 3 and pieces[-2].lower() == "of" and _names_body(pieces[:-2]):
        code = country_of(pieces[-1])
        if code:
            return f"@{code}", pieces[:-2]
    return "", pieces


def _without_owner(pieces: list[str]) -> list[str]:
    """Drop the country before somebody's name: "Russia's" before a surname, never a body's."""
    for first in (1, 2):
        head, rest = " ".join(pieces[:first]), pieces[first:]
        if _POSSESSIVE.search(head) and rest and not _names_body(rest) and country_of(head):
            return rest
    return pieces


def _names_body(pieces: list[str]) -> bool:
    return any(fold(piece) in BODY_WORDS for piece in pieces)


@lru_cache(maxsize=NAMES_HELD)
def fold(word: str) -> str:
    """Return a word in lower case without diacritics, stops and apostrophes."""
    return re.sub(r"[^\w]", "", plain_letters(word.casefold()))


def _initials(tokens: tuple[str, ...]) -> frozenset[str]:
    """Return the first letters of a name's words, link words ("of", "the") counted and not.

    Of a long name also without one of the words inside: the "European Union Aviation Safety
    Agency" is EASA.
    """
    if len(tokens) < 2:
        return frozenset()
    own = [token for token in tokens if token not in LINK_WORDS]
    parts = [part for token in own for part in _HALVES.sub(r"\1 ", token).split()]
    inside = range(1, len(own) - 1) if len(own) >= LONG_NAME else ()
    shorter = [own[:left] + own[left + 1 :] for left in inside]
    return frozenset(
        "".join(token[0] for token in each).upper() for each in (own, list(tokens), parts, *shorter)
    )


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
    return piece != SHIP and fold(piece.split("-")[-1]) in TITLE_HEADS


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
