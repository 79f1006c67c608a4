"""Keep published dossiers, and what persons have said of their informants."""

from __future__ import annotations

import json
from collections.abc import Sequence

from twosource.canonical import from_bytes, to_bytes, to_bytes_by_block
from twosource.edges.stores.rows import Connection, SqlPart, pack, unpack
from twosource.model.claimed import InformantVerdict
from twosource.model.dossier import Revision
from twosource.model.identity import StoryId
from twosource.model.storyline import StorySketch

MOST_LATEST = 4  # stories whose last revision is in memory; that of 200 articles is 10 MB of JSON


class Revisions(SqlPart):
    """Revisions, sketches, and verdicts on informants."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._latest: dict[StoryId, Revision] = {}  # those that were published last

    def forget(self) -> None:
        """Let go of the revisions in memory."""
        super().forget()
        self._latest.clear()

    def add_revision(self, revision: Revision) -> None:
        """Publish a revision, in place of one of its number."""
        self._db.run(
            "INSERT INTO revisions VALUES (?, ?, ?)"
            " ON CONFLICT (story, number) DO UPDATE SET revision = excluded.revision",
            (revision.story, revision.number, pack(to_bytes_by_block(revision))),
        )
        self._db.run(
            "INSERT INTO issued VALUES (?, ?) ON CONFLICT DO NOTHING",
            (revision.story, revision.number - 1),
        )
        self._latest.pop(revision.story, None)
        self._latest[revision.story] = revision
        for oldest in list(self._latest)[:-MOST_LATEST]:
            del self._latest[oldest]

    def issued(self, story: StoryId) -> int | None:
        """Return the number of a story's newest revision before the run, 0 for none.

        None where the run has not published one.
        """
        rows = self._db.run("SELECT before FROM issued WHERE story = ?", (story,))
        return int(rows[0][0]) if rows else None

    def end_issue(self) -> int:
        """Say that a run has published all; return of how many stories it published a revision."""
        [(count,)] = self._db.run("SELECT count(*) FROM issued")
        self._db.run("DELETE FROM issued")
        return int(count)

    def put_sketch(self, sketch: StorySketch) -> None:
        """Keep the sketch by which other dossiers know a published story."""
        self._db.run(
            "INSERT INTO sketches VALUES (?, ?)"
            " ON CONFLICT (story) DO UPDATE SET sketch = excluded.sketch",
            (sketch.story, to_bytes(sketch)),
        )
        self._db.run("DELETE FROM themes WHERE story = ?", (sketch.story,))
        self._db.run_many(
            "INSERT INTO themes VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ((theme, sketch.when, sketch.story) for theme in sketch.themes),
        )

    def revision(self, story: StoryId, number: int | None = None) -> Revision | None:
        """Return a revision, the newest by default; None where the story has none.

        The last few that were published stay in memory: a story that grows is revised again.
        """
        self._see_others()
        if number is None and story in self._latest:
            return self._latest[story]
        rows = self._db.run(
            "SELECT revision FROM revisions WHERE story = ? AND (? IS NULL OR number = ?)"
            " ORDER BY number DESC LIMIT 1",
            (story, number, number),
        )
        return from_bytes(unpack(rows[0][0]), Revision) if rows else None

    def sketches(self) -> tuple[StorySketch, ...]:
        """Return the sketches of all published stories, sorted by story id."""
        return self.rows.values("SELECT sketch FROM sketches ORDER BY story", StorySketch)

    def sketches_of(self, themes: Sequence[str], most: int) -> tuple[StorySketch, ...]:
        """Return the sketches of the newest stories of each theme, sorted by story id.

        At least `most` of each theme, if there are so many, and all of the day of the last.
        """
        return self.rows.values(
            "SELECT sketch FROM sketches WHERE story IN (SELECT themes.story"
            " FROM json_each(?) AS wanted JOIN themes ON themes.theme = wanted.value"
            " WHERE themes.day >= coalesce((SELECT day FROM themes AS newer"
            " WHERE newer.theme = wanted.value ORDER BY day DESC LIMIT 1 OFFSET ?), ''))"
            " ORDER BY story",
            StorySketch,
            (json.dumps(sorted(themes)), most - 1),
        )

    def add_informant_verdict(self, verdict: InformantVerdict) -> None:
        """Keep a person's word on two informants of a claim, in place of what he said before."""
        for each in self.informant_verdicts():
            if each.is_of_the_two_of(verdict):
                self._db.run("DELETE FROM informant_verdicts WHERE verdict = ?", (to_bytes(each),))
        self._db.run("INSERT INTO informant_verdicts VALUES (?)", (to_bytes(verdict),))

    def informant_verdicts(self) -> tuple[InformantVerdict, ...]:
        """Return all of them, sorted."""
        return self.rows.values(
            "SELECT verdict FROM informant_verdicts ORDER BY verdict", InformantVerdict
        )
