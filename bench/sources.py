"""Set the reading of feeds and web archives beside the libraries made for it.

`python -m bench.sources`. The feed is made here: 2,000 entries with whole texts. The archive is
made of the pages of extraction-aeb, each record packed by itself, and lies in a temporary folder.
Times are CPU-seconds of one thread, the best of three; libraries run in turn with Twosource.
"""

from __future__ import annotations

import gzip
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import fastfeedparser
import feedparser
import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType

from quality.gate import DATA
from twosource.edges.archives import read_in_place
from twosource.edges.sources.feed_entries import read_feed
from twosource.edges.sources.warc import WarcSource
from twosource.edges.sources.wire import Wire
from twosource.errors import ExtractError
from twosource.model.acquired import Capture
from twosource.outlets import load_outlets
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

ENTRIES = 2000
ROUNDS = 3
EXTRACTED = 40  # pages


def main() -> None:
    """Print what each reader does in a CPU-second."""
    feed = made_feed()
    print(f"feed entries per CPU-second ({ENTRIES} entries, {len(feed) / 1e6:.1f} MB)")
    _print("twosource", ENTRIES, lambda: read_feed(feed, "", "https://post.example/rss"))
    _print("fastfeedparser", ENTRIES, lambda: fastfeedparser.parse(feed))
    _print("feedparser", ENTRIES, lambda: feedparser.parse(feed))
    pages = sorted((DATA / "extraction-aeb" / "pages").glob("*.gz"))
    if not pages:
        print("SKIPPED: archives (no ../shared/data/extraction-aeb)")
        return
    with tempfile.TemporaryDirectory() as folder:
        whole, part = Path(folder) / "whole.warc.gz", Path(folder) / "part.warc.gz"
        megabytes = made_archive(whole, pages) / 1e6
        print(f"archive, unpacked MB per CPU-second ({len(pages)} pages, {megabytes:.0f} MB)")
        _print("twosource, captures", megabytes, lambda: captures(whole))
        _print("fastwarc, bodies", megabytes, lambda: bodies(whole))
        at_once = Path(folder) / "at-once.warc.gz"
        at_once.write_bytes(gzip.compress(gzip.decompress(whole.read_bytes())))
        print("pages read again by their ids, as rebuild does, unpacked MB per CPU-second")
        for path, how in ((whole, "each packed by itself"), (at_once, "packed as a whole")):
            held = captures(path)
            _print(f"twosource, {how}", megabytes, partial(again, held))
        megabytes = made_archive(part, pages[:EXTRACTED]) / 1e6
        print(f"archive with extraction ({EXTRACTED} pages, {megabytes:.1f} MB)")
        _print("twosource", megabytes, lambda: extracted(part))
        _print("fastwarc + trafilatura", megabytes, lambda: by_trafilatura(part))


def _print(name: str, amount: float, work: Callable[[], object]) -> None:
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    print(f"  {name:<33} {amount / min(seconds):10,.1f}")


def made_feed() -> bytes:
    """Return an RSS feed of many entries, each with a whole text."""
    text = "<p>The ferry lay on the rock until the tide came in.</p>" * 20
    items = "".join(
        f"<item><title>Ferry &amp; rock {n}</title><link>https://post.example/{n}</link>"
        f"<pubDate>Tue, 03 Mar 2026 10:{n % 60:02}:00 GMT</pubDate><description>A.</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
        for n in range(ENTRIES)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    head = f'<?xml version="1.0"?><rss version="2.0" {space}><channel><title>Post</title>'
    return f"{head}{items}</channel></rss>".encode()


def made_archive(path: Path, pages: list[Path]) -> int:
    """Write pages as an archive of single records; return their bytes."""
    size = 0
    with path.open("wb") as archive:
        for number, page in enumerate(pages):
            body = gzip.decompress(page.read_bytes())
            size += len(body)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-03-03T10:00:00Z\r\n"
                f"WARC-Target-URI: https://post.example/{number}\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n"
            )
            archive.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return size


def captures(path: Path) -> list[Capture]:
    """Return an archive's pages as Twosource brings them, each with its digest."""
    with Wire() as wire:
        items = WarcSource(str(path), wire).captures()
        return [item for item in items if isinstance(item, Capture)]


def again(held: list[Capture]) -> int:
    """Read every page from its archive once more, in the order of ids, which is none there."""
    places = [each.place for each in sorted(held, key=lambda each: each.id) if each.place]
    return sum(len(read_in_place(place)) for place in places)


def bodies(path: Path) -> list[bytes]:
    """Return an archive's pages as fastwarc alone reads them."""
    kept = []
    with path.open("rb") as stored:
        for record in ArchiveIterator(stored, record_types=WarcRecordType.response):
            kept.append(record.reader.read())
    return kept


def extracted(path: Path) -> int:
    """Extract every page of an archive with all of its metadata; return how many gave one."""
    outlets, settings, found = load_outlets(), ExtractSettings(), 0
    for capture in captures(path):
        try:
            extract(capture, outlets, settings)
        except ExtractError:
            continue
        found += 1
    return found


def by_trafilatura(path: Path) -> int:
    """Extract the same pages by trafilatura, with metadata."""
    return sum(
        trafilatura.bare_extraction(body.decode("utf-8", "replace"), with_metadata=True) is not None
        for body in bodies(path)
    )


if __name__ == "__main__":
    main()
