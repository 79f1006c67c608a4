from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.cut import cut_up
from twosource.text.named import named_in
from twosource.text.names import names_in
from twosource.text.normalize import read_words

SIGMA = "Σ"  # in lower case it hangs on what follows, which a single word does not know
ODD = 'aAbB \n."\t\xa0-’İ渡ก・😀𝐀é1_'
TEXTS = st.one_of(st.text(max_size=40).filter(lambda text: SIGMA not in text), st.text(ODD))
READ = """\
Fähre “Maren Lind” sank; Joren Alvik (54) said: 渡船靠岸 2026. “Ada Holm? No.”
\tDivers came_on Monday, 9,000 of them.\n\nAda  Berg left. İzmir's quay é𝐀b."""


@pytest.mark.parametrize("text", ["", "A", READ])
def test_a_text_is_cut_into_the_words_that_are_read_one_by_one(text: str) -> None:
    same_words_and_names(text)


@given(TEXTS)
def test_any_text_is_cut_into_the_words_that_are_read_one_by_one(text: str) -> None:
    same_words_and_names(text)


def test_a_word_may_be_longer_than_a_whole_report() -> None:
    text = f"The table {70_000 * 'x'} sank."
    assert cut_up(text, "en").read() == read_words(text)


def same_words_and_names(text: str) -> None:
    cut, words = cut_up(text, "en"), read_words(text)
    assert cut.read() == words
    names = names_in(text, words)
    assert named_in(cut).tolist() == [form in names for form in words.forms]
