"""A log of reports, edited pages and a person's words gives the same however it is cut."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.wire import log_of
from twosource.errors import ContradictionError, NotHeldError, OneNotTwoError, SeveralHeldError
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Verdict
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings

VERDICTS: tuple[Verdict, ...] = ("same", "different", "copy", "independent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says of two reports, by their addresses."""

    verdict: Verdict
    one: str
    other: str


Row = dict[str, str]


def log_with_words(seed: int) -> tuple[Row | Word, ...]:
    """Return reports by their time, a fifth of them earlier pages edited, and words on some."""
    chance, log = Random(seed), list[Row | Word]()
    told: list[Row] = []
    for each in log_of(28, events=7, seed=seed):
        published = each.article.published
        if published is None:
            continue
        row = {
            "url": f"https://{each.article.outlet}.example/ferry",
            "headline": each.article.headline,
            "text": each.article.text,
            "published": published.isoformat(),
            "language": "und",
        }
        if told and chance.random() < 0.2:
            page = chance.choice(told)
            row |= {"url": page["url"], "text": f"{page['text']}\n\n{row['text'].split('. ')[0]}."}
        told.append(row)
        log.append(row)
        if len(told) > 3 and chance.random() < 0.3:
            one, other = chance.sample(told, 2)
            log.append(Word(verdict=chance.choice(VERDICTS), one=one["url"], other=other["url"]))
    return tuple(log)


@contextmanager
def after(batches: Sequence[Sequence[Row | Word]]) -> Iterator[Newsroom]:
    """Open a newsroom that has heard the log batch by batch."""
    with (
        TemporaryDirectory() as folder,
        open_newsroom("sqlite::memory:", settings=Settings(engine="serial")) as newsroom,
    ):
        for batch in batches:
            rows = [json.dumps(each) for each in batch if not isinstance(each, Word)]
            if rows:
                path = Path(folder) / "batch.jsonl"
                path.write_text("\n".join(rows), encoding="utf-8")
                newsroom.update(f"jsonl:{path}", only="stories")
            for each in batch:
                if isinstance(each, Word):
                    say(each, newsroom)
        yield newsroom


def say(word: Word, newsroom: Newsroom) -> None:
    """Judge; what cannot hold is refused, whichever way the log is cut."""
    with suppress(ContradictionError, NotHeldError, OneNotTwoError, SeveralHeldError):
        newsroom.judge(word.verdict, word.one, word.other)


def cut(log: Sequence[Row | Word], at: set[int]) -> list[Sequence[Row | Word]]:
    """Return the log in batches; behind a person's word there is always a cut."""
    words = {n + 1 for n, each in enumerate(log) if isinstance(each, Word)}
    ends = sorted({0, len(log)} | at | words)
    return [log[start:end] for start, end in pairwise(ends)]


def held(
    newsroom: Newsroom,
) -> tuple[dict[StoryId, tuple[ArticleId, ...]], set[tuple[ArticleId, ...]]]:
    stories = {story.id: story.articles for story in newsroom.stories()}
    return stories, {each.members for each in newsroom.lineages()}


LOG = log_with_words(17)
with after(cut(LOG, set())) as whole:
    WHOLE = held(whole)


def test_the_log_holds_words_edited_pages_and_stories() -> None:
    addresses = [each["url"] for each in LOG if not isinstance(each, Word)]
    assert len(set(addresses)) < len(addresses)
    assert sum(isinstance(each, Word) for each in LOG) > 3
    assert 2 < len(WHOLE[0]) < len(addresses)


@settings(max_examples=5)
@given(st.sets(st.integers(1, len(LOG) - 1), max_size=8))
def test_a_log_with_a_persons_words_gives_the_same_however_it_is_cut(at: set[int]) -> None:
    with after(cut(LOG, at)) as newsroom:
        assert held(newsroom) == WHOLE
