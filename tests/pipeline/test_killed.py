"""A run that is killed, wherever it is, loses nothing and leaves nothing double."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.edges.server import Site, serving
from tests.pipeline.watched import QUICK, feed_of
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings

PAGES = 26
# Kills itself as soon as a step has come so far: no handler, no tidying up, as a power cut.
RUN = """
import os, signal, sys
from twosource.newsroom import open_newsroom
from twosource.settings import FetchSettings, Settings

place, address, step, count = sys.argv[1:]
fetch = FetchSettings(private_addresses=True, seconds_between=0.0, robots=False)

def tell(work, done, total):
    if work == step and done >= int(count):
        os.kill(os.getpid(), signal.SIGKILL)

settings = Settings(store=place, engine="serial", fetch=fetch)
with open_newsroom(settings=settings, tell=tell) as newsroom:
    newsroom.keep(address)
    newsroom.look()
"""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    return feed_of(site, PAGES)


def opened(place: Path) -> Newsroom:
    return open_newsroom(settings=Settings(store=f"sqlite:{place}", engine="serial", fetch=QUICK))


def held(newsroom: Newsroom) -> dict[str, object]:
    """Return all that a run leaves behind and that does not hold the time of fetching."""
    stories = newsroom.stories()
    return {
        "counts": {name: count for name, count in newsroom.counts() if name != "failures"},
        "stories": sorted(story.articles for story in stories),
        "lineages": sorted(lineage.members for lineage in newsroom.lineages()),
        "changes": sorted((change.kind, change.articles) for _, change in newsroom.changes()),
        "dossiers": sorted(
            (dossier.number, dossier.headline.text, len(dossier.sources), len(dossier.claims))
            for dossier in (newsroom.dossier(story.id) for story in stories)
        ),
    }


@pytest.fixture(scope="module")
def unharmed(address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    with opened(tmp_path_factory.mktemp("unharmed") / "news.db") as newsroom:
        newsroom.keep(address)
        newsroom.look()
        return held(newsroom)


def start(place: Path, address: str, step: str = "", count: int = 0) -> subprocess.Popen[bytes]:
    words = [f"sqlite:{place}", address, step, str(count)]
    return subprocess.Popen([sys.executable, "-c", RUN, *words], stderr=subprocess.DEVNULL)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "count"),
    [("reading", 0), ("reading", 1), ("reading", 20), ("linking", 1), ("composing", 1)],
)
def test_a_run_killed_in_any_step_is_made_whole_by_the_next(
    step: str, count: int, site: Site, address: str, unharmed: dict[str, object], tmp_path: Path
) -> None:
    place = tmp_path / "news.db"
    assert start(place, address, step, count).wait(timeout=120) == -signal.SIGKILL
    with opened(place) as newsroom:
        kept, asked = dict(newsroom.counts())["captures"], len(site.asked)
        newsroom.look()
        assert held(newsroom) == unharmed
        # Only what was not kept was fetched again, beside robots.txt and the feed.
        assert len(site.asked) - asked <= PAGES - kept + 2


@pytest.mark.slow
def test_a_run_killed_while_a_page_is_on_the_line_is_made_whole_by_the_next(
    site: Site, address: str, unharmed: dict[str, object], tmp_path: Path
) -> None:
    place = tmp_path / "news.db"
    answer, running = site.answers["/17"], list[subprocess.Popen[bytes]]()

    def kill(handler: BaseHTTPRequestHandler) -> None:
        os.kill(running[0].pid, signal.SIGKILL)

    site.on("/17", kill)
    running.append(start(place, address))
    assert running[0].wait(timeout=120) == -signal.SIGKILL
    site.on("/17", answer)
    with opened(place) as newsroom:
        assert dict(newsroom.counts())["captures"] < PAGES
        newsroom.look()
        assert held(newsroom) == unharmed


@pytest.mark.slow
def test_a_run_killed_again_and_again_comes_to_its_end(
    address: str, unharmed: dict[str, object], tmp_path: Path
) -> None:
    place = tmp_path / "news.db"
    for count in (5, 20):
        assert start(place, address, "reading", count).wait(timeout=120) in (0, -signal.SIGKILL)
    with opened(place) as newsroom:
        newsroom.look()
        assert held(newsroom) == unharmed
