"""The label says how many reports and informants stand behind a claim, in fixed words."""

from __future__ import annotations

from tests.stages.dossier.carriages import carriage, informant
from twosource.model.identity import LineageId
from twosource.stages.dossier.claims.independence import Ground
from twosource.stages.dossier.claims.labels import known_informants, label_of, said_label_of

MINISTRY = informant("body:ministry of transport", name="Ministry of Transport")
HANSEN = informant("person:ola hansen", "person", name="Ola Hansen")
BERG = informant("person:anna berg", "person", name="Anna Berg")


def test_two_reports_from_two_informants_are_corroborated() -> None:
    label = label_of([carriage("herald", "r1", MINISTRY), carriage("post", "r2", HANSEN)])
    assert label.kind == "corroborated"
    assert label.text == "corroborated: 2 reports, 2 informants"


def test_a_bare_report_beside_two_known_ones_is_not_counted() -> None:
    label = label_of(
        [
            carriage("herald", "r1", MINISTRY),
            carriage("post", "r2", HANSEN),
            carriage("times", "r3"),
        ]
    )
    assert (label.reports, label.informants) == (2, 2)


def test_the_ministrys_figure_in_four_papers_has_one_known_informant() -> None:
    label = label_of([carriage(f"paper-{n}", f"r{n}", MINISTRY) for n in range(4)])
    assert label.text == "4 reports, one known informant: Ministry of Transport"


def test_who_may_be_anybody_does_not_hide_that_there_are_two() -> None:
    vague = informant("unsure:federal office of tides and ferry safety", name="Federal Office")
    known = known_informants(
        [carriage(f"paper-{n}", f"r{n}", who) for n, who in enumerate((vague, MINISTRY, HANSEN))]
    )
    assert {each.name for each in known} == {"Ministry of Transport", "Ola Hansen"}
    assert known_informants([carriage("herald", "r1", vague)]) == (vague,)


def test_bare_reports_state_no_informant() -> None:
    label = label_of([carriage(f"paper-{n}", f"r{n}") for n in range(3)])
    assert label.text == "3 reports, informant not stated"


def test_a_report_and_its_five_copies_are_one_report() -> None:
    label = label_of([carriage(f"paper-{n}", "r1", MINISTRY) for n in range(6)])
    assert label.text == "one report, 5 copies"
    assert label_of([carriage("herald", "r1", MINISTRY)]).text == "one report"


def test_all_are_copies_where_the_report_itself_is_not_held() -> None:
    copies = [carriage(f"paper-{n}", "r1", MINISTRY) for n in range(5)]
    label = label_of(copies, Ground(unheld=frozenset({LineageId("r1")})))
    assert label.text == "one report, 5 copies"


def test_two_names_within_one_report_do_not_make_a_second_source() -> None:
    label = label_of(
        [
            carriage("herald", "r1", HANSEN),
            carriage("herald", "r1", BERG),
            carriage("post", "r2"),
        ]
    )
    assert label.kind == "one informant"
    assert label.text == "2 reports, 2 informants, not independent"


def test_the_fullest_name_of_an_informant_is_shown() -> None:
    label = label_of(
        [
            carriage("herald", "r1", informant("body:ministry")),
            carriage("post", "r2", MINISTRY),
        ]
    )
    assert label.text == "2 reports, one known informant: Ministry of Transport"


def test_a_claim_that_nothing_supports_any_longer_has_no_report() -> None:
    label = label_of([carriage("herald", "r1", MINISTRY, supports=False)])
    assert (label.reports, label.text) == (0, "no report carries it any longer")


def test_an_utterance_is_on_record_in_so_many_reports() -> None:
    told = [carriage("herald", "r1", HANSEN), carriage("post", "r2", HANSEN)]
    assert said_label_of(told).text == "on record, 2 reports"
    copied = [carriage("herald", "r1", HANSEN), carriage("post", "r1", HANSEN)]
    assert said_label_of(copied).text == "on record, one report, 1 copy"


def test_a_paper_that_may_be_anybodys_stands_for_nobody_else() -> None:
    log = informant("document:a log kept by the engineer of the port", kind="document")
    board, union = informant("body:harbour board"), informant("body:seamen union")
    told = [
        carriage(paper, paper, who) for paper, who in zip("abc", (log, board, union), strict=True)
    ]
    assert set(known_informants(told)) == {board, union}
