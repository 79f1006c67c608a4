"""The Store in plain SQL, on whatever connection speaks it: one part for each subject."""

from __future__ import annotations

from contextlib import AbstractContextManager

from twosource.edges.stores.articles import Articles
from twosource.edges.stores.captures import Captures
from twosource.edges.stores.lineages import Lineages
from twosource.edges.stores.links import Links
from twosource.edges.stores.revisions import Revisions
from twosource.edges.stores.stories import Stories
from twosource.edges.stores.visits import Visits


class SqlStore(Captures, Visits, Articles, Links, Lineages, Stories, Revisions):
    """Keeps every fact in a relational database; values as canonical JSON beside what is asked."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work; left by an exception it leaves no trace."""
        return self._db.transaction()

    def close(self) -> None:
        """Let go of the store; calling it twice is fine."""
        self._db.close()

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
