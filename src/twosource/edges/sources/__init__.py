"""Sources: where captures come from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from twosource.catalogue import Door
from twosource.protocols import Source

SOURCES: Door[Callable[[str], Source]] = Door(
    "sources",
    {
        "folder": "twosource.edges.sources.folder:FolderSource",
        "jsonl": "twosource.edges.sources.jsonl:JsonLinesSource",
        "page": "twosource.edges.sources.page:PageSource",
    },
)


def open_source(address: str) -> Source:
    """Open "kind:place", or a bare path: a folder, a JSON Lines file, or else a saved page.

    Raises UnknownPartError, which lists the kinds there are.
    """
    kind, place = split_address(address)
    return SOURCES.open(kind)(place)


def split_address(address: str) -> tuple[str, str]:
    """Return the kind of source and the place that an address or a bare path names."""
    kind, colon, place = address.partition(":")
    # A path may hold a colon too; a kind is one plain word before it.
    if colon and re.fullmatch(r"[a-z][a-z0-9-]+", kind) and not Path(address).exists():
        return kind, place
    if Path(address).is_dir():
        return "folder", address
    if re.search(r"\.(jsonl|ndjson)(\.gz|\.zst)?$", address):
        return "jsonl", address
    return "page", address
