"""Heed a site's robots.txt: what it asks to leave alone, and how slowly to come."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from twosource.edges.fetch.fetched import KnownRules
from twosource.errors import (
    AnswerError,
    FetchError,
    RefusedAddressError,
    RobotsError,
    UnreachableError,
)

OUR_NAME = "Twosource"
MOST_ROBOTS_BYTES = 512_000  # RFC 9309 asks for 500 KiB at least; what comes after is not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one site's robots.txt says to us."""

    rules: Protego

    def allows(self, url: str) -> bool:
        """Say whether the site lets this address be read."""
        return bool(self.rules.can_fetch(url, OUR_NAME))

    @property
    def pause_seconds(self) -> float:
        """How long the site wants us to wait between two requests; 0 where it does not say."""
        rate = self.rules.request_rate(OUR_NAME)
        by_rate = float(rate.seconds) / rate.requests if rate and rate.requests else 0.0
        return max(float(self.rules.crawl_delay(OUR_NAME) or 0.0), by_rate)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps the site names."""
        return tuple(self.rules.sitemaps)


class RobotsBook:
    """Reads each site's robots.txt once in a run, and once a day where its text is known."""

    def __init__(self, read: Callable[[str, int], bytes], known: KnownRules) -> None:
        self._read, self._known = read, known
        self._rules: dict[str, Rules | FetchError] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules_for(self, url: str) -> Rules:
        """Return the rules of an address's site.

        RFC 9309: no such file means that all is allowed. A file that cannot be had means that
        nothing is: raises RobotsError then, or UnreachableError, for the whole run.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._rules:
                self._rules[site] = self._asked(site)
            found = self._rules[site]
        if isinstance(found, RefusedAddressError):
            raise found
        if isinstance(found, UnreachableError):
            raise UnreachableError(url, found.reason) from found
        if isinstance(found, FetchError):
            raise RobotsError(url, f"left alone, since its robots.txt cannot be had: {found}")
        return found

    def _asked(self, site: str) -> Rules | FetchError:
        text = self._known.get(site)
        if text is not None:
            return Rules(rules=Protego.parse(text))
        try:
            body = self._read(f"{site}/robots.txt", MOST_ROBOTS_BYTES)
            text = body.decode("utf-8", "replace")
        except AnswerError as error:
            if error.status >= 500:
                return error
            text = ""
        except FetchError as error:
            return error
        self._known.put(site, text)
        # A page instead of rules, as many servers answer for every address, holds no rule.
        return Rules(rules=Protego.parse(text))
