"""Who gives a figure: in whose words it stands, or whom its sentence names as its source."""

from __future__ import annotations

import pytest

from tests.factories import article
from tests.stages.annotate.found import ENGLISH, issuers
from twosource.stages.annotate import annotate


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Fourteen people died, the coast guard said.", "the coast guard"),
        ("Fourteen people died, seismologists said.", "seismologists"),
        ("According to the Ministry of Transport, 14 people died.", "the Ministry of Transport"),
        ("The Strand Institute estimated 14 people died.", "The Strand Institute"),
        ("“Fourteen people died,” said Captain Ola Brekke.", "Captain Ola Brekke"),
        ("OSLO (Norda) - Swedish divers said 14 people died.", "Swedish divers"),
        ("Imports came to 14 million tonnes, customs data show.", "customs data"),
        ("Its chief, Una Gale, said the bank faced a $20 billion charge.", "Una Gale"),
        ("Una Gale, its managing director, put the loss at 14 million francs.", "Una Gale"),
        ("The line has lost 14 trains, managing director Una Gale said.", "managing director Una"),
        ("The owners, the platform Oslo Walks, said 80,000 people came.", "The owners"),
        ("Una Gale, an officer, said 80,000 people came.", "Una Gale"),
        ("Fourteen boats are gone, the port found, and it blames the wind.", "the port"),
    ],
)
def test_issuer_is_the_party_the_sentence_names(text: str, party: str) -> None:
    assert str(issuers(text)[0]).startswith(party)


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people died, he said.",
        "Fourteen deaths were reported.",
        "At least 40 said no.",
        "The port expects to handle 23 million tonnes.",
        "Norway pledged 26 of them.",
        "According to present knowledge, 14 people died.",
        "The paper printed it, quoting him as saying that it took 14 hours.",
        "The mayor rejected the police count of 4,000 marchers.",
        "“That is what we need,” said Captain Ola Brekke, who leads 140 sailors.",
    ],
)
def test_pronoun_passive_the_counted_and_who_acts_are_no_issuer(text: str) -> None:
    assert issuers(text) == [None]


@pytest.mark.parametrize(
    "headline",
    [
        "Survivor describes ‘carnage’ which left seven dead",
        "Winchman tells of deck that ‘came up like a lift’ as 187 passengers are lifted off",
    ],
)
def test_a_word_of_somebodys_own_in_a_headline_gives_no_figure(headline: str) -> None:
    found = annotate(article("The sea was calm.", headline=headline), ENGLISH).figures
    assert [each.issuer for each in found] == [None]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The army said 60 rebels died; the rebels said seven fighters died.",
            ["The army", "the rebels"],
        ),
        (
            "The centre said 187 were aboard, but the firm, Oslo Walks, said 181.",
            [None, None],
        ),
        ("Some 14 died but 20 lived, the police said.", ["the police", "the police"]),
        (
            "The port announced plans for 24 cranes, which the union says will cost 900 jobs.",
            ["The port", "the union"],
        ),
    ],
)
def test_each_part_of_a_sentence_has_its_own_issuer(text: str, parties: list[str | None]) -> None:
    assert issuers(text) == parties


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("According to the union 900 workers were on strike.", "the union"),
        ("According to the contractor the crane was 61 metres tall.", "the contractor"),
        ("Labour would get 40 percent, according to the poll of 11,000 voters.", "the poll"),
    ],
)
def test_who_gives_a_figure_ends_where_it_begins_to_be_told(text: str, party: str) -> None:
    assert set(issuers(text)) == {party}
