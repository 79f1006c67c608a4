"""Read one row of an outlet table into an outlet, refusing what cannot be right."""

from __future__ import annotations

import re
from typing import cast, get_args

from twosource.errors import BadTableError
from twosource.model.acquired import Outlet, OutletKind
from twosource.model.identity import CountryCode, OutletId
from twosource.places import EUROPEAN_UNION, is_country_code
from twosource.text.rows import Row, read_rows

_FIELDS = ("id", "name", "domains", "country", "kind", "owner", "state", "aliases")
_KINDS = frozenset(get_args(OutletKind))

# No dot: ids with one are those of outlets that no table knows, named after their domain.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def read_outlets(table: str, text: str) -> tuple[Outlet, ...]:
    """Return the outlets of a table's text, in order; `table` is how an error names it.

    Raises BadTableError naming row and field: an unknown field or kind, an id or domain that is
    none or stands twice, a country that is no ISO 3166 alpha-2 code (nor EU, nor XK).
    """
    rows = read_rows(table, text, kind="outlet", key="id")
    outlets = tuple(_outlet(row) for row in rows)
    holders: dict[str, str] = {}
    for row, outlet in zip(rows, outlets, strict=True):
        for domain in outlet.domains:
            if domain in holders:
                reason = f"domains has {domain!r}, which is also that of {holders[domain]}"
                raise BadTableError(table, row.label, reason)
            holders[domain] = row.label
    return outlets


def _outlet(row: Row) -> Outlet:
    row.only(_FIELDS)
    return Outlet(
        id=OutletId(_matching(row, "id", row.text("id"), _SLUG, "a slug such as harbour-post")),
        name=row.text("name"),
        domains=tuple(
            _matching(row, "domains", domain, _DOMAIN, "a domain such as harbour-post.example")
            for domain in dict.fromkeys(row.texts("domains"))
        ),
        country=_country(row),
        kind=_kind(row),
        owner=row.text("owner", ""),
        state=row.flag("state"),
        aliases=row.texts("aliases"),
    )


def _matching(row: Row, field: str, value: str, pattern: re.Pattern[str], wanted: str) -> str:
    if not pattern.fullmatch(value):
        raise row.wrong(field, value, wanted)
    return value


def _country(row: Row) -> CountryCode | None:
    code = CountryCode(row.text("country", ""))
    if not code:
        return None
    if not is_country_code(code) and code != EUROPEAN_UNION:
        hint = "; the United Kingdom is GB" if code == "UK" else ""
        raise row.wrong("country", code, f"an ISO 3166 alpha-2 code in capitals{hint}")
    return code


def _kind(row: Row) -> OutletKind:
    kind = row.text("kind", "unknown")
    if kind not in _KINDS:
        raise row.wrong("kind", kind, f"one of {', '.join(sorted(_KINDS))}")
    return cast(OutletKind, kind)
