"""A pair that is not even compared must be one that is no claim: sentences of invented events."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.dossier.marked import Told as Source
from tests.stages.dossier.marked import material
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.alike import SAME_CLAIM, likeness
from twosource.stages.dossier.claims.candidates import candidates
from twosource.stages.dossier.claims.common_words import less_common
from twosource.stages.dossier.telling.sentences import read_told
from twosource.stages.dossier.telling.told import Told

WORDS = """
    ferry storm harbour engine bridge council closed sank towed crew island cable repaired minister
    tunnel flooded dredger lighthouse quay sold
""".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9)
counts = st.none() | st.tuples(st.sampled_from((3, 14, 240, 187)), st.sampled_from(WORDS))


def told_of(*texts: tuple[list[str], tuple[int, str] | None]) -> tuple[Told, ...]:
    """Return what a report each tells in its one sentence, with a count before it or none."""
    sources = []
    for number, (words, count) in enumerate(texts):
        sentence = f"The {' '.join(words)} on the coast."
        if count is None:
            source = Source(f"outlet{number}", sentence)
        else:
            counted = f"{count[0]} {count[1]}s"
            source = Source(f"outlet{number}", f"{counted} of {sentence}")
            source = source.figure(counted, count[0], of=f"{count[1]}s")
        sources.append(source)
    return tuple(chain.from_iterable(weighed(material(*sources)))) if sources else ()


def weighed(story: StoryMaterial) -> tuple[tuple[Told, ...], ...]:
    """Return what each article of a story tells, as it weighs there."""
    return less_common([read_told(each, lambda *_: None) for each in story.articles], story)


@given(st.lists(st.tuples(sentences, counts), min_size=2, max_size=8))
def test_two_sentences_that_make_one_claim_are_compared(
    texts: list[tuple[list[str], tuple[int, str] | None]],
) -> None:
    told = told_of(*texts)
    alike = {
        (one, other)
        for one, other in combinations(range(len(told)), 2)
        if likeness(told[one], told[other]) >= SAME_CLAIM
    }
    assert alike <= set(candidates(told, set(range(len(told)))))


def test_sentences_without_a_word_in_common_are_not_compared() -> None:
    told = told_of(
        (["ferry", "sank", "storm", "crew"], None), (["council", "sold", "bridge", "quay"], None)
    )
    assert len(told) == 2
    assert candidates(told, {0, 1}) == []


@given(st.lists(st.tuples(sentences, counts), max_size=8), st.sets(st.integers(0, 7)))
def test_with_what_is_fresh_all_pairs_are_looked_for_that_have_it(
    texts: list[tuple[list[str], tuple[int, str] | None]], fresh: set[int]
) -> None:
    told = told_of(*texts)
    fresh &= set(range(len(told)))
    every = candidates(told, set(range(len(told))))
    assert set(candidates(told, fresh)) == {p for p in every if not fresh.isdisjoint(p)}
