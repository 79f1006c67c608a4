"""Records of web archives, written for tests."""

from __future__ import annotations

DATE = "2026-03-03T10:00:00Z"


def record(
    url: str,
    body: str | bytes,
    *,
    status: str = "200 OK",
    kind: str = "response",
    http: str = "Content-Type: text/html; charset=utf-8",
    date: str = DATE,
    more: str = "",
    chunked: bool = False,
) -> bytes:
    """Return one WARC record with a page in it; a resource has no HTTP head."""
    data = body.encode() if isinstance(body, str) else body
    if chunked:
        middle = len(data) // 2
        data = b"".join(
            b"%x\r\n%b\r\n" % (len(part), part) for part in (data[:middle], data[middle:], b"")
        )
        http += "\r\nTransfer-Encoding: chunked"
    content_type = "application/http; msgtype=response"
    if kind == "resource":
        content_type = http.partition(": ")[2]
    else:
        head = f"HTTP/1.1 {status}\r\n{http}\r\n\r\n"
        data = head.encode() + data
    return block(
        f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {content_type}\r\n{more}",
        data,
    )


def block(head: str, data: bytes) -> bytes:
    """Return a record of any head."""
    return f"WARC/1.0\r\n{head}Content-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


INFO = block(
    f"WARC-Type: warcinfo\r\nWARC-Date: {DATE}\r\nContent-Type: application/warc-fields\r\n",
    b"software: test\r\n",
)
