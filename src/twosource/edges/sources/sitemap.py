"""Read a site's sitemaps, news sitemaps and indexes of them, and bring the pages that are new."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from lxml import etree

from twosource.edges.fetch.fetched import Fetched
from twosource.edges.sources.entry import read_feed_time
from twosource.edges.sources.markup import local_name, own_text, read_xml, unpacked
from twosource.edges.sources.visiting import Lead, after_answer, is_wanted, look_again, look_at
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, SourceError
from twosource.model.acquired import Capture, Told
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

WANTED = "a sitemap"
MOST_DEPTH = 3  # of indexes in indexes; the protocol knows one level
MOST_MAPS = 500  # of one site in one run
MOST_PAGES = 50_000  # of one map, as the protocol has it
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """One map: the pages it names, and the maps below it."""

    pages: tuple[Lead, ...] = ()
    maps: tuple[Lead, ...] = ()


class SitemapSource:
    """Brings the pages of a sitemap, newest first; a site's address leads to the maps it names."""

    def __init__(self, place: str, wire: Wire) -> None:
        self._url = place if "://" in place else f"https://{place}"
        self._address, self._wire = f"sitemap:{place}", wire
        self._pages_left = wire.settings.pages_per_run

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield new pages, then those whose time for another look has come.

        Raises FetchError's leaves or NotAFeedError where the first map cannot be read,
        EmptySourceError where it names nothing.
        """
        roots = self._roots()
        found = 0
        for number, root in enumerate(roots):
            try:
                for item in self._map(Lead(url=root), MOST_DEPTH, [0]):
                    found += 1
                    yield item
            except SourceError as error:
                if number + 1 == len(roots) and not found:
                    raise
                yield Failed.by(error, root, "source")
        yield from look_again(self._address, self._wire)

    def _roots(self) -> tuple[str, ...]:
        if urlsplit(self._url).path not in ("", "/"):
            return (self._url,)
        named = [url for url in self._wire.fetcher.sitemaps(self._url) if same_site(url, self._url)]
        return tuple(dict.fromkeys(named)) or (urljoin(self._url, "/sitemap.xml"),)

    def _map(self, lead: Lead, depth: int, seen: list[int]) -> Iterator[Capture | Failed | Visit]:
        known = self._wire.recall([lead.url]).get(lead.url)
        fetched = self._wire.fetcher.fetch(lead.url, known)
        complete = True
        if fetched.status != 304:
            body = unpacked(fetched.body, lead.url)
            found = read_sitemap(body, fetched.media_type, fetched.final_url)
            if not found.pages and not found.maps:
                raise EmptySourceError(lead.url, "a sitemap that names pages of its own site")
            complete = yield from self._pages(found.pages)
            for below in newest_first(found.maps):
                seen[0] += 1
                if self._pages_left <= 0 or depth == 0 or seen[0] > MOST_MAPS:
                    complete = False
                    break
                if self._is_worth(below):
                    try:
                        yield from self._map(below, depth - 1, seen)
                    except SourceError as error:
                        complete = False
                        yield Failed.by(error, below.url, "source")
        yield self._visit(lead.url, known, fetched, complete=complete)

    def _is_worth(self, below: Lead) -> bool:
        """Say whether a map has changed since it was read to its end, and may hold wanted days."""
        if self._is_too_old(below.changed_at):
            return False
        known = self._wire.recall([below.url]).get(below.url)
        done = known is not None and known.looks > 0
        return not (done and below.changed_at and known and below.changed_at < known.at)

    def _pages(self, leads: tuple[Lead, ...]) -> Generator[Capture | Failed | Visit, None, bool]:
        """Yield what the new pages give; answer whether all of them were looked at."""
        known = self._wire.recall([lead.url for lead in leads])
        for lead in newest_first(leads):
            before = known.get(lead.url)
            if self._is_too_old(lead.changed_at) or not is_wanted(lead, before):
                continue
            if self._wire.claim(lead.url):
                if self._pages_left <= 0:
                    return False
                self._pages_left -= 1
                yield from look_at(lead, self._address, before, self._wire)
        return True

    def _is_too_old(self, changed_at: datetime | None) -> bool:
        since: date | None = self._wire.since
        return since is not None and changed_at is not None and changed_at.date() < since

    def _visit(self, url: str, known: Visit | None, fetched: Fetched, *, complete: bool) -> Visit:
        fresh = Visit(url=url, source=self._address, at=fetched.fetched_at, status=0)
        visit = after_answer(known or fresh, fetched, complete=complete)
        return visit if complete else replace(visit, looks=0)


def newest_first(leads: tuple[Lead, ...]) -> list[Lead]:
    """Return leads by the time they name, the undated last, else in the map's order."""
    return sorted(leads, key=lambda lead: lead.changed_at or LONG_AGO, reverse=True)


def read_sitemap(body: bytes, media_type: str, url: str) -> Sitemap:
    """Return what a sitemap names: in XML, as a list of addresses in plain text, or as a feed.

    Pages of other sites are left out: a map may speak for its own site alone.
    """
    if body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"http://", b"https://")):
        lines = body.decode("utf-8", "replace").split()[:MOST_PAGES]
        return Sitemap(pages=tuple(Lead(url=line) for line in lines if same_site(line, url)))
    root = read_xml(body, media_type, url, WANTED)
    leads = [
        (local_name(entry), lead)
        for entry in root
        if local_name(entry) in ("url", "sitemap")
        if (lead := _lead(entry)) is not None and same_site(lead.url, url)
    ]
    return Sitemap(
        pages=tuple(lead for name, lead in leads if name == "url")[:MOST_PAGES],
        maps=tuple(lead for name, lead in leads if name == "sitemap")[:MOST_MAPS],
    )


def same_site(url: str, other: str) -> bool:
    """Say whether two addresses are of one site: one host, or one below the other's domain."""
    try:
        hosts = [(urlsplit(each).hostname or "").removeprefix("www.") for each in (url, other)]
    except ValueError:
        return False
    one, two = hosts
    return bool(one) and (one == two or one.endswith(f".{two}") or two.endswith(f".{one}"))


def _lead(entry: etree._Element) -> Lead | None:
    said: dict[str, str] = {}
    for element in entry.iter():
        name = local_name(element)
        # A map of pictures or videos has a <loc> and a <title> of its own for each.
        parent = element.getparent()
        inside = local_name(parent) if parent is not None else ""
        if name and inside in ("url", "sitemap", "news", "publication"):
            said.setdefault(name, own_text(element))
    published, changed = (
        read_feed_time(said.get(name, "")) for name in ("publication_date", "lastmod")
    )
    told: tuple[tuple[Told, str], ...] = (
        ("headline", said.get("title", "")),
        ("published", published.isoformat() if published else ""),
        ("language", said.get("language", "")),
    )
    if not said.get("loc"):
        return None
    if local_name(entry) == "sitemap" and len(said.get("lastmod", "")) == len("2026-03-03"):
        # A map of a day without an hour may have changed until that day's end.
        changed = changed + timedelta(days=1) if changed else None
    return Lead(
        url=said["loc"],
        changed_at=max(filter(None, (published, changed)), default=None),
        told=tuple((name, words) for name, words in told if words),
    )
