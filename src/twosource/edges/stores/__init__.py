"""Stores: where captures, articles, links, stories and revisions are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from twosource.catalogue import Door
from twosource.errors import NoStoreError
from twosource.protocols import Store

STORES: Door[Callable[[str], Store]] = Door(
    "stores", {"sqlite": "twosource.edges.stores.sqlite:open_sqlite"}
)


def open_store(address: str) -> Store:
    """Open the store at "kind:place"; a bare path is a SQLite file.

    It is made where there is none. Raises UnknownPartError for a kind that is not in the catalogue,
    and StoreError's leaves.
    """
    kind, place = _split(address)
    return STORES.open(kind)(place)


def require_store(address: str) -> None:
    """Raise NoStoreError where a store of files has none at that address."""
    kind, place = _split(address)
    if kind == "sqlite" and place != ":memory:" and not Path(place).exists():
        raise NoStoreError(place)


def _split(address: str) -> tuple[str, str]:
    kind, colon, place = address.partition(":")
    return (kind, place) if colon and kind and "/" not in kind else ("sqlite", address)
