"""What every kind of feed says of an entry, and how its times, words and addresses are read."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

# Parameters of the campaign counters of Google, Facebook, Microsoft, Mailchimp, Yandex and the BBC.
TRACKER = re.compile(
    r"(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|at_(medium|campaign\w*))(=|$)"
)
WHOLE = re.compile(r"https?://[\w.-]+/[^\s\[\]]*$")  # nothing in it that joining could change
TAGS = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry as the feed gives it."""

    url: str  # absolute; "" where it names none
    id: str
    title: str = ""  # plain text
    published: datetime | None = None  # UTC; None where it does not say
    updated: datetime | None = None  # UTC; None where it does not say
    content: str = ""  # HTML of the element that is made for whole texts
    summary: str = ""  # HTML or text of the one that is made for summaries
    author: str = ""  # as written: "desk@post.example (Ann Lee)"
    source: str = ""  # whom <source> names
    source_address: str = ""  # absolute; where <source> leads, "" where it says only a name
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its entries, in its own order."""

    title: str
    entries: tuple[FeedEntry, ...]


def read_feed_time(text: str) -> datetime | None:
    """Return the time of an RFC 822 or ISO 8601 text in UTC; one without a zone is taken for UTC.

    None for what is neither, and for years that no feed can mean.
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            found = found.astimezone(UTC)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
        return found if 1990 <= found.year <= 2100 else None
    return None


def plain(markup: str) -> str:
    """Return the text of a short piece of HTML on one line."""
    return " ".join(html.unescape(TAGS.sub(" ", markup)).split())


def without_trackers(address: str) -> str:
    """Return an address without what only counts where its readers come from.

    So that a page which two feeds lead to is one page. All else of the address stays as it is.
    """
    whole, hash_mark, fragment = address.partition("#")
    start, mark, query = whole.partition("?")
    kept = [part for part in query.split("&") if not TRACKER.match(part)]
    return start + mark * bool(kept) + "&".join(kept) + hash_mark + fragment


def joined(base: str, address: str) -> str:
    """Return an address made absolute, "" for one that cannot be."""
    address = address.strip()
    if WHOLE.match(address) or not address:
        return address or base
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
