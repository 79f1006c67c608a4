"""Hold that `import twosource` costs next to nothing, and its parts no more than they need."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

HEAVY = frozenset(
    {"apsw", "lxml", "numpy", "pydantic", "scipy", "sknetwork", "spacy", "trafilatura"}
)
MOST_CPU_SECONDS = 0.2  # with the start of Python itself, about 0.02


@pytest.mark.parametrize(
    ("module", "kept_out"),
    [
        ("twosource", HEAVY),
        ("twosource.cli.commands", HEAVY),
        ("twosource.archive", HEAVY - {"apsw"}),
        # Its stages count with numpy; the model is loaded when the first article is read.
        ("twosource.newsroom", {"spacy", "trafilatura"}),
    ],
)
def test_what_is_imported_loads_no_library_that_it_may_never_need(
    module: str, kept_out: frozenset[str]
) -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert module in names
    assert {name.split(".")[0] for name in names} & kept_out == set()


def test_importing_the_package_takes_less_than_a_fifth_of_a_cpu_second() -> None:
    # The least of three: what other work on the machine adds is not the import's.
    assert min(_cpu_seconds("import twosource") for _ in range(3)) < MOST_CPU_SECONDS


def _cpu_seconds(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
