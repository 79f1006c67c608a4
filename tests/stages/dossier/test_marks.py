"""What lies at a stretch of a text is found as if all its marks were looked through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import annotated, article
from twosource.model.annotated import Mention, Quote
from twosource.model.identity import BODY, DECK, Span
from twosource.stages.dossier.marks import Cuts, Marks

spans = st.builds(
    lambda part, start, size: Span(part=part, start=start, end=start + size),
    st.sampled_from((BODY, DECK)),
    st.integers(0, 30),
    st.integers(1, 12),
)


@given(st.lists(spans, unique=True), spans)
def test_all_that_touches_a_stretch_is_found_in_reading_order(
    marked: list[Span], stretch: Span
) -> None:
    found = [place for place, _ in Marks((each, each) for each in marked).touching(stretch)]
    assert set(found) == {each for each in marked if each.touches(stretch)}
    assert [each.start for each in found] == sorted(each.start for each in found)


@given(st.lists(spans, unique=True), spans)
def test_what_only_reaches_into_a_stretch_is_not_beside_it(
    marked: list[Span], stretch: Span
) -> None:
    found = set(Marks((each, each) for each in marked).beside(stretch))
    assert found == {each for each in marked if each.holds(stretch) or stretch.holds(each)}


@given(st.lists(spans, unique=True), st.lists(st.tuples(spans, spans)), spans, spans)
def test_an_article_is_cut_to_the_marks_that_touch_a_stretch_in_their_order(
    marked: list[Span], said: list[tuple[Span, Span]], one: Span, other: Span
) -> None:
    whole = annotated(
        article("The ferry Norvik ran aground off Stord at dawn, the coastguard said."),
        mentions=tuple(Mention(span=each, kind="person") for each in marked),
        quotes=tuple(Quote(content=each, kind="direct") for each in said),
    )
    cut = Cuts(whole).at(one, other)
    near = [each for each in marked if each.touches(one) or each.touches(other)]
    assert [each.span for each in cut.mentions] == near
    assert cut.quotes == tuple(
        each
        for each in whole.quotes
        if any(part.touches(stretch) for part in each.content for stretch in (one, other))
    )
