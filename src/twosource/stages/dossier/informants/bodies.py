"""Bring the name of a body to one form: "transport minister", "ministry of transport" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.model.identity import CountryCode
from twosource.places import country_of
from twosource.stages.dossier.informants.body_words import (
    FILLERS,
    country_and_tokens,
    country_of_capital,
    runs_of,
    shown_as,
    titled,
    tokens_of,
    whose_body,
    words_of,
)
from twosource.stages.dossier.informants.roles import (
    BODY,
    BY_ROLE,
    DETERMINERS,
    OFFICIAL,
    SEATS,
    TOPICS,
    UNNAMED,
)
from twosource.text.standing import first_place, stands_in

GOVERNMENT = ""  # the name of a body of which only the state is known

_OF_A_STATE = frozenset(
    {"ministry", "minister", "military", "government", "army", "parliament", "embassy"}
)
_MINISTRY = frozenset({"ministry", "minister", "department", "secretary", "ministries", "dept"})
_STATE_HEADS = (
    "prime minister",
    "premier",
    "chancellor",
    "cabinet secretary",
    "head of government",
    "government",
)
# "The county health department" is no ministry.
_LOCAL = (
    "county|city|town|state|district|local|municipal|borough|provincial|regional|island|cantonal"
)
_LOCAL_DEPARTMENT = re.compile(
    rf"\b(?:{_LOCAL}) (?:[\w']+ )?[Dd]epartment\b|\b[Dd]epartment (?:[\w']+ )*of the (?:{_LOCAL})\b"
)
# Regions, clubs and firms have presidents too.
_NOT_OF_A_STATE = re.compile(r"\b(?:regional|local|council|vice|club|company|assembly)\b", re.I)
# Of these a body is shown by its own name: not "known from Mayor".
_HELD_BY_ONE = frozenset(
    """mayor governor justices judges jurors councillors councilors aldermen judge magistrate
    sheriff inspector constable detective detectives superintendent harbourmaster harbormaster
    prosecutor""".split()
) | {"fire chief", "fire officer"}
# "The head of the observer mission": whatever has a head or a spokesman can speak.
_SPEAKS_FOR_GROUP = re.compile(
    r"(?:the |a )?(?:[a-z-]+ )?(?:head|director|chief|leader|chair\w*|spokes\w+|coordinator) "
    r"(?:of|for) the (?P<group>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}),?\s*$"
)
_FILLED = re.compile(rf"^(?:(?:{'|'.join(sorted(FILLERS))}) )+")
# Governments of their own within a state: Edinburgh's is not London's.
_PART_OF_A_STATE = re.compile(
    r"\b(Scottish|Welsh|Catalan|Basque|Bavarian|Flemish|Walloon|Kurdish|Greenlandic|Faroese)"
    r" (?i:government)\b"
)
_OF_POLICE = frozenset("division divisional force patrol retired station sub sub- traffic".split())
_SEATS_OF_GOVERNORS = frozenset({"office", "district", "county", "city"})
_RANKS = frozenset("commissioner deputy assistant additional chief senior top high-ranking".split())
_WORKS = frozenset("film movie play show series documentary book album orchestra".split())
_TOWN_WORDS = frozenset({"municipality", "town", "city", "stadt", "village"})
PHRASES_HELD = 20_000  # a story asks for each of its phrases again and again


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body under the one name that all its forms share."""

    name: str  # lower case; GOVERNMENT where only the state is known
    country: CountryCode | None
    shown: str


@lru_cache(maxsize=PHRASES_HELD)
def body_in(words: str) -> Body | None:
    """Return the body that a phrase names or whose office it names; None where it names none.

    Officials give their body: "Transport Minister" the ministry of transport, "the mayor" the
    municipality, "a police spokesman" the police. The country is taken from the words ("Norwegian
    coast guard", "China's customs"). "Rescue officials" name no body: officials of what?
    """
    words = whose_body(words)
    country, tokens = country_and_tokens(words)
    read = " ".join(tokens_of(words))
    for seat, (name, state) in SEATS.items():
        if stands_in(seat, read):
            return Body(name=name, country=CountryCode(state), shown=seat.title())
    if country is None and set(tokens) & _OF_A_STATE:
        country = country_of_capital(words)
    phrase = _Phrase(words=words, country=country, tokens=tokens, joined=" ".join(tokens))
    return None if _tells_only_a_rank(phrase) else next(_readings(phrase), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A phrase taken apart: its words, its country, and the other words in lower case."""

    words: str
    country: CountryCode | None
    tokens: list[str]
    joined: str


def _readings(phrase: _Phrase) -> Iterator[Body]:
    """Yield what a phrase may name; the first is what it names."""
    for read in (_of_a_state, _commission, _police, _by_role, _group, _called_a_body):
        body = read(phrase)
        if body is not None:
            yield body


def _is_a_president(phrase: _Phrase) -> bool:
    return "president" in phrase.tokens and set(phrase.tokens) <= OFFICIAL | FILLERS


def _tells_only_a_rank(phrase: _Phrase) -> bool:
    """Return whether nobody can say of what: a club's president, a commissioner of anything.

    A commissioner heads a district in one land and the police of a town in another.
    """
    if _is_a_president(phrase):
        return bool(_NOT_OF_A_STATE.search(phrase.words))
    return "commissioner" in phrase.tokens and _RANKS.issuperset(phrase.tokens)


def _of_a_state(phrase: _Phrase) -> Body | None:
    if not _LOCAL_DEPARTMENT.search(phrase.words):
        ministry = _ministry(phrase.tokens, phrase.joined)
        if ministry is not None:
            return Body(name=ministry, country=phrase.country, shown=titled(ministry))
    land = _PART_OF_A_STATE.search(phrase.words)
    if land is not None:
        name = f"{land[1].lower()} government"
        return Body(name=name, country=phrase.country, shown=land[0])
    if any(stands_in(head, phrase.joined) for head in _STATE_HEADS):
        return Body(name=GOVERNMENT, country=phrase.country, shown="government")
    if _is_a_president(phrase):
        return Body(name="presidency", country=phrase.country, shown="presidency")
    return None


def _commission(phrase: _Phrase) -> Body | None:
    if "commissioner" not in phrase.tokens or "police" in phrase.tokens:
        return None
    union = bool({"eu", "european"} & set(phrase.tokens))
    name = "european commission" if union else "commission"
    return Body(name=name, country=phrase.country, shown=name.title())


def _police(phrase: _Phrase) -> Body | None:
    if "police" not in phrase.tokens:
        return None
    name = " ".join([*_capitals(phrase.words, phrase.tokens), "police"])
    return Body(name=name, country=phrase.country, shown=shown_as(phrase.words))


def _by_role(phrase: _Phrase) -> Body | None:
    """Return the body of the office that a phrase names first: "councillors and a judge"."""
    found = ((first_place(role, phrase.joined), role) for role in BY_ROLE)
    standing = [(place, role) for place, role in found if place is not None]
    if not standing:
        return None
    _, role = min(standing)
    if role == "governor" and BODY.intersection(phrase.tokens) - _SEATS_OF_GOVERNORS:
        return None  # "the central bank governor" governs no region
    name, places = BY_ROLE[role], _places(phrase.tokens, role)
    if role == "inspector":  # "a railway inspector" is none of the police
        before = phrase.joined.partition(role)[0].split()
        places = [each for each in before if each not in OFFICIAL | FILLERS | _OF_POLICE]
        name = "inspectorate" if places else name
    full = " ".join([*places, name])
    called = {name, role} - _HELD_BY_ONE & set(runs_of(phrase.words))
    shown = shown_as(phrase.words) if called else titled(full)
    return Body(name=full, country=phrase.country, shown=shown)


def _group(phrase: _Phrase) -> Body | None:
    found = _SPEAKS_FOR_GROUP.match(phrase.words)
    if not found or set(phrase.tokens) & BODY or found["group"].split()[-1] in _WORKS:
        return None
    return Body(name=found["group"], country=phrase.country, shown=found["group"])


def _called_a_body(phrase: _Phrase) -> Body | None:
    if not set(phrase.tokens) & BODY:
        return None
    kept = [each for each in phrase.tokens if each not in OFFICIAL and each not in UNNAMED]
    name = _FILLED.sub("", " ".join(kept))
    return Body(name=name, country=phrase.country, shown=shown_as(phrase.words))


@lru_cache(maxsize=PHRASES_HELD)
def body_named(name: str, country: CountryCode | None) -> Body:
    """Return the body of a proper name ("World Health Organization"), its country if known."""
    known = body_in(name)
    if known is not None and (
        known.name.startswith("ministry of") or known.name.endswith(("presidency", "municipality"))
    ):
        return Body(name=known.name, country=known.country or country, shown=known.shown)
    named, tokens = country_and_tokens(name)
    if named is not None and not tokens:  # "initial US" assessments
        return Body(name=GOVERNMENT, country=named, shown="government")
    kept = " ".join(tokens) or " ".join(tokens_of(name))
    return Body(name=kept, country=named or country, shown=name)


def is_its(words: str) -> bool:
    """Return whether a phrase is somebody's of a body named before: "its president".

    Not what only a state has: "its foreign ministry".
    """
    tokens = tokens_of(words)
    return tokens[:1] in (["its"], ["their"]) and _OF_A_STATE.isdisjoint(tokens)


def key_of(body: Body) -> str:
    """Return the key under which a body is an informant."""
    if body.name == GOVERNMENT:
        return f"state:{body.country or ''}"
    return f"body:{body.name}" + (f" of {body.country.lower()}" if body.country else "")


@lru_cache(maxsize=PHRASES_HELD)
def country_in(words: str) -> CountryCode | None:
    """Return the first country that a phrase names, by its name or as an adjective."""
    return country_and_tokens(words)[0]


def is_only_a_country(words: str) -> bool:
    """Return whether a phrase is a country or its people: "the Russians", no "Brazilian driver"."""
    country, tokens = country_and_tokens(words)
    last = words.split()[-3:]
    ends = (country_of(" ".join(last[start:])) for start in range(len(last)))
    return country is not None and (not tokens or any(ends))


def _ministry(tokens: list[str], joined: str) -> str | None:
    if not set(tokens) & _MINISTRY:
        return None
    if "secretary of state" in joined or "state department" in joined:
        return "ministry of foreign affairs"
    topics = sorted({TOPICS[token] for token in tokens if token in TOPICS} - {"affairs"})
    return f"ministry of {' and '.join(topics)}" if topics else None


def _places(tokens: list[str], role: str) -> list[str]:
    """Return what else a phrase says of a local body: the town a mayor is of.

    What follows an office without an "of" is the name of who holds it: "fire chief Una Holt".
    """
    held = role.split()
    if role in _HELD_BY_ONE and held[-1] in tokens:
        after = tokens.index(held[-1]) + 1
        if after < len(tokens) and tokens[after] not in FILLERS:
            tokens = tokens[:after]
    spare = set(held) | OFFICIAL | UNNAMED | _TOWN_WORDS | FILLERS | BODY | BY_ROLE.keys()
    spare |= TOPICS.keys()  # "the deputy mayor for culture"
    return [token for token in tokens if token not in spare]


def _capitals(words: str, tokens: list[str]) -> list[str]:
    """Return the towns and regions that a phrase writes with a capital: "Bergen police"."""
    spare = OFFICIAL | UNNAMED | FILLERS | DETERMINERS | {"police"}
    return [
        word.lower()
        for word in words_of(words)
        if word[0].isupper() and word.lower() in tokens and word.lower() not in spare
    ]
