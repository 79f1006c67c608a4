"""Open the tables of words and units that stand beside this package's modules."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return a table by its file's name: "units.toml"."""
    return tomllib.loads(files("twosource.text").joinpath("tables", name).read_text("utf-8"))


@cache
def words_of(name: str, row: str) -> frozenset[str]:
    """Return a row of words, which the table holds as one text with blanks between them."""
    return frozenset(table(name)[row].split())
