"""Read a file that was gzip-packed as a whole from any place in it, without starting over."""

from __future__ import annotations

import io
import threading
import zlib
from bisect import bisect_right
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STEP_BYTES = 1 << 20  # unpacked, between two marks: some six pages
MOST_MARKS = 512  # of one file, 40 KB each; beyond it every second one is dropped
MOST_FILES = 4  # whose marks are kept
CHUNK_BYTES = 1 << 16
WITH_GZIP_HEAD = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in the unpacked bytes from which unpacking can go on."""

    unpacked: int
    packed: int
    state: Any  # of zlib; None before a packed part starts


@dataclass(slots=True)
class _Marks:
    """The marks of one file, in order; safe to use from several threads."""

    step: int = STEP_BYTES
    kept: list[_Mark] = field(default_factory=lambda: [_Mark(0, 0, None)])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def before(self, offset: int) -> _Mark:
        """Return the last mark at an offset or before it."""
        with self.lock:
            return self.kept[bisect_right(self.kept, offset, key=lambda mark: mark.unpacked) - 1]

    def add(self, unpacked: int, packed: int, state: Any) -> None:
        """Keep a mark if the last one lies a step behind."""
        with self.lock:
            if unpacked - self.kept[-1].unpacked < self.step:
                return
            self.kept.append(_Mark(unpacked, packed, state.copy() if state else None))
            if len(self.kept) > MOST_MARKS:
                self.kept, self.step = self.kept[::2], self.step * 2


_known: OrderedDict[tuple[str, int, int], _Marks] = OrderedDict()
_lock = threading.Lock()


def _marks_of(path: str) -> _Marks:
    """Return the marks of a file as it is now; those of a file that was changed are not used."""
    stamp = Path(path).stat()
    key = (path, stamp.st_mtime_ns, stamp.st_size)
    with _lock:
        marks = _known.pop(key, None) or _Marks()
        _known[key] = marks
        while len(_known) > MOST_FILES:
            _known.popitem(last=False)
        return marks


class Unpacked(io.RawIOBase):
    """The bytes that a gzip file unpacks to, from an offset on.

    Unpacking goes on from the nearest place before the offset that was passed earlier in this
    process; the state of zlib can be copied. Raises OSError where the packing is damaged, after
    all bytes before the damage were handed out.
    """

    def __init__(self, path: str, offset: int) -> None:
        self._marks = _marks_of(path)
        mark = self._marks.before(offset)
        self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - closed with this stream
        self._file.seek(mark.packed)
        self._state = mark.state.copy() if mark.state else None
        self._packed, self._unpacked = mark.packed, mark.unpacked
        self._left = b""  # packed bytes that were read and not yet used
        self._plain = b""
        self._broken = ""
        self._start = offset
        self._skip_to(offset)

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._unpacked - len(self._plain) - self._start

    def close(self) -> None:
        self._file.close()
        super().close()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # RawIOBase hands one
        while not self._plain and self._unpack():
            pass
        count = min(len(buffer), len(self._plain))
        buffer[:count], self._plain = self._plain[:count], self._plain[count:]
        return count

    def _skip_to(self, offset: int) -> None:
        with suppress(OSError):  # damage is raised by the first read
            while self._unpacked < offset and self._unpack():
                pass
        over = self._unpacked - offset
        self._plain = self._plain[-over:] if over > 0 else b""

    def _unpack(self) -> bool:
        """Unpack a little more into `_plain`; False at the end. Raises OSError for damage."""
        if self._broken:
            raise OSError(self._broken)
        data = self._left or self._file.read(CHUNK_BYTES)
        if not data:
            if self._state is not None:
                self._broken = "the packed data ends before its end mark"
                raise OSError(self._broken)
            return False
        self._left = b""
        if self._state is None:
            self._state = zlib.decompressobj(WITH_GZIP_HEAD)
        try:
            self._plain = self._state.decompress(data, 4 * CHUNK_BYTES)
        except zlib.error as error:
            self._broken = f"the packing is damaged ({error})"
            raise OSError(self._broken) from error
        self._left = self._state.unconsumed_tail or self._state.unused_data
        self._packed += len(data) - len(self._left)
        self._unpacked += len(self._plain)
        if self._state.eof:
            self._state = None
            if self._left.strip(b"\x00") == b"":
                self._packed, self._left = self._packed + len(self._left), b""
        self._marks.add(self._unpacked, self._packed, self._state)
        return True
