"""What stands of one article in another is found alike by the plain loops and the compiled."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.stages import lineage
from twosource.stages.lineage.traits import Retold, is_retold, shared_by, stands_beside, take, taken

TEXTS = (ferry.AGENCY, ferry.INDEPENDENT, ferry.AGENCY[:400], "Photo", "“A quay,” said Ada Holm.")
PRINTS = [lineage.read(read_article(text, outlet=f"paper-{n}")) for n, text in enumerate(TEXTS)]
NOTHING = Retold(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint64))


@pytest.mark.parametrize(("one", "other"), [*combinations(PRINTS, 2)])
def test_compiled_loops_answer_what_the_plain_ones_do(
    one: lineage.Fingerprint, other: lineage.Fingerprint
) -> None:
    shared = shared_by(one, other)
    overlap = (shared.of_one, shared.of_other)
    found = take(one.sheet, other.sheet, overlap, NOTHING, NOTHING, shared.names)
    plain = take.plain(one.sheet, other.sheet, overlap, NOTHING, NOTHING, shared.names)
    np.testing.assert_allclose(found, plain, atol=1e-12)
    assert [*map(tuple, plain.tolist())] == [*taken(one, other, shared)]


def test_what_two_share_is_the_same_whichever_comes_first() -> None:
    one, other = PRINTS[0], PRINTS[2]
    assert taken(one, other, shared_by(one, other)) == tuple(
        reversed(taken(other, one, shared_by(other, one)))
    )


def test_a_term_stands_beside_where_its_sentence_or_a_neighbour_has_it() -> None:
    text = PRINTS[0].whole.columns()
    sentences = range(len(text.masses))
    for number, term in enumerate(text.terms):
        has = set(text.inside[text.starts[number] : text.starts[number + 1]].tolist())
        assert [stands_beside.plain(text, term, place) for place in sentences] == [
            not has.isdisjoint(range(place - 1, place + 2)) for place in sentences
        ]
    assert not stands_beside.plain(text, 1, 0)


def test_a_figure_told_in_another_unit_is_met_in_its_own_sentence_alone() -> None:
    retold = Retold(np.array([2]), np.array([5]), np.array([7], np.uint64))
    asked = [(7, 2, 5), (7, 2, 6), (7, 2, 7), (7, 3, 5), (8, 2, 5)]
    assert [is_retold.plain(retold, *each) for each in asked] == [True, True, False, False, False]
