from __future__ import annotations

from dataclasses import replace

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.acquired import Credit
from twosource.model.annotated import Annotated
from twosource.model.identity import OutletId
from twosource.outlets import load_outlets
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.lineage.fingerprint import Landmark
from twosource.stages.lineage.reasons import named, names_of

OUTLETS = load_outlets()
WIRE = read_article(ferry.AGENCY, "Ferry captain says steering failed twice", outlet="reuters")


def why(one: Annotated, other: Annotated) -> tuple[str, ...]:
    link = lineage.compare(lineage.read(one), lineage.read(other), LineageSettings())
    assert link is not None
    return lineage.why_linked(link, one.article, other.article, OUTLETS)


def reprint(*credits: Credit) -> Annotated:
    made = read_article(ferry.AGENCY, "Steering failed", outlet="daily-lens")
    return replace(made, article=replace(made.article, credits=credits))


def test_a_reprint_says_once_whom_it_names_and_in_which_places() -> None:
    named_twice = reprint(
        Credit(kind="byline", words="Reuters", outlet=OutletId("reuters")),
        Credit(kind="dateline", words="Reuters", outlet=OutletId("reuters")),
        Credit(kind="caption", words="Reuters/Ada Holm", outlet=OutletId("reuters")),
    )
    told = [line for line in why(WIRE, named_twice) if "source" in line]
    assert told == ["daily-lens names Reuters as its source: “Reuters” (byline, dateline)"]


def test_how_much_is_shared_is_said_of_outlets_by_name() -> None:
    assert "of daily-lens stands in that of Reuters" in why(WIRE, reprint())[0]


def test_names_are_spelt_as_in_the_text() -> None:
    [line] = [line for line in why(WIRE, reprint()) if "names and figures" in line]
    assert "Maren Lind" in line


def test_the_pieces_of_a_name_or_figure_are_told_together_and_those_of_a_list_apart() -> None:
    marks = [
        Landmark("ada", "Ada", 1, ""),
        Landmark("holm", "Holm", 1, " "),
        Landmark("oslo", "Oslo", 1, ", "),
        Landmark("340", "340", 1, " "),
        Landmark("000", "000", 1, ","),
    ]
    assert names_of(marks) == ["Ada Holm", "Oslo", "340,000"]


def test_the_end_of_a_figure_whose_beginning_is_not_shared_is_no_figure() -> None:
    marks = [Landmark("oslo", "Oslo", 0, " "), Landmark("000", "000", 1, ",")]
    assert names_of(marks) == ["Oslo"]


def test_an_outlet_that_no_table_knows_is_called_by_its_id() -> None:
    assert named(["{reuters} leads {some-blog}"] * 2, OUTLETS) == ("Reuters leads some-blog",)
