from __future__ import annotations

from twosource.text.weights import weight


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert weight("breakwater") > weight("ferry") > weight("police") > weight("the") == 0


def test_an_unknown_word_is_rare_but_not_beyond_measure() -> None:
    assert 8 < weight("orsund") < 9


def test_function_words_of_another_language_weigh_nothing_there() -> None:
    assert weight("nicht", "de") == weight("dans", "fr") == 0
    assert weight("war", "de") == 0 < weight("war", "en")
