"""What a sentence adds is counted by what it tells, not by the words it takes."""

from __future__ import annotations

from twosource.stages.dossier.summary.salience import adds, contents_of

CRASH = "A plane crash near Tarvik on Sunday killed 10 Norwegians, the government said."


def test_the_same_in_other_words_adds_little() -> None:
    again = "Ten people from Norway died near Tarvik when a plane crashed on Sunday."
    assert adds(contents_of(again), contents_of(CRASH)) < 0.35


def test_another_number_adds_something() -> None:
    told = contents_of(CRASH)
    same = "A plane crash near Tarvik on Sunday killed 10 Norwegians."
    other = "A plane crash near Tarvik on Sunday killed 12 Norwegians."
    assert adds(contents_of(other), told) > adds(contents_of(same), told)


def test_what_nobody_has_told_adds_all() -> None:
    assert adds(contents_of("The mayor rang the bells of the chapel."), ()) == 1.0


def test_an_empty_sentence_adds_nothing() -> None:
    assert adds(contents_of(""), ()) == 0.0
