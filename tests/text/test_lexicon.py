from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from twosource.text.hashes import word_hash
from twosource.text.lexicon import CAPITAL, FIGURE, LONG, NAMELESS, Lexicon
from twosource.text.normalize import stem
from twosource.text.weights import weight

SPELT = ("The", "ferries", "Été", "2026", "7", "ferries")
FORMS = ("the", "ferries", "ete", "2026", "7", "ferries")


def test_each_word_of_a_text_stands_in_its_place_with_its_stem_and_weight() -> None:
    known = Lexicon("en")
    rows = known.rows(SPELT)
    assert known.words(rows).tolist() == [word_hash(form) for form in FORMS]
    assert known.terms(rows).tolist() == [word_hash(stem(form)) for form in FORMS]
    assert known.masses(rows).tolist() == pytest.approx([weight(form) for form in FORMS], abs=1e-9)
    assert known.lengths(rows).tolist() == list(map(len, SPELT))


def test_threads_that_meet_new_words_at_once_are_told_the_same_of_them() -> None:
    known = Lexicon("en")
    lots = [
        [f"word{number}" for number in range(first, first + 20)] for first in range(0, 8000, 20)
    ]

    def meet() -> bool:
        return all(
            known.words(known.rows(lot)).tolist() == [word_hash(word) for word in lot]
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
    french, english = Lexicon("fr"), Lexicon("en")
    assert french.masses(french.rows(["avec"])).tolist() == [0.0]
    assert english.masses(english.rows(["avec"]))[0] > 0


def test_a_word_met_later_has_a_row_of_its_own() -> None:
    known = Lexicon("en")
    first, second = known.rows(["ferry"]), known.rows(["quay", "ferry"])
    assert second[1] == first[0] != second[0]


def test_a_text_without_words_has_none() -> None:
    assert len(Lexicon("en").rows(())) == 0


def with_bit(bit: int, *words: str) -> list[str]:
    known = Lexicon("en")
    bits = known.bits(known.rows(words))
    return [words[place] for place in np.flatnonzero(bits & bit)]
