"""Hand out as one stream what comes in pieces: from a server, a pipe, a packed file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any


class Pieces(io.RawIOBase):
    """The pieces one after the other; what one of them raises is raised behind all before it."""

    def __init__(self, pieces: Iterable[bytes], start: int = 0) -> None:
        """`start` is the place that the first byte has for `tell`."""
        self._pieces, self._rest, self._position = filter(None, pieces), b"", start

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:  # whatever can be written to: no type before 3.12
        room = memoryview(buffer)
        self._rest = self._rest or next(self._pieces, b"")
        count = min(len(room), len(self._rest))
        room[:count], self._rest = self._rest[:count], self._rest[count:]
        self._position += count
        return count
