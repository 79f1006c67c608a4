"""Keep who copied whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import Connection, SqlPart
from twosource.model.identity import ArticleId, LineageId
from twosource.model.linked import Lineage

MOST_HELD = 1000  # lineages in memory; one of 200 copies is a megabyte, most are of one article


class Lineages(SqlPart):
    """Lineages and their members."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._decided: dict[LineageId, Lineage] = {}  # those decided last, the latest at the end

    def forget(self) -> None:
        """Let go of the lineages in memory."""
        super().forget()
        self._decided.clear()

    def put_lineages(self, lineages: Sequence[Lineage]) -> None:
        """Keep lineages; the earlier lineages of their members are dropped."""
        members = [member for lineage in lineages for member in lineage.members]
        gone = {
            row[0]
            for row in self.rows.of(
                "SELECT DISTINCT lineage FROM lineage_members WHERE article IN", members
            )
        }
        self.rows.without("lineage_members", "lineage", gone)
        self.rows.without("lineages", "id", gone | {lineage.id for lineage in lineages})
        for lineage in lineages:
            self._db.run("INSERT INTO lineages VALUES (?, ?)", (lineage.id, to_bytes(lineage)))
            self._db.run_many(
                "INSERT INTO lineage_members VALUES (?, ?)"
                " ON CONFLICT (article) DO UPDATE SET lineage = excluded.lineage",
                ((member, lineage.id) for member in lineage.members),
            )
        self._hold_decided(gone, lineages)

    def _hold_decided(self, gone: Iterable[LineageId], lineages: Sequence[Lineage]) -> None:
        for lineage in gone:
            self._decided.pop(lineage, None)
        self._decided |= {lineage.id: lineage for lineage in lineages}
        for oldest in list(self._decided)[: max(0, len(self._decided) - MOST_HELD)]:
            del self._decided[oldest]

    def lineages_of(self, articles: Sequence[ArticleId]) -> tuple[Lineage, ...]:
        """Return the lineages these articles are members of, sorted by id.

        The last ones that were decided stay in memory: a story that grows is read again and again.
        """
        self._see_others()
        rows = self.rows.of(
            "SELECT DISTINCT lineage FROM lineage_members WHERE article IN", articles
        )
        ids = sorted(LineageId(row[0]) for row in rows)
        missing = [each for each in ids if each not in self._decided]
        read = self.rows.of("SELECT id, lineage FROM lineages WHERE id IN", missing)
        found = {LineageId(lineage): from_bytes(data, Lineage) for lineage, data in read}
        return tuple(found.get(each) or self._decided[each] for each in ids)
