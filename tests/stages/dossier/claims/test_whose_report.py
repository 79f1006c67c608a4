"""Whose report a passage is, what a copy drops, and what never supports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import outlet
from tests.stages.dossier.claims.tolls import FERRY, POLICE, hospital, toll
from tests.stages.dossier.stories import (
    Copied,
    Counted,
    Named,
    Report,
    Said,
    claim_with,
    claims_in,
    material_of,
)
from twosource.model.acquired import Outlet
from twosource.model.identity import Span
from twosource.model.linked import Derivation, Passage
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.find import find_claims
from twosource.stages.dossier.claims.labels import tally_of
from twosource.stages.dossier.sources import list_sources


def test_what_an_outlet_gives_as_another_outlets_report_is_that_report() -> None:
    norda = outlet("norda", kind="agency")
    agency = Report(
        outlet="norda",
        text="The harbour of Stord will close on Friday for repairs, the port authority said.",
        said=(
            Said(
                words="The harbour of Stord will close on Friday for repairs",
                by="the port authority",
            ),
        ),
    )
    repeat = Report(
        outlet="post",
        text="The harbour of Stord will close on Friday for repairs, the agency Norda reported.",
    )
    material = material_of(agency, repeat, outlets=(norda,))
    claim = claim_with(find_claims(material), "harbour of Stord")
    assert claim.label.text == "one report, 1 copy"
    alone = material_of(repeat, outlets=(norda,))
    carriage = find_claims(alone)[0].positions[0].carriages[0]
    assert carriage.report == "outlet:norda"


def test_a_copys_own_named_source_makes_its_passage_a_report() -> None:
    origin = toll(
        "norda",
        "14 people were injured, the police said.",
        words="14 people",
        by="the police",
    )
    copy = Report(
        outlet="westland-herald",
        text=f"{FERRY}\n\nFourteen people were hurt, the captain, Olav Vik, told "
        "The Westland Herald.",
        said=(Said(words="Fourteen people were hurt", by="Olav Vik"),),
        counted=(Counted(words="Fourteen people", value=14, of="injured", unit="person"),),
        named=(Named(words="Olav Vik"),),
    )
    aligned = Copied(copy=1, of=0, aligned=((0, 0),))
    own = claim_with(claims_in(origin, copy, copies=(aligned,)), "14 people")
    assert {c.report for c in own.positions[0].carriages} == {
        "report-0",
        "report-0:westland-herald",
    }
    both = Copied(copy=1, of=0, aligned=((0, 0), (1, 1)))
    taken = claim_with(claims_in(origin, copy, copies=(both,)), "14 people")
    assert {c.report for c in taken.positions[0].carriages} == {"report-0"}


def test_what_an_item_of_a_digest_tells_is_the_report_it_was_taken_from() -> None:
    """A digest is no second report of what it took; what else it tells is its own."""
    said = "14 people were injured, the police said."
    origin = toll("norda", said, words="14 people", by="the police")
    digest = toll("letter", f"The trams were late.\n\n{said}", words="14 people", by="the police")
    apart = material_of(origin, digest)
    one, other = apart.lineages
    inside = [span for span in apart.articles[1].sentences if said in _words(apart, 1, span)]
    item = Derivation(
        copy=apart.articles[1].article.id,
        original=apart.articles[0].article.id,
        kind="item",
        overlap=0.4,
        passages=(Passage(left=inside[0], right=apart.articles[0].sentences[-1], overlap=1.0),),
    )
    material = replace(apart, lineages=(one, replace(other, items=(item,))))
    claim = claim_with(find_claims(material), "14 people")
    assert {c.report for c in claim.positions[0].carriages} == {one.id}
    assert tally_of([claim], material).reports == 1
    assert tally_of([claim], apart).reports == 2
    [entry] = [each for each in list_sources(material) if each.report == other.id]
    assert (entry.role, entry.notes) == ("report", ("has an item taken from Norda",))
    item = replace(item, directed=False)
    material = replace(material, lineages=(one, replace(other, items=(item,))))
    [entry] = [each for each in list_sources(material) if each.report == other.id]
    assert entry.notes == ("has an item in common with Norda",)


def _words(material: StoryMaterial, number: int, span: Span) -> str:
    return material.articles[number].article.words(span)


def test_an_attribution_dropped_in_a_copy_is_inherited_and_flagged() -> None:
    origin = toll(
        "norda", "14 people were injured, the police said.", words="14 people", by="the police"
    )
    copy = toll("hub", "Injuries were suffered by 14 people.", words="14 people")
    copies = (Copied(copy=1, of=0, aligned=((0, 0), (1, 1))),)
    claim = claim_with(claims_in(origin, copy, copies=copies), "14 people")
    carriage = next(c for c in claim.positions[0].carriages if c.outlet == "hub")
    assert carriage.informant.key == "body:police"
    assert carriage.informant.inherited
    assert claim.flags == ("attribution dropped",)
    assert claim.label.text == "one report, 1 copy"


def test_a_bare_lead_inherits_from_its_own_article_without_a_flag() -> None:
    report = Report(
        outlet="herald",
        text="14 people were injured when the ferry ran aground.\n\n"
        "The 14 people were injured in the saloon, the police said.",
        said=(Said(words="The 14 people were injured in the saloon", by="the police"),),
        counted=(Counted(words="14 people", value=14, of="injured", unit="person"),),
    )
    claim = claim_with(claims_in(report), "14 people")
    assert claim.flags == ()
    assert {c.informant.key for p in claim.positions for c in p.carriages} <= {
        "body:police",
        "unstated",
    }


@pytest.mark.parametrize("genre", ["opinion", "satire", "sponsored"])
def test_texts_that_are_no_news_never_support(genre: str) -> None:
    claims = claims_in(
        POLICE,
        hospital(genre=genre),
    )
    claim = claim_with(claims, "14 people")
    assert claim.label.text == "one report"
    assert any(reason.startswith("Post: ") for reason in claim.reasons)


def test_a_press_release_makes_its_issuer_the_informant() -> None:
    release = Report(
        outlet="lindwerk",
        text="Production at the Hafenau site is suspended until further notice.",
        genre="press release",
    )
    issuer = outlet("lindwerk", kind="press_release", owner="Lindwerk")
    printed = Report(
        outlet="ledger",
        text="Production at the Hafenau site is suspended until further notice.",
        genre="press release",
    )
    copies = (Copied(copy=1, of=0, aligned=((0, 0),), kind="verbatim"),)
    material = material_of(release, printed, copies=copies, outlets=(issuer,))
    claim = claim_with(find_claims(material), "Production")
    assert claim.label.text == "one report, 1 copy"
    assert {c.informant.name for c in claim.positions[0].carriages} == {"Lindwerk"}


def three_killed(paper: str, after: float = 0.0) -> Report:
    text = "Three people were killed, the police said."
    return toll(paper, text, words="Three people", by="the police", value=3, after=after)


def put_right(paper: str) -> Report:
    return toll(
        paper,
        "One person was killed, the police said.",
        words="One person",
        by="the police",
        value=1,
        after=3,
        lead="The ferry Marit lay aground off Stord all day.",
        corrects="An earlier version of this article said that three people had died.",
    )


def test_a_corrected_toll_is_withdrawn_with_the_copies_that_still_carry_it() -> None:
    first = three_killed("kurier")
    copy = three_killed("pelican", after=1)
    corrected = put_right("kurier")
    copies = (
        Copied(copy=1, of=0, aligned=((0, 0), (1, 1)), kind="verbatim"),
        Copied(copy=2, of=0, aligned=((1, 1),), kind="update"),
    )
    material = material_of(first, copy, corrected, copies=copies, superseded=(0,))
    claim = claim_with(find_claims(material), "One person")
    assert "withdrawn at source" in claim.flags
    assert claim.positions[0].value == "1"
    old = claim.positions[1]
    assert old.value == "3"
    assert not any(carriage.supports for carriage in old.carriages)
    assert {carriage.outlet for carriage in old.carriages} == {"kurier", "pelican"}
    assert any("this copy still carries it" in reason for reason in claim.reasons)


def test_what_a_copy_corrects_in_its_reprint_its_origin_has_not_taken_back() -> None:
    origin = three_killed("norda")
    corrected = put_right("pelican")
    copies = (Copied(copy=1, of=0, aligned=((1, 1),)),)
    claim = claim_with(claims_in(origin, corrected, copies=copies), "Three people")
    assert "withdrawn at source" not in claim.flags
    (three,) = [position for position in claim.positions if position.value == "3"]
    assert [carriage.supports for carriage in three.carriages] == [True]


def test_what_only_an_earlier_version_says_does_not_support() -> None:
    first = toll(
        "kurier", "14 people were injured, the police said.", words="14 people", by="the police"
    )
    later = Report(outlet="kurier", text="The ferry Marit is afloat again.", after=2)
    old, new = material_of(first).articles[0].article, later
    same_page = Report(
        outlet="kurier", text=new.text, after=2, fields={"url": old.url, "canonical": old.url}
    )
    copies = (Copied(copy=1, of=0, aligned=(), kind="update"),)
    material = material_of(first, same_page, copies=copies, superseded=(0,))
    assert not [
        claim
        for claim in find_claims(material)
        if any("14 people" in c.citation.words for p in claim.positions for c in p.carriages)
    ]


def test_a_copy_that_lost_the_figure_proves_no_figure() -> None:
    deep = "The quake struck Ulvik valley at a depth of 10 kilometres, the survey said."
    felt = "The quake struck Ulvik valley hard, the mayor of Ulvik said."
    claims = claims_in(
        Report(
            outlet="norda",
            text=deep,
            said=(Said(words=deep.split(", the")[0], by="the survey"),),
            counted=(Counted(words="10 kilometres", value=10, of="depth", unit="km"),),
        ),
        Report(
            outlet="herald",
            text=felt,
            said=(Said(words=felt.split(", the")[0], by="the mayor of Ulvik"),),
        ),
        Report(
            outlet="post",
            text=deep.replace("survey", "observatory"),
            said=(Said(words=deep.split(", the")[0], by="the observatory"),),
            counted=(Counted(words="10 kilometres", value=10, of="depth", unit="km"),),
        ),
        copies=(Copied(copy=1, of=0, aligned=((0, 0),), kind="rewrite"),),
    )
    figured = claim_with(claims, "at a depth of 10 kilometres")
    assert figured.label.reports == 2
    assert figured.label.copies == 0


def test_a_short_name_is_the_outlets_own_before_it_is_anothers() -> None:
    told = Report(
        outlet="stord-mirror",
        text="The quay at Stord had cracked long before, a surveyor told the Mirror.",
        said=(Said(words="The quay at Stord had cracked long before", by="a surveyor"),),
    )
    own = replace(outlet("stord-mirror"), name="The Stord Mirror")
    others = replace(outlet("mirror"), name="The Mirror")
    material = material_of(told, outlets=(own, others))
    (claim,) = find_claims(material)
    (carriage,) = claim.positions[0].carriages
    assert carriage.report == material.lineages[0].id


CRACKED = "The quay at Stord had cracked long before"


def whose(sentence: str, name: str, *others: Outlet, beside: tuple[Report, ...] = ()) -> str:
    """Return whose report a sentence of a copy's own is, in an outlet of a name."""
    origin = Report(outlet="norda", text=f"{FERRY}")
    copy = Report(
        outlet="stord-mirror",
        text=f"{FERRY}\n\n{sentence}",
        said=(Said(words=CRACKED, by="a surveyor"),),
    )
    own = replace(outlet("stord-mirror"), name=name)
    copied = (Copied(copy=1, of=0, aligned=((0, 0),)),)
    material = material_of(origin, copy, *beside, copies=copied, outlets=(own, *others))
    claims = find_claims(material)
    (carriage,) = claim_with(claims, "had cracked").positions[0].carriages
    return carriage.report


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("according to New survey figures", "New Stord Mirror"),
        ("according to Lantern figures", "The Stord Lantern"),
        ("according to Mirror figures", "The Stord Mirror"),
        ("The reporters saw when they measured it", "The Stord Mirror"),
    ],
)
def test_a_word_of_an_outlets_name_marks_no_gathering_of_its_own(credit: str, name: str) -> None:
    assert whose(f"{CRACKED}, a surveyor said, {credit}.", name) == "report-0"


def test_an_agency_named_in_full_is_not_the_outlet_whose_name_begins_so() -> None:
    agency = replace(outlet("west-press", kind="agency"), name="The West Press")
    sentence = f"{CRACKED}, a surveyor told the West Press."
    assert whose(sentence, "Stord West Press", agency) == "outlet:west-press"
    assert whose(sentence, "West Press Service", agency) == "outlet:west-press"


def test_a_short_name_is_anothers_that_is_in_the_story_too() -> None:
    other = replace(outlet("mirror"), name="The Mirror")
    sentence = f"{CRACKED}, a surveyor said, The Mirror reported."
    assert whose(sentence, "The Stord Mirror", other) == "report-0:stord-mirror"
    beside = Report(outlet="mirror", text="The road to Stord is closed.")
    assert whose(sentence, "The Stord Mirror", other, beside=(beside,)) == "report-2"


VELMORA = Named(words="Velmora", kind="organization")


def test_a_release_is_of_who_opens_it_and_not_of_who_is_told() -> None:
    release = Report(
        outlet="velmora",
        text="Velmora today told the Stord Exchange of a theft.\n\nNames and addresses were taken.",
        named=(Named(words="Stord Exchange", kind="organization"), VELMORA),
        genre="press release",
    )
    (carriage,) = claim_with(claims_in(release), "Names").positions[0].carriages
    assert carriage.informant.name == "Velmora"


def test_a_firm_whose_own_release_is_held_is_an_informant_elsewhere() -> None:
    words = "names and addresses were taken"
    paper = Report(
        outlet="herald",
        text=f"Velmora said that {words}.",
        named=(VELMORA,),
        said=(Said(words=words, by="Velmora"),),
    )
    release = Report(outlet="velmora", text="A server was robbed.", genre="press release")
    news = Report(outlet="velmora", text="A server was robbed.")
    known = [
        claim_with(claims_in(paper, page), "names").positions[0].carriages[0].informant.kind
        for page in (release, news)
    ]
    assert known == ["body", "unstated"]


@pytest.mark.parametrize("by", ["the Penbrook-based company", "the Penbrook company"])
def test_a_firm_called_by_its_town_is_the_firm_and_not_the_town(by: str) -> None:
    words = "Names and addresses were taken"
    report = Report(
        outlet="herald",
        text=f"Velmora was robbed on Monday.\n\n{words}, {by} said.",
        named=(VELMORA, Named(words="Penbrook", kind="organization")),
        said=(Said(words=words, by=by),),
    )
    (carriage,) = claim_with(claims_in(report), "Names").positions[0].carriages
    assert carriage.informant.key == "body:velmora"
