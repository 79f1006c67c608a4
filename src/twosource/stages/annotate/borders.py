"""Part names that were run together, and give a surname the first name it was cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from twosource.languages import Named, NameWords
from twosource.model.annotated import MentionKind
from twosource.places import capital_of, country_of, demonym_of
from twosource.text.calendar import MONTHS

_OWNED = re.compile(r"['’]s (?=[A-Z])")
_THE = re.compile(r" the (?=[A-Z])")
_DOING = re.compile(r"[A-Z][a-z]+ing ")
# What belongs to a name that was cut before it: "Stoke | -on-Marsh", "Pharmalex | GmbH".
_MORE = re.compile(
    r"(?:-(?:on|upon|in|by|le|la|sur|under)-(?:the-)?[A-Z]\w+)"
    r"|,? (?:GmbH|AG|LLC|LLP|PLC|plc|Ltd|Inc)\b"
)
_FIRST = re.compile(
    r"(?<![\w’'.-])(?P<word>[A-Z\u00c0-\u00de][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)"
    r"(?P<particles>(?: [a-z]{2,5}){0,2}) $"
)
# "Coast Farmers | ' Union": whose a body is, where that is many people's.
_MANYS = re.compile(r"['’](?: [A-Z][\w-]+){1,3}")
_WORD = re.compile(r"[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff]|[’-](?=[A-Z]))+")
_SURNAME = re.compile(
    r"(?:[a-z]{2,5} ){0,2}[A-Z\u00c0-\u00de](?:['’][A-Z])?[a-z\u00df-\u00ff][^\W\d_]*(?:-\w+)?"
)
_WHERE = frozenset("in at from near of to around outside inside through across".split())
MOST_PARTICLES = len(" van der ")
_SAINT = re.compile(r"['’]s(?: [A-Z][\w-]+)+")


def free_forms(texts: Sequence[str], found: Sequence[Sequence[Named]]) -> frozenset[str]:
    """Return the names that stand somewhere without a possessive: "Aviola", but not "Moody('s)"."""
    return frozenset(
        text[name.start : name.end]
        for text, names in zip(texts, found, strict=True)
        for name in names
        if text[name.end : name.end + 2] not in ("'s", "’s")
    )


def parted(text: str, names: Sequence[Named], free: Set[str]) -> Iterator[Named]:
    """Yield the names, those parted that are two: "Aviola's | Renata Souza", "IL | the Nordic Cup".

    A sentence's first word is no part of a name that has none of it elsewhere ("Finding | Berg").
    An owner must stand elsewhere as a name of its own, and of what is before "the" at least two
    words: "Alexander the Great" is one.
    """
    for name in names:
        words = text[name.start : name.end]
        owned, article, doing = _OWNED.search(words), _THE.search(words), _DOING.match(words)
        if doing and words[doing.end() :] in free:
            yield Named(start=name.start + doing.end(), end=name.end, kind=name.kind)
        elif owned and words[: owned.start()] in free:
            yield Named(start=name.start, end=name.start + owned.start(), kind=name.kind)
            yield Named(start=name.start + owned.end(), end=name.end, kind=name.kind)
        elif (
            article
            and len(words[: article.start()].split()) > 1
            and _capital_before(words, article)
        ):
            yield Named(start=name.start, end=name.start + article.start(), kind=name.kind)
            yield Named(start=name.start + article.end(), end=name.end, kind=name.kind)
        else:
            yield name


def _capital_before(words: str, article: re.Match[str]) -> bool:
    return words[: article.start()].split()[-1][0].isupper()


def widened(text: str, names: Sequence[Named], words: NameWords) -> Iterator[Named]:
    """Yield the names, a lone surname with the first name before it, a saint's with his house."""
    names = list(_put_together(text, names, words))
    taken = {place for name in names for place in range(name.start, name.end)}
    for name in names:
        start, end, kind = name.start, name.end, name.kind
        called = text[start:end]
        first = _FIRST.search(text, max(0, start - 30), start)
        alone = called.isalpha() and called.istitle() and country_of(called) is None
        if alone and first and first.start() not in taken and _goes_before(first, words):
            start = first.start()
            kind = "person" if first["word"] in words.first_names else kind
        more = _MORE.match(text, end)
        end = more.end() if more else end
        saint = called.startswith(("St. ", "Saint "))
        house = _SAINT.match(text, end) if saint else None
        if called.endswith("s") and not saint:
            house = _MANYS.match(text, end)
            kind = "organization" if house and _is_body(house, words) else kind
        if house and (
            _is_body(house, words) or (saint and house.group().split()[-1] in words.places)
        ):
            end = house.end()
        yield Named(start=start, end=end, kind=kind)


def _goes_before(first: re.Match[str], words: NameWords) -> bool:
    """Return whether what stands before a surname is its first name, with particles or without."""
    particles = first["particles"].split()
    # "Jan de Vries" is no January, but in "In August da Silva left" it is the month.
    named = bool(particles) and first["word"] in words.first_names
    if named and first["word"].lower() in MONTHS:
        return False
    return words.particles.issuperset(particles) and (named or _is_first(first["word"], words))


def _put_together(text: str, names: Sequence[Named], words: NameWords) -> Iterator[Named]:
    """Yield the names, two that stand side by side as one where they are its halves.

    "Luiza | Amado", "Ada | van Lund", "Fjord | Link": whatever the halves were taken for.
    """
    before: Named | None = None
    for name in names:
        if before is not None and _are_halves(text, before, name, words):
            kind = _kind_of_both(text[before.start : before.end], before, name, words)
            before = Named(start=before.start, end=name.end, kind=kind)
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _are_halves(text: str, one: Named, other: Named, words: NameWords) -> bool:
    first, last = text[one.start : one.end], text[one.end + 1 : other.end]
    if other.start - one.end > MOST_PARTICLES or "country" in (one.kind, other.kind):
        return False
    if one.kind == "organization" or not _WORD.fullmatch(first) or not _is_first(first, words):
        return False
    if (
        text[one.end] != " "
        or not _SURNAME.fullmatch(last)
        or not words.particles.issuperset(last.split()[:-1])
    ):
        return False
    if one.kind == "place" and _is_where(text, one):
        return False
    return not _is_told_of(last, words)


def _is_where(text: str, place: Named) -> bool:
    """Return whether a place is no name's half: "in Leeds | Saka", "leaving Brussels | Rutte"."""
    before = text[max(0, place.start - 30) : place.start].split(" ")[-2:-1]
    told = text[place.start : place.end]
    return capital_of(told) is not None or (bool(before) and before[0].lower() in _WHERE)


def _is_told_of(last: str, words: NameWords) -> bool:
    """Return whether a word behind a name is no half of it: a day, an office, a people."""
    return (
        last in words.no_names
        or last in words.honorifics
        or last.lower() in words.roles | words.role_parts
        or country_of(last) is not None
        or demonym_of(last) is not None
    )


def _kind_of_both(first: str, one: Named, other: Named, words: NameWords) -> MentionKind:
    if first in words.first_names or "person" in (one.kind, other.kind):
        return "person"
    return other.kind


def _is_body(behind: re.Match[str], words: NameWords) -> bool:
    return behind.group().split()[-1] in words.bodies


def _is_first(word: str, words: NameWords) -> bool:
    """Return whether a capitalised word before a surname can be but a first name."""
    small = (words.ordinary, words.roles, words.role_parts, words.starters)
    as_written = (words.honorifics, words.no_names, words.bodies, words.places, words.states)
    forms = (word.lower(), word.lower().removesuffix("s"))
    return (
        not any(form in known for known in small for form in forms)
        and not any(word in known for known in as_written)
        and word[1:].islower()
        and country_of(word) is None
        and demonym_of(word) is None
    )
