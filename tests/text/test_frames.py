"""What fills a text's frame shows whether the same words tell of another event."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.cut import cut_up
from twosource.text.frames import FILLINGS, Filled, filled_in, tell_of_two
from twosource.text.named import named_in

TRAM = (
    "A tram of line {line} left its rails in the centre of {town} on {day} and came to rest at the "
    "door of a bakery. Of the {aboard} people on board {hurt} were hurt, the fire service said, "
    "and the driver {driver} is being questioned. The tracks near {square} will be closed for "
    "{hours} hours, and buses of {firm} stand in."
)
FIRST = {
    "line": "14",
    "town": "Kestrel Bay",
    "day": "Tuesday",
    "aboard": "212",
    "hurt": "17",
    "driver": "Ove Lund",
    "square": "Anchor Square",
    "hours": "36",
    "firm": "Baytrans",
}


def told(**slots: str) -> Filled:
    return filled(TRAM.format(**{**FIRST, **slots}))


def filled(text: str, *names: str) -> Filled:
    """Return what fills a text's slots, with the names that it has or that are given."""
    cut = cut_up(text, "en")
    known = np.array([form in names for form in cut.read().forms], dtype=np.bool_)
    return filled_in(cut, known if names else named_in(cut))


def test_the_same_words_about_other_people_and_places_tell_of_another_event() -> None:
    other = {"town": "Oster", "driver": "Ines Valdora", "square": "Mill Gate", "firm": "Ostera"}
    assert tell_of_two(told(), told(**other))


def test_two_names_that_are_others_in_a_long_frame_are_enough() -> None:
    assert tell_of_two(told(), told(town="Oster", square="Mill Gate"))


def test_the_same_words_with_all_figures_and_the_day_others_tell_of_another_event() -> None:
    other = {"line": "9", "day": "Friday", "aboard": "95", "hurt": "4", "hours": "12"}
    assert tell_of_two(told(), told(**other))


def test_a_toll_brought_up_to_date_tells_of_the_same_event() -> None:
    assert not tell_of_two(told(), told(hurt="23", hours="48"))


def test_most_figures_brought_up_to_date_on_the_same_day_tell_of_the_same_event() -> None:
    assert not tell_of_two(told(), told(hurt="23", hours="48", aboard="230"))


def test_rounded_figures_tell_of_the_same_event() -> None:
    exact = {"aboard": "4,218", "hurt": "1,763", "hours": "36.4", "line": "14.02"}
    rounded = {"aboard": "4,200", "hurt": "1,800", "hours": "36", "line": "14"}
    assert not tell_of_two(told(**exact), told(**rounded))


def test_spelled_numbers_are_what_their_digits_are() -> None:
    words = {"hurt": "seventeen", "hours": "twelve", "line": "nine"}
    assert not tell_of_two(told(hurt="17", hours="12", line="9"), told(**words))


def filling(words: str) -> int:
    """Return what stands for some words between plain ones."""
    text = f"they said that {words} were there then"
    [found] = filled(text, "toyota").values()
    return found


def test_a_number_of_several_words_is_what_its_digits_are() -> None:
    assert filling("twenty-five") == filling("25")
    assert filling("twenty-five") != filling("thirty-five")
    assert filling("twenty-five") != filling("five")


def test_a_score_is_all_its_figures() -> None:
    assert filling("3-2") != filling("3-0")
    assert filling("3-2") != filling("1-2")


def test_a_figure_after_a_name_is_read_from_its_first_digit() -> None:
    assert filling("Toyota 9,000") == filling("9,000")
    assert filling("Toyota 9,000") != filling("Toyota 8,000")


def test_names_as_another_paper_spells_them_tell_of_the_same_event() -> None:
    one = {"driver": "Muammar Zelensky", "square": "Sydney Square", "town": "Kiev"}
    other = {"driver": "Moammar Zelenskiy", "square": "Sidney Square", "town": "Kyiv"}
    assert not tell_of_two(told(**one), told(**other))


def test_one_name_that_is_another_throughout_may_be_a_matter_of_style() -> None:
    text = "The talks in {0} go on. Nobody in {0} slept, and trains to {0} were late. {0} waits."
    both = [text.format(each) for each in ("Myanmar", "Burma")]
    one, other = (filled(each, "myanmar", "burma") for each in both)
    assert not tell_of_two(one, other)


def test_two_reports_that_share_a_turn_of_phrase_say_nothing() -> None:
    text = "Nobody was hurt in Oster on Friday, said Ove Lund of the harbour office."
    assert not tell_of_two(told(), filled(text))


def test_a_text_without_words_fills_nothing() -> None:
    assert not filled("")


def test_one_filling_against_several_is_the_same_whichever_text_asks() -> None:
    one, other = {1: 10, 2: 10, 3: 10}, {1: 20, 2: 30, 3: 40}
    assert not tell_of_two(one, other)
    assert not tell_of_two(other, one)


FILLING = st.sampled_from([kind * FILLINGS + filling for kind in range(3) for filling in range(3)])


@given(st.lists(st.tuples(FILLING, FILLING), min_size=3, max_size=9))
def test_two_texts_tell_of_two_events_whichever_asks(slots: list[tuple[int, int]]) -> None:
    one, other = (dict(enumerate(fillings)) for fillings in zip(*slots, strict=True))
    assert tell_of_two(one, other) == tell_of_two(other, one)
