"""A sentence of one's own is held against passages: words, numbers, names and the "not"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stages.dossier.stories import Report, claims_in, material_of
from twosource.model.cited import Citation
from twosource.model.identity import Span
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.held_against import (
    Held,
    held_against,
    nearest_claim,
    nearest_passage,
    taken_back,
)

TOLD = "The ferry Marit carried 187 American passengers when it struck a rock off Stord."


def passage(text: str, of: str = "") -> Citation:
    """Return the citation of a stretch of a one-article story, all of it by default."""
    material = material_of(Report(outlet="herald", text=text))
    start = text.index(of) if of else 0
    span = Span(start=start, end=start + len(of) if of else len(text))
    return citer(material)(material.articles[0].article.id, span)


def held(sentence: str) -> Held:
    return held_against(sentence, (passage(TOLD),))


def test_a_sentence_in_other_words_for_the_same_is_told() -> None:
    found = held("A vessel with 187 Americans on it struck a rock off Stord.")
    assert (found.other_numbers, found.missing, found.opposite) == ((), (), False)


def test_another_number_is_named() -> None:
    assert held("The ferry Marit carried 190 passengers.").other_numbers == ("190",)


@pytest.mark.parametrize("number", ["one hundred and eighty-seven", "187.0"])
def test_a_number_is_the_same_however_it_is_written(number: str) -> None:
    assert held(f"The ferry Marit carried {number} passengers.").other_numbers == ()


def test_another_place_is_named_as_missing() -> None:
    assert held("The ferry Marit struck a rock off Bergen.").missing == ("Bergen",)


def test_a_country_is_told_by_its_people() -> None:
    assert "States" not in held("The ferry carried passengers from the United States.").missing


@pytest.mark.parametrize("words", ["The ferry Marit struck no rock.", "The ferry never sank."])
def test_what_is_told_the_other_way_round_is_marked(words: str) -> None:
    assert held(words).opposite


def test_a_name_may_stand_beside_the_passage_and_other_words_may_not() -> None:
    text = "Captain Ulrika Strand sank. The crew left the bridge at dawn."
    beside = passage(text, "The crew left the bridge at dawn.")
    assert held_against("Strand left the bridge with the crew.", (beside,)).missing == ()
    assert held_against("The crew sank the bridge.", (beside,)).missing == ("sank",)


def test_of_two_passages_as_near_the_one_with_the_number_is_nearest() -> None:
    other = passage("The ferry Marit carried 190 passengers, the owner said on Monday.")
    near = nearest_passage("The ferry Marit carried 190 passengers.", (passage(TOLD), other))
    assert near is not None
    assert near[0] == other


def test_the_claim_that_tells_most_is_nearest() -> None:
    claims = claims_in(
        Report(outlet="herald", text="The bridge of Tarvik was closed after the storm on Sunday."),
        Report(outlet="post", text="The school of Tarvik opened its doors to the homeless."),
    )
    near = nearest_claim("The school of Tarvik was opened to the homeless.", claims)
    assert near is not None
    assert near[0].text.text.startswith("The school")


def test_of_claims_that_share_a_passage_the_one_that_tells_the_sentence_itself_is_nearest() -> None:
    claims = claims_in(
        Report(
            outlet="herald", text="One man died in the fire at the mill of Tarvik, police said."
        ),
        Report(
            outlet="post", text="One man died in the fire at the mill and 46 were hurt, it said."
        ),
        Report(outlet="times", text="The number of people hurt was put at 46."),
    )
    near = nearest_claim("Some 46 were hurt.", claims)
    assert near is not None
    assert near[0].text.text == "The number of people hurt was put at 46."


def test_a_number_that_only_a_withdrawn_passage_tells_is_taken_back() -> None:
    text = "Three people died in the fire at the mill of Tarvik, police said."
    [claim, *_] = claims_in(Report(outlet="herald", text=text))
    sentence = "3 people died in the fire."
    assert taken_back(sentence, claim) == ()
    [position] = claim.positions
    withdrawn = tuple(replace(each, supports=False) for each in position.carriages)
    claim = replace(claim, positions=(replace(position, carriages=withdrawn),))
    assert taken_back(sentence, claim) == ("3",)
    assert taken_back("5 people died in the fire.", claim) == ()


def test_nothing_is_near_what_nobody_tells() -> None:
    assert nearest_passage("The moon was bought by a dentist from Leeds.", (passage(TOLD),)) is None


def test_what_somebody_denies_is_told_the_other_way_round() -> None:
    passages = (passage("Henrik Moe denied that the rock had been badly surveyed."),)
    assert held_against("Henrik Moe said the rock had been badly surveyed.", passages).opposite
    assert not held_against("Moe denied that the rock had been badly surveyed.", passages).opposite


def test_words_that_somebody_is_on_record_as_denying_are_told_the_other_way_round() -> None:
    passages = (passage("the rock had been badly surveyed"),)
    sentence = "The rock had been badly surveyed."
    assert held_against(sentence, passages, denied=True).opposite
    assert not held_against(sentence, passages, denied=False).opposite


def test_a_place_named_beside_is_not_where_a_passage_says_it_was() -> None:
    of = "A book was stolen from a church in the village of Marpod."
    passages = (passage(f"{of} The museum in Sibiu mourned it.", of),)
    assert held_against("A book was stolen from a church in Sibiu.", passages).missing == ("Sibiu",)
    assert held_against("A book was stolen from a church in Marpod.", passages).missing == ()
