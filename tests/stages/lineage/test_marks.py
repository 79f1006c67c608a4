"""What is read of an article for copies is found alike by the plain loops and the compiled."""

from __future__ import annotations

import time
from typing import Any, ParamSpec, TypeVar

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.compiled import Loop
from twosource.stages import lineage
from twosource.stages.lineage.block import glances, keys_of
from twosource.stages.lineage.marks import first_of, marks_of
from twosource.stages.lineage.wording import place_runs
from twosource.text.align import lay
from twosource.text.cut import cut_up

P = ParamSpec("P")
R = TypeVar("R")

TEXTS = (
    ferry.AGENCY,
    ferry.INDEPENDENT * 3,
    "Photo",
    "“A quay is a quay,” said Ada Holm. 212 left.",
)
PRINTS = [lineage.read(read_article(text, outlet=f"paper-{n}")) for n, text in enumerate(TEXTS)]


@pytest.mark.parametrize("own", PRINTS)
def test_compiled_loops_answer_what_the_plain_ones_do(own: lineage.Fingerprint) -> None:
    cut, whole = own.cut, own.whole.columns()
    words, terms, masses = cut.words(), cut.terms(), cut.masses()
    same(lay, terms, masses, own.inside, len(own.spans))
    same(marks_of, words, terms, cut.bits(), own.inside, own.marked)
    same(first_of, words.view(np.int64), own.marked)
    same(keys_of, own.runs, whole, own.marks.terms, own.runs[:3])
    same(place_runs, own.runs, own.quoted)
    same(glances, whole, words[own.marked])


def same(loop: Loop[P, R], *given: P.args, **named: P.kwargs) -> None:
    found = columns(loop(*given, **named)), columns(loop.plain(*given, **named))
    for compiled, plain in zip(*found, strict=True):
        assert compiled.dtype == plain.dtype
        assert compiled.tolist() == plain.tolist()


def columns(found: Any) -> tuple[NDArray[Any], ...]:
    return found if isinstance(found, tuple) else (found,)


def test_a_name_is_marked_once_in_each_sentence_and_first_where_it_is_first_mentioned() -> None:
    text = "The tug met Ilse Karnow. Later Karnow met Karnow, and Ilse Karnow met Piet Vandoren."
    own = lineage.read(read_article(text))
    assert [landmark.form for landmark in own.landmarks] == ["ilse", "karnow", "piet", "vandoren"]
    assert [landmark.whole for landmark in own.landmarks] == [1, 1, 2, 2]
    assert np.bincount(own.marks.inside).tolist() == [2, 4]


def test_a_table_of_thousands_of_figures_in_one_line_is_read_at_once() -> None:
    numbers = [number * 7919 % 100_003 for number in range(8000)]
    cut = cut_up(" ".join(map(str, numbers)), "en")
    inside, marked = np.zeros(len(cut), dtype=np.int32), np.ones(len(cut), dtype=np.bool_)
    began = time.process_time()
    words, *_ = marks_of.plain(cut.words(), cut.terms(), cut.bits(), inside, marked)
    assert time.process_time() - began < 1
    assert words.tolist() == sorted({*cut.words().tolist()})
