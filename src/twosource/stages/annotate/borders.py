"""Part names that were run together, and give a surname the first name it was cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from twosource.languages import Named, NameWords
from twosource.places import country_of, demonym_of

_OWNED = re.compile(r"['’]s (?=[A-Z])")
_THE = re.compile(r" the (?=[A-Z])")
_DOING = re.compile(r"[A-Z][a-z]+ing ")
# What belongs to a name that was cut before it: "Stoke | -on-Marsh", "Pharmalex | GmbH".
_MORE = re.compile(
    r"(?:-(?:on|upon|in|by|le|la|sur|under)-(?:the-)?[A-Z]\w+)"
    r"|,? (?:GmbH|AG|LLC|LLP|PLC|plc|Ltd|Inc)\b"
)
_FIRST = re.compile(r"(?<![\w’'.-])(?P<word>[A-Z\u00c0-\u00de][^\W\d_]+(?:-[A-Z][^\W\d_]+)?) $")
# "Coast Farmers | ' Union": whose a body is, where that is many people's.
_MANYS = re.compile(r"['’](?: [A-Z][\w-]+){1,3}")
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
    begins = {name.start for name in names if name.kind == "organization"}
    names = [
        name
        for name in names
        if name.kind != "other"
        or name.end + len(" ") not in begins
        or not _is_first(text[name.start : name.end], words)
    ]  # "Luiza | Amado": whatever two halves of a name were taken for
    taken = {place for name in names for place in range(name.start, name.end)}
    for name in names:
        start, end, kind = name.start, name.end, name.kind
        called = text[start:end]
        first = _FIRST.search(text, max(0, start - 30), start)
        alone = called.isalpha() and called.istitle() and country_of(called) is None
        if alone and first and first.start() not in taken and _is_first(first["word"], words):
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
