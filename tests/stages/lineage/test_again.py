"""Background that an outlet uses again is named, and told apart from copies and versions."""

from __future__ import annotations

from datetime import timedelta

from tests.factories import NOON
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.model.linked import Link, OwnBackground
from twosource.outlets import NOWHERE
from twosource.settings import LineageSettings
from twosource.stages import lineage

PARAGRAPHS = ferry.AGENCY.strip().split("\n\n")
BACKGROUND = "\n\n".join((PARAGRAPHS[1], PARAGRAPHS[6]))
FIRST = read_article(ferry.AGENCY, "Captain says steering failed", outlet="norwire")


def of_two(one: Annotated, other: Annotated) -> Link | None:
    prints = lineage.read(one), lineage.read(other)
    return next(lineage.compare_all([(prints[0], [prints[1]])], LineageSettings()), None)


def next_report(below: str, outlet: str = "norwire", hours: int = 48) -> Annotated:
    return read_article(
        f"{ferry.INDEPENDENT}\n{below}",
        "Families wait for word",
        outlet=outlet,
        published=NOON + timedelta(hours=hours),
    )


def repeated(one: Annotated, other: Annotated) -> OwnBackground:
    link = of_two(one, other)
    assert link is not None
    assert link.kind == "background"
    again = lineage.used_again(link, one, other)
    assert again is not None
    return again


def test_paragraphs_of_an_earlier_report_are_named_sentence_by_sentence() -> None:
    later = next_report(BACKGROUND)
    again = repeated(FIRST, later)
    assert (again.later, again.earlier) == (later.article.id, FIRST.article.id)
    # What the captain said, which both quote, and four sentences below.
    assert (again.sentences, again.of) == (5, len(later.sentences))
    assert again.published == NOON
    for passage in again.passages[1:]:
        assert later.article.words(passage.left) == FIRST.article.words(passage.right)


def test_what_is_named_does_not_depend_on_who_is_asked_first() -> None:
    later = next_report(BACKGROUND)
    assert of_two(FIRST, later) == of_two(later, FIRST)


def test_a_word_swapped_here_and_there_is_still_a_repetition() -> None:
    edited = BACKGROUND.replace("were taken to", "were brought to").replace("final", "full")
    assert repeated(FIRST, next_report(edited)).sentences == 5


def test_paragraphs_of_another_outlet_are_nobodys_own() -> None:
    assert of_two(FIRST, next_report(BACKGROUND, outlet="orsund-echo")) is None
    nameless = read_article(ferry.AGENCY, outlet=NOWHERE.id)
    assert of_two(nameless, next_report(BACKGROUND, outlet=NOWHERE.id)) is None


def test_two_reports_that_share_a_sentence_or_a_quotation_repeat_nothing() -> None:
    assert of_two(FIRST, next_report(PARAGRAPHS[6].split(". ")[1])) is None
    said = "“{}”, the minister said.".format(" ".join(BACKGROUND.split()))
    heard = read_article(f"{ferry.UNRELATED}\n{said}", outlet="norwire")
    assert of_two(heard, next_report(said)) is None


def test_what_stands_below_every_page_of_a_site_is_no_background() -> None:
    below = (
        "Write to the desk of Norwire in Halden Street if you have seen something that others "
        "should know of. Our readers can send pictures by post at any hour of day or night.\n\n"
        "Corrections are printed on Saturdays in the paper of record, with the name of the reader "
        "who told us of the error, unless that reader asks us to leave the name out."
    )
    library = read_article(f"{ferry.UNRELATED}\n{below}", "Library opens", outlet="norwire")
    assert of_two(library, next_report(below)) is None


def test_a_later_version_is_a_version_and_no_background() -> None:
    longer = read_article(
        f"{ferry.AGENCY}\nDivers will go down again on Saturday.",
        "Captain says steering failed",
        outlet="norwire",
        published=NOON + timedelta(hours=1),
    )
    link = of_two(FIRST, longer)
    assert link is not None
    assert (link.kind, link.derivation) == ("lineage", "update")


def test_two_matters_told_in_the_same_words_repeat_nothing() -> None:
    quake = (
        "A quake of magnitude {} shook {} on {}, the Halden Seismic Office said. {} people were "
        "hurt and {} houses damaged. The quake struck at a depth of {} km. No warning of a wave "
        "was given by the Halden Seismic Office. The office asked all to stay away from cliffs."
    )
    one, other = (
        read_article(quake.format(*filled), outlet="norwire")
        for filled in (
            ("5.1", "Brigg", "Monday", "Three", "14", "10"),
            ("6.3", "Tirsk", "Friday", "Eleven", "203", "31"),
        )
    )
    assert of_two(one, other) is None


def test_without_dates_nothing_tells_which_of_two_repeats_the_other() -> None:
    later = next_report(BACKGROUND, hours=0)
    link = of_two(FIRST, later)
    assert link is not None
    assert lineage.used_again(link, FIRST, later) is None
