"""What one report alone tells is a claim where somebody reports it as a fact."""

from __future__ import annotations

import pytest

from tests.stages.dossier.stories import Report, Said, claim_with, claims_in
from twosource.model.annotated import QuoteKind

LEAD = (
    "The ferry Marit ran aground off Stord on Tuesday.\n\nThe weather was calm that morning.\n\n"
    "Divers went down to the hull in the evening."
)


def alone(sentence: str, words: str, by: str, *, kind: QuoteKind = "indirect") -> list[str]:
    """Return the claims of a story in which one report alone tells a sentence, below its lead."""
    said = Said(words=words, by=by, kind=kind)
    report = Report(outlet="herald", text=f"{LEAD}\n\n{sentence}", said=(said,))
    other = Report(outlet="post", text="The ferry Marit ran aground off Stord on Tuesday.")
    return [claim.text.text for claim in claims_in(report, other)]


def test_what_one_report_alone_has_from_somebody_is_a_claim() -> None:
    sentence = "The engine room was dry, the coast guard said."
    assert sentence in alone(sentence, "The engine room was dry", "the coast guard")


def test_a_short_announcement_is_a_claim() -> None:
    sentence = "Talks begin Thursday, the port authority said."
    assert sentence in alone(sentence, "Talks begin Thursday", "the port authority")


@pytest.mark.parametrize(
    ("sentence", "words", "by"),
    [
        (
            "Shipping lines should repair their hulls, the union said.",
            "Shipping lines should repair their hulls",
            "the union",
        ),
        (
            "The crew deserved a medal from everybody, the mayor said.",
            "The crew deserved a medal from everybody",
            "the mayor",
        ),
    ],
)
def test_no_claim_is_made_of_one_reports_wish_or_judgement(
    sentence: str, words: str, by: str
) -> None:
    assert sentence not in alone(sentence, words, by)


@pytest.mark.parametrize(
    ("sentence", "words", "by"),
    [
        (
            "He had never seen such quiet water, the captain said.",
            "He had never seen such quiet water",
            "the captain",
        ),
        (
            "The engine room was dry, the Daily Herald said.",
            "The engine room was dry",
            "the Daily Herald",
        ),
    ],
)
def test_what_leans_on_others_or_names_nobody_stands_behind(
    sentence: str, words: str, by: str
) -> None:
    assert alone(sentence, words, by)[-1] == sentence


def test_what_somebody_has_lived_through_is_a_claim() -> None:
    sentence = "“The engine room was dry as a bone,” the captain said."
    words = "“The engine room was dry as a bone,”"
    assert sentence in alone(sentence, words, "the captain", kind="direct")


def test_what_somebody_thinks_today_is_a_statement_and_no_claim() -> None:
    sentence = "“My shoes know no tide,” the captain said."
    assert sentence not in alone(sentence, "“My shoes know no tide,”", "the captain", kind="direct")


def test_a_guess_about_the_reason_leaves_the_fact_sure() -> None:
    sentence = "The line recalls its ferries because their brakes may fail, the line said."
    words = "The line recalls its ferries because their brakes may fail"
    assert sentence in alone(sentence, words, "the line")


def test_it_is_marked_as_told_by_one_report_only_and_stands_below() -> None:
    said = Said(words="The engine room was dry", by="the coast guard")
    report = Report(
        outlet="herald",
        text=f"{LEAD}\n\nThe engine room was dry, the coast guard said.",
        said=(said,),
    )
    other = Report(outlet="post", text="The ferry Marit ran aground off Stord on Tuesday.")
    claims = claims_in(report, other)
    told = claim_with(claims, "The engine room was dry")
    informant = told.positions[0].carriages[0].informant
    assert (told.label.text, informant.name) == ("one report", "coast guard")
    assert claims[0].label.reports == 2
