"""Say whether two informants may be one, from how they are called; unknown never sets apart."""

from __future__ import annotations

import re

from twosource.model.claimed import Informant
from twosource.stages.dossier.informants.phrases import tokens
from twosource.stages.dossier.informants.roles import BARE, COMPANY
from twosource.stages.dossier.informants.roles import BODY as BODY_WORDS
from twosource.text.tabled import words_of

# Keys read as "kind:name". What follows the colon is lower case, without articles and titles.
UNSTATED = "unstated"
UNNAMED = "unnamed"  # nobody knows of whom: "officials said", "a source said"
WITNESS = "witness"  # witnesses without a name
UNSURE = "unsure"  # named, but hardly a name: what a model took for one once
STATE = "state"  # only the state is known: "state:US", or "state:" when not even that
BODY = "body"
PERSON = "person"
OFFICIAL = "official"  # of a body that the texts do not name: may be of any
DOCUMENT = "document"  # without an issuer: may be anybody's but a witness's

STATE_WORDS = words_of("speakers-en.toml", "of_states")
# "white house" and "élysée" have no such word in their names.
STATE_NAMES = frozenset({"white house", "elysee", "élysée", "number 10", "capitol"})
# Arms of one state's forces are told by many names: the ministry, the staff, a command.
FORCES = frozenset("""military army defence defense chiefs pentagon forces command navy""".split())
# Two police forces in one story tell each other what they know, and texts mix up their names.
ONE_OF_A_KIND = frozenset({"police"})
DUTIES = BODY_WORDS | STATE_WORDS  # a body called by its duty; two of these may share a town
FILLERS = words_of("speakers-en.toml", "of_many")

_BASED = re.compile(r"[\w.’'-]+-based [a-z][a-z -]*$")  # "Oslo-based aid group"
_OF_A_BARE = re.compile(rf"(?:the )?(?:{'|'.join(sorted(BARE))})['’]s? [a-z][a-z -]*$")

LEAST_INITIALS = 3  # letters, of which one more may be left out in the long name


def may_be_one(one: Informant, other: Informant) -> bool:
    """Return whether nothing tells two known informants apart.

    They may be one when their keys or entities are equal; when one name says no more than part
    of the other ("the police", "Bergen police") and their countries do not differ; when of one
    only the state is known and the other is an arm of that state; when both speak for a state's
    forces; when two persons share a name, or one's name stands in the words for the other. An
    official of no known body may be any body's, a document of no known issuer any body's or
    person's ("a statement"), "the company" any company. Who is unnamed and unplaced, or told too
    vaguely to be known again, may be anybody.
    """
    mine, yours = _kind(one), _kind(other)
    if one.key == other.key or {mine, yours} & {UNNAMED, UNSURE}:
        return True
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if _stands_in(one, other) or _stands_in(other, one):
        return True
    if {mine, yours} == {STATE, PERSON}:
        # "Authorities" of nobody knows where may be the undersheriff; those of a state may not.
        return not (name_in(one.key) if mine == STATE else name_in(other.key))
    if mine == STATE or yours == STATE:
        return _speaks_for_some_state(one) and _speaks_for_some_state(other)
    kinds = {mine, yours}
    if DOCUMENT in kinds:
        return kinds <= {OFFICIAL, DOCUMENT, BODY, PERSON}
    if OFFICIAL in kinds:
        return kinds <= {OFFICIAL, BODY}
    if mine != yours:
        return False
    # Persons with a name in common, and companies: "Google", "Google Camera".
    return _bodies_may_be_one(one, other) if mine == BODY else bool(_telling(one) & _telling(other))


def _bodies_may_be_one(one: Informant, other: Informant) -> bool:
    left, right = _telling(one), _telling(other)
    if _is_bare(one, other) or _is_bare(other, one) or (left & FORCES and right & FORCES):
        return True
    if _are_initials(one, other) or _are_initials(other, one):
        return True
    if left & right & ONE_OF_A_KIND:
        return True
    if left & DUTIES and right & DUTIES:
        return left <= right or right <= left
    return bool(left & right)


def are_two_by_duty(one: str, other: str) -> bool:
    """Return whether two keys name two bodies by their duties: the ministries of two matters."""
    left, right = (set(name_in(key).split()) - FILLERS for key in (one, other))
    if left & right & ONE_OF_A_KIND or (left & FORCES and right & FORCES):
        return False
    return bool(left & DUTIES and right & DUTIES) and not (left <= right or right <= left)


def may_be_anybody(informant: Informant) -> bool:
    """Return whether an informant is unnamed and unplaced, or named too vaguely to be known."""
    return _kind(informant) in (UNNAMED, UNSURE)


def is_state_body(informant: Informant) -> bool:
    """Return whether an informant speaks for a state: its government, one of its bodies."""
    kind, name = _kind(informant), name_in(informant.key)
    if kind == STATE:
        return True
    return kind == "body" and (name in STATE_NAMES or bool(set(name.split()) & STATE_WORDS))


def _stands_in(one: Informant, other: Informant) -> bool:
    """Return whether one's name stands among the words that name the other.

    "White" and "City Attorney Terry White", who speaks for his office, are one.
    """
    if _kind(one) not in (BODY, PERSON):
        return False
    return f" {' '.join(tokens(one.name))} " in f" {' '.join(tokens(other.words))} "


def _is_bare(one: Informant, other: Informant) -> bool:
    """Return whether one is called by a common noun that may mean the other.

    "The agency", "the Oslo-based agency" and "the agency's safety committee" may be any body, "the
    shipping company" any that is no arm of a state.
    """
    name = name_in(one.key)
    if one.country is not None:
        name = name.removesuffix(f" of {one.country.lower()}")
    if one.entity is None and (_BASED.match(one.name) or _OF_A_BARE.match(one.name)):
        return True
    nameless = one.entity is None and one.name.islower() and " " not in name
    if name in BARE or (nameless and name not in DUTIES):  # "the facility"
        return True
    return (
        one.entity is None and bool(set(name.split()[-1:]) & COMPANY) and not is_state_body(other)
    )


def _are_initials(one: Informant, other: Informant) -> bool:
    """Return whether a word of one's name is the other's in short: "ANA", "All Nippon Airways".

    "NYPD" is short for "New York Police" too: the last word is often left out.
    """
    letters = "".join(word[0] for word in other.name.split() if word[0].isupper()).lower()
    words = name_in(one.key).split()
    if len(letters) >= LEAST_INITIALS and any(word[:-1] == letters for word in words):
        return True
    return len(letters) > 1 and letters in words


def _speaks_for_some_state(informant: Informant) -> bool:
    return is_state_body(informant) or _kind(informant) in (OFFICIAL, DOCUMENT)


def name_in(key: str) -> str:
    """Return the name part of an informant's key; "" for a key without one."""
    return key.partition(":")[2]


def _kind(informant: Informant) -> str:
    return informant.key.partition(":")[0]


def _telling(informant: Informant) -> set[str]:
    """Return the words of a name that tell it from others."""
    return set(name_in(informant.key).split()) - FILLERS - {(informant.country or "").lower()}
