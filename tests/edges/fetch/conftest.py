"""What tests of the fetcher may ask for: one that waits for nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.edges.server import QUICK
from twosource.edges.fetch.fetcher import Fetcher


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """Open a fetcher that may ask the loopback, at once, until the test has ended."""
    with Fetcher(QUICK) as opened:
        yield opened
