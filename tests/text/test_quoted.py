from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.quoted import quoted_stretches


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_stretches(text)]


def test_marks_belong_to_the_quotation() -> None:
    assert quoted("He said “we lost the rudder twice” and left.") == ["“we lost the rudder twice”"]


def test_straight_marks_pair_up_within_a_paragraph() -> None:
    text = 'She said "it was a cold night" at sea.\nThe "Maren Lind" lay still.'
    assert quoted(text) == ['"it was a cold night"']


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "“We lost the rudder twice.\n“Nobody told us why it broke.”\nHe left."
    assert quoted(text) == ["“We lost the rudder twice.", "“Nobody told us why it broke.”"]


def test_a_title_in_marks_is_the_narrators_word() -> None:
    assert quoted("The film “The Long Tide” opens today.") == []


@given(st.text(alphabet='ab "“”\n„«»'))
def test_stretches_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = quoted_stretches(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
