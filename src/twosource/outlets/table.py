"""The outlets Twosource knows: read from tables, found again by address and by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from twosource.model.acquired import Outlet
from twosource.model.identity import OutletId
from twosource.outlets.addresses import host_of, houses, registrable
from twosource.outlets.names import NameIndex, index_names, named
from twosource.outlets.rows import read_outlets

BUNDLED = "outlets.toml"

NOWHERE = Outlet(id=OutletId("unknown"), name="unknown outlet")
"""Whose address is missing. All such articles share it: the unknown is never a second source."""


def one_outlet(one: OutletId, other: OutletId) -> bool:
    """Say whether two articles are known to be one outlet's; of what has no address nobody knows.

    So two texts without address are no second source of each other, and no versions of each other.
    """
    return one == other != NOWHERE.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """A table of outlets with its indexes; built by `load_outlets`."""

    rows: tuple[Outlet, ...]  # in the order of the tables
    by_domain: Mapping[str, Outlet]
    by_ids: Mapping[OutletId, Outlet]
    names: NameIndex

    def at_host(self, host: str) -> Outlet | None:
        """Return the outlet whose domain is the longest end of `host`, or None.

        An edition (africa.example.cn) belongs to the domain above it unless it stands in the table
        itself. A domain under which strangers live, as on blog hosts, is never taken for the house.
        """
        return next((self.by_domain[name] for name in houses(host) if name in self.by_domain), None)

    def by_id(self, outlet: OutletId) -> Outlet | None:
        """Return the row of that id, or None where no table has it."""
        return self.by_ids.get(outlet)


@lru_cache(maxsize=4)
def load_outlets(*extra_toml: str) -> Outlets:
    """Return the bundled table with those of `extra_toml`, texts in the same form, laid over it.

    A row of a later table replaces the earlier row of the same id and takes over the domains it
    names, so that a newsroom can correct or narrow what is bundled. Read once per process. Raises
    BadTableError naming table, row and field.
    """
    known = {outlet.id: outlet for outlet in _bundled()}
    for number, text in enumerate(extra_toml, start=1):
        for outlet in read_outlets(f"outlet table {number}", text):
            known.pop(outlet.id, None)
            known[outlet.id] = outlet
    return _indexed(known.values())


def outlet_of(url: str, outlets: Outlets) -> Outlet:
    """Return the outlet that an address belongs to.

    An address that no table knows gives an outlet named after its registrable domain, of kind
    "unknown" and without country or owner. An address without a host gives `NOWHERE`.
    """
    host = host_of(url)
    if not host:
        return NOWHERE
    known = outlets.at_host(host)
    if known is not None:
        return known
    domain = registrable(host)
    return Outlet(id=OutletId(domain), name=domain, domains=(domain,))


def outlet_by_id(outlet: OutletId, outlets: Outlets) -> Outlet:
    """Return the outlet of an id; one that no table knows is called by its id."""
    if outlet == NOWHERE.id:
        return NOWHERE
    return outlets.by_id(outlet) or Outlet(id=outlet, name=outlet)


def outlet_named(words: str, outlets: Outlets) -> Outlet | None:
    """Return the outlet that a credit, byline or attribution names, or None; see `names.named`."""
    return named(words, outlets.names)


@cache
def _bundled() -> tuple[Outlet, ...]:
    return read_outlets(BUNDLED, files(__package__).joinpath(BUNDLED).read_text("utf-8"))


def _indexed(outlets: Iterable[Outlet]) -> Outlets:
    rows = tuple(outlets)
    return Outlets(
        rows=rows,
        by_ids={outlet.id: outlet for outlet in rows},
        by_domain={domain: outlet for outlet in rows for domain in outlet.domains},
        names=index_names(rows),
    )
