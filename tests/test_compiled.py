"""Loops that are made machine code answer what the plain functions answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.locks import ROOT
from twosource.compiled import compiled
from twosource.compiled.fingerprint import fingerprint

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


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


@compiled
def halves(
    pair: Forwards, table: Places, numbers: Numbers, more: bool
) -> tuple[Places, Numbers, int, float]:
    """Return two rows of a table, the numbers with half of one added, and two that are given."""
    rows = np.empty((256, table.shape[1]), np.int64)
    for row in range(2):
        for column in range(table.shape[1]):
            rows[row, column] = table[row, column]
    for place in range(len(numbers)):
        numbers[place] += pair.one / 2 if more else 0.0
    return rows[:2], numbers, 7, pair.other


@compiled
def first_of(numbers: Places, count: int) -> Places:
    """Return the first of some numbers."""
    return numbers[:count].copy()


@compiled
def inverse(number: int) -> int:
    """Return one divided by a number."""
    return 1 // number


def test_a_compiled_loop_answers_to_the_bit_what_the_plain_one_does() -> None:
    numbers = np.random.default_rng(7).normal(size=1000)
    plain = 0.0
    for number in numbers:
        plain += growth.plain(number, 0.3)
    assert grown(numbers, 0.3) == plain


def test_a_loop_answers_new_arrays_and_numbers_and_writes_into_those_it_is_given() -> None:
    table = np.arange(12).reshape(3, 4).T  # not laid out row after row
    numbers = np.zeros(3)
    ones, halved, count, rate = halves(Forwards(one=3.0, other=0.5), table, numbers, True)
    assert (ones.tolist(), count, rate) == ([[0, 4, 8], [1, 5, 9]], 7, 0.5)
    assert numbers.tolist() == halved.tolist() == [1.5, 1.5, 1.5]


def test_a_loop_answers_nothing_of_no_length() -> None:
    assert first_of(np.arange(5), 0).shape == (0,)


def test_what_a_loop_raises_is_what_the_plain_one_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        inverse(0)
    with pytest.raises(TypeError):
        inverse(number=2)
    assert inverse(2) == 0


def _answers(folder: Path, main: str, **environment: str) -> list[str]:
    """Return what a program of a folder prints, with its machine code kept there."""
    (folder / "main.py").write_text(main)
    own = {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{folder}",
        "PYTHONPYCACHEPREFIX": str(folder / "kept"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    run = subprocess.run(
        [sys.executable, "main.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | own | environment,
        check=True,
    )
    assert not run.stderr
    return run.stdout.split()


STEPS = (
    "import sys\n"
    "from twosource.compiled import COMPILED_STEPS, LOADED_STEPS, compiled, part\n"
    "@part\n"
    "def one(number): return 2 * number\n"
    "@compiled\n"
    "def other(number): return one(number)\n"
    "print(other.over(LOADED_STEPS)(21), 'llvmlite' in sys.modules, 'numba' in sys.modules)\n"
    "print(other.over(1)(21), 'llvmlite' in sys.modules, 'numba' in sys.modules)\n"
    "print(other.over(COMPILED_STEPS)(21), 'numba' in sys.modules)\n"
)


@pytest.mark.slow
def test_a_loop_is_loaded_when_its_steps_are_worth_it_and_compiled_only_when_it_is_not_kept(
    tmp_path: Path,
) -> None:
    assert _answers(tmp_path, STEPS) == "42 False False 42 True False 42 True".split()
    assert _answers(tmp_path, STEPS) == "42 False False 42 True False 42 False".split()


@pytest.mark.slow
def test_a_loop_runs_where_nothing_can_be_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file stands where the folder would be made")
    nowhere = {
        "PYTHONPYCACHEPREFIX": str(home),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    assert _answers(tmp_path, STEPS, **nowhere)[-2:] == ["42", "True"]
    assert _answers(tmp_path, STEPS, **nowhere)[-2:] == ["42", "True"]


@pytest.mark.slow
def test_a_loop_is_compiled_anew_when_something_it_takes_from_another_file_changes(
    tmp_path: Path,
) -> None:
    main = (
        "import sys\n"
        "from twosource.compiled import compiled\n"
        "from parts import FACTOR, shifted\n"
        "@compiled\n"
        "def times(number): return FACTOR * shifted(number)\n"
        "print(times(21), 'numba' in sys.modules)\n"
    )
    parts = (
        "from twosource.compiled import part\n"
        "FACTOR = {factor}\n"
        "@part\n"
        "def shifted(number): return number + {shift}\n"
    )
    answers = []
    for factor, shift in ((2, 0), (2, 0), (3, 0), (3, 1)):
        (tmp_path / "parts.py").write_text(parts.format(factor=factor, shift=shift))
        answers.append(_answers(tmp_path, main))
    assert answers == [["42", "True"], ["42", "False"], ["63", "True"], ["66", "True"]]


def test_a_fingerprint_follows_from_the_fields_of_the_tuples_a_loop_is_given() -> None:
    def first(pair: Forwards) -> float:
        return pair.one

    def second(pair: Backwards) -> float:
        return pair.one

    second.__code__ = first.__code__
    assert fingerprint(first) != fingerprint(second)
    assert fingerprint(first) == fingerprint(first)
