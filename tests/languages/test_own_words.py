"""A quotation has its speaker where words beside it, and no verb of speech, tell whose it is."""

from __future__ import annotations

import pytest

from twosource.languages.english.own_words import in_own_words

QUOTE = "“a fence needs two pairs of hands”"


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        (f"In Berg’s words, {QUOTE}.", "Berg", "words"),
        (f"In Anna Berg's own words {QUOTE}.", "Anna Berg", "words"),
        (f"The deal is, in the words of the mayor, {QUOTE}.", "the mayor", "words"),
        (f"In her words at the press conference, {QUOTE}.", "her", "words"),
        (f"As the mayor once put it, {QUOTE}.", "the mayor", "put it"),
        (f"{QUOTE}, as Anna Berg put it on Monday.", "Anna Berg", "put it"),
        (f"{QUOTE} is how the court phrased it.", "the court", "phrased it"),
    ],
)
def test_words_beside_a_quotation_tell_whose_it_is(text: str, speaker: str, cue: str) -> None:
    start = text.index(QUOTE)
    said = in_own_words(text, (start, start + len(QUOTE)))
    assert said is not None
    assert said.speaker is not None
    assert said.cue is not None
    assert (text[slice(*said.speaker)], text[slice(*said.cue)]) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        f"She had no words. {QUOTE} hung over the door.",
        f"As if she had put it up herself, the banner with {QUOTE} hung there.",
        f"In other words, {QUOTE}.",
        f"{QUOTE}, as it was.",
    ],
)
def test_a_quotation_that_nobody_is_named_for_stays_nobodys(text: str) -> None:
    start = text.index(QUOTE)
    assert in_own_words(text, (start, start + len(QUOTE))) is None
