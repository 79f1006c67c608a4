"""Pages and feeds that a test puts on its own server, and how they are fetched."""

from __future__ import annotations

from tests.edges.server import Site
from tests.edges.sources.feeds import item, rss
from twosource.settings import FetchSettings

QUICK = FetchSettings(
    private_addresses=True,
    seconds_between=0.0,
    first_wait_seconds=0.001,
    most_wait_seconds=0.5,
    connect_seconds=1.0,
    whole_seconds=1.0,
)


def text(number: int) -> str:
    """Return a page whose words no other page has."""
    words = " ".join(f"Harbour {number} word {number * 97 + n} stood." for n in range(12))
    return (
        f"<html lang=en><head><title>Ferry {number}</title></head><body><article>"
        f"<h1>Ferry {number} aground</h1><p>{words}</p></article></body></html>"
    )


def feed_of(site: Site, count: int, prefix: str = "") -> str:
    links = [site.put(f"{prefix}/{number}", text(number)) for number in range(count)]
    return f"feed:{site.put(f'{prefix}/feed', rss(*map(item, links)))}"
