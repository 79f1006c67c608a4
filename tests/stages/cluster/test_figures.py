from __future__ import annotations

from tests.stages.reading import read_article
from twosource.stages import cluster


def figures(text: str) -> frozenset[str]:
    return cluster.read(read_article(text, "Salmonella at school")).figures


def test_a_day_with_its_year_is_no_figure_of_thousands() -> None:
    told = figures("On May 2, 2013, it had 64,000 miles behind it, 1,204 of them in ice.")
    assert told == {"2, 2013", "64000", "1204"}


def test_a_number_spelled_at_the_head_of_a_sentence_is_the_figure_that_others_write() -> None:
    assert figures("Thirty-four pupils fell ill.") == figures("Of the pupils 34 fell ill.")
    assert figures("Sixty thousand homes were dark.") == figures("In 60,000 homes it was dark.")
    assert figures("Twenty million watched.") == figures("Some 20 million watched.")


def test_numbers_up_to_twelve_in_words_are_no_figures() -> None:
    assert figures("Two of the twelve pupils went home.") == frozenset()


def test_what_a_headline_spells_is_a_figure_of_the_lead() -> None:
    told = read_article("They are well by now.", "Thirteen pupils ill")
    assert cluster.read(told).lead_figures == {"13"}
