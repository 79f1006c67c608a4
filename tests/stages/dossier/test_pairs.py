"""Of a story that grows only the pairs with something new are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.dossier.pairs import Pair, Pairs

LENGTHS = range(8)
WORDS = [str(10**length) for length in LENGTHS]
revisions = st.lists(st.tuples(*[st.sets(st.sampled_from(LENGTHS))] * 2), max_size=4)


def of_one_parity(words: Sequence[str], fresh: Set[int]) -> Iterator[Pair]:
    for one, other in combinations(range(len(words)), 2):
        if {one, other} & fresh and (len(words[one]) - len(words[other])) % 2 == 0:
            yield one, other


@given(revisions)
def test_the_pairs_are_the_same_whatever_was_looked_for_before(
    told: list[tuple[set[int], set[int]]],
) -> None:
    pairs = Pairs[str]()
    for left_out, beside in told:
        words = [word for length, word in enumerate(WORDS) if length not in left_out]
        own = [place for place in range(len(words)) if place not in beside]
        every = of_one_parity(words, set(range(len(words))))
        expected = [pair for pair in every if set(pair) <= set(own)]
        assert pairs.of(words, own, of_one_parity) == expected


def test_what_was_there_is_not_looked_for_again() -> None:
    asked: list[Set[int]] = []

    def look(words: Sequence[str], fresh: Set[int]) -> Iterator[Pair]:
        asked.append(fresh)
        yield from of_one_parity(words, fresh)

    pairs = Pairs[str]()
    pairs.of(WORDS[:3], range(3), look)
    pairs.of(WORDS[:5], range(5), look)
    assert asked == [{0, 1, 2}, {3, 4}]
