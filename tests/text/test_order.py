from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.order import each_once, in_order


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3), max_size=40))
def test_hashes_are_put_in_order_and_of_equals_the_first_stays_first(numbers: list[int]) -> None:
    hashes = np.array(numbers, dtype=np.uint64)
    assert in_order(hashes).tolist() == np.argsort(hashes, kind="stable").tolist()


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3), max_size=40))
def test_hashes_that_come_twice_are_given_once(numbers: list[int]) -> None:
    assert each_once.plain(np.array(numbers, dtype=np.uint64)).tolist() == sorted({*numbers})
