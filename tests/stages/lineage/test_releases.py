from __future__ import annotations

from math import sqrt

import pytest

from tests.stages.reading import read_article
from twosource.model.identity import Span
from twosource.model.linked import Link, Passage
from twosource.stages.lineage.releases import alike

LONG = read_article("l" * 100, outlet="norwire").article
SHORT = read_article("s" * 40, outlet="daily-lens").article


def link(*passages: tuple[int, int, float]) -> Link:
    """Return a link by which stretches of the short text stand in the whole long one."""
    return Link(
        kind="lineage",
        left=SHORT.id,
        right=LONG.id,
        score=1,
        why=(),
        passages=tuple(
            Passage(left=Span(start=start, end=end), right=Span(start=0, end=100), overlap=overlap)
            for start, end, overlap in passages
        ),
    )


def test_of_a_long_sentence_no_more_is_alike_than_the_short_one_in_it_tells() -> None:
    assert alike(LONG, link((0, 20, 1.0))) == 0.2
    assert alike(SHORT, link((0, 20, 1.0))) == 0.5


def test_a_sentence_that_is_the_counterpart_of_two_is_alike_once() -> None:
    half = 10 / sqrt(20 * 100)  # ten letters of twenty stand among the hundred
    assert alike(LONG, link((0, 20, 1.0), (20, 40, half))) == pytest.approx(0.2)
    assert alike(SHORT, link((0, 20, 1.0), (20, 40, half))) == pytest.approx(0.75)
