"""Keep articles with their marks, count them, and find them again."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import Connection, SqlPart, iso, moment, pack, unpack
from twosource.errors import NotHeldError
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId

MOST_TIMES = 60_000  # articles whose times are in memory, some 10 MB
MOST_READ = 400  # articles in memory, some 30 MB: two stories of the largest kind
ID_DIGITS = 8  # fewer digits of an article's id do not name it


class Articles(SqlPart):
    """Articles, with the words they are searched by."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._read: dict[ArticleId, Annotated] = {}  # the last ones, the latest at the end
        self._times: dict[ArticleId, datetime | None] = {}

    def forget(self) -> None:
        """Let go of the articles in memory."""
        super().forget()
        self._read.clear()
        self._times.clear()

    def add_article(self, annotated: Annotated) -> bool:
        """Keep an article; False when it is held already and nothing was done."""
        if self._db.run("SELECT 1 FROM articles WHERE id = ?", (annotated.article.id,)):
            return False
        self._insert_article(annotated)
        return True

    def put_article(self, annotated: Annotated) -> None:
        """Keep an article in place of what is held under its id, if anything."""
        self._read.pop(annotated.article.id, None)
        self._db.run("DELETE FROM articles WHERE id = ?", (annotated.article.id,))
        self._db.run("DELETE FROM search WHERE article = ?", (annotated.article.id,))
        self._insert_article(annotated)

    def keep_only_articles(self, articles: Sequence[ArticleId]) -> None:
        """Forget every other article; revisions that cite it stay readable."""
        self._read.clear()
        self._times.clear()
        kept = json.dumps(sorted(articles))
        for table, column in (("articles", "id"), ("search", "article"), ("queue", "article")):
            self._db.run(
                f"DELETE FROM {table} WHERE {column} NOT IN (SELECT value FROM json_each(?))",
                (kept,),
            )

    def _insert_article(self, annotated: Annotated) -> None:
        article = annotated.article
        self._db.run(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)",
            (
                article.id,
                iso(article.published),
                article.url,
                article.canonical,
                article.outlet,
                pack(to_bytes(annotated)),
            ),
        )
        self._times[article.id] = article.published
        self._db.run(
            "INSERT INTO queue SELECT ? WHERE ? NOT IN (SELECT article FROM story_members)"
            " ON CONFLICT DO NOTHING",
            (article.id, article.id),
        )
        self._db.run(
            "INSERT INTO search (article, words) VALUES (?, ?)",
            (article.id, f"{article.headline}\n{article.text}"),
        )

    def annotated(self, articles: Sequence[ArticleId]) -> tuple[Annotated, ...]:
        """Return articles in the order asked for; raises NotHeldError for one that is not held.

        The last few hundred stay in memory: a story that grows is read again and again.
        """
        self._see_others()
        missing = [article for article in articles if article not in self._read]
        rows = dict(self.rows.of("SELECT id, annotated FROM articles WHERE id IN", missing))
        for article in missing:
            if article not in rows:
                raise NotHeldError("article", article)
        fresh = {each: from_bytes(unpack(data), Annotated) for each, data in rows.items()}
        found = {each: fresh.get(each) or self._read.pop(each) for each in dict.fromkeys(articles)}
        self._read |= found
        for oldest in list(self._read)[: max(0, len(self._read) - MOST_READ)]:
            del self._read[oldest]
        return tuple(found[article] for article in articles)

    def times(self, articles: Sequence[ArticleId]) -> dict[ArticleId, datetime | None]:
        """Return when these articles were published, None for an undated one."""
        self._see_others()
        missing = [article for article in articles if article not in self._times]
        if missing:
            if len(self._times) > MOST_TIMES:
                self._times = {}
                missing = list(articles)
            rows = self.rows.of("SELECT id, published FROM articles WHERE id IN", missing)
            self._times |= {ArticleId(article): moment(published) for article, published in rows}
        return {article: self._times[article] for article in articles if article in self._times}

    def article_ids(self) -> tuple[ArticleId, ...]:
        """Return the ids of all articles by (published, id), the undated first."""
        rows = self._db.run("SELECT id FROM articles ORDER BY published, id")
        return tuple(ArticleId(row[0]) for row in rows)

    def find_articles(self, words: str) -> tuple[ArticleId, ...]:
        """Return articles named by an id, the start of one (8 digits at least), or an address."""
        found = self._db.run(
            "SELECT id FROM articles WHERE id = ? OR url = ? OR canonical = ? OR url = ?"
            " ORDER BY published, id",
            (words, words, words, f"record:{words}"),
        )
        if not found and len(words) >= ID_DIGITS and re.fullmatch("[0-9a-f]+", words):
            found = self._db.run(
                "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY published, id",
                (words, words + "g"),
            )
        return tuple(ArticleId(row[0]) for row in found)

    def search(self, words: str, most: int) -> tuple[ArticleId, ...]:
        """Return the articles that hold most of these words, best first (full-text search)."""
        terms = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", words)))
        if not terms:
            return ()
        rows = self._db.run(
            "SELECT article FROM search WHERE words MATCH ? ORDER BY rank, article LIMIT ?",
            (terms, most),
        )
        return tuple(ArticleId(row[0]) for row in rows)
