"""The Store in plain SQL, on whatever connection speaks it: one part for each subject."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from twosource.edges.stores.articles import Articles
from twosource.edges.stores.captures import Captures
from twosource.edges.stores.keys import Keys
from twosource.edges.stores.lineages import Lineages
from twosource.edges.stores.links import Links
from twosource.edges.stores.revisions import Revisions
from twosource.edges.stores.stories import Stories
from twosource.edges.stores.storylines import Storylines
from twosource.edges.stores.stream import Stream
from twosource.edges.stores.visits import Visits

COMPUTED = tuple("alike alike_later blocked lineages lineage_members story_members".split())


class SqlStore(
    Captures, Visits, Articles, Keys, Links, Lineages, Stream, Stories, Storylines, Revisions
):
    """Keeps every fact in a relational database; values as canonical JSON beside what is asked."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open one unit of work; left by an exception it leaves no trace."""
        try:
            with self._db.transaction():
                self._see_others()
                yield
        except BaseException:
            self.forget()
            raise

    def close(self) -> None:
        """Let go of the store; calling it twice is fine."""
        self._db.close()

    def drop_computed(self) -> None:
        """Forget all that can be computed again: unjudged links, lineages, story membership.

        What stories there were, and what is published of them, stays until a rebuild, which knows
        them, has given their ids back.
        """
        self.forget()
        self._db.run("DELETE FROM links WHERE verdict = ''")
        for table in COMPUTED:
            self._db.run(f"DELETE FROM {table}")
        self._db.run("INSERT INTO queue SELECT id FROM articles WHERE true ON CONFLICT DO NOTHING")

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing are held, for `twosource doctor`."""
        tables = ("captures", "articles", "failures", "links", "lineages", "stories", "revisions")
        counted = {table: f"SELECT count(*) FROM {table}" for table in tables}
        counted["links"] += " UNION ALL SELECT coalesce(sum(length(links)), 0) / 13 FROM alike"
        counted["keys"] = "SELECT coalesce(sum(length(keys)), 0) / 8 FROM blocked"
        return tuple(
            (name, sum(count for (count,) in self._db.run(sql))) for name, sql in counted.items()
        )
