"""What several reports tell is found to be one claim, and counted by the two-source rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import outlet
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
from twosource.model.annotated import Sense
from twosource.model.claimed import InformantVerdict
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.find import find_claims

FERRY = "The ferry Marit ran aground off Stord on Tuesday."


def toll(
    outlet_id: str,
    text: str,
    *,
    words: str,
    by: str = "",
    of: str = "people",
    value: float = 14,
    after: float = 0.0,
    genre: str = "news",
    corrects: str = "",
    named: tuple[Named, ...] = (),
    lead: str = FERRY,
) -> Report:
    """Return a report with one toll in its second sentence, and who gives it."""
    said = (Said(words=text.split(", the")[0].split(", a")[0].rstrip("."), by=by),) if by else ()
    return Report(
        outlet=outlet_id,
        text=f"{lead}\n\n{text}",
        said=said,
        counted=(Counted(words=words, value=value, of=of, unit="person"),),
        after=after,
        genre=genre,
        corrects=corrects,
        named=named,
    )


def tells(outlet: str, who: str, cue: str, told: str, *, sense: Sense = "asserted") -> Report:
    """Return a report of one sentence: who says what, and in which sense."""
    said = Said(words=told, by=who, sense=sense)
    return Report(outlet=outlet, text=f"{who} {cue} {told}.", said=(said,))


def test_one_ministrys_figure_in_four_papers_has_one_informant() -> None:
    claims = claims_in(
        toll(
            "herald",
            "14 people were injured, the transport ministry said.",
            words="14 people",
            by="the transport ministry",
        ),
        toll(
            "post",
            "Fourteen passengers were hurt, the Ministry of Transport said.",
            words="Fourteen passengers",
            by="the Ministry of Transport",
        ),
        toll(
            "times",
            "The grounding left 14 people wounded, the transport minister said.",
            words="14 people",
            by="the transport minister",
        ),
        toll(
            "courier",
            "Some 14 travellers suffered injuries, the Norwegian transport ministry said.",
            words="14 travellers",
            by="the Norwegian transport ministry",
        ),
    )
    label = claim_with(claims, "14 people were injured").label
    assert label.text == "4 reports, one known informant: Ministry of Transport (Norway)"


def test_the_same_unnamed_official_in_two_papers_is_one_informant() -> None:
    claims = claims_in(
        toll(
            "herald",
            "14 people were injured, a US official said.",
            words="14 people",
            by="a US official",
        ),
        toll(
            "post",
            "Fourteen people were hurt, an American official said.",
            words="Fourteen people",
            by="an American official",
        ),
    )
    label = claim_with(claims, "14 people").label
    assert (label.kind, label.reports, label.informants) == ("one informant", 2, 1)
    assert label.informant == "unnamed officials of United States"


def test_police_and_a_hospital_corroborate_a_toll() -> None:
    claims = claims_in(
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll(
            "post",
            "Fourteen people were hurt, the hospital in Stord said.",
            words="Fourteen people",
            by="the hospital in Stord",
        ),
        toll("times", "14 people were hurt.", words="14 people"),
    )
    claim = claim_with(claims, "14 people were injured")
    assert claim.label.text == "corroborated: 2 reports, 2 informants"
    assert claim.independent == (("strict", 2), ("normal", 2), ("loose", 3))
    assert "Times does not say from whom it knows it." in claim.reasons


def test_an_agency_and_an_own_named_confirmation_corroborate_and_a_bare_one_adds_nothing() -> None:
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
    confirmed = Report(
        outlet="westland-herald",
        text="Repairs will close the harbour of Stord from Friday, Kjell Moe, who runs a crane "
        "there, told The Westland Herald.",
        said=(Said(words="Repairs will close the harbour of Stord from Friday", by="Kjell Moe"),),
        named=(Named(words="Kjell Moe"),),
    )
    bare = Report(
        outlet="post",
        text="The harbour of Stord will close on Friday for repairs, it is now clear.",
    )
    claim = claim_with(claims_in(agency, confirmed, bare), "harbour of Stord")
    assert claim.label.text == "corroborated: 2 reports, 2 informants"


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
    claim = claim_with(find_claims(material, citer(material)), "harbour of Stord")
    assert claim.label.text == "one report, 1 copy"
    alone = material_of(repeat, outlets=(norda,))
    carriage = find_claims(alone, citer(alone))[0].positions[0].carriages[0]
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
        counted=(Counted(words="Fourteen people", value=14, of="people", unit="person"),),
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
        counted=(Counted(words="14 people", value=14, of="people", unit="person"),),
    )
    claim = claim_with(claims_in(report), "14 people")
    assert claim.flags == ()
    assert {c.informant.key for p in claim.positions for c in p.carriages} <= {
        "body:police",
        "unstated",
    }


def test_two_bodies_with_two_numbers_at_one_time_dispute_each_other() -> None:
    claims = claims_in(
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll(
            "post",
            "19 people were injured, the hospital in Stord said.",
            words="19 people",
            by="the hospital in Stord",
            value=19,
        ),
    )
    claim = claim_with(claims, "14 people")
    assert {position.value for position in claim.positions} == {"14", "19"}
    assert "disputed" in claim.flags
    assert claim.label.text == "one report"


def test_a_later_toll_overtakes_the_earlier_one() -> None:
    claims = claims_in(
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll(
            "post",
            "19 people were injured, the hospital in Stord said.",
            words="19 people",
            by="the hospital in Stord",
            value=19,
            after=8,
        ),
    )
    claim = claim_with(claims, "19 people")
    assert [position.value for position in claim.positions] == ["19", "14"]
    assert "disputed" not in claim.flags


def test_the_dead_and_the_injured_are_two_claims() -> None:
    claims = claims_in(
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll("post", "14 people were killed, the police said.", words="14 people", by="the police"),
    )
    assert claim_with(claims, "injured").id != claim_with(claims, "killed").id


def test_a_denial_is_a_flag_and_no_support() -> None:
    told = "The alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        Report(
            outlet="herald",
            text=f"{told}, the works council said.\n\nLindwerk denied this.",
            said=(Said(words=told, by="the works council"),),
            named=(Named(words="Lindwerk", kind="organization"),),
        )
    )
    claim = claim_with(claims, "tank farm")
    assert claim.flags == ("disputed", "denied")
    assert claim.denied_by == ("Lindwerk",)
    assert claim.label.text == "one report"


def test_a_denial_told_as_such_stands_against_the_claim_of_another_report() -> None:
    told = "the alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        tells("herald", "The works council", "said", told),
        tells("post", "The company", "denied that", told, sense="denied"),
    )
    claim = claim_with(claims, "works council")
    assert "denied" in claim.flags
    assert claim.label.text == "one report"


@pytest.mark.parametrize("genre", ["opinion", "satire", "sponsored"])
def test_texts_that_are_no_news_never_support(genre: str) -> None:
    claims = claims_in(
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll(
            "post",
            "14 people were hurt, the hospital in Stord said.",
            words="14 people",
            by="the hospital in Stord",
            genre=genre,
        ),
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
    claim = claim_with(find_claims(material, citer(material)), "Production")
    assert claim.label.text == "one report, 1 copy"
    assert {c.informant.name for c in claim.positions[0].carriages} == {"Lindwerk"}


def test_a_corrected_toll_is_withdrawn_with_the_copies_that_still_carry_it() -> None:
    first = toll(
        "kurier", "Three people were killed, the police said.", words="Three people",
        by="the police", value=3,
    )  # fmt: skip
    copy = toll(
        "pelican", "Three people were killed, the police said.", words="Three people",
        by="the police", value=3, after=1,
    )  # fmt: skip
    corrected = toll(
        "kurier", "One person was killed, the police said.", words="One person",
        by="the police", value=1, after=3, lead="The ferry Marit lay aground off Stord all day.",
        corrects="An earlier version of this article said that three people had died.",
    )  # fmt: skip
    copies = (
        Copied(copy=1, of=0, aligned=((0, 0), (1, 1)), kind="verbatim"),
        Copied(copy=2, of=0, aligned=((1, 1),), kind="update"),
    )
    material = material_of(first, copy, corrected, copies=copies, superseded=(0,))
    claim = claim_with(find_claims(material, citer(material)), "One person")
    assert "withdrawn at source" in claim.flags
    assert claim.positions[0].value == "1"
    old = claim.positions[1]
    assert old.value == "3"
    assert not any(carriage.supports for carriage in old.carriages)
    assert {carriage.outlet for carriage in old.carriages} == {"kurier", "pelican"}
    assert any("this copy still carries it" in reason for reason in claim.reasons)


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
        for claim in find_claims(material, citer(material))
        if any("14 people" in c.citation.words for p in claim.positions for c in p.carriages)
    ]


def test_a_supposition_is_no_claim() -> None:
    assert not claims_in(Report(outlet="herald", text="The captain may have been asleep on watch."))


def test_rounding_is_the_same_value_and_the_exact_one_is_shown() -> None:
    def exports(outlet_id: str, words: str, value: float, *, about: bool = False) -> Report:
        text = f"China exported {words} of machinery to the bloc in 2025, the trade ministry said."
        return Report(
            outlet=outlet_id,
            text=text,
            said=(Said(words=text.split(", the")[0], by="the trade ministry"),),
            counted=(
                Counted(words=words, value=value, of="machinery", unit="EUR", approximate=about),
            ),
        )

    claims = claims_in(
        exports("herald", "240.1 billion euros", 240.1e9),
        exports("post", "about 240 billion euros", 240e9, about=True),
    )
    claim = claim_with(claims, "240.1")
    assert [position.value for position in claim.positions] == ["240.1 billion euros"]
    assert claim.label.text == "2 reports, one known informant: Ministry of Trade"


def test_a_persons_word_that_two_informants_are_one_is_kept() -> None:
    reports = (
        toll(
            "herald", "14 people were injured, the police said.", words="14 people", by="the police"
        ),
        toll(
            "post",
            "14 people were hurt, the hospital in Stord said.",
            words="14 people",
            by="the hospital in Stord",
        ),
    )
    material = material_of(*reports)
    claim = claim_with(find_claims(material, citer(material)), "14 people")
    keys = sorted({c.informant.key for c in claim.positions[0].carriages})
    verdict = InformantVerdict(claim=claim.id, left=keys[0], right=keys[1], verdict="same")
    judged = replace(material, informant_verdicts=(verdict,))
    assert claim.label.kind == "corroborated"
    assert claim_with(find_claims(judged, citer(judged)), "14 people").label.kind != "corroborated"


def test_the_order_of_articles_does_not_change_the_claims() -> None:
    reports = [
        toll("herald", "14 people were hurt, the police said.", words="14 people", by="the police"),
        toll("post", "14 people were hurt, the crew said.", words="14 people", by="the crew"),
        toll("times", "14 people were hurt.", words="14 people"),
    ]

    def told(some: list[Report]) -> list[tuple[str, str]]:
        return [(claim.text.text, claim.label.text) for claim in claims_in(*some)]

    assert told(reports) == told(reports[::-1])


def test_who_deplores_an_event_is_not_the_source_of_its_toll() -> None:
    claims = claims_in(
        toll("herald", "14 people were hurt, the police said.", words="14 people", by="the police"),
        Report(
            outlet="post",
            text="The foreign minister was horrified by the grounding that left 14 people hurt.",
            said=(
                Said(words="by the grounding that left 14 people hurt", by="The foreign minister"),
            ),
            counted=(Counted(words="14 people", value=14, of="people", unit="person"),),
        ),
    )
    claim = claim_with(claims, "horrified")
    assert claim.label.text == "2 reports, one known informant: police"


def test_who_will_not_confirm_it_does_not_deny_it() -> None:
    told = "the alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        tells("herald", "The works council", "said", told),
        tells("post", "The fire service", "did not confirm that", told, sense="denied"),
    )
    claim = claim_with(claims, "works council")
    assert (claim.flags, claim.denied_by) == ((), ())


def test_two_values_that_nobody_is_named_for_are_not_called_disputed() -> None:
    claims = claims_in(
        toll("herald", "14 people were injured.", words="14 people"),
        toll("post", "19 people were injured.", words="19 people", value=19),
    )
    claim = claim_with(claims, "14 people")
    assert len(claim.positions) == 2
    assert claim.flags == ()


def test_the_thirteenth_and_the_nineteenth_are_not_one_claim() -> None:
    claims = claims_in(
        Report(outlet="herald", text="It was the 13th grounding off Stord harbour this winter."),
        Report(outlet="post", text="It was the 19th grounding off Stord harbour this winter."),
    )
    assert claim_with(claims, "13th").id != claim_with(claims, "19th").id


def test_an_outlet_is_a_report_and_no_informant() -> None:
    told = "The harbour of Stord will close on Friday for repairs"
    material = material_of(
        Report(
            outlet="post",
            text=f"{told}, the Stord Gazette said.",
            said=(Said(words=told, by="the Stord Gazette"),),
        )
    )
    claim = claim_with(find_claims(material, citer(material)), "harbour of Stord")
    assert claim.positions[0].carriages[0].informant.kind == "unstated"


def test_a_failure_told_in_other_words_by_another_informant_is_one_claim() -> None:
    agency = Report(
        outlet="norda",
        text="The Marit struck a reef after losing power in both engines, the coastguard said.",
        said=(
            Said(
                words="The Marit struck a reef after losing power in both engines",
                by="the coastguard",
            ),
        ),
    )
    owners = Report(
        outlet="post",
        text="Her owners, Bridge Link, say the engines stopped a quarter of an hour before.",
        said=(
            Said(
                words="the engines stopped a quarter of an hour before",
                by="Her owners, Bridge Link",
            ),
        ),
    )
    label = claim_with(claims_in(agency, owners), "losing power").label
    assert label.text == "corroborated: 2 reports, 2 informants"


def test_who_does_not_know_why_it_failed_neither_asserts_nor_denies() -> None:
    report = Report(
        outlet="norda",
        text="The engines of the Marit failed on Tuesday, the coastguard said.\n\n"
        "Why the engines had failed was not known, the owner said.",
        said=(
            Said(words="The engines of the Marit failed on Tuesday", by="the coastguard"),
            Said(words="Why the engines had failed was not known", by="the owner", sense="denied"),
        ),
    )
    claim = claim_with(claims_in(report), "failed on Tuesday")
    assert "denied" not in claim.flags


def test_no_sentence_stands_for_two_claims() -> None:
    text = "The firm employs 2,900 people at 41 sites, the ministry of labour said."
    claims = claims_in(
        Report(
            outlet="post",
            text=text,
            counted=(
                Counted(words="2,900 people", value=2900, of="people", unit="person"),
                Counted(words="41 sites", value=41, of="sites", unit="site"),
            ),
        )
    )
    assert [claim.positions[0].value for claim in claims] == ["2,900"]


def test_two_numbers_of_one_sentence_are_never_two_values_of_one_claim() -> None:
    text = "Some 22 helicopters and 41 lifeboats were sent to the ferry."
    claims = claims_in(
        Report(
            outlet="post",
            text=text,
            counted=(
                Counted(words="22 helicopters", value=22, of="helicopters", unit="helicopter"),
                Counted(words="41 lifeboats", value=41, of="lifeboats", unit="lifeboat"),
            ),
        )
    )
    assert all(len(claim.positions) == 1 for claim in claims)


def test_the_toll_of_another_attack_in_the_same_article_is_another_claim() -> None:
    report = Report(
        outlet="post",
        text="The shooting in Sandvik left 58 people dead.\n\n"
        "The shooting in Bergvik left 49 people dead.",
        counted=(
            Counted(words="58 people", value=58, of="people", unit="person"),
            Counted(words="49 people", value=49, of="people", unit="person"),
        ),
    )
    claims = claims_in(report)
    assert {len(claim.positions) for claim in claims} == {1}
    assert len(claims) == 2


def test_an_article_that_repeats_the_agencys_initial_reports_names_no_informant() -> None:
    report = Report(
        outlet="post",
        text="The bridge over the Lind fell at dawn, according to initial reports.",
    )
    (claim,) = claims_in(report)
    assert claim.positions[0].carriages[0].informant.kind == "unstated"


def test_the_fire_service_has_the_full_name_that_the_story_tells() -> None:
    def fire(outlet: str, by: str) -> Report:
        words = "The fire at the Lindal works has burned for 31 hours"
        return Report(outlet=outlet, text=f"{words}, {by} said.", said=(Said(words=words, by=by),))

    claims = claims_in(fire("herald", "the fire service"), fire("post", "Hafenau fire service"))
    (informant,) = {
        each.informant.name for c in claims for p in c.positions for each in p.carriages
    }
    assert informant == "Hafenau fire service"


def test_a_count_told_in_odd_words_joins_its_like_and_both_dispute_the_other() -> None:
    def count(outlet: str, text: str, words: str, value: float, by: str, told: str = "") -> Report:
        said = (Said(words=told, by=by),) if told else ()
        counted = (Counted(words=words, value=value, of="households", unit="household"),)
        return Report(outlet=outlet, text=text, said=said, counted=counted)

    lost = "households lost power in February because of strikes"
    claims = claims_in(
        count(
            "norda",
            f"1.2 million {lost}, the energy ministry said.",
            "1.2 million households",
            1.2e6,
            "the energy ministry",
            f"1.2 million {lost}",
        ),
        count(
            "fjord",
            f"900,000 {lost}, the grid operator said.",
            "900,000 households",
            9e5,
            "the grid operator",
            f"900,000 {lost}",
        ),
        count(
            "herald",
            "By the count of the grid operator, 900,000 households lost their power that month.",
            "900,000 households",
            9e5,
            "the grid operator",
        ),
    )
    claim = claim_with(claims, "By the count")
    values = {each.value: each.label.reports for each in claim.positions}
    assert values == {"900,000": 2, "1,200,000": 1}
    assert "disputed" in claim.flags


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
