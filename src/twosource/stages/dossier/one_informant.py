"""Say whether two informants may be one, from how they are called; unknown never sets apart."""

from __future__ import annotations

from twosource.model.dossier import Informant
from twosource.stages.dossier.roles import BARE, COMPANY

# Keys read as "kind:name". What follows the colon is lower case, without articles and titles.
UNSTATED = "unstated"
UNNAMED = "unnamed"  # nobody knows of whom: "officials said", "a source said"
WITNESS = "witness"  # witnesses without a name
STATE = "state"  # only the state is known: "state:US", or "state:" when not even that
BODY = "body"
OFFICIAL = "official"  # of a body that the texts do not name: may be of any
DOCUMENT = "document"  # without an issuer: may be of any body

# Words that make a body an arm of a state (or of its regions and towns).
_STATE_WORDS = """
    administration agency ambassador army attorney authority authorities board bureau cabinet
    city coastguard coast commission commissioner constabulary council county court customs
    defence defense department directorate embassy federal fire foreign governor government
    guard inspectorate intelligence kremlin legislature mayor military minister ministry
    municipality national navy office parliament pentagon police presidency president prosecutor
    prosecutors regulator rescue coordination secretariat presidency security senate sheriff state
    treasury downing
"""
STATE_WORDS = frozenset(_STATE_WORDS.split())
# "white house" and "élysée" have no such word in their names.
STATE_NAMES = frozenset({"white house", "elysee", "élysée", "number 10", "capitol"})
# Words that many bodies' names have: they do not tell one from another.
_FILLERS = """
    of the for and a an in at s on service services centre center joint national coordination
    operations office department headquarters team unit local regional public main central
    agency authority administration
"""
FILLERS = frozenset(_FILLERS.split())


def may_be_one(one: Informant, other: Informant) -> bool:
    """Return whether nothing tells two known informants apart.

    They may be one when their keys or entities are equal; when one name says no more than part
    of the other ("the police", "Bergen police") and their countries do not differ; when of one
    only the state is known and the other is an arm of that state. An official or a document of no
    known body may be any body's, "the company" any company, and who is unnamed and unplaced may be
    anybody.
    """
    if UNNAMED in (one.key, other.key) or one.key == other.key:
        return True
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if _kind(one) == STATE or _kind(other) == STATE:
        return _speaks_for_some_state(one) and _speaks_for_some_state(other)
    if OFFICIAL in (_kind(one), _kind(other)) or DOCUMENT in (_kind(one), _kind(other)):
        return {_kind(one), _kind(other)} <= {OFFICIAL, DOCUMENT, BODY}
    if _kind(one) == _kind(other) == BODY and (_is_bare(one, other) or _is_bare(other, one)):
        return True
    return _kind(one) == _kind(other) and _one_says_no_more(name_in(one.key), name_in(other.key))


def is_state_body(informant: Informant) -> bool:
    """Return whether an informant speaks for a state: its government, one of its bodies."""
    kind, name = _kind(informant), name_in(informant.key)
    if kind == STATE:
        return True
    return kind == "body" and (name in STATE_NAMES or bool(set(name.split()) & STATE_WORDS))


def _is_bare(one: Informant, other: Informant) -> bool:
    """Return whether one is called by a common noun that may mean the other.

    "The agency" may be any body, "the shipping company" any that is no arm of a state.
    """
    name = name_in(one.key)
    if one.country is not None:
        name = name.removesuffix(f" of {one.country.lower()}")
    if name in BARE:
        return True
    return (
        one.entity is None and bool(set(name.split()[-1:]) & COMPANY) and not is_state_body(other)
    )


def _speaks_for_some_state(informant: Informant) -> bool:
    return is_state_body(informant) or _kind(informant) in (OFFICIAL, DOCUMENT)


def name_in(key: str) -> str:
    """Return the name part of an informant's key; "" for a key without one."""
    return key.partition(":")[2]


def _kind(informant: Informant) -> str:
    return informant.key.partition(":")[0]


def _one_says_no_more(one: str, other: str) -> bool:
    left, right = set(one.split()) - FILLERS, set(other.split()) - FILLERS
    return left <= right or right <= left
