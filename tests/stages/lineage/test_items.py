"""A report that a page prints as one thing among others is found, and makes no copy of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tests.factories import NOON, hours
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.model.linked import Derivation, Lineage, Link
from twosource.outlets import load_outlets
from twosource.settings import LineageSettings
from twosource.stages import lineage

OUTLETS = load_outlets("")
GREETING = (
    "Good morning. It rained in Kessin all night, and the trams were late. The mayor blames the "
    "leaves, as he did in March; the drivers blame the mayor."
)
SCHOOL = """\
All 940 pupils of the grammar school in Vessby have to write their Latin paper again. A goat had \
eaten the first one on Monday, headmistress Petra Lund said.

The goat belongs to the caretaker, Arvid Moe. He had left the gate open to carry in 31 chairs. The \
new date is 9 June.

The school has had goats since 1911, when one was given to it by a grateful butcher.
"""
FERRY_ITEM = """\
The captain of the passenger ferry Maren Lind told investigators on Thursday that he had lost \
steering twice in the hour before the vessel struck the Orsund breakwater, according to a \
preliminary report released by the Norlandian Maritime Board.

The 3,400-tonne ferry was carrying 212 passengers and 18 crew from Halden Bay to Tirsk when it hit \
the breakwater at 6:42 a.m. on Tuesday. Fourteen people were taken to Saint Elna hospital, two of \
them with broken bones, the board said."""
SCHOOL_ITEM = """\
All 940 pupils of the grammar school in Vessby have to write their Latin paper again. A goat had \
eaten the first one on Monday, headmistress Petra Lund said. The goat belongs to the caretaker, \
Arvid Moe. He had left the gate open to carry in 31 chairs."""
STORKS = (
    "And in Ulvern the storks are back. The first pair settled on the chimney of the brewery, "
    "which had to damp its fires until noon."
)
ROWERS = (
    "The rowers of Kolin have lost their coach to Hungary. Marek Sula leaves after eleven years "
    "and two silver medals, and takes his boat along. The violinist Ana Reiss has broken her wrist "
    "and calls off forty concerts; her place in Vienna is taken by a pupil of hers, Ida Thorn, who "
    "is nineteen and had meant to study law."
)
BUTTER = (
    "Butter costs less than a year ago for the first time since 2021. The statisticians in Olm put "
    "it down to a good spring in New Zealand."
)
DIGEST = "\n\n".join((GREETING, FERRY_ITEM, STORKS, SCHOOL_ITEM))


def reports(digest: str = DIGEST, *, hours_later: float = 6) -> tuple[Annotated, ...]:
    """Return a report on a ferry, one on a school, and what else is given, some hours later."""
    return (
        read_article(ferry.AGENCY, "Captain lost steering twice", outlet="norda"),
        read_article(SCHOOL, "Goat eats Latin paper", outlet="vessby-bote"),
        read_article(digest, "Five minutes", outlet="letter", published=NOON + hours(hours_later)),
    )


def links_of(articles: Sequence[Annotated]) -> list[Link]:
    prints = [lineage.read(each) for each in articles]
    compared = (lineage.compare(a, b, LineageSettings()) for a, b in combinations(prints, 2))
    return [link for link in compared if link]


def decided(articles: Sequence[Annotated]) -> tuple[Lineage, ...]:
    return lineage.decide(articles, links_of(articles), OUTLETS)


def items_in(articles: Sequence[Annotated]) -> list[Derivation]:
    return [item for each in decided(articles) for item in each.items]


def test_a_digest_has_an_item_of_each_of_two_reports_and_makes_no_one_report_of_them() -> None:
    one, other, digest = articles = reports()
    assert [each.members for each in decided(articles)] == [
        (each.article.id,) for each in sorted((one, other), key=lambda e: e.article.id)
    ] + [(digest.article.id,)]
    assert {(each.copy, each.original, each.kind) for each in items_in(articles)} == {
        (digest.article.id, report.article.id, "item") for report in (one, other)
    }


def test_what_an_item_shares_stands_inside_it() -> None:
    _, _, digest = articles = reports()
    for item in items_in(articles):
        printed = FERRY_ITEM if "norda" in str(item.why) else SCHOOL_ITEM
        told = [digest.article.words(each.left) for each in item.passages]
        assert told == [words for words in told if words in " ".join(printed.split("\n\n"))]
        assert len(told) >= 3


def test_an_item_is_told_from_its_report_by_the_dates() -> None:
    assert all(each.directed for each in items_in(reports()))
    before = items_in(reports(hours_later=-6))
    assert len(before) == 2
    assert not any(each.directed for each in before)
    assert all("published 6.0 hours earlier" in " ".join(each.why) for each in before)


def test_of_a_report_and_its_reprint_an_item_is_of_one() -> None:
    reprint = read_article(ferry.AGENCY, "Steering lost twice", outlet="post", published=NOON)
    articles = (*reports(), reprint)
    of_the_ferry = [e for e in items_in(articles) if "Maren" in str(e.why)]
    assert len(items_in(articles)) == 2
    assert len(of_the_ferry) == 1


def test_who_opens_on_a_report_is_its_copy_and_holds_no_item() -> None:
    one, other, digest = articles = reports("\n\n".join((FERRY_ITEM, ferry.AGENCY[600:], STORKS)))
    family = next(each for each in decided(articles) if digest.article.id in each.members)
    assert one.article.id in family.members
    assert other.article.id not in family.members
    assert not items_in(articles)


def test_two_pages_that_have_items_of_one_report_are_two_reports() -> None:
    second = "\n\n".join((ROWERS, FERRY_ITEM, BUTTER))
    articles = (*reports(), read_article(second, "Brief", outlet="brief", published=NOON))
    assert all(len(each.members) == 1 for each in decided(articles))
    assert len({each.copy for each in items_in(articles)}) == 2


def test_two_that_print_one_notice_further_down_have_no_item_of_each_other() -> None:
    notice = (
        "\n\nThe port's notice in full: vessels of more than 12 metres are to moor at the eastern "
        "quay until 9 June. Whoever has no berth there is to report to harbour master Pell "
        "Grunwald by Friday noon. The fee of 240 crowns falls away."
    )
    one = read_article(ferry.INDEPENDENT + notice, "Families wait", outlet="echo")
    other = read_article(SCHOOL + notice, "Goat eats paper", outlet="vessby-bote")
    assert links_of((one, other)) == []
