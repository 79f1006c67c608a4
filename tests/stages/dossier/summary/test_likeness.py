"""Sentences are as like as their vectors, in whatever company and order they are measured."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.dossier.summary.salience import Alike

vectors = st.dictionaries(st.sampled_from("abcdef"), st.floats(min_value=0.01, max_value=1.0))


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


@given(st.lists(vectors, max_size=12))
def test_every_likeness_is_the_product_of_the_two(held: list[dict[str, float]]) -> None:
    rows = [row for some in Alike(held).rows() for row in some]
    assert [list(row) for row in rows] == [[product(a, b) for b in held] for a in held]


@given(st.lists(vectors, min_size=1, max_size=12))
def test_one_row_is_the_same_as_among_all(held: list[dict[str, float]]) -> None:
    alike = Alike(held)
    assert np.array_equal(np.concatenate(list(alike.rows()))[-1], alike.to(len(held) - 1))


@given(st.lists(vectors, min_size=1, max_size=12), st.integers(min_value=1, max_value=30))
def test_rows_are_the_same_in_parts_of_any_size(held: list[dict[str, float]], at_once: int) -> None:
    alike = Alike(held)
    parts = list(alike.rows(at_once))
    assert np.array_equal(np.concatenate(parts), np.concatenate(list(alike.rows())))
    assert all(len(part) <= max(1, at_once // len(held)) for part in parts)
