"""Errors of keeping: the store refuses or does not hold it, or verdicts cannot both hold."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.errors.root import TwosourceError

TAKE_BACK = "the other word on the same two takes a verdict back"
DIGITS_SHOWN = 8  # of an id: enough to name it


class StoreError(TwosourceError):
    """The store refuses."""


class NoStoreError(StoreError):
    """There is none to read in."""

    def __init__(self, store: str) -> None:
        self.store = store
        super().__init__(
            f"{store}: no store is there; twosource add SOURCE makes one, --store names another"
        )


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
        what_to_do = "make its folder, give write permission or name another store"
        super().__init__(f"{store} may not be written; {what_to_do}")


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


class SeveralHeldError(NotHeldError):
    """Several articles or stories by one name."""

    def __init__(self, kind: str, name: str, found: Sequence[str]) -> None:
        self.kind, self.name, self.found = kind, name, tuple(found)
        digits = ", ".join(each[:DIGITS_SHOWN] for each in found)
        super(NotHeldError, self).__init__(
            f"the store holds {len(found)} by the name of {kind} {name!r}; wanted one of {digits}"
        )


class ContradictionError(TwosourceError):
    """Verdicts that cannot both hold."""

    def __init__(self, verdict: str, earlier: str, hint: str = TAKE_BACK) -> None:
        self.verdict, self.earlier = verdict, earlier
        super().__init__(f"{verdict} cannot hold beside {earlier}; {hint}")
