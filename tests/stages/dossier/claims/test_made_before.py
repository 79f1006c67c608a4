"""The claims of a story that grew are those of the story as it is, however it came to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.dossier.marked import Told, material
from twosource.model.claimed import Claim
from twosource.model.identity import ClaimId, StoryId
from twosource.stages.dossier.claims.find import find_claims

SENTENCES = (
    ("The ferry Norvik ran aground off Stord in thick fog, the coastguard said.", "coastguard"),
    ("The ferry Norvik ran aground off Stord in fog, Una Holt said.", "Una Holt"),
    ("A correction: 14 people were injured on the ferry Norvik, the hospital said.", "hospital"),
    ("The hospital said 12 people were injured on the ferry Norvik.", "hospital"),
    ("Fog closed the harbour of Stord and the ferry Norvik stayed there.", ""),
)
OUTLETS = ("herald", "post", "gazette", "ledger")
reports = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.lists(st.sampled_from(SENTENCES), min_size=1)),
    min_size=2,
    max_size=5,
)
stories = count()


def claims(of: Sequence[Told], story: str) -> dict[str, Claim]:
    """Return the claims of a story by their sentence; ids, which rank equals, are the story's."""
    made = material(*of)
    made = replace(made, story=replace(made.story, id=StoryId(story)))
    no_id = ClaimId("")
    found = [replace(each, id=no_id) for each in find_claims(made)]
    return {repr(each.text): each for each in found}


@settings(max_examples=25)
@given(reports)
def test_a_story_that_grew_has_the_claims_of_the_whole_story(
    given: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    told = []
    for number, (outlet, inside) in enumerate(given):
        each = Told(outlet, " ".join(words for words, _ in inside), after=number)
        for _, by in dict.fromkeys(inside):
            each = each.name(by) if by[:1].isupper() else each
        told.append(each)
    growing, whole = (f"story {next(stories)}" for _ in range(2))
    for size in range(1, len(told)):
        claims(told[:size], growing)
    assert claims(told, growing) == claims(told, whole)
