"""Each way a claim is told has its own label, and what was taken back stands behind the rest."""

from __future__ import annotations

import pytest

from tests.stages.dossier.stories import Copied, Counted, Report, Said, claim_with, claims_in

LEAD = "A fire broke out at the Lindal works on Monday."


def toll(
    paper: str, count: int, *, after: float = 0.0, corrects: str = "", url: str = ""
) -> Report:
    words = f"{count} people died in the fire"
    return Report(
        outlet=paper,
        text=f"{LEAD}\n\n{words}, police in {paper.title()} said.",
        said=(Said(words=words, by=f"police in {paper.title()}"),),
        counted=(Counted(words=f"{count} people", value=count, of="dead", unit="person"),),
        after=after,
        corrects=corrects,
        fields={"url": url, "canonical": url} if url else {},
    )


def test_a_toll_taken_back_keeps_the_label_it_had_and_stands_behind_the_mended_one() -> None:
    page = "https://kurier.example/fire"
    claim = claim_with(
        claims_in(
            toll("kurier", 3, url=page),
            toll("pelican", 3, after=1),
            toll(
                "kurier",
                1,
                after=2,
                corrects="An earlier version said that 3 people had died in the fire.",
                url=page,
            ),
            copies=(
                Copied(copy=1, of=0, aligned=((0, 0), (1, 1))),
                Copied(copy=2, of=0, aligned=((0, 0), (1, 1)), kind="update"),
            ),
        ),
        "1 people died",
    )
    assert [(each.value, each.label.text) for each in claim.positions] == [
        ("1", "one report"),
        ("3", "withdrawn at source: one report, 1 copy"),
    ]
    assert claim.label == claim.positions[0].label


def test_of_tolls_that_have_been_overtaken_the_last_told_stands_first() -> None:
    tolls = [toll("kurier", 3), toll("herald", 3, after=1), toll("pelican", 5, after=5)]
    claim = claim_with(claims_in(*tolls, toll("post", 9, after=9)), "9 people died")
    assert [each.value for each in claim.positions] == ["9", "5", "3"]


TRANSFORMERS = Counted(words="26 transformers", value=26, of="transformers", unit="transformer")


@pytest.mark.parametrize(
    ("copied", "more"),
    [
        ("The crew of 14 wagons hauled 26 transformers to Kalvia.", "14 wagons"),
        ("The crew of wagon 14 hauled 26 transformers to Kalvia.", "14"),
        ("The crew of 14 wagons hauled transformers to Kalvia.", "14 wagons"),
    ],
)
def test_what_else_a_copy_counts_is_no_other_value_of_its_origins(copied: str, more: str) -> None:
    unit = more.partition(" ")[2] or None
    counted = [Counted(words=more, value=14, of=unit, unit=unit), TRANSFORMERS]
    told = "The crew hauled 26 transformers to Kalvia under a pact."
    claim = claim_with(
        claims_in(
            Report(outlet="norda", text=f"{LEAD}\n\n{told}", counted=(TRANSFORMERS,)),
            Report(
                outlet="hub",
                text=f"{LEAD}\n\n{copied}",
                counted=tuple(each for each in counted if each.words in copied),
            ),
            copies=(Copied(copy=1, of=0, aligned=((0, 0), (1, 1))),),
        ),
        "hauled 26 transformers",
    )
    assert [each.value for each in claim.positions] == ["26"]


def test_a_number_that_a_copy_has_changed_is_another_value_of_its_origins() -> None:
    told = "The crew hauled {} to Kalvia under a pact."
    changed = Counted(words="28 transformers", value=28, of="transformers", unit="transformer")
    reports = (
        Report(outlet=outlet, text=f"{LEAD}\n\n{told.format(each.words)}", counted=(each,))
        for outlet, each in (("norda", TRANSFORMERS), ("hub", changed))
    )
    copies = (Copied(copy=1, of=0, aligned=((0, 0), (1, 1))),)
    claim = claim_with(claims_in(*reports, copies=copies), "transformers to Kalvia")
    assert {each.value for each in claim.positions} == {"26", "28"}
    assert {"Hub copies Norda’s report.", "Hub gives 28."} <= set(claim.reasons)


def test_each_of_two_tolls_is_counted_by_its_own_reports() -> None:
    claim = claim_with(
        claims_in(toll("herald", 12), toll("post", 12), toll("times", 14)), "14 people died"
    )
    assert [(each.value, each.label.reports) for each in claim.positions] == [("12", 2), ("14", 1)]
    assert "Times gives 14." in claim.reasons


def test_a_sentence_that_gives_a_value_in_two_units_is_one_passage() -> None:
    text = "The ash of Lindal rose to 770 km (480 miles) above the works."
    claim = claim_with(
        claims_in(
            Report(
                outlet="kurier",
                text=f"{LEAD}\n\n{text}",
                counted=(
                    Counted(words="770 km", value=770, of="ash", unit="km"),
                    Counted(words="480 miles", value=480, of="ash", unit="mile"),
                ),
            ),
            Report(
                outlet="herald",
                text=f"{LEAD}\n\nThe ash rose 770 km above the works of Lindal.",
                counted=(Counted(words="770 km", value=770, of="ash", unit="km"),),
            ),
        ),
        "The ash of Lindal",
    )
    assert [len(each.carriages) for each in claim.positions] == [2]


def test_how_many_more_were_found_is_not_how_many_there_are() -> None:
    def found(paper: str, words: str, value: int, after: float = 0.0) -> Report:
        text = f"{LEAD}\n\nRescuers found {words} dead, police in {paper.title()} said."
        counted = Counted(words=words, value=value, of="dead", unit="person")
        return Report(outlet=paper, text=text, counted=(counted,), after=after)

    claim = claim_with(
        claims_in(found("norda", "31 people", 31), found("post", "seven more people", 7, after=6)),
        "31 people",
    )
    assert [position.value for position in claim.positions] == ["31"]


def test_a_figure_is_shown_by_no_sentence_that_tells_a_time_of_its_own_beside_it() -> None:
    rescued = Counted(words="187 passengers", value=187, of="passengers", unit="passenger")
    first = (
        "The last of the 187 passengers was lifted off the ferry at ten to four, the centre said."
    )
    later = "The ferry carried 187 passengers, the company said."
    claim = claim_with(
        claims_in(
            Report(outlet="herald", text=first, counted=(rescued,)),
            Report(outlet="post", text=f"{LEAD}\n\n{later}", counted=(rescued,)),
        ),
        "187 passengers",
    )
    assert claim.text.text == later
