"""A look at sources that is broken off goes on where it was."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.edges.server import Answer, Site
from tests.pipeline.watched import QUICK, feed_of
from twosource.newsroom import open_newsroom
from twosource.settings import Settings

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
