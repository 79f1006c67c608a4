"""Loops that are made machine code answer what the plain functions answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numba.core.errors import NumbaError
from numpy.typing import NDArray

from tests.locks import ROOT
from twosource.compiled import compiled, step
from twosource.machine_code import fingerprint

Numbers = NDArray[np.float64]


class Forwards(NamedTuple):
    """Two numbers."""

    one: float
    other: float


class Backwards(NamedTuple):
    """The same two the other way round."""

    other: float
    one: float


@compiled
def growth(number: float, rate: float) -> float:
    """Return a number with its growth."""
    return number + number * rate


@compiled
def grown(numbers: Numbers, rate: float) -> float:
    """Return the sum of the numbers, each with its growth."""
    total = 0.0
    for number in numbers:
        total += growth(number, rate)
    return total


def test_a_compiled_loop_answers_to_the_bit_what_the_plain_one_does() -> None:
    numbers = np.random.default_rng(7).normal(size=1000)
    plain = 0.0
    for number in numbers:
        plain += growth.plain(number, 0.3)
    assert grown(numbers, 0.3) == plain


@step
def summed(rate: float, count: int) -> float:
    """Return a sum of rates for which it makes an array."""
    return float(np.full(count, rate).sum())


@compiled
def asks(count: int) -> float:
    """Return what the step says."""
    return summed(0.5, count)


def test_a_step_that_makes_an_array_is_refused() -> None:
    with pytest.raises(NumbaError, match="No implementation"):
        asks(3)


def test_a_loop_runs_as_it_stands_until_its_own_steps_are_worth_compiling(tmp_path: Path) -> None:
    source = (
        "import sys; from twosource.compiled import PLAIN_STEPS, WORTH_COMPILING, compiled, part\n"
        "@part\n"
        "def one(number): return 2 * number\n"
        "@compiled\n"
        "def other(number): return one(number)\n"
        "for steps in (PLAIN_STEPS, 1, WORTH_COMPILING):\n"
        "    loop = other.over(steps)\n"
        "    print(loop(21), 'numba' in sys.modules, loop is other)\n"
    )
    first, again = _answers(tmp_path, source), _answers(tmp_path, source)
    assert first.split() == [
        *("42", "False", "False"),
        *("42", "True", "False"),
        *("42", "True", "True"),
    ]
    # What the first process compiled is at hand as soon as it is worth loading.
    assert again.split() == [
        *("42", "False", "False"),
        *("42", "True", "True"),
        *("42", "True", "True"),
    ]


def test_a_process_that_comes_back_loads_its_loops_between_two_runs(tmp_path: Path) -> None:
    source = (
        "import sys; from twosource.compiled import PLAIN_STEPS, compiled, one_run\n"
        "@compiled\n"
        "def doubled(number): return 2 * number\n"
        "def told(): return 'numba' in sys.modules\n"
        "for _ in range(3):\n"
        "    with one_run():\n"
        "        print(doubled.over(PLAIN_STEPS * 2 // 3)(21), told())\n"
        "    print(told())\n"
        "print(len(doubled._machine_code.signatures))\n"
    )
    # Nothing behind the first, though nobody waits: most processes end there.
    assert _answers(tmp_path, source).split() == [
        *("42", "False", "False"),
        *("42", "False", "True"),
        *("42", "True", "True"),
        "1",
    ]


def test_what_a_run_of_few_steps_was_given_is_let_go_behind_it(tmp_path: Path) -> None:
    source = (
        "import gc, weakref; import numpy as np\n"
        "from twosource.compiled import compiled, one_run\n"
        "@compiled\n"
        "def first(numbers): return numbers[0]\n"
        "numbers = np.ones(3); held = weakref.ref(numbers)\n"
        "with one_run(): first.over(3)(numbers)\n"
        "del numbers; gc.collect(); print(held() is None)\n"
    )
    assert _answers(tmp_path, source) == "True"


@pytest.mark.slow
def test_a_loop_runs_where_nothing_can_be_kept(tmp_path: Path) -> None:
    source = tmp_path / "loops.py"
    source.write_text(
        "from twosource.compiled import compiled\n"
        "@compiled\n"
        "def doubled(number):\n"
        "    return 2 * number\n"
        "print(doubled(21))\n"
    )
    (tmp_path / "__pycache__").write_text("a file stands where the folder would be made")
    home = tmp_path / "home"
    home.write_text("and here")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    run = subprocess.run(
        [sys.executable, str(source)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (run.stdout, run.returncode) == ("42\n", 0), run.stderr


def _answers(folder: Path, main: str, **files: str) -> str:
    """Return what a program of these modules prints, with its machine code kept in the folder."""
    for name, source in (files | {"main": main}).items():
        (folder / f"{name}.py").write_text(source)
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{folder}",
        "NUMBA_CACHE_DIR": str(folder / "kept"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    run = subprocess.run(
        [sys.executable, "main.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.slow
def test_a_loop_is_compiled_anew_when_something_it_takes_from_another_file_changes(
    tmp_path: Path,
) -> None:
    main = (
        "from twosource.compiled import compiled\n"
        "from parts import FACTOR, shifted\n"
        "@compiled\n"
        "def times(number): return FACTOR * shifted(number)\n"
        "print(times(21), len(times._machine_code.stats.cache_hits))\n"
    )
    parts = (
        "from twosource.compiled import part\n"
        "FACTOR = {factor}\n"
        "@part\n"
        "def shifted(number): return number + {shift}\n"
    )
    answers = [
        _answers(tmp_path, main, parts=parts.format(factor=factor, shift=shift))
        for factor, shift in ((2, 0), (2, 0), (3, 0), (3, 1))
    ]
    assert answers == ["42 0", "42 1", "63 0", "66 0"]


def test_a_fingerprint_follows_from_the_fields_of_the_tuples_a_loop_is_given() -> None:
    def first(pair: Forwards) -> float:
        return pair.one

    def second(pair: Backwards) -> float:
        return pair.one

    second.__code__ = first.__code__
    assert fingerprint(first) != fingerprint(second)
    assert fingerprint(first) == fingerprint(first)
