"""The contract of every engine: results in order, errors handed on, streams of any length."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice

import pytest

from twosource.edges.engines import ENGINES
from twosource.edges.engines.local import WORTH_WORKERS
from twosource.errors import UnknownPartError
from twosource.protocols import Engine


@pytest.fixture(params=ENGINES.names())
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    opened = ENGINES.open(request.param)()
    yield opened
    opened.close()
    opened.close()


def square(number: int) -> int:
    return number * number


def refuse(number: int) -> int:
    raise ZeroDivisionError(number)


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(square, range(2 * WORTH_WORKERS))) == [
        n * n for n in range(2 * WORTH_WORKERS)
    ]


def test_a_stream_without_end_is_taken_as_far_as_it_is_asked_for(engine: Engine) -> None:
    assert list(islice(engine.map(square, count()), 100)) == [n * n for n in range(100)]


def test_nothing_in_gives_nothing_out(engine: Engine) -> None:
    assert list(engine.map(square, ())) == []


@pytest.mark.parametrize("items", [1, 2 * WORTH_WORKERS])
def test_an_error_of_the_function_reaches_the_caller(engine: Engine, items: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(engine.map(refuse, range(items)))


def hears_interrupts(_number: int) -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_ctrl_c_is_heard_by_this_process_and_by_no_worker() -> None:
    with closing(ENGINES.open("processes")()) as engine:
        assert not any(engine.map(hears_interrupts, range(WORTH_WORKERS)))
    assert hears_interrupts(0)


KILLED_WITH_WORKERS = f"""
import os, signal
from twosource.edges.engines.local import ProcessEngine
list(ProcessEngine().map(abs, range({WORTH_WORKERS})))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_that_is_killed_leaves_no_worker_behind() -> None:
    # The workers hold the pipe too: it closes when the last of them has ended.
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_WITH_WORKERS], stdout=subprocess.PIPE, timeout=30
    )
    assert killed.returncode == -signal.SIGKILL


def test_an_unknown_engine_lists_the_known_ones() -> None:
    with pytest.raises(UnknownPartError, match="processes, serial"):
        ENGINES.open("steam")
