"""Keep stories under ids that last, and what happened to each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import Connection, SqlPart, pack, unpack
from twosource.errors import NotHeldError
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story, StoryChange

KNOWN_BY = ("sketches", "themes", "profiles", "profile_keys")  # what others know of a story
MOST_AT_HAND = 30_000  # articles whose stories are held in memory, some 20 MB


class Stories(SqlPart):
    """Stories, redirects, changes, and which are to be published again."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._stands: dict[ArticleId, StoryId | None] = {}  # of articles that were lately asked for
        self._held: dict[StoryId, Story] = {}

    def forget(self) -> None:
        """Let go of the stories in memory."""
        super().forget()
        self._stands.clear()
        self._held.clear()

    def put_stories(self, stories: Sequence[Story], changes: Sequence[StoryChange] = ()) -> None:
        """Keep stories and announce, as of now, what happened to them."""
        self._put_members(stories)
        self._db.run_many(
            "INSERT INTO stories VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET story = excluded.story",
            ((story.id, to_bytes(story)) for story in stories),
        )
        self._redirect(stories)
        now = datetime.now(UTC).isoformat()
        self._announce((now, change) for change in changes)
        if len(self._stands) > MOST_AT_HAND:
            self.forget()
        for story in stories:
            self._stands |= dict.fromkeys(story.articles, story.id)
            self._held[story.id] = story

    def put_taken_down(self, stories: Sequence[Story], announced: int) -> None:
        """Keep what stood before a rebuild, and how much was announced then, until `restate`."""
        self._db.run("DELETE FROM taken_down")
        self._db.run(
            "INSERT INTO taken_down VALUES (?, ?)", (announced, pack(to_bytes(tuple(stories))))
        )

    def taken_down(self) -> tuple[tuple[Story, ...], int] | None:
        """Return what a rebuild took down and has not yet put up again, if anything."""
        for announced, stories in self._db.run("SELECT announced, stories FROM taken_down"):
            return from_bytes(unpack(stories), tuple[Story, ...]), announced
        return None

    def restate(self, stories: Sequence[Story], history: Sequence[tuple[str, StoryChange]]) -> None:
        """Keep these stories and what happened, and when, in place of all there is."""
        for table in ("stories", "story_members", "stale", "changes", "taken_down"):
            self._db.run(f"DELETE FROM {table}")
        self.forget()
        self.put_stories(stories)
        self._announce(history)
        self.mark_stale([story.id for story in stories])
        for table in KNOWN_BY:
            self._db.run(f"DELETE FROM {table} WHERE story NOT IN (SELECT id FROM stories)")

    def _put_members(self, stories: Sequence[Story]) -> None:
        """Write who stands where now, for those alone who stood elsewhere or nowhere."""
        wanted = {article: story.id for story in stories for article in story.articles}
        stood = self._stood([story.id for story in stories], wanted)
        put = {story.id for story in stories}
        left = [each for each, story in stood.items() if each not in wanted and story in put]
        for article in left:
            self._stands.pop(article, None)
        self.rows.without("story_members", "article", left)
        came = {article: story for article, story in wanted.items() if stood.get(article) != story}
        self._db.run_many(
            "INSERT INTO story_members VALUES (?, ?)"
            " ON CONFLICT (article) DO UPDATE SET story = excluded.story",
            came.items(),
        )
        self.rows.without("queue", "article", came)

    def _stood(
        self, ids: Sequence[StoryId], articles: Iterable[ArticleId]
    ) -> dict[ArticleId, StoryId]:
        """Return where these articles stand, and the articles of these stories, if anywhere."""
        held = [self._held[story] for story in ids if story in self._held]
        held += self._told([story for story in ids if story not in self._held])
        own = set(articles).union(*(story.articles for story in held))
        stood = {a: story for a in own if (story := self._stands.get(a))}
        return stood | self._members(own - self._stands.keys())

    def _told(self, ids: Collection[StoryId]) -> Iterator[Story]:
        """Return the stories of these ids as they were last put, if ever."""
        rows = self.rows.of("SELECT story FROM stories WHERE id IN", ids)
        return (from_bytes(row, Story) for (row,) in rows)

    def _members(self, articles: Collection[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return where these articles stand, if anywhere."""
        return dict(
            self.rows.of("SELECT article, story FROM story_members WHERE article IN", articles)
        )

    def _redirect(self, stories: Sequence[Story]) -> None:
        """Let ids lead to the stories they were merged into.

        Unless they do, or articles stand in a story of that id again.
        """
        merged = {old: story.id for story in stories for old in story.merged_from}
        leads = dict(self.rows.of("SELECT old, new FROM redirects WHERE old IN", merged))
        told = {story.id: story.articles for story in self._told(merged)}
        merged = {old: new for old, new in merged.items() if old in told or leads.get(old) != new}
        standing = self._members({each for articles in told.values() for each in articles})
        gone = merged.keys() - standing.values()
        if not gone:
            return
        self.rows.without("stories", "id", gone)
        self.rows.without("stale", "story", gone)
        if not self._db.run("SELECT 1 FROM taken_down"):  # a rebuild may yet give the id back
            for table in KNOWN_BY:
                self.rows.without(table, "story", gone)
        self._db.run_many(
            "INSERT INTO redirects VALUES (?, ?)"
            " ON CONFLICT (old) DO UPDATE SET new = excluded.new",
            ((old, merged[old]) for old in sorted(gone)),
        )

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self.rows.values(
            "SELECT stories.story FROM stories JOIN"
            " (SELECT story, max(published) AS newest FROM story_members"
            " JOIN articles ON articles.id = article GROUP BY story) AS members"
            " ON members.story = stories.id ORDER BY newest DESC, stories.id",
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
        self._see_others()
        missing = [article for article in articles if article not in self._stands]
        if missing:
            self._look_up(missing)
        ids = {story for article in articles if (story := self._stands[article])}
        return tuple(self._held[story] for story in sorted(ids))

    def _look_up(self, articles: Sequence[ArticleId]) -> None:
        """Hold where articles stand, and their stories."""
        stands = self._members(articles)
        self._stands |= {**dict.fromkeys(articles), **stands}
        for story in self._told({*stands.values()} - self._held.keys()):
            self._held[story.id] = story
            for article in story.articles:
                self._stands.setdefault(article, story.id)

    def _announce(self, history: Iterable[tuple[str, StoryChange]]) -> None:
        self._db.run_many(
            "INSERT INTO changes (announced_at, change) VALUES (?, ?)",
            ((at, to_bytes(change)) for at, change in history),
        )

    def changes(self, since: str) -> tuple[tuple[str, StoryChange], ...]:
        """Return what was announced of stories after a time, and when; "" for all."""
        rows = self._db.run(
            "SELECT announced_at, change FROM changes WHERE announced_at > ? ORDER BY number",
            (since,),
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
