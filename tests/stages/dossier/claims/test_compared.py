"""A story that grows has the pairs of likely claims that it has when it is read anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.dossier.claims.test_candidates import counts, sentences, told_of, weighed
from tests.stages.dossier.marked import Told as Source
from tests.stages.dossier.marked import material
from twosource.stages.dossier.claims.compared import Compared


@given(
    st.lists(st.tuples(sentences, counts), max_size=8),
    st.lists(st.tuples(st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7))), max_size=4),
)
def test_what_is_compared_is_the_same_whatever_was_compared_before(
    texts: list[tuple[list[str], tuple[int, str] | None]],
    revisions: list[tuple[set[int], set[int]]],
) -> None:
    told, compared = told_of(*texts), Compared()
    for left_out, beside in revisions:
        now = [each for place, each in enumerate(told) if place not in left_out]
        assert sorted(compared.alike(now, beside)) == sorted(Compared().alike(now, beside))


def test_what_is_left_aside_is_compared_with_nothing() -> None:
    told = told_of(*[(["ferry", "sank", "storm", "crew"], None)] * 3)
    assert [pair for _, *pair in Compared().alike(told, {1})] == [[0, 2]]


def test_what_weighs_the_same_in_the_next_revision_is_the_same_value() -> None:
    story = material(Source("one", "The ferry sank off Stord."), Source("other", "The ferry sank."))
    first, again = weighed(story), weighed(replace(story))
    assert first[0] is again[0]
    assert first[0][0] is again[0][0]
