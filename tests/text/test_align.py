from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.align import (
    Pair,
    Sentences,
    best_pairs,
    heaviest_chain,
)
from twosource.text.align import laid_out as laid_out_columns
from twosource.text.counterparts import NONE, counterparts, heaviest_forward, met
from twosource.text.hashes import word_hash

TEXTS = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from((0.25, 1.0, 4.0)), max_size=4),
    max_size=5,
)


def terms(words: str) -> dict[str, float]:
    return dict.fromkeys(words.split(), 3.0)


def laid_out(sentences: list[dict[str, float]]) -> Sentences:
    inside = [number for number, each in enumerate(sentences) for _ in each]
    return laid_out_columns(
        np.array([word_hash(term) for each in sentences for term in each], dtype=np.uint64),
        np.array([weight for each in sentences for weight in each.values()], dtype=np.float64),
        np.array(inside, dtype=np.int64),
        len(sentences),
    )


LEFT = laid_out(
    [terms("ferry struck breakwater"), terms("captain lost steering"), terms("divers came")]
)


def pair(left: int, right: int, mass: float = 1.0) -> Pair:
    return Pair(left=left, right=right, likeness=0.5, mass=mass)


def test_each_sentence_finds_its_counterpart() -> None:
    right = laid_out([terms("captain had lost steering"), terms("ferry struck the breakwater")])
    found = best_pairs(LEFT, right, least_likeness=0.5, least_mass=4)
    assert [(each.left, each.right) for each in found] == [(0, 1), (1, 0)]


def test_one_shared_word_is_no_counterpart() -> None:
    other = laid_out([terms("ferry queue")])
    assert best_pairs(LEFT, other, least_likeness=0.3, least_mass=4) == ()


def test_where_two_words_are_asked_for_one_word_is_no_counterpart_though_it_is_the_whole() -> None:
    right = laid_out([terms("ferry"), terms("captain steering")])
    found = best_pairs(LEFT, right, 0.1, 0.1, least_terms=2)
    assert [each.right for each in found] == [1]


def test_of_two_counterparts_as_like_the_earlier_is_taken() -> None:
    right = laid_out([terms("divers came"), terms("divers came")])
    assert [each.right for each in best_pairs(LEFT, right, 0.3, 4)] == [0]


def test_a_text_without_telling_words_has_no_counterparts() -> None:
    empty = laid_out([{}])
    assert best_pairs(LEFT, empty, 0.3, 4) == ()
    assert best_pairs(laid_out([]), LEFT, 0.3, 4) == ()


def test_equal_sentences_are_wholly_alike() -> None:
    assert {each.likeness for each in best_pairs(LEFT, LEFT, 0.3, 4)} == {1.0}


def test_a_story_told_backwards_has_a_chain_of_one() -> None:
    assert heaviest_chain([pair(0, 2), pair(1, 1), pair(2, 0)]) == 1.0


def test_two_sentences_may_share_a_counterpart() -> None:
    assert heaviest_chain([pair(0, 1), pair(1, 1), pair(2, 3)]) == 3.0


def test_one_heavy_pair_outweighs_two_light_ones() -> None:
    assert heaviest_chain([pair(0, 3, 5.0), pair(1, 0, 1.0), pair(2, 1, 1.0)]) == 5.0


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), max_size=9))
def test_the_chain_is_the_heaviest_there_is(steps: list[tuple[int, int]]) -> None:
    pairs = [pair(left, right, float(mass)) for left, (right, mass) in enumerate(steps)]
    best: list[float] = []
    for each in pairs:
        before = [b for b, p in zip(best, pairs, strict=False) if p.right <= each.right]
        best.append(each.mass + max(before, default=0.0))
    assert heaviest_chain(pairs) == max(best, default=0.0)


@given(TEXTS, TEXTS)
def test_pairs_are_what_is_found_by_weighing_every_two_sentences(
    left: list[dict[str, float]], right: list[dict[str, float]]
) -> None:
    found = best_pairs(laid_out(left), laid_out(right), 0.3, 2.0)
    assert [(each.left, each.right) for each in found] == weighed(left, right)


@given(TEXTS, TEXTS)
def test_a_loop_finds_the_same_pairs_and_the_same_chain_both_ways(
    left: list[dict[str, float]], right: list[dict[str, float]]
) -> None:
    one, other = laid_out(left), laid_out(right)
    here, there = one.columns(), other.columns()
    mine, its = met.plain(here, there)
    for found, pairs in (
        (counterparts.plain(mine, here.masses, there.masses, 0.3, 2.0), (one, other)),
        (counterparts.plain(its, there.masses, here.masses, 0.3, 2.0), (other, one)),
    ):
        wanted = best_pairs(*pairs, 0.3, 2.0)
        rows = np.flatnonzero(found.places != NONE).tolist()
        columns = (found.places, found.likeness, found.masses)
        told = [(row, *(column[row] for column in columns)) for row in rows]
        assert told == [tuple(each) for each in wanted]
        assert heaviest_forward.plain(found) == heaviest_chain(wanted)


def weighed(left: list[dict[str, float]], right: list[dict[str, float]]) -> list[tuple[int, int]]:
    """Return the pairs of left sentences, each set beside every right one."""
    found = []
    for number, mine in enumerate(left):
        best = (0.0, 0)
        for place, theirs in enumerate(right):
            mass = sum(mine[term] for term in mine.keys() & theirs.keys())
            scale = (sum(mine.values()) * sum(theirs.values())) ** 0.5
            if mass >= 2 and mass / scale >= 0.3:
                best = max(best, (min(1.0, mass / scale), -place))
        if best[0]:
            found.append((number, -best[1]))
    return found


def test_a_term_that_comes_twice_in_a_sentence_counts_once() -> None:
    ferry = np.full(3, word_hash("ferry"), dtype=np.uint64)
    text = laid_out_columns(ferry, np.full(3, 3.0), np.array([0, 0, 1]), 2)
    assert text.masses.tolist() == [3.0, 3.0]
