from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.lineage.beside import nothing
from twosource.stages.lineage.wording import Overlap, Wording, note_shared, stretches, worded

TEXTS = st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=20)
"""Runs in reading order, each with whether it is quoted."""

Text = list[tuple[int, bool]]


def wording(text: Text) -> Wording:
    runs = np.array([run for run, _ in text], dtype=np.uint64)
    quoted = np.array([quoted for _, quoted in text], dtype=np.bool_)
    return worded(runs, quoted)


def overlaps(one: Wording, other: Wording) -> tuple[Overlap, Overlap]:
    there, back = nothing(one), nothing(other)
    note_shared(one, other, there, back)
    return there, back


def walked(text: Text, other: Text) -> tuple[list[int], int]:
    """Return stretches and how many runs count, found by going through the text run by run."""
    both = {run for run, _ in text} & {run for run, _ in other}
    told = {run for run, quoted in other if not quoted}
    found, before = [0], -1
    counted = sum(not quoted for _, quoted in text)
    for place, (run, quoted) in enumerate(text):
        if run not in both:
            continue
        if place != before + 1:
            found.append(0)
        before = place
        if not quoted or run in told:
            counted += quoted
            found[-1] += 1
    return [length for length in found if length], counted


@given(TEXTS, TEXTS)
def test_stretches_are_what_a_walk_through_the_text_finds(one: Text, other: Text) -> None:
    mine, theirs = wording(one), wording(other)
    for text, own, overlap in zip(
        ((one, other), (other, one)), (mine, theirs), overlaps(mine, theirs), strict=True
    ):
        lengths, counted = walked(*text)
        elsewhere = sum(sorted(lengths)[:-2])
        assert stretches(own, overlap) == (sum(lengths), elsewhere, counted)


def test_a_quotation_that_both_have_breaks_no_stretch_and_counts_nothing() -> None:
    text = [(1, False), (2, True), (3, False)]
    mine, theirs = wording(text), wording(text)
    assert stretches(mine, overlaps(mine, theirs)[0]) == (2, 0, 2)
