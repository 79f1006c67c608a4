"""The sentences chosen tell most of what several reports tell, and nothing twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.dossier.summary.salience import Sentence, choose

FERRY = "The ferry ran aground on a skerry off the coast in the gale."
SAME = "On a skerry off the coast the ferry ran aground in the gale."
CREW = "Crew members lit flares while helicopters lifted passengers ashore."
SOUP = "Someone complained about lukewarm soup."

words = st.text(alphabet="abc ", min_size=0, max_size=30)


def sentences(*texts: str, cost: int = 1) -> list[Sentence]:
    """Return one sentence of each report."""
    return [
        Sentence(report=number, position=0, text=text, cost=cost)
        for number, text in enumerate(texts)
    ]


def test_what_two_reports_tell_comes_before_what_one_tells() -> None:
    assert choose(sentences(SOUP, FERRY, SAME), 1) != (0,)


def test_the_same_is_not_told_twice() -> None:
    assert set(choose(sentences(FERRY, SAME, CREW), 2)) & {2}


def test_a_claim_is_told_once_in_whatever_words() -> None:
    claim = frozenset({"34 missing"})
    texts = "The fire service put the number of missing at 34.", "34 people cannot be found."
    same = [Sentence(report=k, position=0, text=each, claims=claim) for k, each in enumerate(texts)]
    assert len(choose(same, 2)) == 1
    assert len(choose(sentences(*texts), 2)) == 2


def test_a_sentence_that_does_not_fit_is_passed_by() -> None:
    long = Sentence(report=0, position=0, text=FERRY, cost=9)
    short = Sentence(report=1, position=0, text=CREW, cost=2)
    assert choose([long, short], 3) == (1,)


@given(st.lists(words, max_size=8), st.integers(min_value=0, max_value=9))
def test_never_more_than_there_is_room_for_and_nothing_twice(texts: list[str], room: int) -> None:
    chosen = choose(sentences(*texts), room)
    assert len(chosen) <= room
    assert len(set(chosen)) == len(chosen)
