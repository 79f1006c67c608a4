"""What two figures are to each other is asked once for all outlets that tell them alike."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.figures.quantities import quantities
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.figures.reprints import AskedOnce
from twosource.stages.dossier.reading import reading_of


def figures(*told: tuple[str, str, float]) -> list[Quantity]:
    pages = [
        Told(outlet, f"The mill at Hafen sold {words} of flour in the year.").figure(
            words, value, unit="g", of="flour"
        )
        for outlet, words, value in told
    ]
    return quantities(reading_of(material(*pages)))


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
