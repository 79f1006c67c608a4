"""What all later things share with one must be what each of them shares by itself."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.dossier.in_common import InCommon

things = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1)), max_size=8)


@given(things)
def test_what_is_shared_with_each_later_thing_is_counted_and_weighed(
    held: list[dict[str, float]],
) -> None:
    in_common = InCommon(held)
    for rows in in_common.rows():
        shared = in_common.with_later(rows)
        for place in rows:
            for other, its in enumerate(held):
                both = held[place].keys() & its.keys() if other > place else set()
                weight = sum(held[place][each] for each in both)
                assert shared.counted()[place - rows.start, other] == len(both)
                assert np.isclose(shared.weighed()[place - rows.start, other], weight)


@given(things, st.integers(0, 8), st.integers(0, 8))
def test_some_rows_are_as_they_are_among_all(
    held: list[dict[str, float]], start: int, stop: int
) -> None:
    in_common = InCommon(held)
    rows = range(min(start, len(held)), min(max(start, stop), len(held)))
    every = in_common.with_later(range(len(held))).counted()
    assert (in_common.with_later(rows).counted() == every[rows.start : rows.stop]).all()


@given(things, st.integers(0, 8))
def test_the_first_share_with_the_others_what_they_share_where_all_are_looked_at(
    held: list[dict[str, float]], first: int
) -> None:
    some, every = InCommon(held, min(first, len(held))), InCommon(held)
    for rows in some.rows():
        mine, among_all = some.with_later(rows), every.with_later(rows)
        assert np.array_equal(mine.counted(), among_all.counted())
        assert np.array_equal(mine.weighed(), among_all.weighed())
        assert np.array_equal(mine.weighed_in_later(), among_all.weighed_in_later())


def test_a_thing_that_holds_nothing_shares_nothing() -> None:
    shared = InCommon([{}, {"ferry": 1.0}]).with_later(range(2))
    assert shared.counted().tolist() == [[0, 0], [0, 0]]
    assert shared.weighed().tolist() == [[0.0, 0.0], [0.0, 0.0]]
