"""What a notice in another article does to the report it means, and to its copies."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.claims.tolls import FERRY, POLICE
from tests.stages.dossier.notices.stories import COPY, KILL, fourteen, notice
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
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.find import find_claims
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.notices.meant import set_aside, taken_back
from twosource.stages.dossier.sources import list_sources
from twosource.stages.dossier.statements.group import group_statements

HEADED: dict[str, object] = {"headline": "14 killed on the ferry Marit"}
SLIP = (
    "Correction: Our report on the ferry Marit wrongly said that 14 people were killed. "
    "It was 4 people."
)


def told_by(paper: str, claims_of: tuple[Report, ...]) -> list[bool]:
    """Return whether what a paper says of the toll supports it."""
    claim = claim_with(claims_in(*claims_of, copies=COPY), "14 people were killed")
    return [
        carriage.supports
        for position in claim.positions
        for carriage in position.carriages
        if carriage.outlet == paper
    ]


def test_a_number_corrected_in_another_article_is_withdrawn_with_its_copies() -> None:
    correction = replace(
        notice("norda", SLIP), counted=(Counted(words="14 people", value=14, of="dead"),)
    )
    told = (fourteen("norda"), fourteen("pelican", after=1), correction)
    claim = claim_with(claims_in(*told, copies=COPY), "14 people were killed")
    assert "withdrawn at source" in claim.flags
    assert told_by("norda", told)[0] is False
    assert told_by("pelican", told) == [False]
    assert any("Norda has corrected it, this copy still carries it" in r for r in claim.reasons)
    assert any(r.startswith("Norda says of its own report: “Correction:") for r in claim.reasons)


def test_a_correction_beside_the_text_of_another_page_is_read_too() -> None:
    later = Report(outlet="norda", text="The ferry Marit is afloat.", after=5, corrects=SLIP)
    told = (fourteen("norda"), fourteen("pelican", after=1), later)
    assert told_by("pelican", told) == [False]


def test_what_another_outlet_calls_wrong_is_shown_and_not_decided() -> None:
    rival = notice(
        "gazette",
        "An earlier report by Norda wrongly said that 14 people were killed on the ferry.",
    )
    told = (fourteen("norda"), fourteen("pelican", after=1), rival)
    claim = claim_with(claims_in(*told, copies=COPY), "14 people were killed")
    assert "called wrong" in claim.flags
    assert "withdrawn at source" not in claim.flags
    assert told_by("norda", told) == [True]
    assert any(reason.startswith("Gazette says of Norda’s report: “") for reason in claim.reasons)


def test_a_withdrawn_report_takes_its_copies_along_and_no_report_of_others() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    told = (first, fourteen("pelican", after=1), KILL, POLICE)
    assert told_by("norda", told)[0] is False
    assert told_by("pelican", told) == [False]
    other = claim_with(claims_in(*told, copies=COPY), "14 people were injured")
    assert "withdrawn at source" not in other.flags


def test_a_notice_is_nobodys_saying_and_a_withdrawn_report_vouches_for_none() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    says = "14 people were killed"
    text = f"We wrongly reported that the police said {says}."
    slip = replace(notice("gazette", text), said=(_by_police(says),))
    alone = material_of(first, fourteen("pelican", after=1), copies=COPY)
    [said] = group_statements(alone, citer(alone))
    assert said.label.outlets == 2
    taken = material_of(first, fourteen("pelican", after=1), KILL, slip, copies=COPY)
    assert not group_statements(taken, citer(taken))


def _by_police(words: str) -> Said:
    return Said(words=words, by="the police")


def test_what_the_outlet_sends_instead_is_not_withdrawn() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    instead = replace(fourteen("norda", after=8), fields={"url": "https://norda.example/instead"})
    copies = (*COPY, Copied(copy=3, of=0, aligned=((0, 0), (1, 1)), kind="update"))
    material = material_of(first, fourteen("pelican", after=1), KILL, instead, copies=copies)
    [found] = taken_back(material)
    assert {material.article(each).outlet for each in found.carriers} == {"norda", "pelican"}
    assert len(found.carriers) == 2
    assert set_aside([found]) == {*found.carriers, found.teller}


def test_what_another_outlet_says_of_a_withdrawal_is_told_as_its_word() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    text = "Norda has withdrawn its report that 14 people were killed on the ferry Marit."
    material = material_of(
        first, fourteen("pelican", after=1), notice("gazette", text), copies=COPY
    )
    notes = {entry.outlet.id: entry.notes for entry in list_sources(material)}
    assert notes == {
        "norda": ("called withdrawn by Gazette, in another article",),
        "gazette": ("calls withdrawn a report of Norda",),
        "pelican": ("carries what Gazette has called withdrawn, in another article",),
    }
    claim = claim_with(find_claims(material), "14 people were killed")
    assert any(c.supports for position in claim.positions for c in position.carriages)


def test_a_notice_on_a_report_that_is_not_here_says_so() -> None:
    of_another = notice(
        "norda", "Editors: please kill the story headlined “Bank to close 80 branches”."
    )
    material = material_of(fourteen("norda"), of_another)
    notes = {entry.headline: entry.notes for entry in list_sources(material)}
    assert notes["The ferry Marit"] == ("withdraws an earlier report, which is not in this story",)


def test_each_source_says_what_was_taken_back_of_it() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    material = material_of(first, fourteen("pelican", after=1), KILL, copies=COPY)
    notes = [entry.notes for entry in list_sources(material)]
    assert notes == [
        ("withdrawn by Norda, in another article",),
        ("withdraws an earlier report",),
        ("carries what Norda has withdrawn, in another article",),
    ]


def test_a_ministry_that_withdraws_its_report_takes_back_no_article() -> None:
    text = f"{FERRY}\n\nThe ministry has withdrawn its report on the ferry Marit."
    assert not taken_back(material_of(fourteen("norda"), notice("gazette", text)))


def test_what_somebody_else_calls_our_report_is_no_notice_of_the_outlet() -> None:
    says = "Our report that 14 people were killed was wrong"
    told = notice("norda", f"{says}, the chairman of the ferry line said.")
    spoken = replace(told, said=(Said(words=says, by="the chairman of the ferry line"),))
    assert len(taken_back(material_of(fourteen("norda"), told))) == 1
    assert not taken_back(material_of(fourteen("norda"), spoken))


def test_another_agency_or_paper_takes_back_no_report_of_the_outlet() -> None:
    text = "The agency has withdrawn its report that 14 people were killed on the ferry Marit."
    material = material_of(fourteen("norda"), notice("norda", text))
    [norda] = material.outlets
    agency = replace(material, outlets=(replace(norda, kind="agency"),))
    assert not taken_back(material)
    assert len(taken_back(agency)) == 1
    body = "European Safety Agency"
    other = replace(
        notice("norda", f"The {body} met in Stord.\n\n{text}"),
        named=(Named(words=body, kind="organization"),),
    )
    with_body = material_of(fourteen("norda"), other)
    assert not taken_back(replace(with_body, outlets=agency.outlets))


def test_a_figure_of_a_withdrawn_report_is_said_to_be_taken_back() -> None:
    first = replace(fourteen("norda"), fields=HEADED)
    told = (first, fourteen("pelican", after=1), POLICE)
    before = material_of(*told, copies=COPY)
    after = material_of(*told, KILL, copies=COPY)
    assert "taken back" not in str([r.note for r in compare_figures(before, citer(before))])
    [note] = [r.note for r in compare_figures(after, citer(after)) if "taken back" in r.note]
    assert note.count("Norda has taken back “14") == 1
    assert note.count("taken back") == 1


def test_only_what_a_correction_calls_wrong_is_withdrawn_of_a_report_that_has_more() -> None:
    sank, drunk = "The ferry Marit sank off Stord on Monday.", "Its captain was drunk at sunrise."
    first = Report(outlet="norda", text=f"{sank}\n\n{drunk}")
    about = "Correction: Our report on how the ferry Marit sank off Stord on Monday"
    name = notice("norda", f"{about} misspelled the name of the captain.")
    denied = notice("norda", f"{about} wrongly said that the captain was drunk.")

    def withdrawn(*told: Report) -> list[bool]:
        claims = claims_in(*told)
        return ["withdrawn at source" in claim_with(claims, each).flags for each in (sank, drunk)]

    assert withdrawn(first, name) == [False, False]
    assert withdrawn(first, denied) == [False, True]
