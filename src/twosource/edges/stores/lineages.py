"""Keep who copied whom."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import SqlPart
from twosource.model.identity import ArticleId, LineageId
from twosource.model.linked import Lineage


class Lineages(SqlPart):
    """Lineages and their members."""

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

    def lineages_of(self, articles: Sequence[ArticleId]) -> tuple[Lineage, ...]:
        """Return the lineages these articles are members of, sorted by id."""
        rows = self.rows.of(
            "SELECT DISTINCT lineage FROM lineage_members WHERE article IN", articles
        )
        ids = sorted(LineageId(row[0]) for row in rows)
        return tuple(
            from_bytes(row[0], Lineage)
            for row in self.rows.of("SELECT lineage FROM lineages WHERE id IN", ids, "ORDER BY id")
        )
