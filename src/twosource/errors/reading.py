"""Errors of reading: a source gives nothing, or what it gives is no article."""

from __future__ import annotations

from twosource.errors.root import TwosourceError


class SourceError(TwosourceError):
    """Something that was to be read cannot be."""


class MissingSourceError(SourceError):
    """No such file, folder or address, or another kind of it than was meant."""

    def __init__(self, address: str, wanted: str, found: str = "not there") -> None:
        self.address, self.wanted, self.found = address, wanted, found
        super().__init__(f"{address}: {found}; wanted {wanted}")


class EmptySourceError(SourceError):
    """Nothing to read in it."""

    def __init__(self, address: str, wanted: str) -> None:
        self.address, self.wanted = address, wanted
        super().__init__(f"{address}: nothing to read in it; wanted {wanted}")


class BrokenRecordError(SourceError):
    """One record of a file is broken; the others are read."""

    def __init__(self, address: str, line: int, reason: str) -> None:
        self.address, self.line, self.reason = address, line, reason
        super().__init__(f"{address}, line {line}: {reason}")


class NotAFeedError(SourceError):
    """What was to be a feed, sitemap or OPML is none."""

    def __init__(self, address: str, reason: str, wanted: str) -> None:
        self.address, self.reason, self.wanted = address, reason, wanted
        super().__init__(f"{address}: {reason}; wanted {wanted}")


class FetchError(SourceError):
    """An address of the web gave nothing."""

    def __init__(self, url: str, reason: str) -> None:
        self.url, self.reason = url, reason
        super().__init__(f"{url}: {reason}")


class RefusedAddressError(FetchError):
    """It leads into a private network, or is no address of the web."""


class RobotsError(FetchError):
    """The site's robots.txt asks to stay away, or cannot be had, which means the same."""


class TooLargeError(FetchError):
    """More bytes than the settings allow."""


class UnreachableError(FetchError):
    """No answer: no such host, no connection, too slow."""


class AnswerError(FetchError):
    """An answer that is no page; `status` is that of HTTP."""

    def __init__(self, url: str, reason: str, status: int) -> None:
        self.status = status
        super().__init__(url, reason)


class GoneError(AnswerError):
    """There is no such page, or no longer."""


class BlockedError(AnswerError):
    """The server does not let us in: a login, a ban, a law."""


class LaterError(FetchError):
    """The server asks to be left alone for longer than a run waits."""

    def __init__(self, url: str, reason: str, wait_seconds: float) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(url, f"{reason}; to be asked again in {_duration(wait_seconds)}")


def _duration(seconds: float) -> str:
    """Return a length of time as people say it, rounded up."""
    for unit, name in ((3600, "hour"), (60, "minute"), (1, "second")):
        if seconds > 1.5 * unit or unit == 1:
            count = -int(-seconds // unit)
            return f"{count} {name}{'s' * (count != 1)}"
    return "a moment"


class ExtractError(TwosourceError):
    """A capture gives no article; the capture is kept all the same."""

    def __init__(self, url: str, reason: str) -> None:
        self.url, self.reason = url, reason
        super().__init__(f"{url}: {reason}")


class NotTextError(ExtractError):
    """The bytes are no text: a picture, a program, an archive."""


class NoBodyError(ExtractError):
    """A page without an article's text."""


class NotAnArticleError(ExtractError):
    """A section front, an index, an about page; `reason` says what tells so."""
