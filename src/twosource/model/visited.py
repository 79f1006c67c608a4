"""What is remembered of the places that news comes from: each address, and each source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import Capture, Told
from twosource.model.outcome import Failed

IN_PART = 206  # the status of a source whose rest the next look reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How an address was found when it was last asked: what a polite second visit needs."""

    url: str
    source: str  # the source address that led there: "feed:https://…"
    at: datetime  # UTC
    status: int  # of HTTP; 0 where no answer came, IN_PART for a source
    etag: str = ""
    last_modified: str = ""  # as the server wrote it
    looks: int = 0  # times its content was read
    failed: int = 0  # times in a row it could not be read
    due_at: datetime | None = None  # UTC; None where it is not to be asked again by itself
    moved_to: str = ""  # where a permanent redirect leads, or the feed a site's page names
    fresh_until: datetime | None = None  # UTC; None where the server does not say
    told: tuple[tuple[Told, str], ...] = ()  # what its source said of it, for the next look too
    position: int = 0  # of an archive that is read in part: where the rest of it starts
    led_to: str = ""  # where redirects of any kind led when it last answered, "" for nowhere else


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A source has said all it had to say, or broke off with an error."""

    source: str
    at: datetime
    failed: Failed | None = None  # None where it was read to its end
    not_before: datetime | None = None  # UTC; None unless the server asked to be left alone
    fresh_until: datetime | None = None  # UTC, when there may be something new; None if not told
    moved_to: str = ""
    in_part: bool = False  # the next look goes on with it


Item = Capture | Failed | Visit | Ended


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What a source brought on one day (UTC)."""

    day: str  # 2026-03-03
    articles: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """How a source that is looked at again and again has fared."""

    address: str
    due_at: datetime  # UTC
    wait_seconds: int  # between two looks; follows how often something new comes
    tried_at: datetime | None = None  # None until the first look
    succeeded_at: datetime | None = None  # None until one succeeded
    new_at: datetime | None = None  # when it last brought an article; None if it never did
    looks: int = 0
    errors: int = 0  # in a row
    error: str = ""  # the class of the last one's error, "" after a success
    message: str = ""
    moved_to: str = ""
    not_before: datetime | None = None  # UTC; None unless the server asked to be left alone
    days: tuple[DayCount, ...] = ()  # the last two weeks with articles, oldest first
