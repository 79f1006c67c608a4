"""What a server can put on the line that is no proper answer."""

from __future__ import annotations

OK = b"HTTP/1.1 200 OK\r\n"
BROKEN: dict[str, bytes] = {
    "hangs up": b"",
    "no http": b"SSH-2.0-OpenSSH_9.2\r\n",
    "garbage": bytes(range(256)) * 10,
    "bad status": b"HTTP/1.1 abc OK\r\n\r\n",
    "bad header": OK + b"No colon here\r\n\r\nx",
    "header with nul": OK + b"X: a\x00b\r\n\r\nx",
    "endless header": OK + b"X: " + b"a" * 300_000 + b"\r\n\r\nx",
    "too many headers": OK + b"X: a\r\n" * 100_000 + b"\r\nx",
    "short body": OK + b"Content-Length: 100\r\n\r\nx",
    "negative length": OK + b"Content-Length: -5\r\n\r\nx",
    "two lengths": OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
    "bad chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n",
    "torn chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n100\r\nx",
    "bad gzip": OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
    "bad brotli": OK + b"Content-Encoding: br\r\nContent-Length: 4\r\n\r\n\xff\xff\xff\xff",
    "bad zstd": OK + b"Content-Encoding: zstd\r\nContent-Length: 4\r\n\r\nabcd",
    "not modified unasked": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "nothing": b"HTTP/1.1 204 No Content\r\n\r\n",
    "empty": OK + b"Content-Length: 0\r\n\r\n",
    "redirect to nowhere": b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n",
    "redirect with newline": b"HTTP/1.1 301 M\r\nLocation: /a\x0bb\r\nContent-Length: 0\r\n\r\n",
    "redirect to bytes": b"HTTP/1.1 301 M\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
    "switching": b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "only informing": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 3,
    "http 0.9": b"<html>page</html>",
}
