"""What two articles both give is what one would find in their words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.reading import read_article
from twosource.stages import cluster
from twosource.stages.cluster.given import find_given, given_by_both
from twosource.stages.cluster.scene import Scene
from twosource.stages.cluster.shelf import Shelf

FEATURES = cluster.read(read_article("A storm hit the coast.", "Storm"))
FIGURES = st.frozensets(st.sampled_from(("4", "12", "214", "2, 2013")))
PLACES = st.frozensets(st.sampled_from(("FR", "ES", "NO", "Thursday")))


@st.composite
def features(draw: st.DrawFn) -> cluster.Features:
    """Return an article that gives some figures, and begins with part of what it tells."""
    first = draw(PLACES)
    scene = Scene(first=first, told=first | draw(PLACES))
    return replace(FEATURES, figures=draw(FIGURES), scene=scene)


@given(st.lists(features(), min_size=1, max_size=4))
def test_two_give_the_figures_of_both_and_what_one_begins_with_and_the_other_tells(
    articles: list[cluster.Features],
) -> None:
    gists = [cluster.gist_of(each) for each in articles]
    shelf, pairs = Shelf(), [(one, other) for one in range(len(gists)) for other in range(one)]
    places = shelf.places(gists)
    ones, others = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    asked = [gists[one] for one in ones.tolist()]
    counts, found = given_by_both(shelf.given(), asked, places[ones], places[others])
    each = np.split(np.array(found, dtype=object), np.cumsum(counts)[:-1]) if pairs else []
    for (one, other), both in zip(pairs, each, strict=True):
        mine, its = articles[one], articles[other]
        begun = (mine.scene.first & its.scene.told) | (its.scene.first & mine.scene.told)
        assert {*both} == (mine.figures & its.figures) | begun


def test_the_compiled_loop_finds_what_the_plain_one_does() -> None:
    texts = ("Four of 214 aboard died in France on Thursday.", "On Thursday 214 were aboard.")
    shelf, pairs = Shelf(), np.array([[0, 1], [1, 0], [1, 1]])
    shelf.places([cluster.gist_of(cluster.read(read_article(text, ""))) for text in texts])
    answers = []
    for loop in (find_given, find_given.plain):
        counts, found = np.zeros(3, dtype=np.int64), np.zeros(20, dtype=np.int64)
        loop(shelf.given(), pairs[:, 0].copy(), pairs[:, 1].copy(), counts, found)
        answers.append((counts.tolist(), found.tolist()))
    assert answers[0] == answers[1]
    assert sum(answers[0][0]) >= 3


def test_no_pairs_have_nothing_in_common() -> None:
    none = np.empty(0, dtype=np.int64)
    shelf = Shelf()
    shelf.places([cluster.gist_of(FEATURES)])
    counts, found = given_by_both(shelf.given(), [], none, none)
    assert not len(counts)
    assert not found
