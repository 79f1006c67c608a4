"""Every error Twosource raises, as one tree.

TwosourceError
├── InvalidValueError (also ValueError)   a value breaks its own rule
├── ConfigurationError                    the user asked for what there is not
│   ├── UnknownPartError                  no part of that name stands in the catalogue
│   ├── UnknownSettingError               no setting of that name
│   ├── BadSettingError                   a setting has a value it cannot have
│   ├── MissingExtraError                 a part needs a package that is not installed
│   └── BadTableError                     a row of a table (outlets, themes) is wrong
├── SourceError                           something that was to be read cannot be
│   ├── MissingSourceError                no such file, folder or address
│   ├── EmptySourceError                  nothing to read in it
│   ├── BrokenRecordError                 one record of a file is broken
│   ├── NotAFeedError                     what was to be a feed, sitemap or OPML is none
│   └── FetchError                        an address of the web gave nothing
│       ├── RefusedAddressError           it leads into a private network, or is no web address
│       ├── RobotsError                   the site's robots.txt asks to stay away
│       ├── TooLargeError                 more bytes than the settings allow
│       ├── UnreachableError              no answer: no such host, no connection, too slow
│       ├── AnswerError                   an answer that is no page: 500, a loop of redirects
│       │   ├── GoneError                 there is no such page (any more)
│       │   └── BlockedError              the server does not let us in
│       └── LaterError                    the server asks to be left alone for longer than we wait
├── ExtractError                          a capture gives no article
│   ├── NotTextError                      the bytes are no text: a picture, a program
│   ├── NoBodyError                       a page without an article's text
│   └── NotAnArticleError                 a section front, an index, an about page
├── StoreError                            the store refuses
│   ├── NewerSchemaError                  made by a later Twosource
│   ├── NotAStoreError                    some other file
│   ├── StoreLockedError                  another process holds it
│   ├── StoreReadOnlyError                it may not be written
│   ├── StoreFullError                    the disk is full
│   └── NotHeldError                      no such story, article or claim
├── ContradictionError                    verdicts that cannot both hold
└── VerificationError                     a sentence is not where it says it is
"""

from __future__ import annotations

from collections.abc import Iterable


class TwosourceError(Exception):
    """Whatever goes wrong here; its text says what was found, what was wanted, what to do."""


class InvalidValueError(TwosourceError, ValueError):
    """A value breaks its own rule."""

    def __init__(self, value: str, field: str, found: str, wanted: str) -> None:
        self.value, self.field, self.found, self.wanted = value, field, found, wanted
        super().__init__(f"{value}.{field} is {found}; wanted {wanted}")


class ConfigurationError(TwosourceError):
    """The user asked for what there is not."""


class UnknownPartError(ConfigurationError):
    """No part of that name stands in the catalogue."""

    def __init__(self, door: str, name: str, known: Iterable[str]) -> None:
        self.door, self.name, self.known = door, name, tuple(sorted(known))
        super().__init__(f"no {door} is called {name!r}; there are: {', '.join(self.known)}")


class UnknownSettingError(ConfigurationError):
    """No setting of that name, with the nearest one if any is near."""

    def __init__(self, path: str, name: str, nearest: str | None) -> None:
        self.path, self.name, self.nearest = path, name, nearest
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"{path}: there is no setting {name!r}{hint}")


class BadSettingError(ConfigurationError):
    """A setting has a value it cannot have."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class MissingExtraError(ConfigurationError):
    """A part needs a package that is not installed."""

    def __init__(self, part: str, package: str, install: str) -> None:
        self.part, self.package, self.install = part, package, install
        super().__init__(f"{part} needs {package}, which is not installed; run: {install}")


class BadTableError(ConfigurationError):
    """A row of a table is wrong."""

    def __init__(self, table: str, row: str, reason: str) -> None:
        self.table, self.row, self.reason = table, row, reason
        super().__init__(f"{table}, {row}: {reason}")


class SourceError(TwosourceError):
    """Something that was to be read cannot be."""


class MissingSourceError(SourceError):
    """No such file, folder or address."""

    def __init__(self, address: str, wanted: str) -> None:
        self.address, self.wanted = address, wanted
        super().__init__(f"{address}: not there; wanted {wanted}")


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


class StoreError(TwosourceError):
    """The store refuses."""


class NewerSchemaError(StoreError):
    """Made by a later Twosource."""

    def __init__(self, store: str, found: int, known: int) -> None:
        self.store, self.found, self.known = store, found, known
        super().__init__(
            f"{store} has schema {found}, this Twosource knows up to {known}; "
            "install the newer Twosource or name another store with --store"
        )


class NotAStoreError(StoreError):
    """Some other file."""

    def __init__(self, store: str, reason: str) -> None:
        self.store, self.reason = store, reason
        super().__init__(f"{store} is no Twosource store ({reason}); name another with --store")


class StoreLockedError(StoreError):
    """Another process holds it."""

    def __init__(self, store: str) -> None:
        self.store = store
        super().__init__(f"{store} is held by another process; wait for it to end, or stop it")


class StoreReadOnlyError(StoreError):
    """It may not be written."""

    def __init__(self, store: str) -> None:
        self.store = store
        super().__init__(f"{store} may not be written; give write permission or name another store")


class StoreFullError(StoreError):
    """The disk is full."""

    def __init__(self, store: str) -> None:
        self.store = store
        super().__init__(
            f"{store}: the disk is full; what was finished before is kept. "
            "Free some space and run the same command again"
        )


class NotHeldError(StoreError):
    """No such story, article or claim."""

    def __init__(self, kind: str, name: str, hint: str = "") -> None:
        self.kind, self.name = kind, name
        super().__init__(f"the store holds no {kind} {name!r}" + (f"; {hint}" if hint else ""))


class ContradictionError(TwosourceError):
    """Verdicts that cannot both hold."""

    def __init__(self, verdict: str, earlier: str) -> None:
        self.verdict, self.earlier = verdict, earlier
        super().__init__(
            f"{verdict} contradicts the earlier verdict {earlier}; take that one back first"
        )


class VerificationError(TwosourceError):
    """A sentence is not where it says it is."""

    def __init__(self, sentence: str, reason: str) -> None:
        self.sentence, self.reason = sentence, reason
        super().__init__(f"{sentence!r}: {reason}")
