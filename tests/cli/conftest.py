"""A folder with a store in it, and the command to ask it with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Run
from tests.pipeline.factory import write_pages
from twosource.newsroom import open_newsroom
from twosource.settings import Settings


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with pages and a store, `news.db`, made of them."""
    folder = tmp_path_factory.mktemp("desk")
    write_pages(folder / "pages")
    settings = Settings(store=f"sqlite:{folder / 'news.db'}", engine="serial")
    with open_newsroom(settings=settings) as newsroom:
        newsroom.update(f"folder:{folder / 'pages'}")
    return folder


@pytest.fixture(scope="session")
def story(place: Path) -> str:
    """Return the id of the story that two outlets tell."""
    with open_newsroom(f"sqlite:{place / 'news.db'}") as newsroom:
        [told] = [each.id for each in newsroom.stories() if len(each.articles) == 2]
    return told


@pytest.fixture
def run(place: Path) -> Run:
    def twosource(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "twosource", *words],
            cwd=place,
            env=os.environ | variables,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return twosource
