"""A web server on the loopback whose every address answers as a test wants it to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from twosource.settings import FetchSettings

Answer = Callable[[BaseHTTPRequestHandler], None]

QUICK = FetchSettings(
    private_addresses=True,
    seconds_between=0.0,
    first_wait_seconds=0.001,
    most_wait_seconds=1.0,
    connect_seconds=1.0,
    whole_seconds=1.0,
    most_bytes=1_000_000,
)


@dataclass
class Site:
    """What each path answers, and what was asked, in order."""

    root: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)  # request headers, lower case

    def url(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.root + path

    def put(self, path: str, body: bytes | str, kind: str = "text/html", **headers: str) -> str:
        """Let a path answer with a page; return its address. `_` stands for `-` in a header."""
        self.answers[path] = page(body, kind, **headers)
        return self.url(path)

    def on(self, path: str, answer: Answer) -> str:
        """Let a path answer by a function; return its address."""
        self.answers[path] = answer
        return self.url(path)

    def times_asked(self, path: str) -> int:
        """Return how often a path was asked."""
        return self.asked.count(path)


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site on a free port of 127.0.0.1 until the block is left."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.heads.append({name.lower(): value for name, value in self.headers.items()})
            site.answers.get(self.path, status(404))(self)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of a reader that hangs up: that is what many tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def page(body: bytes | str, kind: str = "text/html", **headers: str) -> Answer:
    """Answer with these bytes; with an `etag` or `last_modified` also with 304."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        etag, stamp = headers.get("etag"), headers.get("last_modified")
        known = handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since")
        fresh = (etag is not None and known[0] == etag) or (stamp is not None and known[1] == stamp)
        send(handler, 304 if fresh else 200, b"" if fresh else data, kind, **headers)

    return answer


def status(code: int, body: bytes = b"", **headers: str) -> Answer:
    """Answer with a status."""
    return lambda handler: send(handler, code, body, **headers)


def moved(target: str, code: int = 301) -> Answer:
    """Answer with a redirect."""
    return status(code, location=target)


def raw(*pieces: bytes, pause_seconds: float = 0.0) -> Answer:
    """Answer with bytes on the line, as they are and then hang up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            if pause_seconds:
                threading.Event().wait(pause_seconds)

    return answer


def stretches(data: bytes, **headers: str) -> Answer:
    """Answer with the stretch of these bytes that is asked for, as servers of large files do."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers.get("Range", "")
        first, _, last = asked.removeprefix("bytes=").partition("-")
        if not asked:
            send(handler, 200, data, **headers)
            return
        start, end = int(first), min(int(last) + 1 if last else len(data), len(data))
        place = f"bytes {start}-{end - 1}/{len(data)}"
        send(handler, 206, data[start:end], **{**headers, "content_range": place})

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Answer the first time so, the second time so; the last for ever."""
    left = list(answers)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def send(
    handler: BaseHTTPRequestHandler,
    code: int,
    body: bytes = b"",
    kind: str = "text/html",
    **headers: str,
) -> None:
    """Write one answer."""
    handler.send_response(code)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)
