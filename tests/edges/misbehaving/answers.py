"""Servers that misbehave: what they put on the line, how slowly, how much, and where they lead."""

from __future__ import annotations

import gzip
import zlib

import brotli
import zstandard

from tests.edges.broken import BROKEN
from tests.edges.misbehaving.case import PAGE, Case
from tests.edges.server import Answer, Site, in_turn, moved, page, raw, status

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ZEROS = b"0" * 30_000_000
BROKEN_AT_ONCE = {  # what is no HTTP at all, and what breaks off
    "bad brotli": "AnswerError",
    "bad gzip": "AnswerError",
    "bad zstd": "AnswerError",
    "empty": "AnswerError",
    "nothing": "AnswerError",
    "not modified unasked": "AnswerError",
    "redirect to nowhere": "AnswerError",
    "redirect to bytes": "GoneError",
}


def answered(answer: Answer, ends: str, brings: int = 0, never_asked: str = "") -> Case:
    """Return the case of a page that is answered so."""
    return Case(
        lay=lambda site: f"page:{site.on('/a', answer)}",
        ends=ends,
        brings=brings,
        never_asked=never_asked,
    )


def led(target: str, ends: str = "RefusedAddressError") -> Case:
    """Return the case of a page that leads elsewhere."""
    return answered(moved(target), ends)


def packed(body: bytes, how: str, ends: str) -> Case:
    """Return the case of a page that says it is packed."""
    return answered(page(body, content_encoding=how), ends)


def by_robots(rules: Answer, ends: str, brings: int = 0) -> Case:
    """Return the case of a page whose site has this robots.txt."""

    def lay(site: Site) -> str:
        site.on("/robots.txt", rules)
        return f"page:{site.put('/a', PAGE)}"

    return Case(lay=lay, ends=ends, brings=brings, never_asked="" if brings else "/a")


def long_chain(site: Site) -> str:
    """Lay a chain of ten redirects before a page."""
    for number in range(10):
        site.on(f"/{number}", moved(f"/{number + 1}", 302))
    site.put("/10", PAGE)
    return f"page:{site.url('/0')}"


STATUSES = {
    400: "AnswerError",
    401: "BlockedError",
    402: "BlockedError",
    403: "BlockedError",
    404: "GoneError",
    407: "BlockedError",
    410: "GoneError",
    418: "AnswerError",
    429: "LaterError",
    451: "BlockedError",
    500: "AnswerError",
    503: "LaterError",
    520: "AnswerError",
    599: "AnswerError",
}
ANSWERS: dict[str, Case] = {
    **{
        f"line: {name}": answered(raw(data), BROKEN_AT_ONCE.get(name, "UnreachableError"))
        for name, data in BROKEN.items()
    },
    **{f"status {code}": answered(status(code), ends) for code, ends in STATUSES.items()},
    "pause: an hour": answered(status(429, retry_after="3600"), "LaterError"),
    "pause: a year": answered(status(503, retry_after="31536000"), "LaterError"),
    "pause: nonsense": answered(in_turn(status(503, retry_after="soon"), page(PAGE)), "", 1),
    "pause: a date that is over": answered(
        in_turn(status(503, retry_after="Tue, 03 Mar 2020 10:00:00 GMT"), page(PAGE)), "", 1
    ),
    "stumbles once": answered(in_turn(status(502), page(PAGE)), "", 1),
    "hangs up once": answered(in_turn(raw(b""), page(PAGE)), "", 1),
    "drips its head": answered(
        raw(OK, *[b"A: b\r\n"] * 100, pause_seconds=0.1), "UnreachableError"
    ),
    "drips its body": answered(
        raw(OK + b"\r\n", *[b"x"] * 100, pause_seconds=0.1), "UnreachableError"
    ),
    "says nothing": answered(raw(b"", pause_seconds=3), "UnreachableError"),
    "endless body": answered(
        raw(CHUNKED, *[b"40000\r\n" + b"x" * 0x40000 + b"\r\n"] * 60), "TooLargeError"
    ),
    "says it is endless": answered(
        raw(OK + b"Content-Length: 99999999999\r\n\r\nx"), "TooLargeError"
    ),
    "gzip bomb": packed(gzip.compress(ZEROS), "gzip", "TooLargeError"),
    "deflate bomb": packed(zlib.compress(ZEROS), "deflate", "TooLargeError"),
    "brotli bomb": packed(brotli.compress(ZEROS, quality=5), "br", "TooLargeError"),
    "zstd bomb": packed(zstandard.ZstdCompressor().compress(ZEROS), "zstd", "TooLargeError"),
    "packed thrice": packed(b"x", "gzip, gzip, gzip", "AnswerError"),
    "packed in the unknown": answered(page(PAGE, content_encoding="x-own"), "", 1),
    "film": answered(page(b"\x00" * 999, "video/mp4"), "AnswerError"),
    "picture": answered(page(b"\x89PNG", "image/png"), "AnswerError"),
    "redirect: circle": Case(
        lay=lambda site: f"page:{site.on('/a', moved('/a'))}", ends="AnswerError"
    ),
    "redirect: long chain": Case(lay=long_chain, ends="AnswerError", never_asked="/10"),
    "redirect: file": led("file:///etc/passwd"),
    "redirect: ftp": led("ftp://127.0.0.1/x"),
    "redirect: javascript": led("javascript:alert(1)"),
    "redirect: data": led("data:text/html,x"),
    "redirect: password": led("http://user:secret@127.0.0.1/x"),
    "redirect: other host before a backslash": led("http://post.example\\@127.0.0.1/x"),
    "redirect: no address": led("http://[::bad", "AnswerError"),
    "redirect: closed port": led("http://127.0.0.1:1/", "UnreachableError"),
    "redirect: no such host": led("http://no-such-host.invalid/", "UnreachableError"),
    "robots: stay away": by_robots(page("User-agent: *\nDisallow: /"), "RobotsError"),
    "robots: error": by_robots(status(500), "RobotsError"),
    "robots: busy": by_robots(status(503, retry_after="3600"), "RobotsError"),
    "robots: hangs up": by_robots(raw(b""), "UnreachableError"),
    "robots: circle": by_robots(moved("/robots.txt"), "", 1),
    "robots: not for us": by_robots(status(403), "", 1),
    "robots: a page": by_robots(page(PAGE), "", 1),
    "robots: bytes": by_robots(page(bytes(range(256)) * 9), "", 1),
    "robots: a megabyte": by_robots(page("Allow: /\n" * 200_000), "", 1),
    "robots: a megabyte that starts with us": by_robots(
        page("User-agent: *\nDisallow: /\n" + "#\n" * 600_000), "RobotsError"
    ),
    "robots: a delay of a day": by_robots(page("User-agent: *\nCrawl-delay: 86400"), "", 1),
}
