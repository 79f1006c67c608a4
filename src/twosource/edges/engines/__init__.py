"""Engines: where pure functions run over many items."""

from __future__ import annotations

from collections.abc import Callable

from twosource.catalogue import Door
from twosource.protocols import Engine

ENGINES: Door[Callable[[], Engine]] = Door(
    "engines",
    {
        "serial": "twosource.edges.engines.local:SerialEngine",
        "processes": "twosource.edges.engines.local:ProcessEngine",
    },
)
