"""Tell what a name stands for by the words right beside it: "the port town of", "have signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.languages import Named, NameWords
from twosource.text.nouns import is_agent, is_person

_IN_BRACKETS = re.compile(r" \(([A-Z]{3,})\)")
# Roles that companies have too: "the chocolate maker Velmora Foods".
_OF_BODIES = frozenset(
    "broadcaster investor maker operator owner producer publisher rival trader winner".split()
)
# Of these and their like whoever is not named in full is a body: "the toy maker Velmora".
_BODIES = frozenset(
    "airline brewer broadcaster carmaker chain company developer drugmaker firm group insurer"
    " lender maker manufacturer operator publisher regulator retailer supermarket supplier utility"
    " watchdog".split()
)
# Nobody is called so: "the union Havn og Kai", "the aid group Lys Relief".
_ONLY_BODIES = (
    "agency|airline|alliance|association|charity|company|confederation|cooperative|federation|firm"
    "|foundation|institute|ministry|network|society|union|aid group|rights group|lobby group"
    "|shipping group|think tank|trade group"
)
_NAMED_BEHIND = re.compile(rf"\b(?:{_ONLY_BODIES}|authority|fund) $")
# "A lawyer for the union" is nobody's union.
_OF_SOMEBODY = (
    "for|at|of|with|in|from|to|by|on|under|and|or|who|whose|that|which|a|an|the|its|their|his|her"
)
_A_BODY = re.compile(
    rf", (?:a|an|the|its|which is (?:a|an|the)) "
    rf"(?P<kind>(?:(?!(?:{_OF_SOMEBODY}) )[\w’'-]+ ){{0,4}}?)(?:{_ONLY_BODIES})"
    r"(?=[,.;]| (?:of|for|that|which|whose|based|representing|in|with|behind|to|on|at)\b)"
)
_OF_MANY = re.compile(r" (?:have|were|are)\b")
_TEAM_BEFORE = re.compile(r"\b(?:side|club|team|outfit|champions|newcomers|hosts) $")
_BESIDE_ANOTHER = re.compile(r"(?:,|\band|\bor|\bnor|&|\bdid|\bdo) (?:\w+ )?$", re.IGNORECASE)
_SETTLEMENT = "town|city|village|port|district|province|region|county|island|suburb|capital|hamlet"
_PLACE_OF = re.compile(rf"\b(?:{_SETTLEMENT}) of $")
_A_PLACE = re.compile(
    rf", (?:a|an|the) (?:(?!(?:of|in|from|for) )[a-z-]+ ){{0,3}}(?:{_SETTLEMENT})\b"
    r"(?! (?:council|hall))"
)
_ROLE_REACH = 80  # code points before a name in which "the mayor of Velmora," stands
_WHOSE_ROLE = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ww]hose|[Aa]n?)|['’]s) (?:[a-z-]+ ){0,2}?"
    r"(?P<role>[a-z]+)(?: (?:of|for|at) (?:the )?[A-Z]?[\w’'-]+(?: [A-Z][\w’'-]+){0,4})?, $"
)
_WHO_IS_FROM = re.compile(r"\b(?P<who>[a-z]+) from $")
_OF_SELF = re.compile(
    r"(?:, who [^,.;]{3,80},)? (?:said|says|added|admitted) (?:that )?(?:he|she)\b"
)
_GOODS = frozenset("food milk meat fish oil gas steel wine beer drugs energy power toy".split())


def is_many(text: str, name: Named) -> bool:
    """Return whether a name is a team's or a firm's: "Velmora have signed", "the club Velmora".

    No person takes the verb of many, unless another is named beside him; no people ("Malmovians")
    is meant.
    """
    before = text[max(0, name.start - 30) : name.start]
    if text[name.end - 1] == "s" or _BESIDE_ANOTHER.search(before):
        return False
    return bool(_OF_MANY.match(text, name.end) or _TEAM_BEFORE.search(before))


def is_called_a_place(text: str, name: Named) -> bool:
    """Return whether words beside a name tell that people live there: "the port town of Tamaro"."""
    start = max(0, name.start - 30)
    return bool(_PLACE_OF.search(text, start, name.start) or _A_PLACE.match(text, name.end))


def is_body_called(text: str, name: Named, before: Sequence[str], words: NameWords) -> bool:
    """Return whether a body is named by what it is: "maker Velmora", "food producer Velmora".

    Two words may be somebody in full: "film maker Ada Lund". Nobody is a union or a federation:
    "the union Havn og Kai", "Velmora Nord, the federation of quay owners".
    """
    called_so = text[name.start : name.end]
    called = before[-1:] and before[-1].lower() in _BODIES
    makes = before[-1:] == ["producer"] and before[-2:-1] and before[-2] in _GOODS
    first, *more = called_so.split()
    # "Operator Velmora Coal": nobody's last name is a word for what a firm deals in.
    ends_as_firm = not more or more[-1].lower() in words.ordinary
    if bool(called or makes) and ends_as_firm and first not in words.first_names:
        return True
    if called_so.split()[0] in words.first_names or name.kind not in ("person", "place", "other"):
        return False
    behind = _NAMED_BEHIND.search(text, max(0, name.start - 30), name.start)
    return bool(behind) or _is_told_a_body(text, name, words)


def _is_told_a_body(text: str, name: Named, words: NameWords) -> bool:
    """Return whether a name is told for a body behind it: ", a student union", no ", a lawyer …".

    What stands right before the union tells of which kind it is; a role before that is somebody's.
    """
    told = _A_BODY.match(text, name.end)
    return told is not None and words.roles.isdisjoint(told["kind"].lower().split()[:-1])


def holds_office(text: str, name: Named, role: str, words: NameWords) -> bool:
    """Return whether what was taken for a body is who a role names: "chief executive Ada Lund"."""
    return (
        name.kind == "organization"
        and role.islower()
        and role not in _OF_BODIES
        and _is_somebodys_name(text[name.start : name.end], words)
    )


def _is_somebodys_name(called: str, words: NameWords) -> bool:
    """Return whether a name has the two or three words of a person's: "Eeva-Liisa Holm"."""
    parts = called.split()
    return (
        len(parts) in (2, 3)
        and all(part.istitle() and part.replace("-", "").isalpha() for part in parts)
        and not words.bodies.intersection(parts)
    )


def has_letters(text: str, name: Named) -> bool:
    """Return whether a name of three words has its letters behind it, as no person's: "(NRL)"."""
    letters = _IN_BRACKETS.match(text, name.end)
    initials = "".join(part[0] for part in text[name.start : name.end].split()).upper()
    return letters is not None and len(initials) > 2 and letters[1] == initials


def is_set_off(text: str, name: Named, words: NameWords) -> bool:
    """Return whether a name stands between commas behind a role: "its director, Ada Lund, said".

    Also behind whose it is, or of what: "the mayor of Velmora, Ada Lund,".
    """
    role = _WHOSE_ROLE.search(text, max(0, name.start - _ROLE_REACH), name.start)
    return (
        role is not None
        and role["role"] in words.roles
        and text.startswith(",", name.end)
        and _is_somebodys_name(text[name.start : name.end], words)
    )


def is_from(text: str, name: Named, words: NameWords) -> bool:
    """Return whether somebody comes from there: "a rice trader from Velmora"."""
    told = _WHO_IS_FROM.search(text, max(0, name.start - 30), name.start)
    who = told["who"] if told else ""
    return bool(who) and (who in words.roles or is_person(who) or is_agent(who))


def says_of_self(text: str, name: Named) -> bool:
    """Return whether a name goes on to speak of one person, most likely itself: "Lund said she".

    It may still be a firm that speaks of somebody else, so this alone does not settle it.
    """
    return _OF_SELF.match(text, name.end) is not None
