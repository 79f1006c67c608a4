"""Two sayings that are not even compared must be two utterances: words of nobody who lives."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model.annotated import QuoteKind
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.statements.candidates import LEAST_SHARED, candidates
from twosource.stages.dossier.statements.same import same_utterance
from twosource.stages.dossier.statements.speaker import NOBODY, Speaker
from twosource.stages.dossier.statements.stated import OfStory, in_story
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.telling.gist import read_gist

MOEN = Entity(id=EntityId("person:moen"), kind="person", name="Eirik Moen")
LUND = Entity(id=EntityId("person:lund"), kind="person", name="Kari Lund")
WORDS = "the ferry sank in storm and we towed it to harbour with 240 crew aboard at dawn".split()
weighed = OfStory([read_gist(" ".join(WORDS))])
texts = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(" ".join)
kinds = st.sampled_from(("direct", "mixed", "indirect"))
speakers = st.sampled_from(
    (
        NOBODY,
        Speaker(name="he", words="he"),
        Speaker(name="the harbour master", words="the harbour master"),
        Speaker(name="a master", words="a master", key="office:master"),
        Speaker(name="port master", words="port master", key="office:master"),
        Speaker(name=MOEN.name, words="Mr Moen", entity=MOEN),
        Speaker(name=LUND.name, words="Ms Lund", entity=LUND),
    )
)


def utterance(text: str, speaker: Speaker, kind: QuoteKind = "direct", **more: Any) -> Utterance:
    words = tuple(text.split())
    gist = read_gist(text, numbers=tuple(float(w) for w in words if w.isdigit()))
    given: dict[str, Any] = {"article": ArticleId("a"), "abroad": False} | more
    return Utterance(
        outlet=OutletId("herald"),
        reworded=False,
        span=Span(start=0, end=len(text)),
        text=text,
        kind=kind,
        sense="asserted",
        speaker=speaker,
        said_on="",
        published="",
        quoted=() if kind == "indirect" else words[:8],
        words=content_words(text),
        gist=in_story(gist, weighed.weights(gist), frozenset()),
        parts=(),
        translated=False,
        **given,
    )


utterances = st.builds(
    utterance,
    texts,
    speakers,
    kinds,
    article=st.sampled_from((ArticleId("a"), ArticleId("b"))),
    abroad=st.booleans(),
)


@settings(max_examples=200)
@given(st.lists(utterances, min_size=2, max_size=6))
def test_two_sayings_that_are_one_utterance_are_compared(said: list[Utterance]) -> None:
    alike = {
        (one, other)
        for one, other in combinations(range(len(said)), 2)
        if same_utterance(said[one], said[other]) > 0
        and max(
            len(said[one].words & said[other].words),
            len(said[one].gist.told.keys() & said[other].gist.told.keys()),
        )
        >= LEAST_SHARED
    }
    assert alike <= set(candidates(said, set(range(len(said)))))


@given(st.lists(utterances, max_size=6), st.sets(st.integers(0, 5)))
def test_with_what_is_fresh_all_pairs_are_looked_for_that_have_it(
    said: list[Utterance], fresh: set[int]
) -> None:
    fresh &= set(range(len(said)))
    every = candidates(said, set(range(len(said))))
    assert set(candidates(said, fresh)) == {p for p in every if not fresh.isdisjoint(p)}


def test_what_two_known_persons_say_in_unlike_words_is_not_compared() -> None:
    said = [
        utterance("we towed the ferry to harbour at dawn", Speaker(name="", words="", entity=MOEN)),
        utterance("the crew sank it at dawn in harbour", Speaker(name="", words="", entity=LUND)),
    ]
    assert not list(candidates(said, {0, 1}))


def test_there_is_nothing_to_compare_where_nothing_is_said() -> None:
    assert not list(candidates([], set()))
