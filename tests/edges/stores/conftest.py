"""What every test of a store may ask for: each kind that the catalogue opens, empty and filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edges.stores.held import EARLY, LATE, UNDATED
from twosource.edges.stores import STORES, open_store
from twosource.protocols import Store


@pytest.fixture(params=STORES.names())
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"{request.param}:{tmp_path / 'news.db'}")
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    with store.transaction():
        for each in (LATE, EARLY, UNDATED):
            store.add_article(each)
    return store
