"""Hold that `import twosource` costs next to nothing."""

from __future__ import annotations

import resource
import subprocess
import sys

HEAVY = frozenset({"apsw", "lxml", "numpy", "scipy", "sknetwork", "spacy", "trafilatura"})
MOST_CPU_SECONDS = 0.2  # with the start of Python itself, about 0.02


def test_importing_the_package_loads_no_heavy_library() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import twosource"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in run.stderr.splitlines()}
    assert "twosource" in loaded
    assert loaded & HEAVY == set()


def test_importing_the_package_takes_less_than_a_fifth_of_a_cpu_second() -> None:
    # The least of three: what other work on the machine adds is not the import's.
    assert min(_cpu_seconds("import twosource") for _ in range(3)) < MOST_CPU_SECONDS


def _cpu_seconds(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
