"""Put together what is one name: a ship's with its letters, a body's with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.languages import Named, NameWords
from twosource.places import country_of

_VESSEL = re.compile(
    r"\b(?:MS|MV|M/V|HMS|USS|SS|RV|FV|MT|RMS|USNS|USCGC|HMCS|HMAS|INS|HNoMS)"
    r"(?: (?:of|the|[A-Z\u00c0-\u024f][\w’'-]+)){0,2} [A-Z\u00c0-\u024f][\w’'-]+"
)

# A stock index has its number in its name: "FTSE 100", "Russell 2000 index".
_INDEX = re.compile(
    r" (?:30|35|40|50|100|200|225|250|300|400|500|600|1000|2000|3000)\b(?![,.]?\d)(?! [a-z]+s\b)"
)
_POORS = re.compile(r"['’]s 500\b")

# "Águas do Norte", "Banco de Crédito": small words that are no English ones join one name.
_OF_ROMANCE = re.compile(r" (?:d[aeo]s?|dell?[aeo]|di|du|de l[aeo]s?|y|e) (?:l['’])?")

# What an institution adds to its name behind "and": "Ferry Library | and Museum".
_ANNEXES = frozenset(
    "Library Museum School College Institute Center Centre Foundation Church Hospital Society "
    "Archive Archives Garden Gardens Theater Theatre Gallery".split()
)

_FIELD = re.compile(r" (?:on|for) (?:the )?")  # "Oslo Commission on Ports", "Centre for Tides"
_SCOPES = frozenset(
    "Commission Council Committee Center Centre Institute Department Ministry Board Office Agency "
    "Association Foundation Society Fund Network Alliance Coalition Bureau".split()
)


def with_number(text: str, names: Iterable[Named]) -> Iterator[Named]:
    """Yield the names, that of an index with the number behind it."""
    for name in names:
        words = text[name.start : name.end]
        one = name.kind in ("organization", "other") and " " not in words
        index = _INDEX if one else _POORS if words.endswith("Poor") else None
        number = index.match(text, name.end) if index else None
        yield Named(start=name.start, end=number.end() if number else name.end, kind=name.kind)


def joined(text: str, names: Sequence[Named], words: NameWords) -> list[Named]:
    """Return the names with those put together that are one body's: "Oslo | Pilots", "… of Spain".

    A body directly behind a place, and a body "of" a place, are the body of that place. A body's
    name goes on behind "and" where it would else be no whole name ("Harbour Immigration | and
    Customs Enforcement"), and behind "on" or "for" where it tells the field ("Council | on Tides").
    """
    kept: list[Named] = []
    for name in names:
        before = kept[-1] if kept else None
        if before is not None and _are_one(text, before, name, words):
            of_romance = _OF_ROMANCE.fullmatch(text, before.end, name.start)
            kind = before.kind if of_romance else "organization"
            kept[-1] = Named(start=before.start, end=name.end, kind=kind)
        else:
            kept.append(name)
    return kept


def _are_one(text: str, one: Named, other: Named, words: NameWords) -> bool:
    between = text[one.end : other.start]
    left, right = text[one.start : one.end].split(), text[other.start : other.end].split()
    if _FIELD.fullmatch(between):
        field = other.kind in ("organization", "place", "other")
        return one.kind == "organization" and left[-1] in _SCOPES and len(left) > 1 and field
    if between == " and ":
        return one.kind != "person" and _goes_on(left, right, words)
    if between == " ":
        team = text[: one.start].endswith(("the ", "The "))  # whatever "Pilots" was taken for
        group = len(right) == 1 and (team or other.kind in ("organization", "other"))
        return one.kind == "place" and group and right[0][-1] == "s"
    if _OF_ROMANCE.fullmatch(between):
        return True
    return between == " of " and one.kind == "organization" and other.kind == "place"


def _goes_on(left: Sequence[str], right: Sequence[str], words: NameWords) -> bool:
    """Return whether two names round "and" are one body's.

    Either an institution and what it adds ("… Library and Museum"), or fields of its work: then
    only ordinary words stand on both sides of "and", and the left side is no body by itself.
    """
    if len(left) < 2 or len(right) == 1:
        return len(left) > 1 and right[0] in _ANNEXES and left[-1] in _ANNEXES
    return _are_fields(left[-1], right, words)


def _are_fields(left: str, right: Sequence[str], words: NameWords) -> bool:
    """Return whether only ordinary words stand before and behind "and", the first no whole name."""
    whole = left in words.bodies | words.places
    plain = all(each in words.bodies or each.lower() in words.ordinary for each in right)
    return plain and not whole and left.lower() in words.ordinary


_TWO_FIELDS = re.compile(
    r"\b[Tt]he (?P<name>(?P<left>(?:[A-Z][\w-]+ ){1,4})and "
    r"(?P<right>(?:[A-Z][\w-]+ ){1,3}[A-Z]\w+))"
)


def of_two_fields(text: str, words: NameWords) -> Iterator[Named]:
    """Yield the bodies with "and" between fields of their work: "the Danish Food and Tide Agency".

    Both fields are ordinary words, so that it is not "the White House and Treasury Department".
    """
    for match in _TWO_FIELDS.finditer(text):
        first, right = match["left"].split()[-1], match["right"].split()
        of_lands = country_of(first) is not None or country_of(right[0]) is not None
        body = right[-1] in words.bodies | _SCOPES
        if body and not of_lands and _are_fields(first, right, words):
            yield Named(start=match.start("name"), end=match.end("name"), kind="organization")


_CHAPTER = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,3}International (?P<land>[A-Z][a-z]+)\b")


def chapters(text: str) -> Iterator[Named]:
    """Yield the bodies of one country that are called so: "Transparency International Ireland"."""
    for match in _CHAPTER.finditer(text):
        if country_of(match["land"]) is not None:
            yield Named(start=match.start(), end=match.end(), kind="organization")


def vessels(text: str) -> Iterator[Named]:
    """Yield ships by the letters before their names: "MS Aurora", "HMS Prince of Wales"."""
    for match in _VESSEL.finditer(text):
        yield Named(start=match.start(), end=match.end(), kind="other")
