"""Sources are looked at again and again: nothing is lost, nothing comes twice, trouble is told."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.edges.broken import BROKEN
from tests.edges.server import Answer, Site, moved, raw, serving, status
from tests.edges.sources.feeds import item, rss
from tests.pipeline.factory import FERRY, write_page
from twosource.errors import NotHeldError
from twosource.model.outcome import RunReport
from twosource.model.visited import SourceState
from twosource.newsroom import Newsroom, open_newsroom
from twosource.pipeline.schedule import health
from twosource.settings import FetchSettings, Settings

QUICK = FetchSettings(
    private_addresses=True,
    seconds_between=0.0,
    first_wait_seconds=0.001,
    most_wait_seconds=0.5,
    connect_seconds=1.0,
    whole_seconds=1.0,
)
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def text(number: int) -> str:
    """Return a page whose words no other page has."""
    words = " ".join(f"Harbour {number} word {number * 97 + n} stood." for n in range(30))
    return (
        f"<html lang=en><head><title>Ferry {number}</title></head><body><article>"
        f"<h1>Ferry {number} aground</h1><p>{words}</p></article></body></html>"
    )


def feed_of(site: Site, count: int, prefix: str = "") -> str:
    links = [site.put(f"{prefix}/{number}", text(number)) for number in range(count)]
    return f"feed:{site.put(f'{prefix}/feed', rss(*map(item, links)))}"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    settings = Settings(store=f"sqlite:{tmp_path / 'news.db'}", engine="serial", fetch=QUICK)
    with open_newsroom(settings=settings) as opened:
        yield opened


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


def test_an_edited_page_is_a_second_article_of_the_same_address(
    site: Site, newsroom: Newsroom
) -> None:
    settings = replace(newsroom.settings, fetch=replace(QUICK, revisit_hours=(0, 0, 0)))
    with open_newsroom(settings=settings) as impatient:
        impatient.keep(feed_of(site, 1))
        impatient.look()
        site.put("/0", text(0).replace("stood", "sank"))
        assert impatient.look().run.articles == 1
        [story] = impatient.stories()
        urls = {article.url for article in impatient.articles(story.articles)}
        assert (len(story.articles), urls) == (2, {site.url("/0")})


DATED = '<meta property="article:published_time" content="2026-03-03T10:00:00Z">'


def test_a_page_that_was_changed_without_notice_is_told_of_everywhere(
    site: Site, newsroom: Newsroom
) -> None:
    def dated(page: str) -> str:
        return page.replace("<title>", DATED + "<title>")

    settings = replace(newsroom.settings, fetch=replace(QUICK, revisit_hours=(0, 0, 0)))
    with open_newsroom(settings=settings) as impatient:
        impatient.keep(feed_of(site, 1))
        site.put("/0", dated(text(0)))
        impatient.look()
        time.sleep(1.1)  # times of fetching are kept to the second
        site.put("/0", dated(text(0)).replace("stood", "sank"))
        impatient.look()
        [edit] = [each for _, each in impatient.changes() if each.kind == "edited"]
        before, now = impatient.articles(edit.articles)
        assert ("stood" in before.text, "sank" in now.text) == (True, True)
        assert "without notice" in edit.why[0]
        assert impatient.why(*edit.articles).report_why[0] == edit.why[0]
        sources = {each.article: each for each in impatient.dossier(edit.story).sources}
        assert sources[before.id].role == "earlier version"
        assert sources[now.id].notes == ("changed without notice",)
        impatient.rebuild()
        assert [each for _, each in impatient.changes() if each.kind == "edited"] == [edit]


SCRIPT = """
import sys
from twosource.newsroom import open_newsroom
from twosource.settings import FetchSettings, Settings
fetch = FetchSettings(private_addresses=True, seconds_between=0.0, robots=False)
settings = Settings(store=sys.argv[1], engine="serial", fetch=fetch)
with open_newsroom(settings=settings) as newsroom:
    newsroom.keep(sys.argv[2])
    newsroom.look(only="extract")
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_look_goes_on_with_nothing_lost_and_nothing_twice(
    how: signal.Signals, site: Site, tmp_path: Path
) -> None:
    address = feed_of(site, 60)
    for path, answer in list(site.answers.items()):
        if path != "/feed":
            site.on(path, slowly(answer))
    place = f"sqlite:{tmp_path / 'news.db'}"
    run = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, place, address], stderr=subprocess.DEVNULL
    )
    wait_until(lambda: captures_in(tmp_path / "news.db"))
    os.kill(run.pid, how)
    run.wait(timeout=30)
    settings = Settings(store=place, engine="serial", fetch=QUICK)
    with open_newsroom(settings=settings) as newsroom:
        held = dict(newsroom.counts())["articles"]
        assert 0 < held < 60
        asked = len(site.asked)
        assert newsroom.look(only="extract").run.articles == 60 - held
        assert dict(newsroom.counts())["captures"] == 60
        # Only what was not kept was fetched again, beside feed and robots.txt.
        assert len(site.asked) - asked <= 60 - held + 2


def slowly(answer: Answer) -> Answer:
    def later(handler: object) -> None:
        time.sleep(0.03)
        answer(handler)  # type: ignore[arg-type]  # the server's own handler

    return later


def captures_in(path: Path) -> int:
    """Return how many captures a store holds, also while another process writes it."""
    if not path.exists():
        return 0
    reading = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with closing(reading) as store, suppress(sqlite3.OperationalError):  # it is only being made
        return int(store.execute("SELECT count(*) FROM captures").fetchone()[0])
    return 0


def wait_until(reached: object) -> None:
    assert callable(reached)
    began = time.monotonic()
    while not reached():
        assert time.monotonic() - began < 60, "the run did not get so far"
        time.sleep(0.02)


# The schedule, and what it says of a source's health.


def test_a_host_that_asked_for_a_pause_is_left_alone_by_the_next_process_too(
    site: Site, newsroom: Newsroom
) -> None:
    site.on("/a", status(429, retry_after="3600"))
    newsroom.update(f"page:{site.url('/a')}")
    with open_newsroom(settings=newsroom.settings) as again:
        report = again.update(f"page:{site.put('/b', text(1))}")
    assert "/b" not in site.asked
    assert "60 minutes" in report.reasons[0]
