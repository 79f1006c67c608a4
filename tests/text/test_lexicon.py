from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from twosource.text.cut import cut_up
from twosource.text.hashes import word_hash
from twosource.text.lexicon import CAPITAL, FIGURE, LONG, NAMELESS, lexicon
from twosource.text.normalize import stem
from twosource.text.weights import weight

SPELT = ("The", "ferries", "Été", "2026", "7", "ferries")
FORMS = ("the", "ferries", "ete", "2026", "7", "ferries")


def test_each_word_of_a_text_stands_in_its_place_with_its_stem_and_weight() -> None:
    cut = cut_up(" ".join(SPELT), "en")
    assert cut.words().tolist() == [word_hash(form) for form in FORMS]
    assert cut.terms().tolist() == [word_hash(stem(form)) for form in FORMS]
    assert cut.masses().tolist() == pytest.approx([weight(form) for form in FORMS], abs=1e-9)
    assert cut.lexicon.lengths(cut.rows).tolist() == list(map(len, SPELT))


def test_threads_that_meet_new_words_at_once_are_told_the_same_of_them() -> None:
    lexicon.cache_clear()
    lots = [
        [f"word{number}" for number in range(first, first + 20)] for first in range(0, 2000, 20)
    ]

    def meet() -> bool:
        return all(
            cut_up(" ".join(lot), "en").words().tolist() == [word_hash(word) for word in lot]
            for lot in lots
        )

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with ThreadPoolExecutor(4) as threads:
        told = [threads.submit(meet) for _ in range(4)]
    sys.setswitchinterval(interval)
    assert [each.result() for each in told] == [True] * 4


def test_a_figure_has_two_digits_at_least() -> None:
    assert with_bit(FIGURE, *SPELT) == ["2026"]


def test_a_letter_and_a_day_name_nobody() -> None:
    assert with_bit(NAMELESS, "Ada", "A", "Monday") == ["A", "Monday"]


def test_a_capital_is_told_by_the_spelling_and_the_length_by_the_folded_word() -> None:
    assert with_bit(CAPITAL, "ada", "Ada", "Érd", "9A") == ["Ada", "Érd"]
    assert with_bit(LONG, "ﬁt", "ﬁ", "fit") == ["ﬁt", "fit"]


def test_a_function_word_tells_nothing_in_its_own_language_alone() -> None:
    assert cut_up("avec", "fr").masses().tolist() == [0.0]
    assert cut_up("avec", "en").masses()[0] > 0


def test_a_word_met_later_has_a_row_of_its_own() -> None:
    first, second = cut_up("ferry", "en").rows, cut_up("quay ferry", "en").rows
    assert second[1] == first[0] != second[0]


def test_words_that_were_met_are_known_again_when_there_are_too_many_for_the_room() -> None:
    lexicon.cache_clear()
    many = " ".join(map(str, range(5000)))
    few, rows = cut_up("quay ferry", "en").rows, cut_up(many, "en").rows
    assert cut_up(f"quay ferry {many}", "en").rows.tolist() == [*few, *rows]


def with_bit(bit: int, *words: str) -> list[str]:
    bits = cut_up(" ".join(words), "en").bits()
    return [words[place] for place in np.flatnonzero(bits & bit)]
