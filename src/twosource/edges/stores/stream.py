"""Keep how far the stream has come: what waits to be linked, and what may still be changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from twosource.edges.stores.rows import SqlPart, iso, moment
from twosource.model.identity import ArticleId


class Stream(SqlPart):
    """The queue, the articles whose stories are open, and the tick of the stream."""

    def unlinked(self) -> tuple[ArticleId, ...]:
        """Return the ids of the articles that stand in no story yet, by (published, id)."""
        rows = self._db.run(
            "SELECT article FROM queue JOIN articles ON articles.id = queue.article"
            " ORDER BY published, article"
        )
        return tuple(ArticleId(row[0]) for row in rows)

    def open_stories(self, articles: Sequence[ArticleId], *, waiting: bool) -> None:
        """Say that these articles may still change their stories, and whether a repair is due."""
        self._db.run(
            "INSERT INTO open SELECT id, published, ? FROM articles"
            " WHERE id IN (SELECT value FROM json_each(?))"
            " ON CONFLICT (article) DO UPDATE SET waits = excluded.waits",
            (int(waiting), json.dumps(sorted(articles))),
        )

    def which_open(self, articles: Sequence[ArticleId]) -> frozenset[ArticleId]:
        """Return which of these articles may still change their stories."""
        rows = self.rows.of("SELECT article FROM open WHERE article IN", articles)
        return frozenset(ArticleId(row[0]) for row in rows)

    def undated_open(self) -> tuple[ArticleId, ...]:
        """Return the undated articles that may still change their stories, sorted."""
        rows = self._db.run("SELECT article FROM open WHERE published = '' ORDER BY article")
        return tuple(ArticleId(row[0]) for row in rows)

    def waiting(self) -> tuple[ArticleId, ...]:
        """Return the articles whose stories wait for a repair, by (published, id)."""
        rows = self._db.run("SELECT article FROM open WHERE waits ORDER BY published, article")
        return tuple(ArticleId(row[0]) for row in rows)

    def settle(self, before: datetime) -> None:
        """Say that the stories of all dated articles from before a time stay as they are."""
        self._db.run("DELETE FROM open WHERE published <> '' AND published < ?", (iso(before),))

    def tick(self) -> int | None:
        """Return the tick that the stream has come to, None before the first dated article."""
        rows = self._db.run("SELECT value FROM meta WHERE key = 'tick'")
        return int(rows[0][0]) if rows else None

    def put_tick(self, tick: int) -> None:
        """Keep the tick that the stream has come to."""
        self._db.run(
            "INSERT INTO meta VALUES ('tick', ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (str(tick),),
        )

    def times(self, articles: Sequence[ArticleId]) -> dict[ArticleId, datetime | None]:
        """Return when these articles were published, None for an undated one."""
        rows = self.rows.of("SELECT id, published FROM articles WHERE id IN", articles)
        return {ArticleId(article): moment(published) for article, published in rows}

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

    def count_undated(self) -> int:
        """Return how many undated articles have been linked."""
        [(count,)] = self._db.run(
            "SELECT count(*) FROM blocked WHERE kind = 'story' AND published = ''"
        )
        return int(count)
