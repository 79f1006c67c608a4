"""What is told of a name or a figure in another article's sentences."""

from __future__ import annotations

import numpy as np

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.stages import lineage
from twosource.stages.lineage.traits import Retold, is_retold
from twosource.text.counterparts import stands_beside

AGENCY = lineage.read(read_article(ferry.AGENCY, outlet="paper"))


def test_a_term_stands_beside_where_its_sentence_or_a_neighbour_has_it() -> None:
    text = AGENCY.whole.columns()
    sentences = range(len(text.masses))
    for number, term in enumerate(text.terms):
        has = set(text.inside[text.starts[number] : text.starts[number + 1]].tolist())
        assert [stands_beside.plain(text, term, place) for place in sentences] == [
            not has.isdisjoint(range(place - 1, place + 2)) for place in sentences
        ]
    assert not stands_beside.plain(text, 1, 0)


def test_a_figure_told_in_another_unit_is_met_in_its_own_sentence_alone() -> None:
    retold = Retold(np.array([0]), np.array([2]), np.array([5]), np.array([7], np.uint64))
    asked = [(7, 2, 5), (7, 2, 6), (7, 2, 7), (7, 3, 5), (8, 2, 5)]
    assert [is_retold.plain(retold, *each) for each in asked] == [True, True, False, False, False]
