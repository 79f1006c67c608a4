"""Read the rows of a table of outlets, and say exactly which field of which row is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, get_args

from twosource.errors import BadTableError
from twosource.model.acquired import Outlet, OutletKind
from twosource.places import EUROPEAN_UNION, is_country_code

KIND = "outlet"
# No dot: ids with one are those of outlets that no table knows, named after their domain.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_KINDS = sorted(get_args(OutletKind))


def read_outlets(table: str, text: str) -> tuple[Outlet, ...]:
    """Return the outlets of a table's text, in order; `table` is how an error names it.

    Raises BadTableError naming row and field: an unknown field or kind, an id or domain that is
    none or stands twice, a country that is no ISO 3166 alpha-2 code (nor EU, nor XK).
    """
    found: list[Outlet] = []
    holders: dict[str, str] = {}
    for number, row in enumerate(_rows(table, text), start=1):
        label = f"{KIND} {number} ({row.get('id')!r})"
        if fault := _fault(row):
            raise BadTableError(table, label, fault)
        outlet = _outlet(row)
        for field, name in (("id", outlet.id), *(("domains", each) for each in outlet.domains)):
            if name in holders:
                reason = f"{field} has {name!r}, which is also that of {holders[name]}"
                raise BadTableError(table, label, reason)
            holders[name] = label
        found.append(outlet)
    return tuple(found)


def _rows(table: str, text: str) -> list[dict[str, Any]]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTableError(table, "as a whole", f"is no TOML: {error}") from error
    for name in content:
        if name != KIND:
            raise BadTableError(table, name, f"is not known here; wanted only [[{KIND}]]")
    rows = content.get(KIND, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadTableError(table, KIND, f"is no list of rows; write [[{KIND}]] above each")
    return rows


def _outlet(row: Mapping[str, Any]) -> Outlet:
    domains = dict.fromkeys(row.get("domains", ()))
    lists = {"domains": tuple(domains), "aliases": tuple(row.get("aliases", ()))}
    return Outlet(**{**row, **lists, "country": row.get("country") or None})


def _fault(row: Mapping[str, Any]) -> str:
    """Return what is wrong with the first wrong field of a row, "" where all are right."""
    for field in row:
        if field not in _WANTED:
            return f"there is no field {field!r}; there are: {', '.join(sorted(_WANTED))}"
    for field, (is_right, wanted) in _WANTED.items():
        if field not in row and field in ("id", "name"):
            return f"{field} is missing; wanted {wanted}"
        if field in row and not is_right(row[field]):
            given = row[field] if isinstance(row[field], list) else ()
            wrong = next((each for each in given if not is_right([each])), row[field])
            return f"{field} is {wrong!r}; wanted {wanted}"
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


# What each field of a row must be, and how that is said.
_WANTED: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "id": (lambda id_: _is_text(id_) and bool(_SLUG.fullmatch(id_)), "a slug such as harbour-post"),
    "name": (lambda name: _is_text(name) and bool(name.strip()), "a string that is not empty"),
    "domains": (
        lambda domains: _are_texts(domains) and all(map(_DOMAIN.fullmatch, domains)),
        "a list of strings, each a domain such as harbour-post.example",
    ),
    "country": (
        lambda code: _is_text(code) and (code in ("", EUROPEAN_UNION) or is_country_code(code)),
        "an ISO 3166 alpha-2 code in capitals; the United Kingdom is GB",
    ),
    "kind": (lambda kind: kind in _KINDS, f"one of {', '.join(_KINDS)}"),
    "owner": (_is_text, "a string"),
    "state": (lambda state: isinstance(state, bool), "true or false"),
    "aliases": (_are_texts, "a list of strings"),
}
