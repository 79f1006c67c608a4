from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.cut import cut_up
from twosource.text.hashes import as_key
from twosource.text.shingles import runs_of, sampled

WORDS = ["the", "old", "ferry", "left", "harbour", "at", "dawn", "on", "tuesday"]


def shingles(words: list[str]) -> list[int]:
    hashes: list[int] = runs_of(cut_up(" ".join(words), "en").words()).tolist()
    return hashes


def test_the_same_run_of_words_hashes_alike_wherever_it_stands() -> None:
    alone = shingles(WORDS[2:7])
    assert alone == [shingles(WORDS)[2]]


def test_the_order_of_words_counts() -> None:
    assert shingles(WORDS[:5]) != shingles(WORDS[4::-1])


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert shingles(["a", "b", "c", "d", "e"]) == [15463036673178717819]


def test_a_text_shorter_than_a_run_has_no_shingles() -> None:
    assert shingles(WORDS[:4]) == []


@given(st.lists(st.integers(0, 2**64 - 1)), st.lists(st.integers(0, 2**64 - 1)))
def test_what_is_sampled_of_one_is_sampled_of_both(one: list[int], other: list[int]) -> None:
    mine, both = (np.array(each, dtype=np.uint64) for each in (one, one + other))
    assert set(sampled(mine)) <= set(sampled(both))


@given(st.text())
def test_keys_fit_in_signed_64_bits(name: str) -> None:
    assert -(2**63) <= as_key(name) < 2**63
