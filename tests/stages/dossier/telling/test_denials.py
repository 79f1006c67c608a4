"""A denial of what stood before is told apart from one that says itself what it denies."""

from __future__ import annotations

import pytest

from tests.stages.reading import read_article
from twosource.stages.dossier.telling.sentences import read_told
from twosource.stages.dossier.telling.stood_for import (
    denials_in,
    only_points_back,
    says_no,
    says_so,
)


@pytest.mark.parametrize(
    "sentence",
    ["Lindwerk denied this.", "The mayor denied that, too.", "The union rejected that on Monday."],
)
def test_this_and_that_alone_point_back(sentence: str) -> None:
    assert says_no(sentence) is not None


def test_a_denial_that_says_what_it_denies_points_nowhere() -> None:
    assert says_no("The bishop denied that the door had been left open.") is None
    assert says_no("He rejected the accusation of negligence.") is None
    assert says_no("He rejected the accusation.") is not None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The growers disputed that number.", "The growers"),
        ("Moreno called that a lie.", "Moreno"),
        ("The mill called the figures false on Friday.", "The mill"),
        ("A spokesman for the mill, Ivo Lund, denied this.", "A spokesman for the mill, Ivo Lund"),
        ("Moreno has always denied it.", "Moreno"),
        ("The mill has repeatedly rejected that.", "The mill"),
    ],
)
def test_what_is_called_a_lie_or_disputed_is_denied(sentence: str, who: str) -> None:
    start, end = says_no(sentence) or (0, 0)
    assert sentence[start:end] == who
    assert only_points_back(sentence)


def test_who_only_says_so_tells_nothing_else() -> None:
    assert only_points_back("The opposition says so.")
    assert not only_points_back("The opposition said this week that the quay had sunk.")


def test_what_is_only_called_something_is_not_denied() -> None:
    assert says_no("Moreno called that a victory.") is None
    assert says_no("The growers called the count of the ballots a lie.") is None
    assert not only_points_back("The mill denied this and said that it would sue the growers.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry would neither confirm nor deny the report.",
        "The growers did not dispute that number.",
        "The mill hasn't denied this.",
        "The mill declined to dispute the number.",
        "Nobody disputes that figure.",
        "Moreno has never called the figures false.",
        "Moreno called the figures not wrong.",
    ],
)
def test_who_does_not_deny_a_thing_is_not_taken_to_deny_it(sentence: str) -> None:
    assert says_no(sentence) is None


def test_a_denial_of_what_it_had_done_points_nowhere() -> None:
    assert says_no("The ministry denied it had paid.") is None
    assert says_no("The mill rejected the claim it poisoned the river.") is None
    assert says_no("The mill denied it on Thursday.") is not None


def test_who_has_not_confirmed_a_thing_does_not_stand_for_it() -> None:
    assert says_so("Police have not confirmed this.") is None
    assert says_so("Nobody has said so.") is None
    assert says_so("Police said so.") is not None


def test_who_answers_a_question_denies_nothing_that_was_told_before() -> None:
    assert denied_in("The bakery closed on Monday. Officials deny it.") == 1
    assert denied_in("The bakery closed on Monday. Will the bridge fall? Officials deny it.") == 0


def denied_in(text: str) -> int:
    article = read_article(text)
    return len(denials_in([article], read_told(article, lambda article, span: None)))


def test_who_denies_it_to_a_reporter_denies_what_stood_last() -> None:
    article = read_article(
        "The report on the quay is out. The bridge of Oban sank. Holt denied this to the reporter."
    )
    told = read_told(article, lambda article, span: None)
    denied = [told[each].place for denial in denials_in([article], told) for each in denial.of]
    assert denied[0] == 1


def test_who_denies_the_charge_does_not_deny_that_he_was_arrested() -> None:
    article = read_article(
        "Holt was charged with theft on Monday. Police in Oban arrested him in a ferry cabin. "
        "He denies the charge."
    )
    told = read_told(article, lambda article, span: None)
    denied = [told[each].place for denial in denials_in([article], told) for each in denial.of]
    assert denied == [0]
