"""A story that grows has the pairs of likely claims that it has when it is read anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.dossier.claims.test_candidates import counts, sentences, told_of
from twosource.stages.dossier.claims.common_words import Counted, Counts, LessCommon
from twosource.stages.dossier.claims.compared import Compared


@settings(deadline=None)
@given(
    st.lists(st.tuples(sentences, counts), max_size=8),
    st.lists(st.tuples(st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7))), max_size=4),
)
def test_what_is_compared_is_the_same_whatever_was_compared_before(
    texts: list[tuple[list[str], tuple[int, str] | None]],
    revisions: list[tuple[set[int], set[int]]],
) -> None:
    told, compared = told_of(*texts), Compared()
    for left_out, beside in revisions:
        now = [each for place, each in enumerate(told) if place not in left_out]
        assert sorted(compared.alike(now, beside)) == sorted(Compared().alike(now, beside))


def test_what_is_left_aside_is_compared_with_nothing() -> None:
    told = told_of(*[(["ferry", "sank", "storm", "crew"], None)] * 3)
    assert [pair for _, *pair in Compared().alike(told, {1})] == [[0, 2]]


def test_what_weighs_the_same_in_the_next_revision_is_the_same_value() -> None:
    weigh = LessCommon()
    told = told_of(*[(["ferry", "sank", "storm", "crew"], None)] * 3)
    articles = [(each,) for each in told]
    first, again = weigh(articles), weigh(articles)
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert weigh(articles[:2]) == LessCommon()(articles[:2])


def test_a_word_of_no_article_that_is_left_is_counted_no_more() -> None:
    ferry, quake = (Counted(sentences=1, holding={word: 1}) for word in ("ferry", "quake"))
    counts = Counts()
    assert counts.tells_of([ferry]).keys() == {"ferry"}
    assert counts.tells_of([quake]).keys() == {"quake"}
