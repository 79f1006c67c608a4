"""What tests may ask for: whether expected files are rewritten, a server, and a browser."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.edges.server import Site, serving

# Started in the background, this process ignores Ctrl-C, and so would every command it tries.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example of a property takes says nothing of it: another process may hold the core.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`: golden tests write what they got instead of comparing it."""
    parser.addoption(
        "--accept", action="store_true", help="write expected files anew; review the diff"
    )


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether golden tests write their expected files instead of comparing with them."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve on the loopback until the test has ended."""
    with serving() as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the machine's own Chromium; a test that asks is skipped without one.

    To be given to playwright as `executable_path`, with `--no-sandbox` among the arguments:
    build machines run as root, where Chromium's sandbox will not start.
    """
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    return path
