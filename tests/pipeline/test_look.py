"""Sources are looked at again and again: nothing is lost, nothing comes twice, trouble is told."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.edges.broken import BROKEN
from tests.edges.server import Site, moved, raw, status
from tests.edges.sources.feeds import item, rss
from tests.pipeline.factory import FERRY, write_page
from tests.pipeline.watched import QUICK, feed_of, text
from twosource.errors import NotHeldError
from twosource.model.outcome import RunReport
from twosource.model.visited import SourceState
from twosource.newsroom import Newsroom, open_newsroom
from twosource.pipeline.ingest import BATCH
from twosource.pipeline.schedule import health
from twosource.settings import Settings

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def state_of(newsroom: Newsroom, address: str) -> SourceState:
    return next(each for each in newsroom.sources() if each.address == address)


def test_a_kept_feed_brings_each_page_once(site: Site, newsroom: Newsroom) -> None:
    address = feed_of(site, 3)
    assert newsroom.keep(address) == (address,)
    assert newsroom.look(only="extract").run.articles == 3
    assert newsroom.look(only="extract").run.articles == 0
    state = state_of(newsroom, address)
    assert (state.looks, state.errors, state.days[-1].articles) == (2, 0, 3)
    assert state.succeeded_at is not None


def test_sources_side_by_side_stand_apart(site: Site, newsroom: Newsroom) -> None:
    good = [feed_of(site, 2, f"/{name}") for name in "abc"]
    bad = f"feed:{site.url('/none')}"
    newsroom.keep(*good, bad)
    report = newsroom.look(only="extract")
    assert (report.sources, report.run.articles) == (4, 6)
    [notice] = report.notices
    assert notice.startswith(f"{bad} is gone")
    assert newsroom.look(only="extract").notices == ()  # told once
    assert [state_of(newsroom, each).days[-1].articles for each in good] == [2, 2, 2]


def test_a_round_over_many_misbehaving_feeds_and_pages_ends_and_tells_of_each(
    site: Site, newsroom: Newsroom
) -> None:
    good = feed_of(site, 4)
    answers = {name: raw(answer) for name, answer in BROKEN.items()}
    answers |= {f"says {code}": status(code) for code in (400, 401, 403, 404, 410, 418, 500, 599)}
    answers["circle"] = moved("/circle")
    answers["drips"] = raw(b"HTTP/1.1 200 OK\r\n", *[b"A: b\r\n"] * 40, pause_seconds=0.1)
    answers["endless"] = raw(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 1_000_000] * 30)
    answers["inside"] = moved("http://127.0.0.1:1/")
    feeds, pages = [], []
    for name, answer in answers.items():
        path = "/" + name.replace(" ", "-")
        pages.append(site.on(path, answer))
        feeds.append(f"feed:{site.on(f'/feed{path}', answer)}")
    assert len(feeds) + len(pages) >= 74
    mixed = f"feed:{site.put('/mixed', rss(*map(item, pages)))}"
    newsroom.keep(good, mixed, *feeds)
    began = time.monotonic()
    report = newsroom.look(only="extract")
    assert report.run.articles == 4
    told = {notice.split(" ")[0] for notice in report.notices}
    assert told == set(feeds)
    assert {failed.item for failed in newsroom.failures()} == set(pages)
    assert time.monotonic() - began < 60


def test_only_due_sources_are_looked_at_where_that_is_asked(site: Site, newsroom: Newsroom) -> None:
    newsroom.keep(feed_of(site, 1))
    assert newsroom.look(due_only=True, only="extract").sources == 1
    report = newsroom.look(due_only=True, only="extract")
    assert report.sources == 0
    assert report.due_at is not None
    assert report.due_at > datetime.now(UTC)


def test_what_a_large_feed_keeps_for_the_next_run_is_told(site: Site, tmp_path: Path) -> None:
    few = replace(QUICK, pages_per_run=2)
    settings = Settings(store=f"sqlite:{tmp_path / 'news.db'}", engine="serial", fetch=few)
    with open_newsroom(settings=settings) as newsroom:
        address = feed_of(site, 3)
        first, second = newsroom.add(address), newsroom.look(address)
    assert first.waiting == (f"{address} has more pages; twosource update goes on with it",)
    assert (first.run.articles, first.notices) == (2, ())
    assert (second.run.articles, second.waiting) == (1, ())


def test_a_feed_is_not_looked_at_again_while_its_server_says_it_is_fresh(
    site: Site, newsroom: Newsroom
) -> None:
    address = f"feed:{site.put('/feed', rss(), cache_control='max-age=3500')}"
    impatient = replace(newsroom.settings, fetch=replace(QUICK, most_check_hours=0))
    with open_newsroom(settings=impatient) as quick:
        quick.keep(address)
        quick.look(only="extract")
        state = state_of(quick, address)
    assert state.due_at - (state.tried_at or NOW) > timedelta(seconds=3400)


def test_the_schedule_survives_a_restart(site: Site, newsroom: Newsroom) -> None:
    address = feed_of(site, 1)
    newsroom.keep(address)
    for _ in range(3):
        newsroom.look(only="extract")
    before = state_of(newsroom, address)
    assert before.due_at - (before.tried_at or NOW) == timedelta(seconds=before.wait_seconds)
    newsroom.close()
    with open_newsroom(settings=newsroom.settings) as again:
        assert again.look(due_only=True, only="extract").sources == 0
        assert state_of(again, address) == before
        assert again.keep(address) == (address,)  # to add it once more changes nothing
        assert state_of(again, address) == before


def test_a_source_that_asks_for_a_pause_is_left_alone_even_if_named(
    site: Site, newsroom: Newsroom
) -> None:
    address = f"feed:{site.on('/feed', status(429, retry_after='3600'))}"
    newsroom.keep(address)
    assert newsroom.look(only="extract").notices == ()
    assert newsroom.look(address, only="extract").sources == 0
    assert site.times_asked("/feed") == 1
    [finding] = health(state_of(newsroom, address), datetime.now(UTC))
    assert finding.word == "waiting"


def test_a_watched_folder_brings_new_and_changed_files_alone(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    path = write_page(folder, "harbour-post", FERRY, headline="Ferry aground")
    newsroom.keep(str(folder))
    assert newsroom.look(only="extract").run.captures == 1
    assert newsroom.look(only="extract").run == RunReport()
    path.write_text(path.read_text().replace("ferry", "steamer"))
    (folder / "other.html").write_text(text(5))
    assert newsroom.look(only="extract").run.captures == 2
    assert newsroom.sources()[0].days[-1].articles == 3


def test_what_failed_is_tried_again_when_asked(site: Site, newsroom: Newsroom) -> None:
    site.put("/thin", "<html><body><p>Soon more.</p></body></html>")
    newsroom.update(site.url("/thin"), site.on("/down", status(404)), only="extract")
    assert len(newsroom.failures()) == 2
    site.put("/down", text(7))
    report = newsroom.retry()
    assert (report.articles, report.failed) == (1, 1)
    assert [failed.item for failed in newsroom.failures()] == [site.url("/thin")]


def test_what_failed_is_read_again_a_batch_at_a_time(newsroom: Newsroom, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(BATCH + 2):
        (pages / f"{number}.html").write_text(f"<html><body><p>Soon {number}.</p></body></html>")
    newsroom.update(f"folder:{pages}", only="extract")
    told: list[tuple[int, int | None]] = []

    def tell(work: str, done: int, total: int | None) -> None:
        told.extend([(done, total)] if work == "reading again" else [])

    with open_newsroom(settings=newsroom.settings, tell=tell) as again:
        report = again.retry()
    assert (report.captures, report.articles, report.failed) == (BATCH + 2, 0, BATCH + 2)
    assert told == [(BATCH, BATCH + 2), (BATCH + 2, BATCH + 2)]


def test_what_was_filtered_out_is_not_remembered_as_read(site: Site, newsroom: Newsroom) -> None:
    newsroom.keep(feed_of(site, 2))
    french = newsroom.look(only="extract", languages=["fr"]).run
    assert (french.articles, french.unwanted) == (0, 2)
    assert newsroom.look(only="extract").run.articles == 2


def test_a_source_is_dropped_by_either_spelling_and_an_unknown_one_is_named(
    site: Site, newsroom: Newsroom
) -> None:
    newsroom.keep(feed_of(site, 1))
    newsroom.drop(site.url("/feed"))
    assert newsroom.sources() == ()
    for refused in (newsroom.drop, newsroom.look):
        with pytest.raises(NotHeldError, match="nowhere"):
            refused("feed:nowhere")


def test_a_host_that_asked_for_a_pause_is_left_alone_by_the_next_process_too(
    site: Site, newsroom: Newsroom
) -> None:
    site.on("/a", status(429, retry_after="3600"))
    newsroom.update(f"page:{site.url('/a')}")
    with open_newsroom(settings=newsroom.settings) as again:
        report = again.update(f"page:{site.put('/b', text(1))}")
    assert "/b" not in site.asked
    assert "60 minutes" in report.reasons[0]
