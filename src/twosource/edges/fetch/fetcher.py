"""Fetch pages, feeds and archives from the web as a guest that every webmaster would welcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Self

import httpx2

from twosource.edges.fetch.addresses import Resolve, resolved
from twosource.edges.fetch.answers import fresh_seconds, read_body, read_start, refresh_of
from twosource.edges.fetch.asking import Asker
from twosource.edges.fetch.fetched import Fetched, KnownRules
from twosource.edges.fetch.large import LargeFiles
from twosource.edges.fetch.pace import Held, growing_pause, never_held
from twosource.edges.fetch.robots import OUR_NAME, RobotsBook
from twosource.edges.fetch.way import Way
from twosource.errors import AnswerError, LaterError, RobotsError, UnreachableError
from twosource.model.visited import Visit
from twosource.settings import FetchSettings

NOT_MODIFIED = 304
TRY_AGAIN = frozenset({500, 502, 504, 520, 521, 522, 523, 524})
# Feeds lead to sounds and films of hundreds of megabytes; none of these is ever read.
NO_PAGES = ("audio/", "video/", "image/", "font/")
ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
    "application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
)


class Fetcher:
    """Asks addresses of the web. Safe to use from several threads; close it, or use it in a `with`.

    One request at a time goes to a host, with a pause between two. robots.txt is heeded. A
    server that is busy is asked again later, each time after a longer pause with chance in it,
    so that many readers do not come back at one moment. No cookies are kept, no script is run.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        rules: KnownRules | None = None,
        sleep: Callable[[float], object] | None = None,
        resolve: Resolve = resolved,
        held: Held = never_held,
    ) -> None:
        self.settings = settings
        self._asker = Asker(settings, sleep, resolve, held)
        self._large = LargeFiles(self._asker, self._may_ask)
        self._robots = RobotsBook(self._robots_bytes, rules or KnownRules())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, also those that others wait for; calling it twice is fine."""
        self._asker.close()

    def fetch(self, url: str, known: Visit | None = None) -> Fetched:
        """Return what an address answers; a 304 where it is as it was at the `known` visit.

        Raises FetchError's leaves and nothing else.
        """
        headers = {"Accept": ACCEPT}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        self._may_ask(url)  # a site that has no robots.txt to give is not asked three times over
        return self._with_patience(
            url, lambda: self._followed(url, headers, self.settings.most_bytes, self._may_ask)
        )

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names."""
        return self._robots.rules_for(url).sitemaps

    def pieces(self, url: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the stored bytes of a large file from `start` on, up to and without `end`.

        A connection that breaks is taken up again where it broke. Raises FetchError's leaves.
        """
        return self._large.pieces(url, start, end)

    def stamp(self, url: str) -> str:
        """Return by what a large file is known to be as it was, "" where its server tells nothing.

        Raises FetchError's leaves.
        """
        return self._large.stamp(url)

    def waits(self) -> Mapping[str, float]:
        """Return for how many seconds each host that was asked still wants no request."""
        return self._asker.waits()

    # one request

    def _with_patience(self, url: str, ask: Callable[[], Fetched]) -> Fetched:
        for tries in range(1, self.settings.most_tries + 1):
            last = tries == self.settings.most_tries
            try:
                return ask()
            except UnreachableError:
                if last:
                    raise
                wait = growing_pause(tries, self.settings)
            except AnswerError as error:
                if last or error.status not in TRY_AGAIN:
                    raise
                wait = growing_pause(tries, self.settings)
            except LaterError as error:
                if last or error.wait_seconds > self.settings.most_wait_seconds:
                    raise
                wait = max(error.wait_seconds, growing_pause(tries, self.settings))
            self._asker.sleep(wait)
        raise UnreachableError(url, "was not asked, since fetch.most_tries is 0")

    def _may_ask(self, url: str) -> float:
        """Return the pause the site wants; raises RobotsError where it wants no visit.

        A host that wants to be left alone for now is not asked for its robots.txt either.
        """
        self._asker.check(url)
        if not self.settings.robots:
            return 0.0
        rules = self._robots.rules_for(url)
        if not rules.allows(url):
            raise RobotsError(url, f"robots.txt asks {OUR_NAME} to stay away")
        return rules.pause_seconds

    def _robots_bytes(self, url: str, most_bytes: int) -> bytes:
        def ask() -> Fetched:
            return self._followed(
                url, {"Accept": "text/plain"}, most_bytes, lambda _: 0.0, read=read_start
            )

        return self._with_patience(url, ask).body

    def _followed(
        self,
        url: str,
        headers: dict[str, str],
        most_bytes: int,
        may_ask: Callable[[str], float],
        read: Callable[[str, httpx2.Response, int], bytes] = read_body,
    ) -> Fetched:
        """Ask an address and follow its redirects, those that a page itself makes among them."""
        way = Way(url, self._asker, may_ask)
        while True:
            with way.answer(headers) as answer:
                self._check(url, way.asked, answer)
                same = answer.status_code == NOT_MODIFIED
                body = b"" if same else read(url, answer, most_bytes)
                led = refresh_of(way.asked, answer, body)
                if not led or led == way.asked:
                    return _fetched(way, answer, body)
                way.go_on(led)

    def _check(self, url: str, asked: str, answer: httpx2.Response) -> None:
        """Raise what is wrong with an answer, as far as its head tells."""
        status = answer.status_code
        if status == NOT_MODIFIED and "if-none-match" not in answer.request.headers:
            if "if-modified-since" not in answer.request.headers:
                raise AnswerError(url, "says 'not modified' without having been asked", status)
        elif status != NOT_MODIFIED and not 200 <= status < 300:
            raise self._asker.refusal(url, asked, answer)
        media_type = answer.headers.get("content-type", "")
        if status != NOT_MODIFIED and media_type.lower().startswith(NO_PAGES):
            raise AnswerError(url, f"is no page but {media_type[:50]}; left unread", status)


def _fetched(way: Way, answer: httpx2.Response, body: bytes) -> Fetched:
    same = answer.status_code == NOT_MODIFIED
    if not body and not same:
        raise AnswerError(way.url, "answers with nothing", answer.status_code)
    return Fetched(
        url=way.url,
        final_url=way.asked,
        moved_to=way.moved_to,
        status=NOT_MODIFIED if same else 200,
        media_type=answer.headers.get("content-type", ""),
        body=body,
        etag=answer.headers.get("etag", "")[:1000],
        last_modified=answer.headers.get("last-modified", "")[:100],
        fetched_at=datetime.now(UTC).replace(microsecond=0),
        fresh_seconds=fresh_seconds(answer),
    )
