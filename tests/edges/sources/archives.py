"""Web archives of six pages, packed in every way, written and read for tests."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import zstandard

from tests.edges.sources.memory import QUICK
from tests.edges.sources.records import record
from twosource.edges.sources import open_source
from twosource.edges.sources.wire import Wire
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed

PAGES = [f"<html><body><p>Ferry number {n} is afloat.</p></body></html>" for n in range(6)]


RECORDS = [record(f"https://post.example/{n}", text) for n, text in enumerate(PAGES)]


def packed_each(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(each) for each in records)


ZSTD = zstandard.ZstdCompressor()


PACKINGS: dict[str, tuple[str, Callable[[list[bytes]], bytes]]] = {
    "plain": ("a.warc", b"".join),
    "each packed": ("a.warc.gz", packed_each),
    "packed as a whole": ("a.warc.gz", lambda records: gzip.compress(b"".join(records))),
    "each packed by zstd": ("a.warc.zst", lambda rs: b"".join(map(ZSTD.compress, rs))),
}


def bring(address: str | Path, since: date | None = None) -> list[Capture | Failed]:
    with Wire(QUICK, since=since) as wire:
        items = list(open_source(f"warc:{address}", wire).captures())
    return [each for each in items if isinstance(each, Capture | Failed)]


def bodies(items: list[Capture | Failed]) -> list[str]:
    return [each.body.decode() for each in items if isinstance(each, Capture)]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
