"""A question stays one, whatever verb reports it."""

from __future__ import annotations

from twosource.stages.annotate.questions import is_question


def test_question_after_a_courtesy_asks() -> None:
    assert is_question("Thanks for coming. Where is the boat that you promised?")


def test_question_answered_by_the_one_who_asks_is_a_statement() -> None:
    assert not is_question("The penalty? I have not seen it again.")


def test_statement_is_no_question() -> None:
    assert not is_question("“We left.”")
