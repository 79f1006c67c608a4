from __future__ import annotations

import numpy as np
import pytest

from twosource.stages.lineage.values import known_values


@pytest.mark.parametrize(("told", "as_told"), [(214, 200), (180, 200), (2640, 2600), (31, 31)])
def test_a_number_is_known_where_it_is_told_rounded(told: float, as_told: float) -> None:
    assert known_values(np.array([told]), np.array([as_told])) == 1
    assert known_values(np.array([as_told]), np.array([told])) == 1


@pytest.mark.parametrize(("told", "other"), [(214, 220), (9, 10), (160, 200), (31, 32), (150, 200)])
def test_another_number_is_not_known(told: float, other: float) -> None:
    assert known_values(np.array([told]), np.array([other])) == 0


def test_of_two_texts_one_without_numbers_knows_none() -> None:
    assert known_values(np.array([]), np.array([31.0])) == 0
    assert known_values(np.array([31.0]), np.array([])) == 0
