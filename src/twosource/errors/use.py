"""Errors of whoever asks: for what there is not, or what cannot be."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.errors.root import TwosourceError


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


class OneNotTwoError(ConfigurationError):
    """Two articles, stories or informants are asked for, and both names are of one."""

    def __init__(self, kind: str, one: str) -> None:
        self.kind, self.one = kind, one
        super().__init__(f"both names are of one {kind}, {one!r}; wanted two")
