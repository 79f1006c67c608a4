"""What is counted of gists is what one would count of the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster.shared import SLOTS, common
from twosource.stages.cluster.traits import traits

SETTINGS = ClusterSettings()
FEATURES = [
    cluster.read(read_article(text, headline, outlet=headline))
    for text, headline in (
        (ferry.AGENCY, "Ferry captain says steering failed twice before Orsund crash"),
        (ferry.REWORDED, "Skipper tells of failed rudder; 214 on board"),
        (ferry.INDEPENDENT, "Families of Maren Lind injured wait"),
        (ferry.TWIN, "Ferry captain says steering failed before Calvera crash"),
        (ferry.UNRELATED, "Library to open on Sundays"),
        ("Kråkvik.", ""),
    )
]
GISTS = [cluster.gist_of(each) for each in FEATURES]


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(mass * other.get(term, 0.0) for term, mass in one.items())


def held(terms: Mapping[str, float], vocabulary: Iterable[str]) -> float:
    total = sum(terms.values())
    return sum(m for term, m in terms.items() if term in vocabulary) / total if total else 0.5


def share(some: frozenset[str], of_other: frozenset[str]) -> float:
    return len(some & of_other) / len(some) if some else 0.5


def by_words(one: cluster.Features, other: cluster.Features) -> list[float]:
    """Return the first eleven traits, counted through the words."""
    both = ((one, other), (other, one))
    counted = sorted(share(mine.lead_figures, theirs.figures) for mine, theirs in both)
    common = len(one.figures & other.figures)
    return [
        dot(one.title, other.title),
        dot(one.body, other.body),
        dot(one.pairs, other.pairs),
        dot(one.names, other.names),
        max(held(mine.title, theirs.vocabulary) for mine, theirs in both),
        max(held(mine.lead_names, theirs.vocabulary) for mine, theirs in both),
        *counted,
        common / (1 + min(len(one.figures), len(other.figures))),
        *sorted((log(1 + one.words), log(1 + other.words))),
    ]


@pytest.mark.parametrize("pair", list(combinations(range(len(GISTS)), 2)), ids=str)
def test_traits_are_what_one_counts_through_the_words(pair: tuple[int, int]) -> None:
    one, other = pair
    found = [float(each[0]) for each in traits([(GISTS[one], [GISTS[other]])])]
    assert found[:11] == pytest.approx(by_words(FEATURES[one], FEATURES[other]), abs=3e-4)


def test_a_pair_has_the_same_traits_in_any_company_and_either_way_round() -> None:
    together = traits([(one, GISTS) for one in GISTS])
    size = len(GISTS)
    for one, other in combinations(range(size), 2):
        alone = traits([(GISTS[other], [GISTS[one]])])
        assert [each[one * size + other] for each in together] == [each[0] for each in alone]


def test_all_pairs_at_once_give_the_links_of_each_pair() -> None:
    groups = [(one, GISTS[place + 1 :]) for place, one in enumerate(GISTS)]
    apart = [
        found
        for one, other in combinations(GISTS, 2)
        for found in cluster.weigh([(one, [other])], SETTINGS)
    ]
    assert list(cluster.weigh(groups, SETTINGS)) == apart


def test_after_too_many_that_cannot_join_no_further_ones_are_looked_at() -> None:
    agency, reworded, _, _, unrelated, _ = GISTS
    others = [unrelated] * SETTINGS.patience + [reworded]
    assert not list(cluster.weigh([(agency, others)], SETTINGS))
    assert list(cluster.weigh([(agency, others[1:])], SETTINGS))


TERMS = st.sets(
    st.builds(lambda low, high: high * SLOTS + low, st.integers(0, 3), st.integers(0, 9)),
    min_size=1,
)


@given(st.lists(st.tuples(TERMS, TERMS), min_size=1, max_size=4))
def test_terms_with_the_same_last_bits_are_told_apart(
    asked: list[tuple[set[int], set[int]]],
) -> None:
    own, others = (
        [np.array(sorted(terms), dtype=np.uint32) for terms in each]
        for each in zip(*asked, strict=True)
    )
    asker = np.repeat(np.arange(len(others)), [len(each) for each in others])
    ones, found = common(own, np.concatenate(others), asker)
    mine = np.concatenate([each + (np.uint64(n) << np.uint64(32)) for n, each in enumerate(own)])
    theirs = np.concatenate(others) + (asker.astype(np.uint64) << np.uint64(32))
    assert mine[ones].tolist() == theirs[found].tolist()
    assert sorted(mine[ones].tolist()) == sorted({*mine.tolist()} & {*theirs.tolist()})
