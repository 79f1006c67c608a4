"""Keep how far the stream has come: what waits to be linked, and how dense it is."""

from __future__ import annotations

from datetime import datetime

from twosource.edges.stores.rows import SqlPart, iso, moment
from twosource.model.identity import ArticleId


class Stream(SqlPart):
    """The queue, and when articles were published."""

    def unlinked(self) -> tuple[ArticleId, ...]:
        """Return the ids of the articles that stand in no story yet, by (published, id)."""
        rows = self._db.run(
            # Joined from the queue: to have them in order SQLite else reads all articles.
            "SELECT article FROM queue CROSS JOIN articles ON articles.id = queue.article"
            " ORDER BY published, article"
        )
        return tuple(ArticleId(row[0]) for row in rows)

    def newest_linked(self) -> datetime | None:
        """Return when the newest article that has been linked was published, None for none."""
        [(newest,)] = self._db.run("SELECT max(published) FROM blocked WHERE kind = 'story'")
        return moment(newest or "")

    def count_published(self, after: datetime, until: datetime) -> int:
        """Return how many articles were published after one time and until another."""
        [(count,)] = self._db.run(
            "SELECT count(*) FROM articles WHERE published > ? AND published <= ?",
            (iso(after), iso(until)),
        )
        return int(count)

    def published(self, after: datetime, until: datetime) -> tuple[datetime, ...]:
        """Return when the articles were published that came after one time and until another."""
        rows = self._db.run(
            "SELECT published FROM articles WHERE published > ? AND published <= ? ORDER BY 1",
            (iso(after), iso(until)),
        )
        return tuple(datetime.fromisoformat(written) for (written,) in rows)

    def count_undated(self) -> int:
        """Return how many undated articles have been linked."""
        [(count,)] = self._db.run(
            "SELECT count(*) FROM blocked WHERE kind = 'story' AND published = ''"
        )
        return int(count)
