"""Call outlets by their names wherever a sentence of the dossier speaks of them, never by ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from twosource.model.acquired import Outlet
from twosource.model.identity import OutletId
from twosource.outlets import Outlets, load_outlets, outlet_named

WORDS_HELD = 20_000  # of which it is kept whom they name: speakers and sources recur


@cache
def bundled() -> Outlets:
    """Return the outlets that Twosource comes with; a story may name more than it holds."""
    return load_outlets()


@lru_cache(maxsize=WORDS_HELD)
def outlet_at_large(words: str) -> Outlet | None:
    """Return the outlet that words name, of those Twosource comes with; None where they do not."""
    return outlet_named(words, bundled())


def outlet_called(outlet: OutletId, held: Mapping[OutletId, Outlet]) -> str:
    """Return an outlet's name; of one that no table knows the id is all there is."""
    known = held.get(outlet) or bundled().by_id(outlet)
    return known.name if known is not None else outlet
