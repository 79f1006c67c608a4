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
    for place, thing in enumerate(held):
        shared, weights = in_common.with_later(place)
        for other, its in enumerate(held):
            both = thing.keys() & its.keys() if other > place else set()
            assert shared[other] == len(both)
            assert np.isclose(weights[other], sum(thing[each] for each in both))


def test_a_thing_that_holds_nothing_shares_nothing() -> None:
    shared, weights = InCommon([{}, {"ferry": 1.0}]).with_later(0)
    assert shared.tolist() == [0, 0]
    assert weights.tolist() == [0.0, 0.0]
