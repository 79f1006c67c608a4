from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.align import Sentences, paired
from twosource.text.align import laid_out as laid_out_columns
from twosource.text.counterparts import NONE, Counterparts, counterparts, heaviest_forward, met
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


def best_pairs(
    left: Sentences, right: Sentences, likeness: float, mass: float, terms: int = 1
) -> list[tuple[int, int]]:
    """Return the sentences that pair off, by their numbers."""
    return pairs_of(paired(left, right, likeness, mass, terms)[0])


def pairs_of(found: Counterparts) -> list[tuple[int, int]]:
    return [(row, place) for row, place in enumerate(found.places.tolist()) if place != NONE]


def chain(*steps: tuple[int, float]) -> float:
    """Return the heaviest chain of sentences, given the place and the mass of each counterpart."""
    places = np.array([place for place, _ in steps], dtype=np.int64)
    masses = np.array([mass for _, mass in steps], dtype=np.float64)
    return heaviest_forward(Counterparts(places, masses, masses))


def test_each_sentence_finds_its_counterpart() -> None:
    right = laid_out([terms("captain had lost steering"), terms("ferry struck the breakwater")])
    assert best_pairs(LEFT, right, 0.5, 4) == [(0, 1), (1, 0)]


def test_one_shared_word_is_no_counterpart() -> None:
    assert best_pairs(LEFT, laid_out([terms("ferry queue")]), 0.3, 4) == []


def test_where_two_words_are_asked_for_one_word_is_no_counterpart_though_it_is_the_whole() -> None:
    right = laid_out([terms("ferry"), terms("captain steering")])
    assert best_pairs(LEFT, right, 0.1, 0.1, 2) == [(1, 1)]


def test_of_two_counterparts_as_like_the_earlier_is_taken() -> None:
    right = laid_out([terms("divers came"), terms("divers came")])
    assert best_pairs(LEFT, right, 0.3, 4) == [(2, 0)]


def test_a_text_without_telling_words_has_no_counterparts() -> None:
    assert best_pairs(LEFT, laid_out([{}]), 0.3, 4) == []
    assert best_pairs(laid_out([]), LEFT, 0.3, 4) == []


def test_equal_sentences_are_wholly_alike() -> None:
    assert {*paired(LEFT, LEFT, 0.3, 4)[1].likeness.tolist()} == {1.0}


def test_a_story_told_backwards_has_a_chain_of_one() -> None:
    assert chain((2, 1.0), (1, 1.0), (0, 1.0)) == 1.0


def test_two_sentences_may_share_a_counterpart() -> None:
    assert chain((1, 1.0), (1, 1.0), (3, 1.0)) == 3.0


def test_one_heavy_pair_outweighs_two_light_ones() -> None:
    assert chain((3, 5.0), (0, 1.0), (1, 1.0)) == 5.0


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), max_size=9))
def test_the_chain_is_the_heaviest_there_is(steps: list[tuple[int, int]]) -> None:
    best: list[float] = []
    for right, mass in steps:
        before = [b for b, (earlier, _) in zip(best, steps, strict=False) if earlier <= right]
        best.append(mass + max(before, default=0.0))
    assert chain(*steps) == max(best, default=0.0)


@given(TEXTS, TEXTS)
def test_pairs_are_what_is_found_by_weighing_every_two_sentences(
    left: list[dict[str, float]], right: list[dict[str, float]]
) -> None:
    one, other = laid_out(left), laid_out(right)
    mine, its = met(one.columns(), other.columns())
    there, back = weighed(left, right), weighed(right, left)
    assert [pairs_of(each) for each in paired(one, other, 0.3, 2.0)] == [there, back]
    assert pairs_of(counterparts(mine, one.masses, other.masses, 0.3, 2.0)) == there
    assert pairs_of(counterparts(its, other.masses, one.masses, 0.3, 2.0)) == back


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
