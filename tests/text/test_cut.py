from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.cut import codes_of, cut_all, cut_up, kinds
from twosource.text.named import name_all, named_in
from twosource.text.names import BLANKS, DAYS, ENDS
from twosource.text.normalize import Words, read_words
from twosource.text.spellings import no_spellings, seat_all, spelt_after, with_room

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


def test_compiled_loops_answer_what_the_plain_ones_do() -> None:
    codes = codes_of(READ)
    own, its = (with_room(no_spellings(), len(READ)) for _ in range(2))
    compiled, plain = cut_all(codes, kinds(), own), cut_all.plain(codes, kinds(), its)
    assert [each.tolist() for each in compiled] == [each.tolist() for each in plain]
    assert [*spelt_after(own, 0)] == [*spelt_after(its, 0)]
    own.slots[:] = 0
    seat_all(own)
    assert own.slots.tolist() == its.slots.tolist()


def test_compiled_loops_find_the_names_that_the_plain_ones_do() -> None:
    cut = cut_up(READ, "en")
    given = cut.words().view(np.int64), cut.bits(), cut.before
    assert name_all(*given).tolist() == name_all.plain(*given).tolist()


def same_words_and_names(text: str) -> None:
    cut, words = cut_up(text, "en"), read_words(text)
    assert cut.read() == words
    names = {words.forms[place] for place in range(len(words)) if is_name(text, words, place)}
    assert named_in(cut).tolist() == [form in names for form in words.forms]


def is_name(text: str, words: Words, place: int) -> bool:
    """Return whether a word is surely a name where it stands, letter by letter."""
    form, start, end = words.forms[place], words.starts[place], words.ends[place]
    if not text[start].isupper() or len(form) == 1 or form in DAYS:
        return False
    before = text[max(0, start - 3) : start].rstrip(BLANKS)
    following = words.starts[place + 1] if place + 1 < len(words) else end
    named_on = text[end:following] == " " and text[following].isupper() and len(form) > 2
    return named_on or (before != "" and before[-1] not in ENDS)
