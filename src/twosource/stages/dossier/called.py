"""Call outlets by their names wherever a sentence of the dossier speaks of them, never by ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from twosource.model.acquired import Outlet
from twosource.model.identity import OutletId
from twosource.outlets import load_outlets, outlet_named

WORDS_HELD = 20_000  # of which it is kept whom they name: speakers and sources recur


@lru_cache(maxsize=WORDS_HELD)
def outlet_at_large(words: str) -> Outlet | None:
    """Return the outlet that words name, of those Twosource comes with; None where they do not."""
    return outlet_named(words, load_outlets())


def outlet_called(outlet: OutletId, held: Mapping[OutletId, Outlet]) -> str:
    """Return an outlet's name; of one that no table knows the id is all there is."""
    known = held.get(outlet) or load_outlets().by_id(outlet)
    return known.name if known is not None else outlet


def whose(name: str) -> str:
    """Return a name as it stands before what is its own: "Norda’s", "Meridian Times’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"
