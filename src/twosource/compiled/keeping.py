"""Keep machine code for the next process: beside Python's own code, or in the user's cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

ENDING = ".loop"


def kept(source: str, name: str) -> bytes | None:
    """Return what was kept under a name for a source file; None where nothing was."""
    for folder in _folders(source):
        with suppress(OSError):
            return (folder / f"{name}{ENDING}").read_bytes()
    return None


def keep(source: str, name: str, data: bytes) -> None:
    """Keep data under a name in the first folder that takes it; if none does, in none.

    Another process finds all of it or nothing.
    """
    for folder in _folders(source):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            unfinished = folder / f"{name}.{os.getpid()}"
            unfinished.write_bytes(data)
            unfinished.replace(folder / f"{name}{ENDING}")
            return


def _folders(source: str) -> Iterator[Path]:
    yield Path(cache_from_source(source)).parent
    with suppress(RuntimeError):  # nobody's home
        own = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        yield Path(own) / "twosource"
