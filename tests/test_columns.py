"""A column holds what a list would that grows at its end and shrinks at both."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.columns import FIRST_ROOM, Column, Lists

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("extend"), st.integers(0, FIRST_ROOM)),
        st.tuples(st.sampled_from(["keep", "drop"]), st.integers(0, 2 * FIRST_ROOM)),
    ),
    max_size=12,
)


@given(STEPS)
def test_a_column_holds_what_a_list_would(steps: list[tuple[str, int]]) -> None:
    column, held, told = Column(np.int64), list[int](), 0
    for step, count in steps:
        if step == "extend":
            column.extend(np.arange(told, told + count))
            held += range(told, told + count)
            told += count
        elif step == "keep":
            column.keep(min(count, len(held)))
            del held[count:]
        else:
            column.drop(min(count, len(held)))
            del held[:count]
        assert column.all().tolist() == held
        assert len(column) == len(held)


@given(st.lists(st.lists(st.integers(0, 99), max_size=4), max_size=9), st.integers(0, 9))
def test_lists_go_from_the_front_with_all_their_numbers(rows: list[list[int]], gone: int) -> None:
    lists, gone = Lists(np.int64), min(gone, len(rows))
    for row in rows[:4]:
        lists.extend(np.array(row, dtype=np.int64), np.array([len(row)]))
    if rows[4:]:
        lists.join([np.array(row, dtype=np.int64) for row in rows[4:]])
    lists.drop(gone)
    numbers, starts = lists.all()
    held = [numbers[begin:end].tolist() for begin, end in pairwise(starts)]
    assert held == rows[gone:]
