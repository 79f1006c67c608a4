"""Words are found where they stand as whole words, as their pattern would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.standing import first_place, places_of, stands_in

WORDS = st.text("ab. 'é_", min_size=1, max_size=3)
TEXTS = st.text("ab. 'é_", max_size=12)


@given(WORDS, TEXTS)
def test_words_are_found_where_the_pattern_of_them_finds_them(words: str, text: str) -> None:
    pattern = re.compile(rf"(?={re.escape(words)}\b)")
    assert list(places_of(words, text)) == [found.start() for found in pattern.finditer(text)]


@given(WORDS, TEXTS)
def test_whole_words_are_those_that_begin_and_end_as_words_do(words: str, text: str) -> None:
    found = re.search(rf"\b{re.escape(words)}\b", text)
    assert stands_in(words, text) == bool(found)
    assert first_place(words, text) == (found.start() if found else None)


def test_empty_words_stand_nowhere() -> None:
    assert not stands_in("", "The ferry is late.")
