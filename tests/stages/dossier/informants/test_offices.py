"""What stands beside a name tells an office, or nothing of the one who bears the name."""

from __future__ import annotations

import pytest

from tests.stages.dossier.stories import Named, Report, Said, claim_with, claims_in
from twosource.model.claimed import Informant
from twosource.stages.dossier.informants.bodies import body_in

FACT = "The lock gate gave way before dawn"


def known_from(by: str, *beside: str, name: str = "Una Holt", said_by: str = "") -> Informant:
    """Return whom a fact is known from that `by` tells, after sentences that name him too."""
    text = "\n\n".join(("The canal is closed.", *beside, f"{FACT}, {by} said."))
    said = (Said(words=FACT, by=said_by or by),)
    claims = claims_in(Report(outlet="herald", text=text, said=said, named=(Named(words=name),)))
    return claim_with(claims, "gave way").positions[0].carriages[0].informant


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("coast guard commander Una Holt", "body:coast guard"),
        ("the head of the harbour police, Una Holt,", "body:police"),
        ("Una Holt, who heads the fire service,", "body:fire service"),
        ("Una Holt, who leads the dig for the university,", "body:university"),
        ("Una Holt, who runs a crane there,", "person:una holt"),
    ],
)
def test_a_title_before_or_after_a_name_tells_an_office(by: str, key: str) -> None:
    assert known_from(by).key == key


@pytest.mark.parametrize(
    "beside",
    [
        "A court judge dismissed the charges against Una Holt.",
        "Through a police spokesman, Una Holt declined to speak.",
        "A lock-keeper, Una Holt, told the Harbour Gazette it was empty.",
        "A spokesman for Una Holt was at the town hall.",
        "The head coach of the company decided the team would place Una Holt.",
    ],
)
def test_a_clause_that_ends_in_a_name_tells_nothing_of_an_office(beside: str) -> None:
    assert known_from("Una Holt", beside).key == "person:una holt"


def test_of_two_names_in_a_title_the_person_is_the_one_that_is_known_for_one() -> None:
    text = f"{FACT}, chief Cabinet secretary Una Holt said."
    by = "chief Cabinet secretary Una Holt"
    names = (Named(words="Cabinet", kind="organization"), Named(words="Una Holt"))
    report = Report(outlet="herald", text=text, said=(Said(words=FACT, by=by),), named=names)
    claim = claim_with(claims_in(report), "gave way")
    assert claim.positions[0].carriages[0].informant.key == "state:"


def test_who_speaks_for_a_person_is_not_that_person() -> None:
    assert known_from("Una Holt's supporters").key == "unnamed"
    assert known_from("Una Holt’s uncle").key == "unnamed"


def test_the_court_is_not_the_higher_one_to_which_somebody_goes_next() -> None:
    def known(full: str) -> str:
        text = f"The skipper went to the {full}.\n\n{FACT}, the court said."
        named = (Named(words=full, kind="organization"),)
        said = (Said(words=FACT, by="the court"),)
        report = Report(outlet="herald", text=text, said=said, named=named)
        claim = claim_with(claims_in(report), "gave way")
        return claim.positions[0].carriages[0].informant.key

    assert known("High Court") == "body:court"
    assert known("Bergen Court") == "body:bergen court"


def test_the_hospital_may_be_each_of_two_named_by_the_word_or_beside_it() -> None:
    def known(*full: str) -> str:
        text = f"It was night. The {' hospital and the '.join(full)} lost power."
        named = tuple(Named(words=each, kind="organization") for each in full)
        said = (Said(words=FACT, by="the hospital"),)
        text = f"{text}\n\n{FACT}, the hospital said."
        report = Report(outlet="herald", text=text, said=said, named=named)
        claim = claim_with(claims_in(report), "gave way")
        return claim.positions[0].carriages[0].informant.key

    assert known("Brixia", "University Hospital of Oban") == "body:hospital"
    assert known("University Hospital of Oban") != "body:hospital"


def test_the_governor_of_a_bank_governs_no_region() -> None:
    for office in ("the central bank governor", "the governor of the central bank"):
        for name in ("Una Holt", "Governor Una Holt"):
            assert known_from("Una Holt", f"{name}, {office}, left.").key == "body:central bank"


@pytest.mark.parametrize(
    ("words", "name", "shown"),
    [
        ("Oban Police Captain", "oban police", "Oban Police"),
        ("the police colonel Ada Holt", "police", "police"),
        ("Coast Guard Lt. Ada Holt", "coast guard", "Coast Guard"),
        ("Army Major", "army", "Army"),
    ],
)
def test_a_rank_is_no_part_of_the_body_it_is_held_in(words: str, name: str, shown: str) -> None:
    found = body_in(words)
    assert found is not None
    assert (found.name, found.shown) == (name, shown)


def test_a_rank_behind_an_office_is_no_part_of_the_body() -> None:
    found = body_in("army spokesman Colonel")
    assert found is not None
    assert (found.name, found.shown) == ("army", "army")


def test_its_chairman_is_of_the_body_that_his_sentence_opens_with() -> None:
    before = "The haulage firm Norrfrakt lost three lorries, Norrfrakt said."
    told = "A parliamentary committee will hear the harbour master on Friday"
    claims = claims_in(
        Report(
            outlet="herald",
            text=f"{before}\n\n{told}, its chairman, Una Holt, said.",
            said=(Said(words=told, by="its chairman, Una Holt"),),
            named=(Named(words="Una Holt"), Named(words="Norrfrakt", kind="organization")),
        )
    )
    (carriage,) = claim_with(claims, "will hear").positions[0].carriages
    assert carriage.informant.key == "body:parliamentary committee"


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("councillors and a judge", "body:council"),
        ("a judge and councillors", "body:court"),
        ("the governor and a magistrate", "body:regional government"),
    ],
)
def test_of_two_offices_in_a_phrase_the_first_tells_the_body(by: str, key: str) -> None:
    assert known_from(by, "Una Holt was there.").key == key


def test_whose_director_somebody_is_told_to_be_goes_before_any_guess() -> None:
    reports = (
        Report(
            outlet="herald",
            text="The pumps came from Glastek.\n\nGlastek said that they were in order.\n\n"
            f"{FACT}, the medical director Una Holt said.",
            said=(
                Said(words="that they were in order", by="Glastek"),
                Said(words=FACT, by="the medical director Una Holt"),
            ),
            named=(Named(words="Una Holt"),),
        ),
        Report(
            outlet="post",
            text=f"{FACT}, Vestby Water's medical director, Una Holt, said.",
            said=(Said(words=FACT, by="Vestby Water's medical director, Una Holt"),),
            named=(Named(words="Una Holt"), Named(words="Vestby Water", kind="organization")),
        ),
    )
    claim = claim_with(claims_in(*reports), "gave way")
    found = {each.informant.name for position in claim.positions for each in position.carriages}
    assert found == {"Vestby Water"}


@pytest.mark.parametrize(
    "words",
    [
        "Una Holt, the mayor of the village",
        "its mayor Una Holt",
        "the city's deputy mayor for culture",
    ],
)
def test_a_mayor_whose_town_is_not_told_speaks_for_some_municipality(words: str) -> None:
    body = body_in(words)
    assert body is not None
    assert body.shown == "Municipality"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Una Holt, the mayor", "municipality"),
        ("Una Holt, the mayor of Vestby", "vestby municipality"),
        ("Una Holt, the fire chief", "fire service"),
        ("Una Maria Holt, presiding judge", "court"),
        ("Vestby Police, the judge", "vestby police"),
        ("Vestby Water, the company", "vestby water company"),
    ],
)
def test_name_before_an_office_is_no_part_of_the_body(words: str, body: str) -> None:
    found = body_in(words)
    assert found is not None
    assert found.name == body
