"""Read the rows of a TOML table, and say exactly which field of which row is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from twosource.errors import BadTableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One [[table]] of a TOML text, read field by field."""

    table: str  # how an error names the table
    label: str  # how an error names the row: 'outlet 12 ("ap")'
    fields: Mapping[str, Any]

    def text(self, field: str, default: str | None = None) -> str:
        """Return a string field; without a default it must be there and not empty."""
        value = self.fields.get(field, default)
        if not isinstance(value, str):
            raise self.wrong(field, value, "a string")
        if default is None and not value.strip():
            raise self.wrong(field, value, "a string that is not empty")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a field that must be a list of strings, () where it is absent."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(field, value, "a list of strings")
        return tuple(value)

    def flag(self, field: str) -> bool:
        """Return a field that must be true or false, false where it is absent."""
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise self.wrong(field, value, "true or false")
        return value

    def only(self, known: Iterable[str]) -> None:
        """Raise BadTableError for a field that is not `known`: mostly a slip of the pen."""
        allowed = sorted(known)
        for field in self.fields:
            if field not in allowed:
                reason = f"there is no field {field!r}; there are: {', '.join(allowed)}"
                raise BadTableError(self.table, self.label, reason)

    def wrong(self, field: str, found: object, wanted: str) -> BadTableError:
        """Return the error that a field is not what it must be."""
        reason = "is missing" if found is None else f"is {found!r}"
        return BadTableError(self.table, self.label, f"{field} {reason}; wanted {wanted}")


def read_rows(table: str, text: str, kind: str, key: str) -> tuple[Row, ...]:
    """Return the rows of all [[kind]] of a TOML text, in order; `key` is the field that names one.

    Raises BadTableError where the text is no TOML, holds anything but [[kind]], or a key twice.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTableError(table, "as a whole", f"is no TOML: {error}") from error
    for name in content:
        if name != kind:
            raise BadTableError(table, name, f"is not known here; wanted only [[{kind}]]")
    rows = content.get(kind, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadTableError(table, kind, f"is no list of rows; write [[{kind}]] above each")
    labels = [f"{kind} {number} ({row.get(key)!r})" for number, row in enumerate(rows, start=1)]
    read = tuple(
        Row(table=table, label=label, fields=row) for label, row in zip(labels, rows, strict=True)
    )
    _refuse_repeats(read, key)
    return read


def _refuse_repeats(rows: tuple[Row, ...], key: str) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        name = row.text(key)
        if name in seen:
            raise BadTableError(row.table, row.label, f"{key} is also that of {seen[name].label}")
        seen[name] = row
