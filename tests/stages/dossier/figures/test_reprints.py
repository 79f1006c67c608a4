"""What two figures are to each other is asked once for all outlets that tell them alike."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.figures.quantities import quantities
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.figures.reprints import MOST_KEPT, AskedOnce


def figures(*told: tuple[str, str, float]) -> list[Quantity]:
    pages = [
        Told(outlet, f"The mill at Hafen sold {words} of flour in the year.").figure(
            words, value, unit="g", of="flour"
        )
        for outlet, words, value in told
    ]
    return quantities(material(*pages))


class Question:
    """Whether two figures are equal; remembers the outlets it was asked of."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, one: Quantity, other: Quantity) -> bool:
        self.asked.append((one.outlet, other.outlet))
        return one.base == other.base


def test_reprints_of_a_figure_are_asked_about_once_and_all_answered() -> None:
    herald, post, mail, gazette = figures(
        ("herald", "90 tons", 9e7),
        ("post", "80 tons", 8e7),
        ("mail", "80 tons", 8e7),
        ("gazette", "90 tons", 9e7),
    )
    question = Question()
    equal = AskedOnce((herald, post, mail, gazette), question)
    assert equal.of_each(herald, (post, mail, gazette)) == [False, False, True]
    assert question.asked == [("herald", "post"), ("herald", "gazette")]


def test_figures_of_one_outlet_are_asked_about_each_time() -> None:
    found = figures(("herald", "90 tons", 9e7), ("post", "80 tons", 8e7), ("post", "80 tons", 8e7))
    herald, post, again = found
    question = Question()
    equal = AskedOnce(found, question)
    assert equal.of_each(post, (herald, again)) == [False, True]
    assert equal.of_each(again, (herald, post)) == [False, True]
    assert question.asked == [("post", "herald"), ("post", "post"), ("post", "post")]


def test_a_question_answered_for_one_revision_of_a_story_is_not_asked_for_the_next() -> None:
    before = figures(("herald", "90 tons", 9e7), ("post", "80 tons", 8e7))
    after = figures(("herald", "90 tons", 9e7), ("post", "80 tons", 8e7), ("mail", "70 tons", 7e7))
    question = Question()
    assert AskedOnce(before, question).of_each(before[0], before[1:]) == [False]
    assert AskedOnce(after, question).of_each(after[0], after[1:]) == [False, False]
    assert question.asked == [("herald", "post"), ("herald", "mail")]


def test_so_many_answers_that_they_fill_the_memory_are_given_up_and_found_again() -> None:
    told = [("herald", f"{n} tons", n * 1e6) for n in range(1, MOST_KEPT + 2)]
    question = Question()
    herald, *others = figures(*told[:3])
    first = AskedOnce((herald, *others), question)
    AskedOnce(figures(*told), question)
    assert first.of_each(herald, others) == [False, False]
    assert AskedOnce((herald, *others), question).of_each(herald, others) == [False, False]
