"""The Store in plain SQL, on whatever connection speaks it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

import zstandard

from twosource.canonical import digest_of_bytes, from_bytes, to_bytes
from twosource.errors import NotHeldError, SourceError
from twosource.model.acquired import Capture, WarcPlace
from twosource.model.annotated import Annotated
from twosource.model.dossier import InformantVerdict, Revision, StorySketch
from twosource.model.identity import ArticleId, CaptureId, LineageId, StoryId
from twosource.model.linked import Lineage, Link, LinkKind, Story, StoryChange
from twosource.model.outcome import Failed
from twosource.model.visited import SourceState, Visit

T = TypeVar("T")

PACK_LEVEL = 3  # zstd; higher levels cost thrice the time for a tenth of the space
ID_DIGITS = 8  # fewer digits of an article's id do not name it


class Connection(Protocol):
    """What a database must do for a store to stand on it."""

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement with `?` places and return all its rows."""

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work that stands whole or not at all."""

    def close(self) -> None:
        """Let go of the database; calling it twice is fine."""


def read_in_place(place: WarcPlace) -> bytes:
    """Return the bytes of a capture from its archive; the reader is loaded only when one is."""
    from twosource.edges import archives

    return archives.read_in_place(place)


class SqlStore:
    """Keeps every fact in a relational database; values as canonical JSON beside what is asked."""

    def __init__(
        self, connection: Connection, read_in_place: Callable[[WarcPlace], bytes] = read_in_place
    ) -> None:
        self._db, self._read_in_place = connection, read_in_place

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work; left by an exception it leaves no trace."""
        return self._db.transaction()

    def close(self) -> None:
        """Let go of the store; calling it twice is fine."""
        self._db.close()

    # captures and failures

    def add_capture(self, capture: Capture) -> None:
        """Keep a capture; one that is held already is left as it is.

        Of a capture with a place only the place is kept: its bytes stay in the archive.
        """
        head = to_bytes(replace(capture, body=b""))
        body = capture.body if capture.place is None else b""
        self._db.run(
            "INSERT INTO captures VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (capture.id, head, pack(body)),
        )

    def capture(self, capture: CaptureId) -> Capture:
        """Return a capture with its bytes, read from its archive if they lie there.

        Raises NotHeldError, also where the archive is gone or holds other bytes by now.
        """
        rows = self._db.run("SELECT head, body FROM captures WHERE id = ?", (capture,))
        if not rows:
            raise NotHeldError("capture", capture)
        head = from_bytes(rows[0][0], Capture)
        if head.place is None:
            return replace(head, body=unpack(rows[0][1]))
        try:
            body = self._read_in_place(head.place)
        except SourceError as error:
            raise NotHeldError("capture", capture, str(error)) from error
        if digest_of_bytes(body) != head.body_digest:
            hint = f"{head.place.path} holds other bytes at {head.place.offset}"
            raise NotHeldError("capture", capture, hint)
        return replace(head, body=body)

    def holds_captures(self, captures: Sequence[CaptureId]) -> frozenset[CaptureId]:
        """Return which of these captures are held."""
        rows = self._of("SELECT id FROM captures WHERE id IN", captures)
        return frozenset(CaptureId(row[0]) for row in rows)

    def capture_ids(self) -> tuple[CaptureId, ...]:
        """Return the ids of all captures, sorted."""
        return tuple(
            CaptureId(row[0]) for row in self._db.run("SELECT id FROM captures ORDER BY 1")
        )

    def add_failure(self, failed: Failed) -> None:
        """Keep a failure; a later one of the same item and stage replaces it."""
        self._db.run(
            "INSERT INTO failures VALUES (?, ?, ?)"
            " ON CONFLICT (item, stage) DO UPDATE SET failed = excluded.failed",
            (failed.item, failed.stage, to_bytes(failed)),
        )

    def clear_failure(self, item: str) -> None:
        """Forget the failures of an item that has since succeeded."""
        self._db.run("DELETE FROM failures WHERE item = ?", (item,))

    def failures(self) -> tuple[Failed, ...]:
        """Return all failures, sorted by item."""
        return self._values("SELECT failed FROM failures ORDER BY item, stage", Failed)

    # sources and visits

    def put_visit(self, visit: Visit) -> None:
        """Remember how an address was found, in place of what was remembered before."""
        self._db.run(
            "INSERT INTO visits VALUES (?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
            " source = excluded.source, due_at = excluded.due_at, visit = excluded.visit",
            (visit.url, visit.source, iso(visit.due_at), to_bytes(visit)),
        )

    def visits(self, urls: Sequence[str]) -> dict[str, Visit]:
        """Return what is remembered of these addresses, by address."""
        rows = self._of("SELECT url, visit FROM visits WHERE url IN", urls)
        return {row[0]: from_bytes(row[1], Visit) for row in rows}

    def visits_due(self, source: str, now: datetime) -> tuple[Visit, ...]:
        """Return the visits of a source that are to be repeated by now, the longest due first."""
        return self._values(
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
        return self._values("SELECT state FROM sources ORDER BY address", SourceState)

    # articles

    def add_article(self, annotated: Annotated) -> bool:
        """Keep an article; False when it is held already and nothing was done."""
        if self._db.run("SELECT 1 FROM articles WHERE id = ?", (annotated.article.id,)):
            return False
        self._insert_article(annotated)
        return True

    def put_article(self, annotated: Annotated) -> None:
        """Keep an article in place of what is held under its id, if anything."""
        self._db.run("DELETE FROM articles WHERE id = ?", (annotated.article.id,))
        self._db.run("DELETE FROM search WHERE article = ?", (annotated.article.id,))
        self._insert_article(annotated)

    def keep_only_articles(self, articles: Sequence[ArticleId]) -> None:
        """Forget every other article; revisions that cite it stay readable."""
        kept = json.dumps(sorted(articles))
        for table, column in (("articles", "id"), ("search", "article")):
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
        self._db.run(
            "INSERT INTO search (article, words) VALUES (?, ?)",
            (article.id, f"{article.headline}\n{article.text}"),
        )

    def annotated(self, articles: Sequence[ArticleId]) -> tuple[Annotated, ...]:
        """Return articles in the order asked for; raises NotHeldError for one that is not held."""
        rows = dict(self._of("SELECT id, annotated FROM articles WHERE id IN", articles))
        for article in articles:
            if article not in rows:
                raise NotHeldError("article", article)
        return tuple(from_bytes(unpack(rows[article]), Annotated) for article in articles)

    def article_ids(self) -> tuple[ArticleId, ...]:
        """Return the ids of all articles by (published, id), the undated first."""
        rows = self._db.run("SELECT id FROM articles ORDER BY published, id")
        return tuple(ArticleId(row[0]) for row in rows)

    def unlinked(self) -> tuple[ArticleId, ...]:
        """Return the ids of the articles that stand in no story yet, by (published, id)."""
        rows = self._db.run(
            "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM story_members)"
            " ORDER BY published, id"
        )
        return tuple(ArticleId(row[0]) for row in rows)

    def count_published(self, after: datetime, until: datetime) -> int:
        """Return how many articles were published after one time and until another."""
        [(count,)] = self._db.run(
            "SELECT count(*) FROM articles WHERE published > ? AND published <= ?",
            (iso(after), iso(until)),
        )
        return int(count)

    def count_undated(self) -> int:
        """Return how many articles have no date."""
        [(count,)] = self._db.run("SELECT count(*) FROM articles WHERE published = ''")
        return int(count)

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

    # keys and links

    def add_keys(self, kind: LinkKind, article: ArticleId, keys: Sequence[int]) -> None:
        """Keep the block keys of an article; keys are signed 64-bit."""
        self._db.run_many(
            "INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ((kind, key, article) for key in sorted(set(keys))),
        )

    def neighbours(
        self,
        kind: LinkKind,
        article: ArticleId,
        keys: Sequence[int],
        least: int,
        most: int,
        between: tuple[datetime, datetime] | None = None,
    ) -> tuple[tuple[ArticleId, int], ...]:
        """Return the articles that share at least `least` keys, most shared first."""
        first, last = (iso(between[0]), iso(between[1])) if between else ("", "9999")
        rows = self._db.run(
            # Counted before it is joined: SQLite else walks the articles first, ten times slower.
            "SELECT found.article, found.shared FROM (SELECT article, count(*) AS shared"
            " FROM keys WHERE kind = ? AND key IN (SELECT value FROM json_each(?))"
            " AND article <> ? GROUP BY article HAVING count(*) >= ?) AS found"
            " CROSS JOIN articles ON articles.id = found.article"
            " WHERE articles.published = '' OR articles.published BETWEEN ? AND ?"
            " ORDER BY found.shared DESC, articles.published, found.article LIMIT ?",
            (kind, json.dumps(sorted(set(keys))), article, least, first, last, most),
        )
        return tuple((ArticleId(row[0]), row[1]) for row in rows)

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""
        self._db.run_many(
            "INSERT INTO links VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, one, other) DO UPDATE"
            " SET verdict = excluded.verdict, link = excluded.link"
            " WHERE links.verdict = '' OR excluded.verdict <> ''",
            (
                (link.kind, link.left, link.right, link.verdict or "", to_bytes(link))
                for link in links
            ),
        )

    def links_of(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have one of these articles at an end, sorted by ends."""
        wanted = json.dumps(sorted(set(articles)))
        return self._values(
            "SELECT DISTINCT link FROM (SELECT one, other, link FROM links WHERE kind = ?"
            " AND one IN (SELECT value FROM json_each(?))"
            " UNION ALL SELECT one, other, link FROM links WHERE kind = ?"
            " AND other IN (SELECT value FROM json_each(?))) AS found ORDER BY one, other",
            Link,
            (kind, wanted, kind, wanted),
        )

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged, sorted by ends."""
        return self._values(
            "SELECT link FROM links WHERE kind = ? AND verdict <> '' ORDER BY one, other",
            Link,
            (kind,),
        )

    # lineages and stories

    def put_lineages(self, lineages: Sequence[Lineage]) -> None:
        """Keep lineages; the earlier lineages of their members are dropped."""
        members = [member for lineage in lineages for member in lineage.members]
        gone = {
            row[0]
            for row in self._of(
                "SELECT DISTINCT lineage FROM lineage_members WHERE article IN", members
            )
        }
        self._without("lineage_members", "lineage", gone)
        self._without("lineages", "id", gone | {lineage.id for lineage in lineages})
        for lineage in lineages:
            self._db.run("INSERT INTO lineages VALUES (?, ?)", (lineage.id, to_bytes(lineage)))
            self._db.run_many(
                "INSERT INTO lineage_members VALUES (?, ?)"
                " ON CONFLICT (article) DO UPDATE SET lineage = excluded.lineage",
                ((member, lineage.id) for member in lineage.members),
            )

    def lineages_of(self, articles: Sequence[ArticleId]) -> tuple[Lineage, ...]:
        """Return the lineages these articles are members of, sorted by id."""
        rows = self._of("SELECT DISTINCT lineage FROM lineage_members WHERE article IN", articles)
        ids = sorted(LineageId(row[0]) for row in rows)
        return tuple(
            from_bytes(row[0], Lineage)
            for row in self._of("SELECT lineage FROM lineages WHERE id IN", ids, "ORDER BY id")
        )

    def put_stories(
        self, stories: Sequence[Story], changes: Sequence[StoryChange], mark: str
    ) -> None:
        """Keep stories and announce what happened to them at that stream time."""
        for story in stories:
            self._without("story_members", "story", {story.id})
        for story in stories:
            self._db.run(
                "INSERT INTO stories VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET story = excluded.story",
                (story.id, to_bytes(story)),
            )
            self._db.run_many(
                "INSERT INTO story_members VALUES (?, ?)"
                " ON CONFLICT (article) DO UPDATE SET story = excluded.story",
                ((article, story.id) for article in story.articles),
            )
            for old in story.merged_from:
                self._db.run("DELETE FROM stories WHERE id = ?", (old,))
                self._db.run("DELETE FROM sketches WHERE story = ?", (old,))
                self._db.run(
                    "INSERT INTO redirects VALUES (?, ?)"
                    " ON CONFLICT (old) DO UPDATE SET new = excluded.new",
                    (old, story.id),
                )
        self._db.run_many(
            "INSERT INTO changes (mark, change) VALUES (?, ?)",
            ((mark, to_bytes(change)) for change in changes),
        )

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self._values(
            "SELECT stories.story FROM stories"
            " JOIN story_members ON story_members.story = stories.id"
            " JOIN articles ON articles.id = story_members.article"
            " GROUP BY stories.id ORDER BY max(articles.published) DESC, stories.id",
            Story,
        )

    def story(self, story: StoryId) -> Story:
        """Return a story, also by an id that was merged into it; raises NotHeldError."""
        seen: set[str] = set()
        name: str = story
        while name not in seen:
            seen.add(name)
            if found := self._values("SELECT story FROM stories WHERE id = ?", Story, (name,)):
                return found[0]
            for (new,) in self._db.run("SELECT new FROM redirects WHERE old = ?", (name,)):
                name = new
        raise NotHeldError("story", story, "twosource stories lists them")

    def stories_of(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in, sorted by id."""
        rows = self._of("SELECT DISTINCT story FROM story_members WHERE article IN", articles)
        ids = sorted(row[0] for row in rows)
        return tuple(
            from_bytes(row[0], Story)
            for row in self._of("SELECT story FROM stories WHERE id IN", ids, "ORDER BY id")
        )

    def changes(self, since: str) -> tuple[tuple[str, StoryChange], ...]:
        """Return what happened to stories after a mark, with the mark of each; "" for all."""
        rows = self._db.run(
            "SELECT mark, change FROM changes WHERE mark > ? ORDER BY number", (since,)
        )
        return tuple((row[0], from_bytes(row[1], StoryChange)) for row in rows)

    def stale_stories(self) -> tuple[StoryId, ...]:
        """Return the stories that changed since they were last published, sorted."""
        rows = self._db.run("SELECT story FROM stale ORDER BY story")
        return tuple(StoryId(row[0]) for row in rows)

    def mark_stale(self, stories: Sequence[StoryId]) -> None:
        """Say that these stories are to be published again."""
        self._db.run_many(
            "INSERT INTO stale VALUES (?) ON CONFLICT DO NOTHING", ((story,) for story in stories)
        )

    def mark_fresh(self, story: StoryId) -> None:
        """Say that what is published of a story is up to date."""
        self._db.run("DELETE FROM stale WHERE story = ?", (story,))

    # revisions

    def add_revision(self, revision: Revision, sketch: StorySketch) -> None:
        """Publish a revision and keep the sketch by which other dossiers know the story."""
        self._db.run(
            "INSERT INTO revisions VALUES (?, ?, ?)",
            (revision.story, revision.number, pack(to_bytes(revision))),
        )
        self._db.run(
            "INSERT INTO sketches VALUES (?, ?)"
            " ON CONFLICT (story) DO UPDATE SET sketch = excluded.sketch",
            (sketch.story, to_bytes(sketch)),
        )

    def revision(self, story: StoryId, number: int | None = None) -> Revision | None:
        """Return a revision, the newest by default; None where the story has none."""
        rows = self._db.run(
            "SELECT revision FROM revisions WHERE story = ? AND (? IS NULL OR number = ?)"
            " ORDER BY number DESC LIMIT 1",
            (story, number, number),
        )
        return from_bytes(unpack(rows[0][0]), Revision) if rows else None

    def sketches(self) -> tuple[StorySketch, ...]:
        """Return the sketches of all published stories, sorted by story id."""
        return self._values("SELECT sketch FROM sketches ORDER BY story", StorySketch)

    def add_informant_verdict(self, verdict: InformantVerdict) -> None:
        """Keep a person's word on two informants of a claim."""
        self._db.run(
            "INSERT INTO informant_verdicts VALUES (?) ON CONFLICT DO NOTHING", (to_bytes(verdict),)
        )

    def informant_verdicts(self) -> tuple[InformantVerdict, ...]:
        """Return all of them, sorted."""
        return self._values(
            "SELECT verdict FROM informant_verdicts ORDER BY verdict", InformantVerdict
        )

    # the whole

    def drop_computed(self) -> None:
        """Forget all that can be computed again: unjudged links, lineages, story membership.

        Story births stay, so that the same story gets its old id again.
        """
        self._db.run("DELETE FROM links WHERE verdict = ''")
        for table in ("keys", "lineages", "lineage_members", "story_members", "sketches"):
            self._db.run(f"DELETE FROM {table}")

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing are held, for `twosource doctor`."""
        tables = ("captures", "articles", "failures", "keys", "links", "lineages", "stories")
        return tuple(
            (table, self._db.run(f"SELECT count(*) FROM {table}")[0][0])
            for table in (*tables, "revisions")
        )

    # reading rows

    def _values(self, sql: str, kind: type[T], values: Sequence[Any] = ()) -> tuple[T, ...]:
        return tuple(from_bytes(row[0], kind) for row in self._db.run(sql, values))

    def _of(self, sql: str, wanted: Sequence[str], tail: str = "") -> Iterator[tuple[Any, ...]]:
        return iter(
            self._db.run(
                f"{sql} (SELECT value FROM json_each(?)) {tail}", (json.dumps(sorted(set(wanted))),)
            )
        )

    def _without(self, table: str, column: str, gone: Iterable[str]) -> None:
        self._db.run(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(gone)),),
        )


def iso(moment: datetime | None) -> str:
    """Return a time as the text it is sorted by; "" for an undated article."""
    return moment.isoformat() if moment else ""


def pack(data: bytes) -> bytes:
    """Return the bytes compressed."""
    return zstandard.ZstdCompressor(level=PACK_LEVEL).compress(data)


def unpack(data: bytes) -> bytes:
    """Return what was packed."""
    return zstandard.ZstdDecompressor().decompress(data)
