"""How a sentence is built tells where it has its content from."""

from __future__ import annotations

import pytest

from twosource.text.attributions import named_sources


def sources(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in named_sources(sentence)]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The mill must close, the High Court held on Wednesday.", "the High Court"),
        (
            "The bells rang twice, a widow who lives below them recounted.",
            "a widow who lives below them",
        ),
        (
            "The quay is sold, its general secretary, Una Holt, pointed out.",
            "its general secretary, Una Holt",
        ),
        ("The gauge had been bent, Oban Lines maintained, and the crew knew it.", "Oban Lines"),
        (
            "They made no sound, recalled a driver who waited at the gate.",
            "a driver who waited at the gate",
        ),
        ("No letters were lost, the firm wrote to customers.", "the firm"),
    ],
)
def test_who_closes_a_sentence_is_its_source(sentence: str, source: str) -> None:
    assert source in sources(sentence)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Inspectors have determined that the beam was sound.", "Inspectors"),
        (
            "Una Holt, an art historian, dates the altar to about 1410.",
            "Una Holt, an art historian",
        ),
        ("Una Holt, who taught there for years, thinks the core has cracked.", "Una Holt"),
        ("Una Holt rejects it: she was at sea.", "Una Holt"),
        ("It has counted fourteen breaches since Monday.", "It"),
        ("The justices overturned the verdict.", "The justices"),
    ],
)
def test_who_opens_a_sentence_is_its_source(sentence: str, source: str) -> None:
    assert source in sources(sentence)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "An entry in the parish register states that it cost nine shillings.",
            "An entry in the parish register",
        ),
        (
            "Satellite pictures taken on Sunday night show a slick eleven kilometres long.",
            "Satellite pictures taken on Sunday night",
        ),
        (
            "In a survey carried out for the county, six in ten were against it.",
            "a survey carried out for the county",
        ),
    ],
)
def test_a_paper_or_a_picture_is_a_source(sentence: str, source: str) -> None:
    assert source in sources(sentence)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("By the Grain Union's reckoning it is six million.", "the Grain Union"),
        (
            "It is the largest find yet, in the words of the Heritage Council.",
            "the Heritage Council",
        ),
        ("The deaths were confirmed by the hospital.", "the hospital"),
    ],
)
def test_a_phrase_names_a_source(sentence: str, source: str) -> None:
    assert source in sources(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "When the alarm rang, the crew reported a fire.",
        "The mayor resigned, and the union confirmed a strike.",
        "Shares fell by a third after the High Court annulled the licence.",
        "The plan was not confirmed.",
        "The bill gives farmers three million a year.",
        "The pier stood for forty years.",
    ],
)
def test_who_does_a_thing_is_no_source_of_it(sentence: str) -> None:
    assert not sources(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor rejected the police count of 4,000 marchers.",
        "Police denied the union's claim that 300 had been held.",
        "The courts threw out the workers' claim that 300 had been held.",
    ],
)
def test_who_rejects_a_count_gives_none(sentence: str) -> None:
    assert not sources(sentence)


def test_who_would_face_fines_fines_nobody() -> None:
    assert not named_sources("Landlords who break the cap would face fines of 25,000 euros.")
    told = "Residents who could not flee have said that it burned."
    assert [told[start:end] for start, end in named_sources(told)] == [
        "Residents who could not flee"
    ]


def test_the_last_word_of_a_name_is_no_verb() -> None:
    assert sources("Labour has 62,790 votes and the Coast List 62,752 after the count.") == []


@pytest.mark.parametrize(
    "compared",
    ["more than twice as many as it first announced", "fewer than the mayor announced"],
)
def test_whom_a_number_is_held_against_is_no_source_of_it(compared: str) -> None:
    assert sources(f"Some 780 trips were put off, the board said, {compared}.") == ["the board"]


def test_firm_that_somebody_founded_is_a_source() -> None:
    assert sources("The ships left, the firm he founded said.") == ["the firm he founded"]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Local police said at least one suspect had been arrested.", []),
        ("The army’s staff didn’t confirm where it was fired from.", []),
        ("She signed a move to get 1,500 nationals away from the state.", []),
        (
            "It lost 36 percent, according to the tracker Coinlist and is last.",
            ["the tracker Coinlist"],
        ),
        ("Some 40 fell, according to the police and the army.", ["the police and the army"]),
    ],
)
def test_a_source_ends_before_its_verb(sentence: str, named: list[str]) -> None:
    assert sources(sentence) == named
