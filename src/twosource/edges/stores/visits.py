"""Remember how each address of the web was found, and the sources that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import SqlPart, iso
from twosource.model.visited import SourceState, Visit


class Visits(SqlPart):
    """Visits and sources."""

    def put_visit(self, visit: Visit) -> None:
        """Remember how an address was found, in place of what was remembered before."""
        self._db.run(
            "INSERT INTO visits VALUES (?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
            " source = excluded.source, due_at = excluded.due_at, visit = excluded.visit",
            (visit.url, visit.source, iso(visit.due_at), to_bytes(visit)),
        )

    def visits(self, urls: Sequence[str]) -> dict[str, Visit]:
        """Return what is remembered of these addresses, by address."""
        rows = self.rows.of("SELECT url, visit FROM visits WHERE url IN", urls)
        return {row[0]: from_bytes(row[1], Visit) for row in rows}

    def visits_due(self, source: str, now: datetime) -> tuple[Visit, ...]:
        """Return the visits of a source that are to be repeated by now, the longest due first."""
        return self.rows.values(
            "SELECT visit FROM visits WHERE source = ? AND due_at <> '' AND due_at <= ?"
            " ORDER BY due_at, url",
            Visit,
            (source, iso(now)),
        )

    def put_source(self, state: SourceState) -> None:
        """Keep a source, in place of what was kept under its address."""
        self._db.run(
            "INSERT INTO sources VALUES (?, ?)"
            " ON CONFLICT (address) DO UPDATE SET state = excluded.state",
            (state.address, to_bytes(state)),
        )

    def drop_source(self, address: str) -> bool:
        """Look at a source no more; False where it was not kept. What it brought stays."""
        held = self._db.run("SELECT 1 FROM sources WHERE address = ?", (address,))
        self._db.run("DELETE FROM sources WHERE address = ?", (address,))
        return bool(held)

    def sources(self) -> tuple[SourceState, ...]:
        """Return all sources that are looked at again and again, sorted by address."""
        return self.rows.values("SELECT state FROM sources ORDER BY address", SourceState)
