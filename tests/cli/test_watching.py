"""Sources are added, updated, watched and dropped from the command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.edges.server import Site, status
from tests.edges.sources.feeds import item, rss
from tests.pipeline.watched import feed_of, text
from twosource.edges.stores import open_store

SETTINGS = """
engine = "serial"
[fetch]
private_addresses = true
seconds_between = 0.0
first_wait_seconds = 0.01
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "twosource.toml").write_text(SETTINGS)

    def twosource(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command(*words), cwd=tmp_path, input=given, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return twosource


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "twosource", *words]


def test_an_added_feed_is_listed_updated_and_dropped(site: Site, run: Run) -> None:
    feed = feed_of(site, 2)
    added = run("add", feed, "--only", "extract")
    assert (added.returncode, added.stdout[:20]) == (0, "2 pages: 2 articles.")
    [listed] = [json.loads(line) for line in run("sources", "--json").stdout.splitlines()]
    assert (listed["address"], listed["health"]) == (feed, ["fine"])
    site.put("/new", text(99))
    site.put("/feed", rss(item(site.url("/new"))))
    assert json.loads(run("update", "--json").stdout)["articles"] == 1
    dropped = run("sources", "--drop", site.url("/feed"))
    assert (dropped.returncode, dropped.stdout) == (0, "")
    assert "looked at no more" in dropped.stderr
    assert "no source is kept" in run("sources").stderr


def test_a_folder_that_was_just_added_was_just_read(tmp_path: Path, run: Run) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    words = "The ferry lies on a rock before the harbour and waits for the tide. " * 4
    (pages / "one.html").write_text(f"<h1>Aground</h1><article><p>{words}</p></article>")
    assert json.loads(run("add", f"folder:{pages}", "--only", "extract", "--json").stdout)
    [listed] = map(json.loads, run("sources", "--json").stdout.splitlines())
    assert (listed["address"], listed["health"]) == (f"folder:{pages}", ["fine"])
    assert listed["state"]["succeeded_at"]
    gone = run("add", f"folder:{tmp_path / 'none'}")
    assert gone.returncode != 0
    assert len(run("sources", "--json").stdout.splitlines()) == 1


def test_a_page_that_cannot_be_read_says_why_at_once(site: Site, run: Run) -> None:
    gone = run("add", site.on("/gone", status(404)))
    assert gone.returncode == 1
    assert f"could not be read: {site.url('/gone')}: the server says 404" in gone.stderr
    assert "1 could not be read" in gone.stdout
    later = run("add", site.on("/later", status(429, retry_after="7200")))
    assert "to be asked again in 2 hours" in later.stderr
    assert "could not be read" in run("retry").stdout


def test_of_many_failures_the_first_are_told_and_the_rest_counted(site: Site, run: Run) -> None:
    pages = "".join(site.on(f"/{n}", status(404)) + "\n" for n in range(8))
    told = run("add", "-", given=pages).stderr
    assert told.count("the server says 404") == 5
    assert "and 3 more: twosource failures" in told


def test_a_feed_that_asks_for_patience_is_told_of_and_not_asked(site: Site, run: Run) -> None:
    feed = f"feed:{site.on('/feed', status(503, retry_after='7200'))}"
    for _ in range(2):
        done = run("add", feed)
        assert (done.returncode, done.stdout) == (0, "Nothing new.\n")
        assert "asks to be left alone until" in done.stderr
    assert "asks to be left alone until" in run("update").stderr
    assert site.times_asked("/feed") == 1
    assert "asks to be left alone until" in run("sources").stdout


def test_a_feed_that_breaks_is_noticed_and_the_exit_code_says_so(site: Site, run: Run) -> None:
    run("add", feed_of(site, 1), "--only", "extract")
    site.on("/feed", status(410))
    broken = run("update")
    assert broken.returncode == 1
    assert "NOTICE" in broken.stderr
    assert "gone" in broken.stderr
    assert "is gone, last read" in run("sources").stdout


def test_records_are_read_from_standard_input(run: Run) -> None:
    words = "The ferry lies on a rock before the harbour and waits for the tide. " * 4
    line = json.dumps({"id": "one", "headline": "Aground", "text": words})
    done = run("add", "-", "--only", "extract", given=line + "\n{broken\n")
    assert done.returncode == 1
    assert "1 article; 1 could not be read" in done.stdout
    assert "standard input, line 2" in run("failures").stdout


def test_watching_without_a_kept_source_says_how_to_keep_one(run: Run) -> None:
    done = run("watch")
    assert done.returncode == 1
    assert "twosource add feed:" in done.stderr


def test_watching_brings_what_is_new_until_it_is_stopped(
    site: Site, run: Run, tmp_path: Path
) -> None:
    run("add", feed_of(site, 0), "--only", "extract")
    site.put("/new", text(99))
    site.put("/feed", rss(item(site.url("/new"))))
    make_all_due(tmp_path / "twosource.db")
    watching = subprocess.Popen(
        command("watch"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert watching.stdout is not None
        assert "Z 1 page: 1 article." in watching.stdout.readline()
        time.sleep(0.2)
        assert watching.poll() is None
        watching.send_signal(signal.SIGINT)
        _, told = watching.communicate(timeout=30)
        assert watching.returncode == 130
        assert "What was finished is kept" in told
    finally:
        watching.kill()
        watching.wait()


def make_all_due(place: Path) -> None:
    """Let the time of every kept source have come."""
    store = open_store(f"sqlite:{place}")
    with store.transaction():
        for state in store.sources():
            store.put_source(replace(state, due_at=state.due_at.replace(year=2020)))
    store.close()
