"""No pattern of the stage takes long over a long run of any one thing."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import twosource.stages.extract as stage

LENGTH = 30_000  # characters; a quadratic pattern takes 5 s and more over so many
SECONDS = 2.5  # of CPU for one search; the slowest took 0.3 when written
RUNS = (
    '"',
    "1",
    "a",
    "A",
    "(",
    ".",
    "-",
    "a ",
    "A ",
    "A. ",
    "1 ",
    "1:",
    "told A ",
    "story by A ",
    "|",
    " | ",
    "©",
    "(c) 2026 ",
    "By A, ",
    "a@",
    "<a",
    "、",
    "May 1 ",
    ". Photo ",
    "published ",
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every compiled pattern of text in the stage's modules, tables of them included."""
    seen: set[int] = set()
    for found in pkgutil.walk_packages(stage.__path__, f"{stage.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            held = value.values() if isinstance(value, dict) else (value,)
            for each in held:
                is_pattern = isinstance(each, re.Pattern) and isinstance(each.pattern, str)
                if is_pattern and id(each) not in seen:
                    seen.add(id(each))
                    yield f"{found.name.rsplit('.', 1)[-1]}.{name}", each


@pytest.mark.parametrize(
    "pattern", [each for _, each in patterns()], ids=[n for n, _ in patterns()]
)
def test_pattern_is_done_soon_with_a_long_run_of_any_one_thing(pattern: re.Pattern[str]) -> None:
    for run in RUNS:
        text = (run * LENGTH)[:LENGTH]
        started = time.process_time()
        pattern.search(text)
        assert time.process_time() - started < SECONDS, repr(run)
