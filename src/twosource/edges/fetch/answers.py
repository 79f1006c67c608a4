"""Read what a server answers, with an end to every size, and say plainly what is wrong with it."""

from __future__ import annotations

import html as entities
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin

import httpcore2
import httpx2

from twosource.errors import AnswerError, TooLargeError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_ENCODINGS = 2  # a body packed in itself again and again is a trap
# Feeds that are files are often given a day by a server that knows no better.
MOST_FRESH_SECONDS = 3600.0
LARGEST_STUB = 20_000  # bytes of a page that only sends its reader on
MOST_REFRESH_SECONDS = 5.0
META = re.compile(rb"<meta\b[^>]{1,2000}>", re.I)
HTTP_EQUIV = re.compile(rb"http-equiv\s{0,5}=\s{0,5}[\"']?refresh", re.I)
REFRESH = re.compile(
    r"content\s{0,5}=\s{0,5}[\"']?\s{0,5}(?P<seconds>\d{1,4})(?:\.\d{0,3})?\s{0,5}[;,]\s{0,5}"
    r"url\s{0,5}=\s{0,5}[\"']?(?P<address>[^\"'>\s]{1,2000})",
    re.I,
)
NO_SCRIPT = re.compile(rb"<noscript\b.*?</noscript>|<!--.*?-->|<script\b.*?</script>", re.I | re.S)
MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})")
MOST_DELAY_SECONDS = 7 * 86400.0  # nobody is left alone for longer by one answer

# All that a connection or an answer's form can break with. ValueError: a header or an address
# that the HTTP library refuses to put on the line.
BROKEN_ANSWERS = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
    httpx2.TransportError,
    httpx2.InvalidURL,
    OSError,
    ValueError,
)


def check_encodings(url: str, answer: httpx2.Response) -> None:
    """Raise AnswerError for a body that is packed more often than any honest one."""
    packed = [each for each in answer.headers.get("content-encoding", "").split(",") if each]
    if len(packed) > MOST_ENCODINGS:
        raise AnswerError(url, f"is packed {len(packed)} times over", answer.status_code)


def read_body(url: str, answer: httpx2.Response, most_bytes: int) -> bytes:
    """Return the unpacked body; raises TooLargeError as soon as it grows beyond `most_bytes`."""
    said = answer.headers.get("content-length", "")
    if said.isdigit() and int(said) > most_bytes:
        raise TooLargeError(url, f"has {int(said):,} bytes; at most {most_bytes:,} are read")
    pieces, size = [], 0
    try:
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > most_bytes:
                raise TooLargeError(url, f"has more than {most_bytes:,} bytes; no more are read")
            pieces.append(piece)
    except httpx2.DecodingError as error:
        raise AnswerError(url, f"is packed in a damaged way ({error})", 200) from error
    return b"".join(pieces)


def read_start(url: str, answer: httpx2.Response, most_bytes: int) -> bytes:
    """Return the unpacked body, or its first `most_bytes` where it is larger."""
    start = b""
    try:
        for piece in answer.iter_bytes():
            start += piece
            if len(start) >= most_bytes:
                break
    except httpx2.DecodingError as error:
        raise AnswerError(url, f"is packed in a damaged way ({error})", 200) from error
    return start[:most_bytes]


def fresh_seconds(answer: httpx2.Response) -> float:
    """Return for how long an answer says that it need not be asked for again; 0 where it does not.

    RFC 9111, 5.2: max-age less the Age that a cache on the way reports; nothing beside no-cache
    and no-store.
    """
    said = answer.headers.get("cache-control", "").lower()
    found = MAX_AGE.search(said)
    if found is None or "no-cache" in said or "no-store" in said:
        return 0.0
    age = answer.headers.get("age", "0")
    spent = float(age) if age.isascii() and age.isdigit() else 0.0
    return min(max(0.0, float(found[1]) - spent), MOST_FRESH_SECONDS)


def redirect_of(url: str, answer: httpx2.Response) -> str:
    """Return the address that an answer sends its reader to."""
    target = answer.headers.get("location", "")
    if not target:
        raise AnswerError(url, "redirects without saying where", answer.status_code)
    try:
        return urljoin(url, target.strip())
    except ValueError as error:
        raise AnswerError(url, f"redirects to {target[:200]!r}", answer.status_code) from error


def refresh_of(url: str, answer: httpx2.Response, body: bytes) -> str:
    """Return the address that a small page itself sends its reader on to at once, "" for none.

    <meta http-equiv="refresh" content="0; url=…">: short links and moved pages are made so. A
    page that reloads itself after minutes, or shows more than a line of text, is one to be read;
    what stands for browsers without scripts is not meant for the page's reader.
    """
    if len(body) > LARGEST_STUB or "html" not in answer.headers.get("content-type", "html"):
        return ""
    for tag in META.findall(NO_SCRIPT.sub(b"", body)):
        said = REFRESH.search(entities.unescape(tag.decode("utf-8", "replace")))
        if said and HTTP_EQUIV.search(tag) and float(said["seconds"]) <= MOST_REFRESH_SECONDS:
            try:
                return str(urldefrag(urljoin(url, said["address"].strip())).url)
            except ValueError as error:
                raise AnswerError(url, f"sends on to {said['address'][:200]!r}", 200) from error
    return ""


def complaint(status: int) -> str:
    """Return what an HTTP status says, with its number."""
    try:
        return f"the server says {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the server says {status}"


def retry_after_seconds(said: str) -> float | None:
    """Return the seconds a Retry-After header asks for; None where it asks for nothing readable.

    RFC 9110, 10.2.3: a number of seconds, or a date. A date that is over asks for nothing more.
    """
    if said.strip().isascii() and said.strip().isdigit():
        return min(float(said.strip()), MOST_DELAY_SECONDS)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    seconds = (until - datetime.now(UTC)).total_seconds()
    return min(max(0.0, seconds), MOST_DELAY_SECONDS)
