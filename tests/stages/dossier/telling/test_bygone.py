"""A figure set against as another's, or as one of before, is not what a sentence tells."""

from __future__ import annotations

import pytest

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.dossier.figures.outcomes import adds_to_others
from twosource.stages.dossier.telling.of_matter import is_bygone


def bygone(sentence: str, figure: str) -> bool:
    start = sentence.index(figure)
    return is_bygone(
        sentence, Figure(span=Span(start=start, end=start + len(figure)), value=float(figure)), 0
    )


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The ministry raised the toll to a confirmed count of 21 dead.", "21"),
        ("Turnout rose to a record figure of 80.9 percent.", "80.9"),
        ("The ministry raised the toll from 14 to a final count of 21 dead.", "21"),
        ("The ministry's count of 21 dead is final.", "21"),
    ],
)
def test_a_figure_of_now_is_not_bygone(sentence: str, figure: str) -> None:
    assert not bygone(sentence, figure)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The ministry raised the toll from 14 to a final count of 21 dead.", "14"),
        ("The bill of 20 million is well below the employers' figure of 35 million.", "35"),
        ("The mayor rejected the dockers’ own estimate of 900 jobs.", "900"),
        ("Nine died, compared with the union's count of 14.", "14"),
        ("Sales of 31 million were above its forecast of 28 million.", "28"),
    ],
)
def test_a_figure_of_before_or_of_anothers_is_bygone(sentence: str, figure: str) -> None:
    assert bygone(sentence, figure)


@pytest.mark.parametrize(
    ("behind", "adds"),
    [
        (" more were found dead.", True),
        (" were found dead, bringing the death toll to eight.", True),
        (" more than before.", False),
        (" were found dead, bringing grief to the town.", False),
        (" were brought ashore and the number of injured has risen to nine.", False),
    ],
)
def test_count_that_adds_to_another_is_known_by_the_words_behind(behind: str, adds: bool) -> None:
    assert adds_to_others(behind) is adds
