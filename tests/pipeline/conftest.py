"""A newsroom that may look at a server of the loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.watched import QUICK
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    settings = Settings(store=f"sqlite:{tmp_path / 'news.db'}", engine="serial", fetch=QUICK)
    with open_newsroom(settings=settings) as opened:
        yield opened
