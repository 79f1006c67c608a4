"""What lies at a stretch of a text is found as if all its marks were looked through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.model.identity import BODY, DECK, Span
from twosource.stages.dossier.marks import Marks

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
