from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.align import Pair, best_pairs, best_pairs_both_ways, heaviest_chain


def terms(words: str) -> dict[str, float]:
    return dict.fromkeys(words.split(), 3.0)


LEFT = [terms("ferry struck breakwater"), terms("captain lost steering"), terms("divers came")]


def pair(left: int, right: int, mass: float = 1.0) -> Pair:
    return Pair(left=left, right=right, likeness=0.5, mass=mass)


def test_each_sentence_finds_its_counterpart() -> None:
    right = [terms("captain had lost steering"), terms("ferry struck the breakwater")]
    found = best_pairs(LEFT, right, least_likeness=0.5, least_mass=4)
    assert [(each.left, each.right) for each in found] == [(0, 1), (1, 0)]


def test_one_shared_word_is_no_counterpart() -> None:
    assert best_pairs(LEFT, [terms("ferry queue")], least_likeness=0.3, least_mass=4) == ()


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


def test_both_ways_give_what_each_way_gives() -> None:
    chance = Random(7)
    texts = [
        [dict.fromkeys(chance.sample("abcdefghij", 4), 1.0) for _ in range(8)] for _ in range(2)
    ]
    left, right = texts
    there, back = best_pairs_both_ways(left, right, 0.3, 2.0)
    assert there == best_pairs(left, right, 0.3, 2.0)
    assert back == best_pairs(right, left, 0.3, 2.0)
    assert len(back) > 4
