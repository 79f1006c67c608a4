"""Read a feed: its new entries as whole texts where it gives them, else the pages they lead to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

import msgspec

from twosource.canonical import digest_of_bytes
from twosource.edges.fetch.fetched import Fetched
from twosource.edges.sources.entry import Feed, FeedEntry, joined, plain, without_trackers
from twosource.edges.sources.feed_entries import WANTED, read_feed
from twosource.edges.sources.saved import make_capture
from twosource.edges.sources.visiting import Lead, after_answer, is_wanted, look_again, look_at
from twosource.edges.sources.wire import Wire
from twosource.errors import FetchError, NotAFeedError
from twosource.model.acquired import Capture, Told
from twosource.model.outcome import Failed
from twosource.model.visited import IN_PART, Visit
from twosource.text.record import RECORD_TYPE
from twosource.text.sign_offs import sign_off

LEAST_WHOLE_WORDS = 150  # a feed's text with fewer may be the start of a longer one
LEAST_BRIEF_WORDS = 40  # with fewer it is a teaser, and says less than a headline and a lead
# How a text ends that goes on elsewhere; the last words of a feed's text, tags taken out.
GOES_ON = re.compile(
    r"(…|\.\.\.|\[&hellip;\]|\[…\]|\[\.\.\.\]"
    r"|\b(read|continue|see|view|full)\b[^.!?]{0,40}\b(more|reading|story|article|post|on)\b[^.!?]*)"
    r"\W*$",
    re.IGNORECASE,
)
USUAL_PLACES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
MOST_PLACES = 8  # that a site is asked for before it counts as one without a feed


class FeedSource:
    """Brings what is new in a feed; a site's address leads to the feed that it names."""

    def __init__(self, place: str, wire: Wire) -> None:
        self._url = place if "://" in place else f"https://{place}"
        self._address, self._wire = f"feed:{place}", wire
        self._left = False  # some entries are still to be fetched

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield new entries in the feed's order, then pages whose time for another look has come.

        Raises FetchError's leaves where the feed cannot be had, NotAFeedError where it is none.
        """
        now = datetime.now(UTC).replace(microsecond=0)
        before = self._wire.recall([self._url]).get(self._url)
        before = before or Visit(url=self._url, source=self._address, at=now, status=0)
        fetched, feed = self._asked(before)
        if feed is not None:
            yield from self._entries(feed)
        yield from look_again(self._address, self._wire)
        yield replace(
            after_answer(before, fetched, complete=not self._left),
            status=IN_PART if self._left else fetched.status,
            fresh_until=fetched.fetched_at + timedelta(seconds=fetched.fresh_seconds),
            moved_to=fetched.moved_to or before.moved_to,
        )

    # the feed itself

    def _asked(self, before: Visit) -> tuple[Fetched, Feed | None]:
        fetched = self._wire.fetcher.fetch(before.moved_to or self._url, before)
        if fetched.status == 304:
            return fetched, None
        try:
            return fetched, read_feed(fetched.body, fetched.media_type, fetched.final_url)
        except NotAFeedError as error:
            found = self._discovered(fetched)
            if found is None:
                reason = (
                    f"{error.reason}, and leads to no feed; sitemap:{self._url} may know its pages"
                )
                raise NotAFeedError(self._url, reason, WANTED) from error
            return found

    def _discovered(self, page: Fetched) -> tuple[Fetched, Feed] | None:
        """Return the feed that a site's page names, else one at the places where feeds lie."""
        named = links_to_feeds(page.body, page.final_url)
        usual = (urljoin(page.final_url, place) for place in USUAL_PLACES)
        for place in list(dict.fromkeys([*named, *usual]))[:MOST_PLACES]:
            try:
                fetched = self._wire.fetcher.fetch(place)
                feed = read_feed(fetched.body, fetched.media_type, fetched.final_url)
            except (FetchError, NotAFeedError):
                continue
            return replace(fetched, moved_to=fetched.moved_to or place), feed
        return None

    # its entries

    def _entries(self, feed: Feed) -> Iterator[Capture | Failed | Visit]:
        leads: dict[str, tuple[Lead, FeedEntry]] = {}
        for entry in feed.entries:
            lead = lead_of(entry, self._url)
            leads.setdefault(lead.url, (lead, entry))
        known = self._wire.recall(list(leads))
        fetched = 0
        for url, (lead, entry) in leads.items():
            if is_whole(entry):
                yield from self._text(lead, entry, known.get(url))
            elif not entry.url:
                yield from self._nowhere(entry, known.get(url), lead)
            elif is_wanted(lead, known.get(url)) and self._wire.claim(url):
                if fetched >= self._wire.settings.pages_per_run:
                    self._left = True
                    return
                fetched += 1
                for item in look_at(lead, self._address, known.get(url), self._wire):
                    if isinstance(item, Failed) and stands_alone(entry):
                        yield self._capture(lead, record_of(url, entry))
                    else:
                        yield item

    def _text(self, lead: Lead, entry: FeedEntry, known: Visit | None) -> Iterator[Capture | Visit]:
        """Yield a text that the feed holds whole; again when its words have changed."""
        body = record_of(lead.url, entry)
        mark = digest_of_bytes(body)
        if known is not None and known.etag == mark:
            return
        capture = self._capture(lead, body)
        yield capture
        yield Visit(
            url=lead.url,
            source=self._address,
            at=capture.fetched_at,
            status=200,
            etag=mark,
            looks=(known.looks if known else 0) + 1,
        )

    def _capture(self, lead: Lead, body: bytes) -> Capture:
        return make_capture(
            url=lead.url,
            body=body,
            media_type=RECORD_TYPE,
            fetched_at=datetime.now(UTC).replace(microsecond=0),
            via=self._address,
            told=lead.told,
        )

    def _nowhere(
        self, entry: FeedEntry, known: Visit | None, lead: Lead
    ) -> Iterator[Failed | Visit]:
        if known is None:
            yield nowhere(entry, lead, self._url)
            now = datetime.now(UTC).replace(microsecond=0)
            yield Visit(url=lead.url, source=self._address, at=now, status=0)


def lead_of(entry: FeedEntry, feed: str) -> Lead:
    """Return the page that an entry leads to; without an address it is named after its feed."""
    url = without_trackers(entry.url) or f"{feed}#{entry.id}"
    return Lead(url=url, changed_at=entry.updated, told=told_by(entry))


def nowhere(entry: FeedEntry, lead: Lead, feed: str) -> Failed:
    """Return what is said of an entry that has neither an address nor a text."""
    return Failed(
        item=lead.url,
        stage="source",
        error="NotAFeedError",
        message=f"{feed}: the entry {entry.title or entry.id!r} has no address and no whole text",
    )


def is_whole(entry: FeedEntry) -> bool:
    """Say whether the text in the feed is all that its page would give.

    It stands in the element made for whole texts, is longer than its summary and than a teaser,
    and does not end in dots or a call to read on.
    """
    return stands_alone(entry) and len(_text_of(entry).split()) >= LEAST_WHOLE_WORDS


def stands_alone(entry: FeedEntry) -> bool:
    """Say whether the text in the feed may serve where its page cannot be had.

    As a whole text, but it may be as short as a brief.
    """
    text = _text_of(entry)
    words, summary_words = len(text.split()), len(plain(entry.summary).split())
    return (
        words >= LEAST_BRIEF_WORDS
        and (not entry.summary or words > 1.5 * summary_words or words > 4 * LEAST_WHOLE_WORDS)
        and GOES_ON.search(text[-200:]) is None
    )


def _text_of(entry: FeedEntry) -> str:
    text = plain(entry.content)
    end = sign_off(text)
    return text[: end.start()].strip() if end else text


def record_of(url: str, entry: FeedEntry) -> bytes:
    """Return an entry's whole text as a record; equal entries give equal bytes."""
    record: dict[str, str] = {"url": url, "headline": entry.title, "html": entry.content}
    if entry.published:
        record["published"] = entry.published.isoformat()
    if entry.language:
        record["language"] = entry.language
    return msgspec.json.encode(record, order="sorted")


def told_by(entry: FeedEntry) -> tuple[tuple[Told, str], ...]:
    """Return what a feed says of a page beside its words, without what it leaves open."""
    said: tuple[tuple[Told, str], ...] = (
        ("source", entry.source),
        ("source address", entry.source_address),
        ("headline", entry.title),
        ("byline", entry.author),
        ("published", entry.published.isoformat() if entry.published else ""),
        ("changed", entry.updated.isoformat() if entry.updated else ""),
        ("language", entry.language),
    )
    return tuple((name, words) for name, words in said if words)


def links_to_feeds(page: bytes, url: str) -> Iterator[str]:
    """Yield the addresses of the feeds that a web page names in its head, in its order."""
    for tag in re.finditer(rb"<link\b[^<>]{0,2000}>", page[:500_000], re.IGNORECASE):
        said = dict(re.findall(r"([a-z]+)\s*=\s*[\"']?([^\"'>\s]+)", _text(tag.group(0))))
        kind = said.get("type", "")
        if "alternate" in said.get("rel", "") and (
            "rss" in kind or "atom" in kind or "feed" in kind
        ):
            address = joined(url, html.unescape(said.get("href", "")))
            if address.startswith(("http://", "https://")) and said.get("href"):
                yield address


def _text(tag: bytes) -> str:
    text = tag.decode("utf-8", "replace")
    # Names of attributes in lower case; their values as they are.
    return re.sub(r"([A-Za-z]+)(\s*=)", lambda match: match.group(1).lower() + match.group(2), text)
