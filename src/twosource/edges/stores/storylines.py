"""Keep what stories are known by, and how those of one running matter are tied."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.rows import SqlPart
from twosource.model.identity import StoryId
from twosource.model.storyline import StoryProfile, StoryTie


class Storylines(SqlPart):
    """Profiles with their keys, and ties."""

    def put_profile(self, profile: StoryProfile, keys: Mapping[int, float]) -> None:
        """Keep what a story is known by, and the weighed keys under which it is found."""
        self._db.run(
            "INSERT INTO profiles VALUES (?, ?)"
            " ON CONFLICT (story) DO UPDATE SET profile = excluded.profile",
            (profile.story, to_bytes(profile)),
        )
        self._db.run("DELETE FROM profile_keys WHERE story = ?", (profile.story,))
        self._db.run_many(
            "INSERT INTO profile_keys VALUES (?, ?, ?, ?, ?)",
            (
                (key, profile.last, profile.story, profile.first, weight)
                for key, weight in keys.items()
            ),
        )

    def profiles(self, stories: Sequence[StoryId]) -> tuple[StoryProfile, ...]:
        """Return what is held of these stories, sorted by story id."""
        rows = self.rows.of(
            "SELECT profile FROM profiles WHERE story IN", stories, "ORDER BY story"
        )
        return tuple(from_bytes(row[0], StoryProfile) for row in rows)

    def profiles_near(
        self, keys: Mapping[int, float], least: float, most: int, since: str, until: str
    ) -> tuple[StoryProfile, ...]:
        """Return the stories whose shared keys weigh enough, of those days, sorted by story id."""
        return self.rows.values(
            "SELECT profile FROM profiles WHERE story IN ("
            " SELECT story FROM json_each(?) AS wanted"
            " CROSS JOIN profile_keys ON profile_keys.key = wanted.value ->> 0 AND last >= ?"
            " WHERE first <= ? GROUP BY story HAVING sum(weight * (wanted.value ->> 1)) >= ?"
            " ORDER BY sum(weight * (wanted.value ->> 1)) DESC, story LIMIT ?) ORDER BY story",
            StoryProfile,
            (json.dumps(sorted(keys.items())), since, until, least, most),
        )

    def put_ties(self, stories: Sequence[StoryId], ties: Sequence[StoryTie]) -> None:
        """Keep these as the only ties that the stories have."""
        for end in ("earlier", "later"):
            self.rows.without("ties", end, set(stories))
        self._db.run_many(
            "INSERT INTO ties VALUES (?, ?, ?)"
            " ON CONFLICT (earlier, later) DO UPDATE SET tie = excluded.tie",
            ((tie.earlier, tie.later, to_bytes(tie)) for tie in ties),
        )

    def ties_of(self, stories: Sequence[StoryId]) -> tuple[StoryTie, ...]:
        """Return the ties that have one of these stories at an end, sorted by their ends."""
        wanted = json.dumps(sorted(set(stories)))
        return self.rows.values(
            "SELECT tie FROM (SELECT earlier, later, tie FROM json_each(?) AS wanted"
            " CROSS JOIN ties ON ties.earlier = wanted.value"
            " UNION SELECT earlier, later, tie FROM json_each(?) AS wanted"
            " CROSS JOIN ties ON ties.later = wanted.value) ORDER BY earlier, later",
            StoryTie,
            (wanted, wanted),
        )
