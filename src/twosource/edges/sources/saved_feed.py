"""Take a saved feed apart, so that its entries are articles of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.edges.sources.feed import lead_of, nowhere, record_of, stands_alone
from twosource.edges.sources.feed_entries import read_feed
from twosource.edges.sources.saved import make_capture
from twosource.errors import SourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.text.record import RECORD_TYPE

# How a feed begins: after a byte order mark, declarations and comments with its root.
ROOT = re.compile(rb"(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<([a-z]+:)?(rss|rdf|feed)\b", re.I)


def parts_of(saved: Capture) -> Iterator[Capture | Failed]:
    """Yield what was saved, or, where that is a feed, each of its entries.

    An entry without a text of its own fails; its page is fetched when failures are tried again.
    """
    is_feed = ROOT.match(saved.body[:2000])
    entries = read_feed(saved.body, saved.media_type, saved.url).entries if is_feed else ()
    if not entries:
        yield saved
    for entry in entries:
        lead = lead_of(entry, saved.url)
        if stands_alone(entry):
            yield make_capture(
                url=lead.url,
                body=record_of(lead.url, entry),
                media_type=RECORD_TYPE,
                fetched_at=saved.fetched_at,
                via=saved.via,
                told=lead.told,
            )
        elif entry.url:
            told = f"{lead.url}: {saved.url} has a teaser of it alone; twosource retry fetches it"
            yield Failed.by(SourceError(told), lead.url, "source")
        else:
            yield nowhere(entry, lead, saved.url)
