"""A server of pages and feeds, and a newsroom that may look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edges.server import Site, serving
from tests.pipeline.watched import QUICK
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    settings = Settings(store=f"sqlite:{tmp_path / 'news.db'}", engine="serial", fetch=QUICK)
    with open_newsroom(settings=settings) as opened:
        yield opened
