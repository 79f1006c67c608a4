"""Open connections to addresses that were checked, and cut them when a request's time is over."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2
import httpx2

from twosource.edges.fetch.addresses import Resolve, public_addresses, resolved
from twosource.settings import FetchSettings

LONGEST_WAIT_SECONDS = 3600.0  # of one read where no deadline is set; sockets refuse infinity


class _Deadline(threading.local):
    """When the request that a thread is making must be over, by time.monotonic()."""

    at = float("inf")


_deadline = _Deadline()


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """Let every read and write inside end when the time is over, however slowly bytes drip."""
    before, _deadline.at = _deadline.at, time.monotonic() + seconds
    try:
        yield
    finally:
        _deadline.at = before


def _left(timeout: float | None) -> float:
    left = min(_deadline.at - time.monotonic(), LONGEST_WAIT_SECONDS)
    if left <= 0:
        raise httpcore2.TimeoutException("the time for this request is over")
    return left if timeout is None else min(left, timeout)


class CheckedTransport(httpx2.BaseTransport):
    """Sends requests over connections that lead to public addresses alone.

    A name is resolved once per connection, each of its addresses is checked, and the connection
    is made to the address that was checked; certificates are held against the name.
    """

    def __init__(self, settings: FetchSettings, resolve: Resolve = resolved) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            http2=True,
            max_connections=4 * settings.hosts_at_once,
            max_keepalive_connections=settings.hosts_at_once,
            keepalive_expiry=60.0,
            network_backend=_CheckedNet(private_too=settings.private_addresses, resolve=resolve),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; the answer's body is still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedNet(httpcore2.NetworkBackend):
    """Makes TCP connections to checked addresses."""

    def __init__(self, *, private_too: bool, resolve: Resolve) -> None:
        self._private_too, self._resolve = private_too, resolve
        self._net = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = public_addresses(
            host, port, private_too=self._private_too, resolve=self._resolve
        )
        for left, address in enumerate(addresses, start=1 - len(addresses)):
            try:
                return _Line(self._net.connect_tcp(address, port, _left(timeout)))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if left == 0:
                    raise
        raise httpcore2.ConnectError("the host has no address")


class _Line(httpcore2.NetworkStream):
    """One connection whose every wait ends with the request's time."""

    def __init__(self, line: httpcore2.NetworkStream) -> None:
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._line.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._line.write(buffer, _left(timeout))

    def close(self) -> None:
        self._line.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        return _Line(self._line.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._line.get_extra_info(info)
