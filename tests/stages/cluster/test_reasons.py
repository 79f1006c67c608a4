from __future__ import annotations

from tests.factories import NOON, hours
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.settings import ClusterSettings
from twosource.stages.cluster import read, reasons

CRANE = (
    "A crane toppled onto the tram depot of Port Orsund at noon, fire chief Liv Aune said. Two "
    "drivers were hurt, 14 trams crushed. The crane was owned by Brask Lifting."
)
OTHER = (
    "Fourteen trams, 14 of the fleet's 40, lie under steel after the crane came down in Port "
    "Orsund. The drivers will live, says Liv Aune. Mayor Tom Rydell wants to know why it toppled."
)


def told(one: Annotated, other: Annotated) -> tuple[str, ...]:
    return reasons(one, other, ClusterSettings())


def report(text: str, headline: str, after: float | None = None) -> Annotated:
    at = None if after is None else NOON + hours(after)
    return read_article(text, headline, published=at)


def starting(what: str, lines: tuple[str, ...]) -> str:
    [found] = [line for line in lines if line.startswith(what)]
    return found


def test_names_of_several_words_are_given_whole_and_as_they_are_written() -> None:
    names = starting("both name", told(report(CRANE, "Crane falls"), report(OTHER, "Steel rain")))
    assert "Port Orsund" in names
    assert "Liv Aune" in names


def test_words_are_given_as_they_are_written_and_not_as_their_stems() -> None:
    words = starting("words of both", told(report(CRANE, "Crane falls"), report(OTHER, "Steel")))
    assert "toppled" in words
    assert "drivers" in words


def test_who_is_named_by_one_alone_is_told_of_that_one() -> None:
    lines = told(report(CRANE, "Crane falls"), report(OTHER, "Steel rain"))
    assert "Brask Lifting" in starting("only the first names", lines)
    assert "Tom Rydell" in starting("only the second names", lines)


def test_headlines_that_share_a_name_have_it_in_its_order() -> None:
    lines = told(report(CRANE, "Port Orsund crane falls"), report(OTHER, "Port Orsund asks why"))
    assert starting("both headlines have", lines) == "both headlines have Port, Orsund"


def test_a_page_without_headline_has_none_in_common_with_another() -> None:
    lines = told(report(CRANE, "Port Orsund crane falls"), report(OTHER, ""))
    assert not [line for line in lines if line.startswith("both headlines")]


def test_headlines_of_function_words_alone_have_none_in_common_by_their_leads() -> None:
    both = (report(CRANE, "What has it been?"), report(OTHER, "What has it been?"))
    assert not [each for each in both if read(each).headed]
    assert not [line for line in told(*both) if line.startswith("both headlines")]


def test_reports_of_other_weeks_are_said_not_to_be_compared() -> None:
    one, other = report(CRANE, "Crane falls", 0), report(OTHER, "Steel rain", 24 * 9)
    assert told(one, other)[-1].startswith("published 9 days apart: over 72 hours")
    assert told(one, report(OTHER, "Steel rain", 1))[-1] == "published 1 hour apart"


def test_two_that_share_nothing_are_said_to() -> None:
    lines = told(report("Bread is dear.", "Prices"), report("Herons nest early.", "Birds"))
    assert lines == ("hardly a word in common",)


def test_figures_that_one_alone_begins_with_are_told_of_that_one() -> None:
    lines = told(report(CRANE + " It weighed 96 tonnes.", "Crane"), report(OTHER, "Steel rain"))
    assert starting("only the first begins", lines).endswith("96")
    assert starting("only the second begins", lines).endswith("40")
