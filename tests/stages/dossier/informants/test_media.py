"""Which words name a medium: a table's outlets, those known at large, what sounds like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model.acquired import Outlet
from twosource.model.identity import OutletId
from twosource.stages.dossier.informants.media import Media

WORDS = ("Stord", "Harbour", "The Quay", "Lindwerk")
names = st.lists(
    st.sampled_from([*WORDS, "Harbour Watch", "Stord Quay", "quay watch"]), unique=True
)
spoken = st.lists(
    st.sampled_from(["Stord", "the Stord Quay", "Harbour's Watch", "HARBOUR WATCH", "Lindwerk AG"]),
    unique=True,
)


def outlets(called: list[str]) -> list[Outlet]:
    return [Outlet(id=OutletId(f"{each}.example"), name=each) for each in called]


@given(names, names, spoken, spoken)
def test_what_was_known_with_other_outlets_is_put_right(
    before: list[str], after: list[str], asked: list[str], asked_then: list[str]
) -> None:
    earlier, media, anew = Media(outlets(before)), Media(outlets(after)), Media(outlets(after))
    known = {words: earlier.has(words) for words in asked}
    stays = media.goes_on_from(earlier)
    assert stays == all(anew.has(words) == has for words, has in known.items())
    assert all(media.has(words) == anew.has(words) for words in (*asked, *asked_then))


@pytest.mark.parametrize(
    "words", ["local media", "the newspaper Stord", "Channel 4", "Stord", "Fjord Wire"]
)
def test_media_are_told_by_table_and_by_sound(words: str) -> None:
    assert Media(outlets(["Stord"])).has(words)


def test_a_government_that_publishes_is_no_medium() -> None:
    of_state = Outlet(id=OutletId("fisk.example"), name="Fisheries Board", kind="government")
    assert not Media([of_state]).has("Fisheries Board")
