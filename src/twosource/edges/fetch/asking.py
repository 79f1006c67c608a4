"""Send single requests: each in its host's turn, over checked lines, with an end to its time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass

import httpx2

from twosource import __version__
from twosource.edges.fetch.addresses import Resolve, host_of, public_addresses, resolved
from twosource.edges.fetch.answers import (
    BROKEN_ANSWERS,
    check_encodings,
    complaint,
    retry_after_seconds,
)
from twosource.edges.fetch.lines import CheckedTransport, ends_within
from twosource.edges.fetch.pace import Held, Pace, never_held
from twosource.edges.fetch.robots import OUR_NAME
from twosource.errors import (
    AnswerError,
    BlockedError,
    FetchError,
    GoneError,
    LaterError,
    UnreachableError,
)
from twosource.settings import FetchSettings

SLOW_DOWN = frozenset({429, 503})
REFUSALS = {
    **dict.fromkeys((404, 410), GoneError),
    **dict.fromkeys((401, 402, 403, 407, 451), BlockedError),
}


class Asker:
    """Sends requests, one at a time to a host. Safe to use from several threads."""

    def __init__(
        self,
        settings: FetchSettings,
        sleep: Callable[[float], object] | None = None,
        resolve: Resolve = resolved,
        held: Held = never_held,
    ) -> None:
        self.settings, self._resolve = settings, resolve
        self._closed = threading.Event()
        # Whoever waits is woken when the asker is closed.
        self.sleep = sleep or self._closed.wait
        self._pace = Pace(settings.most_wait_seconds, self.sleep, held)
        self._direct = CheckedTransport(settings, resolve)
        self._proxied: dict[str, httpx2.BaseTransport] = {}
        self._lock = threading.Lock()
        contact = f" (+{settings.contact})" if settings.contact else " (news reader)"
        self._agent = f"{OUR_NAME}/{__version__}{contact}"

    def close(self) -> None:
        """Close all connections, also those that others wait for; calling it twice is fine."""
        self._closed.set()
        self._direct.close()
        for transport in self._proxied.values():
            transport.close()

    def check(self, url: str) -> None:
        """Raise LaterError where an address's host wants to be left alone for longer than a run."""
        self._pace.check(host_of(url), url)

    def waits(self) -> Mapping[str, float]:
        """Return for how many seconds each host that was asked still wants no request."""
        return self._pace.waits()

    @contextmanager
    def answer(
        self, url: str, headers: dict[str, str], pause_seconds: float
    ) -> Iterator[httpx2.Response]:
        """Send one request when the host's turn has come; its time is bounded as a whole.

        Raises UnreachableError for whatever breaks on the way, also while the body is read.
        """
        settings = self.settings
        pause = max(settings.seconds_between, pause_seconds)
        timeout = {
            "connect": settings.connect_seconds,
            "read": settings.whole_seconds,
            "write": settings.whole_seconds,
            "pool": settings.whole_seconds,
        }
        with self._pace.turn(host_of(url), url, pause), ends_within(settings.whole_seconds):
            if self._closed.is_set():
                raise UnreachableError(url, "was not asked, since the run was stopped")
            try:
                request = httpx2.Request(
                    "GET",
                    url,
                    headers={
                        "User-Agent": self._agent,
                        "Accept-Encoding": "gzip, deflate, br, zstd",
                        **headers,
                    },
                    extensions={"timeout": timeout},
                )
                answer = self._transport_for(url).handle_request(request)
                answer.request = request
                try:
                    check_encodings(url, answer)
                    yield answer
                finally:
                    answer.close()
            except BROKEN_ANSWERS as error:
                raise UnreachableError(url, f"gives no answer ({error})") from error

    def _transport_for(self, url: str) -> httpx2.BaseTransport:
        proxy = proxy_for(url)
        if not proxy:
            return self._direct
        # The proxy asks for us, and its name servers may know what ours do not; but a name that
        # we can resolve and that leads inside is refused all the same.
        parts = urlsplit(url)
        with suppress(UnreachableError):
            public_addresses(
                parts.hostname or "",
                parts.port or 443,
                private_too=self.settings.private_addresses,
                resolve=self._resolve,
            )
        with self._lock:
            if proxy not in self._proxied:
                self._proxied[proxy] = httpx2.HTTPTransport(proxy=proxy, http2=True)
            return self._proxied[proxy]

    def refusal(self, url: str, asked: str, answer: httpx2.Response) -> FetchError:
        """Return the error for an answer that gives no page; a wish for a pause is granted."""
        status = answer.status_code
        if status not in SLOW_DOWN:
            return REFUSALS.get(status, AnswerError)(url, complaint(status), status)
        seconds = retry_after_seconds(answer.headers.get("retry-after", ""))
        if seconds is None:
            return LaterError(url, complaint(status), self.settings.first_wait_seconds)
        self._pace.hold(host_of(asked), seconds)
        return LaterError(url, complaint(status), seconds)


LOCAL_NAMES = ("localhost", "127.", "[::1]", "::1")  # nobody means these to go through a proxy


def proxy_for(url: str) -> str:
    """Return the address of the proxy to go through, "" for the direct way."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies_environment()
    proxy = proxies.get(parts.scheme) or proxies.get("all", "")
    if not proxy or host.startswith(LOCAL_NAMES) or proxy_bypass(host):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"
