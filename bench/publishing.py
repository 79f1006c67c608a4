"""Measure how long a newsroom takes from a new article to the published revision of its story.

`python -m bench.publishing [STORE]`. The store, if one is given, is first filled by `bench.store`;
else it is empty. The events of events-giveme5w1h run side by side: of each comes its first article,
then of each its second, and so on, as reports of a day do. Every article of about 600 words that is
not the first of its event is brought in alone and timed, from its record to the published revision
of its story, and to those of the stories that lost or gained an older article by it, in the same
process. The largest story that came of it is reworded, cut and mixed until it has 199, and these
are published as one; then five more come, each timed.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from random import Random

from quality.events import Labelled, labelled
from quality.gate import DATA
from quality.pairs import sentences_of
from quality.rewording import KINDS, paragraphs
from quality.stories import GIVEME
from twosource import Settings
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.newsroom import Newsroom
from twosource.pipeline.run import Only

SEED = 20261122
TIMED_WORDS = range(400, 801)  # of a timed article: 600 on average
MANY, LARGE = 10, 200  # articles of a story
TIMED_LARGE = 5  # articles that come to the large one, the first of which makes it 200
# How outlets come to 200 reports of one event; briefs and excerpts would make it small.
REMADE = ("reprint_with_junk", "wire_edit", "light_rewording", "heavy_rewording")
SETTINGS = Settings(engine="serial")
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)

Record = dict[str, str]
Times = tuple[float, float]  # seconds: wall and CPU


class Room(Newsroom):
    """A newsroom in which stories can be put together by hand; one store stays open, and warm."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, tell=self._note)
        self.published: list[Times] = []  # when each lot of stories stood for the reader to see

    def _note(self, work: str, done: int, total: int | None) -> None:
        if work == "publishing":
            self.published.append((time.perf_counter(), time.process_time()))

    def story_of(self, url: str) -> Story:
        """Return the story that the article at an address stands in."""
        [story] = self._store.stories_of([self.article(url).id])
        return story

    def put_together(self, story: StoryId, more: Sequence[ArticleId]) -> None:
        """Put articles into a story, and make it the only one that is to be published."""
        store = self._store
        articles = sorted({*store.story(story).articles, *more})
        times = store.times(articles)
        inside = sorted(articles, key=lambda each: (times[each] or LONG_AGO, each))
        with store.transaction():
            store.put_stories([Story(id=story, articles=tuple(inside))])
            store.mark_stale([story])
            for other in store.stale_stories():
                if other != story:
                    store.mark_fresh(other)


def main() -> None:
    """Print the times for the store that is named, or for an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        place = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:{Path(folder) / 'news.db'}"
        publishing(place, datetime(2026, 3, 1, tzinfo=UTC), Path(folder))


def publishing(place: str, at: datetime, folder: Path) -> None:
    """Print how long one article takes to its revision, in stories of all sizes, from a moment on.

    `folder` takes the files of records.
    """
    rows = labelled(DATA / GIVEME)
    with Room(replace(SETTINGS, store=place)) as room:
        timed = list(_one_by_one(room, rows, at, folder))
        _tell("its story", [own for own, _, _ in timed])
        _tell("all stories that it moves", [all_of_them for _, all_of_them, _ in timed])
        _tell(f"a story of over {MANY}", [own for own, _, size in timed if size > MANY])
        story, members = _largest(room, rows)
        more = LARGE - len(members) - 1
        remade = _remade(members, more + TIMED_LARGE, at)
        _bring(room, remade[:more], folder)
        _into_one(room, story, remade[:more], folder)  # all at once: nothing of it is known
        times = [_into_one(room, story, remade[: more + n + 1], folder) for n in range(TIMED_LARGE)]
        _tell(f"a story of {len(room.story(story).articles)}", times)


def _one_by_one(
    room: Room, rows: Sequence[Labelled], at: datetime, folder: Path
) -> Iterator[tuple[Times, Times, int]]:
    """Yield how long each timed article took into its story, and all; how many it then holds."""
    waiting: list[Record] = []
    for number, (annotated, is_timed) in enumerate(side_by_side(rows)):
        record = _record(annotated, at, number)
        if not is_timed:
            waiting.append(record)
            continue
        if waiting:
            _bring(room, waiting, folder)
            waiting = []
        own, all_of_them = _bring(room, [record], folder)
        yield own, all_of_them, len(room.story_of(record["url"]).articles)
    if waiting:
        _bring(room, waiting, folder)


def side_by_side(rows: Sequence[Labelled]) -> list[tuple[Annotated, bool]]:
    """Return the first article of each event, then the second of each, and whether it is timed."""
    events: dict[str, list[Annotated]] = defaultdict(list)
    for row in rows:
        events[row.event].append(row.article)
    rounds = zip_longest(*(events[each] for each in sorted(events)))
    return [
        (each, number > 0 and len(each.article.text.split()) in TIMED_WORDS)
        for number, together in enumerate(rounds)
        for each in together
        if each is not None
    ]


def _into_one(room: Room, story: StoryId, records: Sequence[Record], folder: Path) -> Times:
    """Return the seconds to bring in the last of the records, and to publish them all as one story.

    They are put together by hand: so many wordings of a few reports may come apart otherwise. The
    last is linked before that and published after it, once.
    """
    _, (wall, cpu) = _bring(room, records[-1:], folder, only="stories")
    room.put_together(story, [room.article(each["url"]).id for each in records])
    (more_wall, more_cpu), _ = _bring(room, records[-1:], folder)  # it is known: this publishes
    return wall + more_wall, cpu + more_cpu


def _largest(room: Room, rows: Sequence[Labelled]) -> tuple[StoryId, list[Annotated]]:
    """Return the story that holds the most articles of the set, and these."""
    row_of = {room.article(row.article.article.url).id: row.article for row in rows}
    inside = {
        story.id: [row_of[each] for each in story.articles if each in row_of]
        for story in room.stories()
    }
    largest = max(inside, key=lambda story: len(inside[story]))
    return largest, inside[largest]


def _remade(articles: Sequence[Annotated], count: int, at: datetime) -> list[Record]:
    """Return so many more articles of a story, made out of those it has."""
    chance, made = Random(SEED), []
    for number in range(count):
        place = number % len(articles)
        foreign = sentences_of(articles[(place + 1) % len(articles)])
        remake = KINDS[REMADE[number // len(articles) % len(REMADE)]]
        text = paragraphs(remake(sentences_of(articles[place]), chance, foreign), chance)
        record = _record(articles[place], at, 1000 + number)
        made.append(
            {
                **record,
                "id": f"remade {number}",
                "url": f"https://remade-{number}.example/",
                "text": text,
            }
        )
    return made


def _record(annotated: Annotated, at: datetime, number: int) -> Record:
    article = annotated.article
    return {
        "id": article.id,
        "url": article.url,
        "headline": article.headline,
        "text": article.text,
        "published": (at + timedelta(minutes=number)).isoformat(),
    }


def _bring(
    room: Room, records: Sequence[Record], folder: Path, only: Only | None = None
) -> tuple[Times, Times]:
    """Return the seconds from a file of records to the first revisions of stories, and the last."""
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    room.published.clear()
    wall, cpu = time.perf_counter(), time.process_time()
    room.update(f"jsonl:{path}", only=only)
    # When all are published, a warm process may load loops for later runs: nobody waits for that.
    ends = room.published or [(time.perf_counter(), time.process_time())]
    first, last = ((end_wall - wall, end_cpu - cpu) for end_wall, end_cpu in (ends[0], ends[-1]))
    return first, last


def _tell(what: str, times: Sequence[Times]) -> None:
    """Print the middle of the times, and what 95 of 100 of them stay under."""
    for name, seconds in zip(("wall", "CPU"), map(sorted, zip(*times, strict=True)), strict=True):
        middle, late = seconds[len(seconds) // 2], seconds[math.ceil(0.95 * len(seconds)) - 1]
        print(
            f"  one article into {what} ({len(times)} timed), {name}: median {middle:.2f} s,"
            f" 95 of 100 {late:.2f} s"
        )


if __name__ == "__main__":
    main()
