"""What tests of the edges may ask for: a real server on the loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.edges.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve on the loopback until the test has ended."""
    with serving() as served:
        yield served
