"""Two reports of what somebody said are one saying only where they come to the same."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told, material
from twosource.model.annotated import QuoteKind, Sense
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements


def told(outlet: str, words: str, sense: Sense = "asserted") -> Told:
    kind: QuoteKind = "direct" if words.startswith("“") else "indirect"
    told = Told(outlet, f"Eirik Moen said {words}.")
    return told.name("Eirik Moen").quote(words, by="Eirik Moen", kind=kind, sense=sense)


def sayings(*reports: Told) -> int:
    of = material(*reports)
    return len(group_statements(of, citer(of)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the yard would recruit new welders", "new welders would be hired by the yard"),
        ("the units were a gift to the island", "the machines were a present for the island"),
        (
            "the contribution to the lifeboat fund was welcome",
            "whoever contributed to the lifeboat fund was welcome",
        ),
        (
            "no school would open while the ferry lay idle",
            "all schools stayed closed while the ferry lay idle",
        ),
        (
            "40 pilots would lose their jobs this year",
            "40 pilots would be made redundant this year",
        ),
        (
            "the quay had been inspected in May and no faults were found",
            "the quay was checked in May, and had no defects",
        ),
        ("the mussels could survive for weeks", "Mussels could live for weeks"),
        (
            "the captain would step down before the inquiry",
            "the captain resigned before the inquiry",
        ),
        (
            "“The ferry sank slowly. The pumps never worked. I am going home.”",
            "the pumps of the ferry never worked",
        ),
    ],
)
def test_other_words_that_come_to_the_same_are_one_saying(one: str, other: str) -> None:
    assert sayings(told("herald", one), told("post", other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the owners would appeal against the verdict",
            "the owners would not appeal against the verdict",
        ),
        ("the harbour dues would rise in the autumn", "the harbour dues would fall in the autumn"),
        ("the tugs could reach the northern quay", "the tugs could reach the southern quay"),
        ("the pilots wanted better radios", "the pilots wanted warmer cabins"),
        (
            "the number of seals had doubled since spring",
            "the number of terns had doubled since spring",
        ),
        ("the harbour would be widened next year", "the harbour would be privatised next year"),
        (
            "its 6,300 members would stop work at eleven ports from Wednesday",
            "some 6,300 workers have joined the strike",
        ),
        (
            "“She is upright and the hull looks sound. We want everybody off before high water.”",
            "“Everybody is out of the water, and nobody was ever in it.”",
        ),
    ],
)
def test_like_words_that_come_to_something_else_are_two_sayings(one: str, other: str) -> None:
    assert sayings(told("herald", one), told("post", other)) == 2


def test_who_is_named_tells_two_sayings_apart() -> None:
    words = "{} had left the bridge of the ferry before the collision"
    reports = [
        told(outlet, words.format(name)).name(name)
        for outlet, name in (("herald", "Anna Berg"), ("post", "Lukas Holm"))
    ]
    assert sayings(*reports) == 2


def test_a_denial_and_a_quoted_no_are_one_saying() -> None:
    denied = told("herald", "that the pumps had been switched off", sense="denied")
    assert sayings(denied, told("post", "“Nobody switched off the pumps,”")) == 1


def test_a_denial_is_not_the_saying_it_denies() -> None:
    denied = told("herald", "that the pumps had been switched off", sense="denied")
    assert sayings(denied, told("post", "the pumps had been switched off")) == 2


@pytest.mark.parametrize(("day", "count"), [("2026-03-06", 2), ("2026-03-03", 1)])
def test_what_stood_in_print_days_before_is_another_saying(day: str, count: int) -> None:
    before = told("herald", "“Stord needs a budget before it needs a second election,”")
    words = "Stord needs a second election before the budget"
    later = (
        Told("post", f"Eirik Moen said on that day that {words}.")
        .name("Eirik Moen")
        .quote(words, by="Eirik Moen", kind="indirect")
        .day("that day", day)
    )
    assert sayings(before, later) == count
