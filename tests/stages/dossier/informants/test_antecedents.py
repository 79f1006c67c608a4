"""A bare word means whom the text has spoken of before it."""

from __future__ import annotations

import pytest

from tests.stages.dossier.stories import Named, Report, Said, claim_with, claims_in
from twosource.model.claimed import Informant


def known_from(
    words: str, *paragraphs: str, said: tuple[Said, ...], named: tuple[Named, ...] = ()
) -> Informant:
    """Return whom the claim with these words is known from, in a story of one report."""
    text = "\n\n".join(paragraphs)
    claims = claims_in(Report(outlet="herald", text=text, said=said, named=named))
    return claim_with(claims, words).positions[0].carriages[0].informant


def test_it_in_the_next_paragraph_is_the_body_that_spoke_last() -> None:
    found = known_from(
        "Nobody was hurt",
        "Shares of the port fell.",
        "The crane fell at noon, the coast guard said.",
        "Nobody was hurt at the quay, it added.",
        said=(
            Said(words="The crane fell at noon", by="the coast guard"),
            Said(words="Nobody was hurt at the quay", by="it"),
        ),
    )
    assert found.name == "coast guard"


def test_the_company_is_the_only_one_that_has_spoken() -> None:
    found = known_from(
        "Some workers will move",
        "Smelter output will fall this year, Nordalu announced.",
        "Some workers will move to Vik, the company said.",
        "The smelter of Nordalu stands in Vik.",
        said=(
            Said(words="Smelter output will fall this year", by="Nordalu"),
            Said(words="Some workers will move to Vik", by="the company"),
        ),
    )
    assert (found.kind, found.key) == ("body", "body:nordalu")


def test_its_manager_is_of_the_body_that_opens_the_sentence() -> None:
    found = known_from(
        "more nurses",
        "The line at the door was long.",
        "The clinic expects more nurses on Monday, its manager, Una Holt, said.",
        said=(Said(words="The clinic expects more nurses on Monday", by="its manager, Una Holt"),),
        named=(Named(words="Una Holt"),),
    )
    assert found.key == "body:clinic"


def test_a_spokesman_speaks_for_the_body_that_his_sentence_names_as_its_source() -> None:
    words = "According to the Arctic Command, nothing fell on land, spokesman Ola Hale said."
    found = known_from(
        "nothing fell",
        "The rocket rose at noon, Reuters reported.",
        words,
        said=(
            Said(words="The rocket rose at noon", by="Reuters"),
            Said(words="nothing fell on land", by="spokesman Ola Hale"),
        ),
        named=(Named(words="Ola Hale"),),
    )
    assert found.name == "Arctic Command"


def test_nobody_speaks_for_the_agency_that_is_quoted_before_him() -> None:
    found = known_from(
        "fell on land",
        "The rocket rose at noon, Reuters reported.",
        "Nothing fell on land, spokesman Ola Hale said.",
        said=(
            Said(words="The rocket rose at noon", by="Reuters"),
            Said(words="Nothing fell on land", by="spokesman Ola Hale"),
        ),
        named=(Named(words="Ola Hale"),),
    )
    assert "reuters" not in found.key


def test_it_is_the_body_that_the_sentence_before_names_as_its_source() -> None:
    found = known_from(
        "taken off",
        "A tanker lies on the reef.",
        "Some 900 tonnes have leaked, according to the coast guard.",
        "The whole crew was taken off by helicopter and nobody was hurt, it added.",
        said=(),
    )
    assert found.name == "coast guard"


def test_a_ruling_is_the_courts_that_spoke_before() -> None:
    found = known_from(
        "handed back",
        "The rower is out.",
        "The rower was banned for four years, the sports court found.",
        "Two medals must be handed back to the club, according to the ruling.",
        said=(
            Said(words="The rower was banned for four years", by="the sports court"),
            Said(words="Two medals must be handed back to the club", by="the ruling"),
        ),
    )
    assert found.key == "body:sports court"


def test_the_federation_is_the_body_that_its_sentence_opens_with() -> None:
    found = known_from(
        "hospital bills",
        "The stand has fallen.",
        "Tern Rowing will pay all hospital bills, the federation said.",
        said=(Said(words="Tern Rowing will pay all hospital bills", by="the federation"),),
        named=(Named(words="Tern Rowing", kind="organization"),),
    )
    assert found.name == "Tern Rowing"


def test_the_company_is_the_one_that_its_sentence_opens_with_after_the_dateline() -> None:
    found = known_from(
        "is recalling",
        "MALMO - The van maker Vessla is recalling its largest van because of the brakes, it said.",
        said=(Said(words="The van maker Vessla is recalling its largest van", by="it"),),
    )
    assert found.key == "body:vessla"


def test_a_medium_is_no_informant_and_a_public_body_with_pages_of_its_own_is_one() -> None:
    words = "The valve of the rocket was fitted the wrong way round"
    keys = [
        known_from("valve", f"{words}, {by} said.", said=(Said(words=words, by=by),)).key
        for by in ("Reuters", "the White House")
    ]
    assert keys == ["unstated", "body:presidency of us"]


def test_who_says_so_in_the_next_sentence_stands_for_the_one_before() -> None:
    found = known_from(
        "blaze began",
        "The old mill is gone.",
        "The blaze began in a store of paint under the roof.",
        "Police said so on Monday.",
        said=(),
    )
    assert found.key == "body:police"


def test_a_name_that_opens_the_sentence_is_what_its_bare_words_mean() -> None:
    text = "Veridane, the maker, has asked for leave in nine countries, it disclosed."
    claims = claims_in(Report(outlet="herald", text=text))
    assert claim_with(claims, "nine").positions[0].carriages[0].informant.name == "Veridane"


@pytest.mark.parametrize("link", ["But ", "Meanwhile, ", "And the "])
def test_a_link_before_the_name_that_opens_the_sentence_is_no_part_of_it(link: str) -> None:
    text = f"{link}Veridane Works, the maker, has asked for leave in nine countries, it disclosed."
    claims = claims_in(Report(outlet="herald", text=text))
    assert claim_with(claims, "nine").positions[0].carriages[0].informant.name == "Veridane Works"


def test_a_link_before_the_only_company_told_for_one_is_no_part_of_its_name() -> None:
    found = known_from(
        "40 vans",
        "But Vessla, the van maker, has stopped its line.",
        "It has called back 40 vans, the firm said.",
        said=(Said(words="It has called back 40 vans", by="the firm"),),
    )
    assert found.name == "Vessla"


def test_a_link_before_the_name_of_an_airline_is_no_part_of_it() -> None:
    found = known_from(
        "40 flights",
        "But Fjord Air flies on.",
        "Storms stopped 40 flights, the airline said.",
        said=(Said(words="Storms stopped 40 flights", by="the airline"),),
    )
    assert found.name == "Fjord Air"


def test_a_land_that_opens_the_sentence_is_not_the_manufacturer_it_tells_of() -> None:
    text = "Two German chains have sold 40 vans, the Danish manufacturer said."
    claims = claims_in(Report(outlet="herald", text=text))
    informant = claim_with(claims, "40").positions[0].carriages[0].informant
    assert (informant.name, informant.country) == ("Danish manufacturer", "DK")


def test_who_was_shown_a_paper_is_no_issuer_of_it() -> None:
    text = "A crack had been seen in October, an email obtained by the Oban Ledger shows."
    claims = claims_in(
        Report(outlet="herald", text=text, named=(Named(words="Oban Ledger", kind="organization"),))
    )
    assert claim_with(claims, "crack").positions[0].carriages[0].informant.kind == "document"


INTRODUCED = "The van maker Vessla has called back its vans. Nobody was hurt."


def test_the_firm_is_the_only_company_that_is_told_for_one() -> None:
    text = f"{INTRODUCED}\n\nThe repair takes forty minutes, the firm said."
    claims = claims_in(Report(outlet="herald", text=text))
    assert claim_with(claims, "forty").positions[0].carriages[0].informant.name == "Vessla"


def test_the_firm_is_not_the_one_told_for_a_company_where_another_is_named() -> None:
    sold = "Oban Lines sold four."
    text = f"{INTRODUCED}\n\n{sold}\n\nThe repair takes forty minutes, the firm said."
    claims = claims_in(
        Report(outlet="herald", text=text, named=(Named(words="Oban Lines", kind="organization"),))
    )
    assert claim_with(claims, "forty").positions[0].carriages[0].informant.name != "Vessla"


def called_by_one_word(text: str) -> str:
    said = Said(words="No bus left the depot", by="Metrolink")
    claims = claims_in(Report(outlet="herald", text=text, said=(said,)))
    return claim_with(claims, "No bus").positions[0].carriages[0].informant.kind


def test_who_is_called_by_one_word_alone_is_a_firm() -> None:
    assert called_by_one_word("No bus left the depot, Metrolink conceded.") == "body"


def test_who_is_called_by_his_surname_after_his_full_name_is_a_person() -> None:
    text = "Una Metrolink was there.\n\nNo bus left the depot, Metrolink conceded."
    assert called_by_one_word(text) == "person"


def test_a_town_hall_is_not_the_only_person_named_before() -> None:
    text = "Three were hurt, Una Holt, a nurse, said.\n\nSome 600 marched, the town hall said."
    named = (Named(words="Una Holt", kind="person"),)
    claims = claims_in(Report(outlet="herald", text=text, named=named))
    informant = claim_with(claims, "600").positions[0].carriages[0].informant
    assert (informant.kind, informant.name) == ("body", "town hall")


def test_an_officer_without_a_body_is_of_the_one_that_has_just_spoken() -> None:
    told = "The ferries will stop, the Harbour Board said. "
    found = known_from(
        "A buoy has sunk",
        told + "A buoy has sunk, chairman Leif Moe added.",
        said=(
            Said(words="The ferries will stop", by="the Harbour Board"),
            Said(words="A buoy has sunk", by="chairman Leif Moe"),
        ),
        named=(Named(words="Leif Moe", title="chairman"),),
    )
    assert found.name == "Harbour Board"


def test_a_director_is_not_of_the_police_that_have_just_spoken() -> None:
    found = known_from(
        "The alarm was off",
        "Three masks were taken, police said. The alarm was off, director Jonas Falk added.",
        said=(
            Said(words="Three masks were taken", by="police"),
            Said(words="The alarm was off", by="director Jonas Falk"),
        ),
        named=(Named(words="Jonas Falk", title="director"),),
    )
    assert found.kind == "person"


def test_the_airline_is_the_only_name_that_tells_of_one() -> None:
    found = known_from(
        "All left by the stairs",
        "A Skagen Air plane slid off the runway.",
        "All left by the stairs, the airline said.",
        said=(Said(words="All left by the stairs", by="the airline"),),
    )
    assert found.name == "Skagen Air"


def test_earlier_reports_are_nobody() -> None:
    found = known_from(
        "Some diggers were sent",
        "Some diggers were sent to the village at dawn, earlier reports said.",
        said=(Said(words="Some diggers were sent to the village", by="earlier reports"),),
    )
    assert found.kind == "unstated"


def test_the_airline_is_the_one_its_sentence_opens_with_and_no_investigators() -> None:
    found = known_from(
        "grounded its planes",
        "The Air Accidents Investigation Branch looked into the crash.",
        "Tern Lift has grounded its planes, the airline said.",
        said=(Said(words="Tern Lift has grounded its planes", by="the airline"),),
        named=(
            Named(words="Air Accidents Investigation Branch", kind="organization"),
            Named(words="Tern Lift", kind="organization"),
        ),
    )
    assert found.name == "Tern Lift"


def test_the_airline_is_no_body_that_looks_into_crashes() -> None:
    found = known_from(
        "grounded its planes",
        "The Air Accidents Investigation Branch looked into the crash.",
        "It has grounded its planes, the airline said.",
        said=(Said(words="It has grounded its planes", by="the airline"),),
        named=(Named(words="Air Accidents Investigation Branch", kind="organization"),),
    )
    assert found.name != "Air Accidents Investigation Branch"


def test_the_bank_that_a_share_is_taken_of_opens_no_sentence() -> None:
    found = known_from(
        "will lose their jobs",
        "The lights in the hall were off.",
        "About 900 of the bank's 2,300 employees will lose their jobs, its head, Una Holt, said.",
        said=(
            Said(
                words="About 900 of the bank's 2,300 employees will lose their jobs",
                by="its head, Una Holt",
            ),
        ),
        named=(Named(words="Una Holt"),),
    )
    assert "900" not in found.name


def test_the_banks_statement_is_not_of_the_governor_who_has_just_spoken() -> None:
    words = "Two members of the board dissented"
    found = known_from(
        "Two members",
        "The bank would rather be early, Governor Una Holt told reporters.",
        f"{words}, according to the bank's statement.",
        said=(
            Said(words="The bank would rather be early", by="Governor Una Holt"),
            Said(words=words, by="the bank's statement"),
        ),
        named=(Named(words="Una Holt"),),
    )
    assert found.name == "bank"


def test_papers_that_somebody_has_seen_are_not_his() -> None:
    words = "The juror bought a house in Ennis in 2018"
    found = known_from(
        "The juror",
        f"{words}, according to land registry records seen by Ada Lund.",
        said=(Said(words=words, by="land registry records seen by Ada Lund"),),
        named=(Named(words="Ada Lund"),),
    )
    assert found.kind == "document"


def test_an_electoral_board_is_not_the_party_that_its_sentence_opens_with() -> None:
    found = known_from(
        "a recount",
        "Nordic Labour has won after a recount, the electoral board said.",
        said=(Said(words="Nordic Labour has won after a recount", by="the electoral board"),),
        named=(Named(words="Nordic Labour", kind="organization"),),
    )
    assert found.name == "electoral board"


@pytest.mark.parametrize("by", ["the ruling party", "the striking union", "the news agency"])
def test_who_is_called_by_what_it_is_like_is_whom_the_sentence_opens_with(by: str) -> None:
    words = "Nordic Labour will pay for a recount"
    found = known_from(
        "a recount",
        f"{words}, {by} said.",
        said=(Said(words=words, by=by),),
        named=(Named(words="Nordic Labour", kind="organization"),),
    )
    assert found.name == "Nordic Labour"


def test_its_spokesman_is_not_that_of_the_agency_in_the_dateline() -> None:
    found = known_from(
        "Nobody was hurt",
        "OSLO (Norda) - Nobody was hurt at the quay, its spokesman said.",
        said=(Said(words="Nobody was hurt at the quay", by="its spokesman"),),
        named=(Named(words="Norda", kind="organization"),),
    )
    assert "norda" not in found.key


def test_whom_a_reported_medium_cites_is_whom_it_is_known_from() -> None:
    found = known_from(
        "Nobody was hurt",
        "Nobody was hurt at the quay, Norda reported, citing the coast guard.",
        said=(Said(words="Nobody was hurt at the quay", by="Norda", cue="reported"),),
        named=(Named(words="Norda", kind="organization"),),
    )
    assert found.name == "coast guard"


@pytest.mark.parametrize(
    ("acts", "means"),
    [
        ("has shut two pits", "Holt Metals"),
        ("shares fell as two pits shut", "Codara"),
        ("had failed to shut two pits", "Codara"),
        ("was fined for two pits", "Codara"),
    ],
)
def test_it_is_whose_deed_its_sentence_tells_whoever_spoke_before(acts: str, means: str) -> None:
    found = known_from(
        "two pits",
        "The ports are shut.",
        "Stocks will last until May, Codara said.",
        f"Swiss miner Holt Metals {acts}, it said in a filing.",
        said=(
            Said(words="Stocks will last until May", by="Codara"),
            Said(words=f"Swiss miner Holt Metals {acts}", by="it"),
        ),
    )
    assert found.name == means


def test_the_bank_is_whose_chairman_its_sentence_tells_of() -> None:
    found = known_from(
        "chairman",
        "The sale is near.",
        "Banco Almar bids for it, Banco Almar said.",
        "The chairman of Caixa Duero resigned, the bank said.",
        said=(
            Said(words="Banco Almar bids for it", by="Banco Almar"),
            Said(words="The chairman of Caixa Duero resigned", by="the bank"),
        ),
    )
    assert found.name == "Caixa Duero"


def test_the_bank_union_is_not_the_bank() -> None:
    found = known_from(
        "by radio",
        "The sale is near.",
        "Banco Almar bids for it, Banco Almar said. Staff heard by radio, the bank union said.",
        said=(
            Said(words="Banco Almar bids for it", by="Banco Almar"),
            Said(words="Staff heard by radio", by="the bank union"),
        ),
    )
    assert found.name == "bank union"


def test_its_foreign_ministry_is_of_the_country_that_the_sentence_opens_with() -> None:
    found = known_from(
        "apology",
        "The envoy of Norway flew home.",
        "Japan had not asked for an apology, its foreign ministry said.",
        said=(Said(words="Japan had not asked for an apology", by="its foreign ministry"),),
    )
    assert found.country == "JP"


def test_a_chief_executive_is_not_of_the_public_body_that_spoke_before_him() -> None:
    found = known_from(
        "end of the year",
        "The trial is over.",
        "The European Medicines Agency said it would review the drug.",
        "Chief executive Ivo Moe said he would leave at the end of the year.",
        said=(
            Said(words="it would review the drug", by="The European Medicines Agency"),
            Said(words="he would leave at the end of the year", by="Chief executive Ivo Moe"),
        ),
        named=(Named(words="Ivo Moe"),),
    )
    assert found.name == "Ivo Moe"


def test_what_happened_after_somebody_said_something_is_not_known_from_him() -> None:
    found = known_from(
        "suspended",
        "The planes stand still.",
        "The regulator suspended the licence of Fjord Air on Monday, a day after investigators "
        "said the airline had put off the repair of a sensor that failed before the crash.",
        said=(
            Said(
                words="the airline had put off the repair of a sensor that failed before the crash",
                by="investigators",
            ),
        ),
    )
    assert found.kind == "unstated"


def test_the_hackers_are_not_the_only_person_named_before() -> None:
    found = known_from(
        "1.2 million",
        "The clinics were robbed, Una Holt, a nurse, said.",
        "The hackers say that they took 1.2 million files.",
        said=(Said(words="they took 1.2 million files", by="The hackers"),),
        named=(Named(words="Una Holt"),),
    )
    assert (found.kind, found.name) == ("unnamed", "hackers")


def test_the_company_is_not_the_unions_chair_who_has_just_spoken() -> None:
    found = known_from(
        "regrettable",
        "The answer is clear, said Una Holt, the union's chair.",
        "The company called the vote regrettable.",
        said=(
            Said(words="The answer is clear", by="Una Holt"),
            Said(words="the vote regrettable", by="The company"),
        ),
        named=(Named(words="Una Holt"),),
    )
    assert found.name != "Una Holt"


def test_a_spokesman_is_not_of_the_government_that_he_names_in_his_words() -> None:
    words = "brokered by the Harbour Board and the Swiss government. The talks will continue,"
    found = known_from(
        "brokered",
        f"It was “{words}” the spokesman, Ola Holt, said on Monday.",
        said=(Said(words=words, by="the spokesman, Ola Holt", kind="direct"),),
        named=(Named(words="Ola Holt"),),
    )
    assert found.name == "Ola Holt"


def shown(told: str) -> str:
    """Return how the label calls whom this is known from."""
    text = f"Three hulls were holed, {told} said."
    claims = claims_in(
        Report(
            outlet="herald",
            text=text,
            said=(Said(words="Three hulls were holed", by=told),),
            named=(Named(words="Ola Holt"),),
        )
    )
    return claim_with(claims, "hulls").positions[0].carriages[0].informant.name


def test_a_body_without_a_name_is_shown_in_small_letters() -> None:
    assert shown("Mayor Ola Holt") == "municipality"


def test_a_president_is_shown_with_his_country() -> None:
    assert shown("Norwegian President Ola Holt") == "presidency (Norway)"


def test_the_firm_is_the_one_that_is_told_by_what_it_does() -> None:
    found = known_from(
        "letters are gone",
        "The archive of the shipping office Nordby is empty.",
        "Its papers went to the law firm Aster in spring.",
        "Some forty letters are gone, the firm said.",
        said=(Said(words="Some forty letters are gone", by="the firm"),),
    )
    assert found.name == "Aster"


def test_who_speaks_behind_a_weekday_is_no_apposition_to_it() -> None:
    found = known_from(
        "pumps had stopped",
        "The mine is under water.",
        "All pumps had stopped since Friday, the company said.",
        said=(Said(words="All pumps had stopped since Friday", by="the company"),),
    )
    assert found.name == "company"


def test_a_house_with_a_persons_word_opens_the_paragraph() -> None:
    found = known_from(
        "Forty people got out",
        "The hall burned down.",
        "The state prosecutor's office looks into it. Forty people got out, a spokeswoman said.",
        said=(Said(words="Forty people got out", by="a spokeswoman"),),
    )
    assert found.key == "body:state prosecutors"


def test_it_is_the_body_that_the_paragraph_begins_with_where_nobody_has_spoken() -> None:
    found = known_from(
        "brought home",
        "A storm has passed.",
        "The county council has closed nine schools. Forty pupils were brought home, it said.",
        said=(Said(words="Forty pupils were brought home", by="it"),),
    )
    assert found.key == "body:county council"


@pytest.mark.parametrize(
    ("words", "by", "key"),
    [
        ("A museum in the old town had been shut for years", "its director", "body:museum"),
        ("The museum in the old town had lost nine paintings", "it", "body:museum"),
        ("The museum failed to close the old quay", "it", "body:coast guard"),
    ],
)
def test_a_body_that_opens_a_new_paragraph_goes_before_whoever_spoke_in_the_last(
    words: str, by: str, key: str
) -> None:
    found = known_from(
        words,
        "Nobody was hurt.",
        "The crane fell at noon, the coast guard said.",
        f"{words}, {by} said.",
        said=(Said(words="The crane fell at noon", by="the coast guard"), Said(words=words, by=by)),
    )
    assert found.key == key
