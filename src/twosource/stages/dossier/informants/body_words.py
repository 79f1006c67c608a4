"""Take apart the phrase that names a body: its words, its country, whose office it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from twosource.model.identity import CountryCode
from twosource.places import capital_of, country_of
from twosource.stages.dossier.informants.roles import (
    BODY,
    DETERMINERS,
    IN_CHARGE,
    OFFICIAL,
    UNNAMED,
)

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
_UNPOSSESSED = re.compile(r"['’]s$|(?<=s)['’]$")
_ARTICLE = re.compile(
    r"^(?:(?:the|a|an|another|its|their|his|her|own|one|two|three)\s+)+", re.IGNORECASE
)
_OFFICE_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:spokes(?:man|woman|person|people)|officials?|sources?|officers?|"
    r"directors?|managers?|governors?|representatives?)"
    r"(?:\s(?:Captain|Capt|Colonel|Col|General|Gen|Lieutenant|Lt|Major|Maj|Sergeant|Sgt)\b.*)?$",
    re.IGNORECASE,
)
# "Oban Hospital's medical director Dr", "the company's blog post", "Mesquite Police Chief": the
# body is what stands before.
_OWNED_OFFICE = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}(?:director|chief|manager|executive|boss|chair\w*|head|spokes\w+|"
    r"statement|release|blog|post|tweet|website|bulletin|notice)\b.*$"
    r"|(?:(?<=olice)|(?<=Guard)|(?<=Force)|(?<=Army)|(?<=Navy)) (?i:chief|captain|capt|colonel|col|"
    r"general|gen|lieutenant|lt|major|maj|sergeant|sgt|commander|superintendent|inspector)\b.*$"
)
_OFFICE_BEFORE = re.compile(
    r"^(?:spokes\w+|officials?|sources?|officers?|chair(?:man|woman|person)?|head|chief|director|"
    r"leader|mayor|spokesm\w+) (?:for|of|at|from|in) (?:the )?",
    re.IGNORECASE,
)
# "Leads the dig for the university", "heads the clinic".
_IN_CHARGE_OF = re.compile(
    rf"^(?:.* who )?(?:{'|'.join(sorted(IN_CHARGE))}) (?:[^,]* (?:for|at|of) )?(?:the )?"
    r"(?P<body>.+?)(?: and [a-z]+s .*)?$"
)
# "On the orders of the governor": the governor is who is named.
_BY_ORDER_OF = re.compile(
    r"^.*?\b(?:orders?|instructions?|behest|advice|request|insistence|invitation) (?:of|from) "
)
# "Kozák of the Mountain Rescue Service", "Hale, director of operations for Oban Ambulance Service".
_OF_A_BODY = re.compile(r"^(?P<who>.+?),? (?:of|from|for|at|with) (?:the )?(?P<body>[A-Z].*)$")
_FULL_NAME = re.compile(r"(?:Dr\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}")
FILLERS = frozenset({"of", "the", "for", "and", "a", "an", "in", "at", "on", "to", "by", "from"})


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase as they are spelt, without the "'s" behind a name."""
    return [_UNPOSSESSED.sub("", found.group()) for found in _WORD.finditer(phrase)]


def tokens_of(phrase: str) -> list[str]:
    """Return the same in lower case."""
    return [word.lower() for word in words_of(phrase)]


def country_and_tokens(words: str) -> tuple[CountryCode | None, list[str]]:
    """Return the country a phrase names and its other words, articles and numbers left out."""
    found = words_of(words)
    country: CountryCode | None = None
    kept: list[str] = []
    place = 0
    while place < len(found):
        for size in (3, 2, 1):  # "United States", "South Korean", "Norway"
            run = " ".join(found[place : place + size])
            code = country_of(run) if run[:1].isupper() else None
            if found[max(0, place - 2) : place] == ["New", "South"]:
                code = None  # "New South Wales"
            if code is not None:
                country = country or code
                place += size
                break
        else:
            kept.append(found[place].lower())
            place += 1
    stripped = [t for t in kept if t not in DETERMINERS]
    while stripped and stripped[-1] in FILLERS:
        stripped.pop()
    while stripped and stripped[0] in FILLERS:
        stripped.pop(0)
    return country, stripped


def country_of_capital(words: str) -> CountryCode | None:
    """Return the country whose capital owns a body: "Seoul's defence ministry"."""
    return next(
        (code for word in words_of(words) if word[0].isupper() and (code := capital_of(word))), None
    )


def whose_body(words: str) -> str:
    """Return the body in "somebody of the body"; the words themselves where they name no other."""
    words = _BY_ORDER_OF.sub("", _IN_CHARGE_OF.sub(r"\g<body>", words))
    held, comma, name = _OWNED_OFFICE.sub("", words).partition(", ")
    before, after = set(tokens_of(held)), set(tokens_of(name))
    if comma and name[:1].isupper() and not after & (BODY | OFFICIAL | UNNAMED):
        words = held  # "the presiding judge, Una Holt"
    elif _FULL_NAME.fullmatch(held) and after & OFFICIAL and not before & (BODY | OFFICIAL):
        words = name  # "Una Holt, the fire chief"
    else:
        words = f"{held}{comma}{name}"
    found = _OF_A_BODY.match(words)
    if found is None:
        return words
    who, body = (set(tokens_of(found[part])) for part in ("who", "body"))
    return found["body"] if body & BODY and not who & BODY else words


def runs_of(words: str) -> Iterator[str]:
    """Yield every run of one or two words of a phrase."""
    tokens = tokens_of(words)
    yield from tokens
    yield from (" ".join(pair) for pair in pairwise(tokens))


def titled(name: str) -> str:
    """Return a name in lower case as a title: "ministry of transport", "Ministry of Transport"."""
    return " ".join(w if w in FILLERS else w.capitalize() for w in name.split())


def shown_as(words: str) -> str:
    """Return a phrase without the article before it and the office within it."""
    bare = _ARTICLE.sub("", " ".join(words.split()))
    bare = _OWNED_OFFICE.sub("", bare.strip(" ,|"))
    return _OFFICE_BEFORE.sub("", _OFFICE_AFTER.sub("", bare)).strip(" ,")
