"""Say what the titles and descriptions of a person tell of whom he speaks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from twosource.stages.dossier.informants.callings import is_bystander
from twosource.stages.dossier.informants.phrases import tokens
from twosource.stages.dossier.informants.roles import JOURNALIST, MEDICAL, OFFICIAL

ON_OWN_ACCOUNT = frozenset(
    """professor economist analyst expert lawyer historian researcher scientist author opposition
    lawmaker senator mp critic activist campaigner farmer teacher pilot""".split()
)
ROLES_HELD = 4096  # of persons; the same while a story tells no new thing of one
_TELLING = OFFICIAL | MEDICAL | JOURNALIST | ON_OWN_ACCOUNT
# Who held an office once speaks for himself.
_FORMER = re.compile(r"\b(?:former|ex|retired|late|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What is told of a person, here or anywhere in the story, as far as it tells whose he is."""

    told: bool = False  # anything at all
    words: frozenset[str] = frozenset()  # of offices and callings
    former: bool = False
    bystander: bool = False


NO_ROLE = Role()


@lru_cache(maxsize=ROLES_HELD)
def role_in(described: tuple[str, ...]) -> Role:
    """Return what the titles and descriptions of a person tell together."""
    every = " | ".join(described)
    words = tokens(every)
    return Role(
        told=bool(words),
        words=_TELLING.intersection(words),
        former=_FORMER.search(every) is not None,
        bystander=is_bystander(every),
    )
