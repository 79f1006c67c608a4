"""Archives and records on a server that misbehave."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.edges.misbehaving.case import PAGE, Case
from tests.edges.server import Answer, Site, page, raw
from tests.edges.sources.records import record

ONE, TWO, THREE = (record(f"https://post.example/{n}", f"{PAGE}{n}") for n in range(3))
LINE = b'{"id": "a", "text": "The ferry is afloat."}\n'


def kept(name: str, answer: bytes | Answer, ends: str = "", brings: int = 0) -> Case:
    """Return the case of a file of that name on a server."""
    given = page(answer, "application/octet-stream") if isinstance(answer, bytes) else answer
    return Case(lay=lambda site: site.on(f"/{name}", given), ends=ends, brings=brings)


def torn(data: bytes, at: int) -> Answer:
    """Answer with the start of a file, whatever is asked for."""
    return raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data) + data[:at])


def each(*records: bytes) -> bytes:
    """Return records, each packed by itself."""
    return b"".join(map(gzip.compress, records))


def archive(damage: Callable[[bytes], bytes], ends: str, brings: int) -> Case:
    """Return the case of an archive whose middle record is damaged."""
    return kept("a.warc", ONE + damage(TWO) + THREE, ends, brings)


def of_the_site(site: Site) -> str:
    """Lay an archive that is none of ours to read."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /a.warc")
    return site.put("/a.warc", ONE)


FILES: dict[str, Case] = {
    "archive: a web page": kept("a.warc", PAGE.encode(), "SourceError"),
    "archive: not for us": Case(lay=of_the_site, ends="RobotsError", never_asked="/a.warc"),
    "archive: breaks off each time": kept("a.warc", torn(ONE + TWO, 600), "UnreachableError", 1),
    "archive: ranges ignored": kept("a.warc.gz", each(ONE, TWO), "", 2),
    "archive: noise inside": kept(
        "a.warc.gz", each(ONE) + b"noise" * 9 + each(TWO), "SourceError", 2
    ),
    "archive: lost start": archive(lambda each: each[40:], "SourceError", 2),
    "archive: lying length": archive(
        lambda each: each.replace(b"Content-Length: ", b"Content-Length: 9", 1), "SourceError", 2
    ),
    "archive: zeros inside": archive(lambda each: bytes(len(each)), "SourceError", 2),
    "archive: a date that is none": archive(
        lambda each: each.replace(b"2026-03-03T10:00:00Z", b"yesterday"), "SourceError", 2
    ),
    "archive: paths for addresses": kept(
        "a.warc", record("file:///etc/passwd", PAGE) + record("../../x", PAGE) + ONE, "", 1
    ),
    "archive: bomb": kept(
        "a.warc.gz", each(record("https://post.example/b", "0" * 30_000_000), ONE), "SourceError", 1
    ),
    "records: a web page": kept("a.jsonl", PAGE.encode(), "BrokenRecordError"),
    "records: nothing": kept("a.jsonl", b"\n\n", "EmptySourceError"),
    "records: broken lines": kept("a.jsonl", LINE + b"{\n[]\n" + LINE, "BrokenRecordError", 2),
    "records: nested without end": kept(
        "a.jsonl", b'{"text": ' + b"[" * 100_000 + b"\n" + LINE, "BrokenRecordError", 1
    ),
    "records: no text": kept("a.jsonl", b'{"text": 5}\n' + LINE, "BrokenRecordError", 1),
    "records: torn packing": kept(
        "a.jsonl.gz", gzip.compress(LINE * 9)[:-9], "BrokenRecordError", 9
    ),
}
