"""Stores: where captures, articles, links, stories and revisions are kept."""

from __future__ import annotations

from collections.abc import Callable

from twosource.catalogue import Door
from twosource.protocols import Store

STORES: Door[Callable[[str], Store]] = Door(
    "stores", {"sqlite": "twosource.edges.stores.sqlite:open_sqlite"}
)


def open_store(address: str) -> Store:
    """Open the store at "kind:place"; a bare path is a SQLite file.

    Raises UnknownPartError for a kind that is not in the catalogue, and StoreError's leaves.
    """
    kind, colon, place = address.partition(":")
    if not colon or not kind or "/" in kind:
        kind, place = "sqlite", address
    return STORES.open(kind)(place)
