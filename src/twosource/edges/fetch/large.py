"""Read files of the web that are too large for memory: in stretches, taken up where they broke."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx2

from twosource.edges.fetch.asking import Asker
from twosource.edges.fetch.lines import ends_within
from twosource.edges.fetch.pace import growing_pause
from twosource.edges.fetch.way import Way
from twosource.errors import UnreachableError

PARTIAL = 206


class LargeFiles:
    """Asks for stretches of large files, by the manners of the fetcher that made it."""

    def __init__(self, asker: Asker, may_ask: Callable[[str], float]) -> None:
        self._asker, self._may_ask = asker, may_ask
        self._settings = asker.settings

    def pieces(self, url: str, start: int, end: int | None) -> Iterator[bytes]:
        """Yield the stored bytes from `start` on, up to and without `end`."""
        position, tries = start, 0
        while end is None or position < end:
            try:
                for piece in self._stretch(url, position, end):
                    position, tries = position + len(piece), 0
                    yield piece
                return
            except UnreachableError:
                tries += 1
                if tries >= self._settings.most_tries:
                    raise
                self._asker.sleep(growing_pause(tries, self._settings))

    def stamp(self, url: str) -> str:
        """Return the file's tag or date and its size, "" where the server does not tell both.

        One that gives no stretches tells nothing of use: it would send all from the start again.
        """
        try:
            with self._answer(url, 0, 1) as answer:
                sign = answer.headers.get("etag") or answer.headers.get("last-modified") or ""
                whole = answer.headers.get("content-range", "").rpartition("/")[2]
                is_stretch = answer.status_code == PARTIAL and whole.isdigit()
                return f"{sign[:200]} {whole}" if sign and is_stretch else ""
        except UnreachableError:
            return ""  # reading tells what is wrong, and has more patience

    def _stretch(self, url: str, start: int, end: int | None) -> Iterator[bytes]:
        with self._answer(url, start, end) as answer:
            skip = 0 if answer.status_code == PARTIAL else start
            most = None if end is None else end - start
            yield from _cut(self._unhurried(answer), skip, most)

    @contextmanager
    def _answer(self, url: str, start: int, end: int | None) -> Iterator[httpx2.Response]:
        way = Way(url, self._asker, self._may_ask)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if start or end is not None:
            headers["Range"] = f"bytes={start}-{'' if end is None else end - 1}"
        with way.answer(headers) as answer:
            if not 200 <= answer.status_code < 300:
                raise self._asker.refusal(url, way.asked, answer)
            yield answer

    def _unhurried(self, answer: httpx2.Response) -> Iterator[bytes]:
        """Yield the pieces of an answer of any length: each piece has the time of a page."""
        pieces = answer.iter_raw()
        while True:
            with ends_within(self._settings.whole_seconds):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece


def _cut(pieces: Iterator[bytes], skip: int, most: int | None) -> Iterator[bytes]:
    """Yield the bytes after the first `skip`, `most` of them at the most."""
    for piece in pieces:
        kept = piece[skip:]
        skip = max(0, skip - len(piece))
        if most is not None:
            kept, most = kept[:most], max(0, most - len(kept))
        if kept:
            yield kept
        if most == 0:
            return
