"""Keep stories under ids that last, and what happened to each."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import SqlPart
from twosource.errors import NotHeldError
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story, StoryChange


class Stories(SqlPart):
    """Stories, redirects, changes, and which are to be published again."""

    def put_stories(
        self, stories: Sequence[Story], changes: Sequence[StoryChange], mark: str
    ) -> None:
        """Keep stories and announce what happened to them at that stream time."""
        for story in stories:
            self.rows.without("story_members", "story", {story.id})
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
            self.rows.without("queue", "article", story.articles)
        for story in stories:
            for old in story.merged_from:
                self._redirect(old, story.id)
        self._db.run_many(
            "INSERT INTO changes (mark, change) VALUES (?, ?)",
            ((mark, to_bytes(change)) for change in changes),
        )

    def _redirect(self, old: StoryId, new: StoryId) -> None:
        """Let an id lead to another story, unless articles stand in a story of that id again."""
        if self._db.run("SELECT 1 FROM story_members WHERE story = ? LIMIT 1", (old,)):
            return
        self._db.run("DELETE FROM stories WHERE id = ?", (old,))
        for table in ("sketches", "themes", "profiles", "profile_keys", "stale"):
            self._db.run(f"DELETE FROM {table} WHERE story = ?", (old,))
        self._db.run(
            "INSERT INTO redirects VALUES (?, ?)"
            " ON CONFLICT (old) DO UPDATE SET new = excluded.new",
            (old, new),
        )

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self.rows.values(
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
            if found := self.rows.values("SELECT story FROM stories WHERE id = ?", Story, (name,)):
                return found[0]
            for (new,) in self._db.run("SELECT new FROM redirects WHERE old = ?", (name,)):
                name = new
        raise NotHeldError("story", story, "twosource stories lists them")

    def stories_of(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in, sorted by id."""
        rows = self.rows.of("SELECT DISTINCT story FROM story_members WHERE article IN", articles)
        ids = sorted(row[0] for row in rows)
        return tuple(
            from_bytes(row[0], Story)
            for row in self.rows.of("SELECT story FROM stories WHERE id IN", ids, "ORDER BY id")
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
