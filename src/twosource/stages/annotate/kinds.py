"""Settle what each name of an article stands for: one kind per name, by vote of its places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from twosource.languages import Named, NameWords
from twosource.model.annotated import MentionKind
from twosource.outlets import load_outlets, outlet_named
from twosource.places import capital_of, country_of, is_seat
from twosource.stages.annotate.called_beside import (
    has_letters,
    holds_office,
    is_body_called,
    is_called_a_place,
    is_from,
    is_many,
    is_set_off,
    says_of_self,
)
from twosource.stages.annotate.partial_names import partial_names

_LETTERS = re.compile(r"(?!AIDS|COVID|LGBT|CCTV|PHOTO)[A-Z]{4,7}")
_BRAND = re.compile(r"(?!Mc|Mac|De|La|Le|Di|Van|Fitz)[A-Z][a-z]+[A-Z][a-z]+")
_MODEL = re.compile(r"[A-Z][A-Za-z]*-\d+[A-Z]?")  # "the VLX-2"
_PARTY = re.compile(r"[A-Z][a-z]{3,}(?<!s)s")  # "the Greens", "the Tigers"
_ALL_IN = re.compile(r"\b(?:all|both|mostly|mainly|held|based|born|lives?|lived|living) in $")
_AGE = re.compile(r", (?:aged )?[1-9]\d,")
# "The Tor Pul bridge": what was built or flows there is called so, and nobody.
_BUILT = frozenset(
    "airport bridge canal dam highway pass quarter river road stadium station street tunnel valley"
    " village".split()
)
ORDER: tuple[MentionKind, ...] = ("person", "organization", "place", "country", "other")


def settle_kinds(
    texts: Sequence[str], names: Sequence[Sequence[Named]], words: NameWords
) -> dict[str, MentionKind]:
    """Return the kind of every name as written.

    Tables outrank the vote: a country's form is a country, an outlet a body, and so is what ends
    in "Ministry". A last name goes with the full name of a person of the same article.
    """
    votes: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    told: set[str] = set()
    for text, found in zip(texts, names, strict=True):
        for name in found:
            kind, weight = _vote(text, name, words)
            votes[text[name.start : name.end]][kind] += weight
            if kind == "person" and weight > 1:
                told.add(text[name.start : name.end])
    company = frozenset(votes)
    others = _namesakes(texts, names, words)
    kinds = {
        name: others[name]
        if name in others
        else _most(count)
        if name in words.first_names and _is_nobodys_country(name, count, company)
        else _by_form(name, words, company) or _by_letters(name, _most(count), words)
        for name, count in votes.items()
    }
    return kinds | partial_names(kinds, told, words)


def _namesakes(
    texts: Sequence[str], names: Sequence[Sequence[Named]], words: NameWords
) -> dict[str, MentionKind]:
    """Return the towns and persons of a country's name: what is one in one place is so in all."""
    return {
        text[name.start : name.end]: kind
        for text, found in zip(texts, names, strict=True)
        for name in found
        for kind in [namesake(text, name, words)]
        if kind is not None
    }


def _vote(text: str, name: Named, words: NameWords) -> tuple[MentionKind, int]:
    """Return what one place says the name is, and how much that weighs.

    A title before it or an age behind it tells a person three times over, and so does a common
    first name that no dictionary word follows; "the" before it tells that it is none.
    """
    before = text[max(0, name.start - 30) : name.start].split()
    after = text[name.end : name.end + 30].split()
    sure = _sure(text, name, before, after, words)
    if sure is not None:
        return sure, 3
    last = before[-1] if before else ""
    called = text[name.start : name.end]
    if name.kind == "organization" and says_of_self(text, name):
        return "person", 1
    if name.kind == "person" and last.lower() == "the":
        if _PARTY.fullmatch(called):
            return "organization", 3
        attributed = bool(after) and after[0].strip(",.") in words.attributed
        return ("person", 1) if attributed else ("organization", 1)
    alone = name.kind == "person" and " " not in called and called not in words.first_names
    if alone and last == "in":  # "in Malmo"
        return "place", 1
    if alone and is_from(text, name, words):
        return "place", 3
    nobody = words.first_names.isdisjoint(called.split())
    if name.kind == "person" and nobody and _ALL_IN.search(text, 0, name.start):
        return "place", 3
    return name.kind, 1


def _sure(
    text: str, name: Named, before: Sequence[str], after: Sequence[str], words: NameWords
) -> MentionKind | None:
    """Return what a name is by the words right beside it, None where they leave it open."""
    last = before[-1] if before else ""
    built = last.lower() == "the" and after and after[0].strip(".,;:") in _BUILT
    if built or is_called_a_place(text, name):
        return "place"
    if is_body_called(text, name, before, words) or has_letters(text, name):
        return "organization"
    if name.kind in ("person", "other") and is_many(text, name):
        return "organization"
    if last in words.honorifics or _has_role(text, name, last, words):
        return "person"
    named_whole = name.kind in ("organization", "other") and last != "the"
    if _AGE.match(text, name.end) or (
        named_whole and _is_full_name(text[name.start : name.end], words)
    ):
        return "person"
    return "person" if is_set_off(text, name, words) else None


def _has_role(text: str, name: Named, last: str, words: NameWords) -> bool:
    return last.lower() in words.roles and (
        name.kind in ("person", "other") or holds_office(text, name, last, words)
    )


def _is_full_name(name: str, words: NameWords) -> bool:
    parts = name.split()
    return (
        len(parts) in (2, 3)
        and parts[0] in words.first_names
        and parts[-1].isalpha()
        and parts[-1].istitle()
        and parts[-1] not in words.bodies | words.places
        and parts[-1].lower() not in words.ordinary
    )


def _by_letters(name: str, kind: MentionKind, words: NameWords) -> MentionKind:
    """Return the kind, but no person of words that all mean something: "Replay More Videos".

    Letters that nothing is known of are a body ("ECOWAS"), a word with a capital inside a brand.
    """
    parts = name.split()
    if kind == "other" and _LETTERS.fullmatch(name) and name.lower() not in words.ordinary:
        return "organization"
    if (kind == "place" and _BRAND.fullmatch(name)) or _MODEL.fullmatch(name):
        return "other"
    said = kind == "person" and len(parts) > 1 and parts[0] not in words.first_names
    return "other" if said and all(part.lower() in words.ordinary for part in parts) else kind


def _is_nobodys_country(
    name: str, count: Mapping[MentionKind, int], company: frozenset[str]
) -> bool:
    """Return whether a first name is a person's though a country has it: "Jordan told her".

    Not where the text names the country by another form or its capital.
    """
    code = country_of(name, company)
    beside = ({country_of(each, company), capital_of(each)} for each in company - {name})
    return _most(count) == "person" and not (code and any(code in each for each in beside))


def _by_form(name: str, words: NameWords, company: frozenset[str]) -> MentionKind | None:
    if country_of(name, company) is not None:
        return "country"
    if is_seat(name):
        return "organization"
    if capital_of(name) is not None:
        return "place"
    parts = name.split()
    if name in words.known_places:
        return "place"
    if name in words.known_bodies:
        return "organization"
    if parts[-1] in words.bodies or (len(parts) > 2 and parts[0] in words.bodies):
        return "organization"
    if len(parts) > 1 and (
        parts[-1].capitalize() in words.things or parts[0] in words.thing_openings
    ):
        return "other"
    if len(parts) > 1 and (parts[-1] in words.places or parts[0] in words.place_openings):
        return "place"
    if len(parts) > 1 and parts[0] in words.noble:
        return "person"
    outlet = outlet_named(name, load_outlets())
    known = outlet is not None and (outlet.kind == "agency" or " " in name or name.isupper())
    return "organization" if known else None


def _most(count: Mapping[MentionKind, int]) -> MentionKind:
    """Return the kind with most votes; "other" only where nothing else has any."""
    return max(
        ORDER, key=lambda kind: (kind != "other" and count.get(kind, 0) > 0, count.get(kind, 0))
    )


# A state stands between commas: what "and" follows is one of a list.
_BEHIND = re.compile(r", (?P<state>[A-Z][\w.]*(?: [A-Z]\w+)?)(?=[,.;:)\n]|$)")
_SURNAME = re.compile(r" (?P<word>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?!['’])")


def namesake(text: str, name: Named, words: NameWords) -> Literal["person", "place"] | None:
    """Return what a country's name is here instead of the country, None where it is that."""
    if country_of(text[name.start : name.end]) is None:
        return None
    behind = _BEHIND.match(text, name.end)
    if behind and {behind["state"], behind["state"].rstrip(".")} & words.states:
        return "place"
    after = _SURNAME.match(text, name.end)
    if after is None:
        return None
    if after["word"] in words.places:
        return "place"
    is_name = after["word"].lower() not in words.ordinary and after["word"] not in words.bodies
    named = text[name.start : name.end] in words.first_names
    return "person" if named and is_name and country_of(after["word"]) is None else None
