"""Measure how long a newsroom takes from a new article to the published revision of its story.

`python -m bench.publishing [STORE]`. The store, if one is given, is first filled by `bench.store`;
else it is empty. The events of events-giveme5w1h are brought in, each but for one article, which is
then timed from its record to the published revision in the same process. The largest story that
came of it is reworded, cut and mixed until there are 200 more, and these are published as one.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from quality.events import Labelled, labelled
from quality.gate import DATA
from quality.pairs import sentences_of
from quality.rewording import KINDS, paragraphs
from quality.stories import GIVEME
from twosource import Settings, open_newsroom
from twosource.model.annotated import Annotated
from twosource.model.identity import StoryId
from twosource.model.linked import Story
from twosource.newsroom import Newsroom
from twosource.pipeline.run import Only

SEED = 20261122
LARGEST, LARGE = 30, 200  # articles of a story
TIMED_LARGE = 3  # articles that come to the story of 200
# How outlets come to 200 reports of one event; briefs and excerpts would make it small.
REMADE = ("reprint_with_junk", "wire_edit", "light_rewording", "heavy_rewording")
SETTINGS = Settings(engine="serial")
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)

Record = dict[str, str]


def main() -> None:
    """Print the times for the store that is named, or for an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        place = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:{Path(folder) / 'news.db'}"
        publishing(place, datetime(2026, 3, 1, tzinfo=UTC), Path(folder))


def publishing(place: str, at: datetime, folder: Path) -> None:
    """Print how long one article takes to its revision, in stories of all sizes, from a moment on.

    `folder` takes the files of records.
    """
    events: dict[str, list[Labelled]] = defaultdict(list)
    for row in labelled(DATA / GIVEME):
        events[row.event].append(row)
    chosen = [rows for _, rows in sorted(events.items()) if 1 < len(rows) <= LARGEST + 1]
    with open_newsroom(place, settings=SETTINGS) as newsroom:
        last = [_record(rows[-1].article, at, number) for number, rows in enumerate(chosen)]
        before = [_record(row.article, at, n) for n, rows in enumerate(chosen) for row in rows[:-1]]
        _bring(newsroom, before, folder)
        _tell(f"a story of up to {LARGEST}", [_bring(newsroom, [each], folder) for each in last])
        story, members = _largest(newsroom, [row for rows in chosen for row in rows])
        remade = _remade(members, LARGE + TIMED_LARGE, at)
        _bring(newsroom, remade[:LARGE], folder)
        times = [
            _into_one(newsroom, story, remade[: LARGE + n + 1], folder) for n in range(TIMED_LARGE)
        ]
        _tell(f"a story of {len(newsroom.story(story).articles)}", times)


def _into_one(
    newsroom: Newsroom, story: StoryId, records: Sequence[Record], folder: Path
) -> tuple[float, float]:
    """Return the seconds to bring in the last of the records, and to publish them all as one story.

    They are put together by hand: so many wordings of a few reports may come apart otherwise. The
    last is linked before that and published after it, once.
    """
    wall, cpu = _bring(newsroom, records[-1:], folder, only="stories")
    store = newsroom._store  # through another connection all would be read anew, as if cold
    ids = {newsroom.article(each["url"]).id for each in records} | {*newsroom.story(story).articles}
    times = store.times(sorted(ids))
    inside = sorted(ids, key=lambda each: (times[each] or LONG_AGO, each))
    with store.transaction():
        store.put_stories([Story(id=story, articles=tuple(inside))], [], "")
        store.mark_stale([story])
        for other in store.stale_stories():
            if other != story:
                store.mark_fresh(other)
    more_wall, more_cpu = _bring(newsroom, records[-1:], folder)  # it is known: this publishes
    return wall + more_wall, cpu + more_cpu


def _largest(newsroom: Newsroom, rows: Sequence[Labelled]) -> tuple[StoryId, list[Annotated]]:
    """Return the story that holds the most articles of the set, and these."""
    row_of = {newsroom.article(row.article.article.url).id: row.article for row in rows}
    inside = {
        story.id: [row_of[each] for each in story.articles if each in row_of]
        for story in newsroom.stories()
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
    newsroom: Newsroom, records: Sequence[Record], folder: Path, only: Only | None = None
) -> tuple[float, float]:
    """Return the wall and CPU seconds from a file of records to its last step: the revisions."""
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    wall, cpu = time.perf_counter(), time.process_time()
    newsroom.update(f"jsonl:{path}", only=only)
    return time.perf_counter() - wall, time.process_time() - cpu


def _tell(what: str, times: Sequence[tuple[float, float]]) -> None:
    for name, seconds in zip(("wall", "CPU"), map(sorted, zip(*times, strict=True)), strict=True):
        middle, late = seconds[len(seconds) // 2], seconds[int(0.95 * (len(seconds) - 1))]
        print(f"  one article into {what}, {name}: median {middle:.2f} s, 95 of 100 {late:.2f} s")


if __name__ == "__main__":
    main()
