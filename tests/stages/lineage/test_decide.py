from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest

from tests.factories import NOON, hours
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.acquired import Credit, CreditKind, Genre, Part
from twosource.model.annotated import Annotated
from twosource.model.identity import OutletId, Span
from twosource.model.linked import Derivation, Lineage, Link, Verdict
from twosource.outlets import load_outlets
from twosource.settings import LineageSettings
from twosource.stages import lineage

OUTLETS = load_outlets("""
[[outlet]]
id = "norwire"
name = "Norwire"
domains = ["norwire.example"]
kind = "agency"
""")
SETTINGS = LineageSettings()
OWN_GATHERING = """
At the pumps of Kessin nobody speaks of anything else. "My sister takes that boat weekly," says \
Bodil Krane, who sells tickets for the rival line and has counted 340 new bookings since Tuesday.

The insurer Nordfast puts the bill at 11 million crowns. Its surveyor Emil Stroh flew in with a \
team of four, rented the old customs house and does not answer questions; his car was seen at the \
dry dock of Varnholm twice. A lawyer for the pupils' parents, Mette Lovdal, wants the voyage \
recorder sealed by a court, and has filed a motion in Tirsk that will be heard next Monday.

Fares on the bus to Halden Bay have gone up from 90 to 140 crowns, the operator Rodbuss confirmed.
"""


def made(
    text: str,
    outlet: str,
    later: float | None = 0,
    credit: tuple[CreditKind, str] | None = None,
    **changes: object,
) -> Annotated:
    published: datetime | None = None if later is None else NOON + hours(later)
    credits = (
        (Credit(kind=credit[0], words=credit[1], outlet=OutletId(credit[1])),) if credit else ()
    )
    return read_article(
        text, outlet=outlet, published=published, changes={"credits": credits} | changes
    )


def links_of(articles: Sequence[Annotated]) -> list[Link]:
    prints = [lineage.read(each) for each in articles]
    compared = (lineage.compare(a, b, SETTINGS) for a, b in combinations(prints, 2))
    return [link for link in compared if link]


def lineages(*articles: Annotated, verdicts: Sequence[Link] = ()) -> tuple[Lineage, ...]:
    judged = {(link.left, link.right) for link in verdicts}
    links = [link for link in links_of(articles) if (link.left, link.right) not in judged]
    return lineage.decide(articles, [*links, *verdicts], OUTLETS)


def verdict(one: Annotated, other: Annotated, says: Verdict) -> Link:
    left, right = sorted((one.article.id, other.article.id))
    return Link(kind="lineage", left=left, right=right, score=1, why=(), verdict=says)


def derivation(of: Annotated, among: Sequence[Lineage]) -> Derivation:
    return next(d for each in among for d in each.derivations if d.copy == of.article.id)


def test_an_article_that_nobody_copied_is_a_lineage_of_one() -> None:
    alone = made(ferry.INDEPENDENT, "orsund-echo")
    (found,) = lineages(alone)
    assert found.origin == alone.article.id
    assert found.derivations == ()


def test_rewording_and_reprint_come_from_the_earlier_report() -> None:
    first = made(ferry.AGENCY, "tirsk-times")
    reprint = made(ferry.AGENCY, "blog", later=1)
    reworded = made(ferry.REWORDED, "daily-lens", later=2)
    (found,) = lineages(reworded, reprint, first)
    assert found.origin == first.article.id
    assert {d.original for d in found.derivations} == {first.article.id}
    assert derivation(reworded, [found]).kind == "rewrite"


def test_an_agency_is_the_origin_even_if_its_page_is_dated_later() -> None:
    agency = made(ferry.AGENCY, "norwire", later=1)
    reprint = made(ferry.AGENCY, "tirsk-times")
    (found,) = lineages(reprint, agency)
    assert found.origin == agency.article.id


def test_a_credit_outranks_the_dates() -> None:
    credited = made(ferry.AGENCY, "blog", credit=("byline", "tirsk-times"))
    original = made(ferry.AGENCY, "tirsk-times", later=3)
    (found,) = lineages(credited, original)
    assert found.origin == original.article.id


def test_a_copy_of_a_copy_goes_to_the_right_parent() -> None:
    own = "\n\nThe mayor of Tirsk, Odda Renn, laid flowers at the pier on Thursday evening.\n\n"
    first = made(ferry.AGENCY, "tirsk-times")
    second = made(ferry.AGENCY + own, "kessin-post", later=1)
    third = made(ferry.AGENCY + own, "blog", later=2)
    found = lineages(first, second, third)
    assert derivation(third, found).original == second.article.id
    assert derivation(second, found).original == first.article.id


def test_a_page_goes_to_the_report_and_not_to_a_copy_with_more_of_its_own() -> None:
    first = made(ferry.AGENCY, "tirsk-times", later=0)
    longer = made(ferry.AGENCY + OWN_GATHERING, "kessin-post", later=1)
    third = made(ferry.AGENCY, "blog", later=2)
    assert derivation(third, lineages(first, longer, third)).original == first.article.id


HALF = "\n\n".join(ferry.AGENCY.split("\n\n")[:4])
FURNITURE = "Most read in Kessin\n\nSubscribe to our letter\n\n"


def test_a_page_made_of_half_a_report_comes_from_who_cut_it() -> None:
    first = made(ferry.AGENCY, "tirsk-times", later=0)
    half = made(HALF, "kessin-post", later=1)
    page = made(f"{FURNITURE}{HALF}\n\nThe bus takes longer, riders said.", "blog", later=2)
    assert derivation(page, lineages(first, half, page)).original == half.article.id


def test_a_page_that_goes_on_where_another_cut_comes_from_the_report() -> None:
    first = made(ferry.AGENCY, "tirsk-times", later=0)
    half = made(HALF, "kessin-post", later=1)
    more = "\n\n".join(ferry.AGENCY.split("\n\n")[:6])
    page = made(f"{FURNITURE}{more}", "blog", later=2)
    assert derivation(page, lineages(first, half, page)).original == first.article.id


def test_where_two_have_cut_a_report_alike_a_page_made_of_it_comes_from_the_report() -> None:
    first = made(ferry.AGENCY, "tirsk-times", later=0)
    halves = [made(HALF, f"echo-{n}", later=1 + n) for n in range(2)]
    page = made(f"{FURNITURE}{HALF}", "blog", later=4)
    found = lineages(first, *halves, page)
    assert {each.original for each in found[0].derivations} == {first.article.id}


PARAGRAPHS = ferry.AGENCY.split("\n\n")
OWN_LINES = (
    "Odda Renn, the mayor of Tirsk, laid flowers at the pier on Thursday evening.",
    "Fares on the bus to Halden Bay have gone up from 90 to 140 crowns, Rodbuss said.",
    "The insurer Nordfast puts the bill at 11 million crowns and sends a surveyor.",
)


def wire(*later: float | None, ids: str = "abcd") -> list[Annotated]:
    """Return a report and three papers that cut it elsewhere, each with a line of its own."""
    texts = [ferry.AGENCY] + [
        "\n\n".join([*PARAGRAPHS[:2], own, *PARAGRAPHS[2 : len(PARAGRAPHS) - cut]])
        for cut, own in enumerate(OWN_LINES)
    ]
    outlets = ("tirsk-times", "kessin-post", "orsund-echo", "blog")
    return [
        made(text, outlet, after, id=name)
        for text, outlet, after, name in zip(texts, outlets, later, ids, strict=True)
    ]


def parents(pages: Sequence[Annotated]) -> dict[str, str | None]:
    return {d.copy: d.original for each in lineages(*pages) for d in each.derivations}


@pytest.mark.parametrize("ids", ["abcd", "bdca", "cadb", "dcba"])
def test_whose_copy_a_page_is_does_not_hang_on_how_ids_sort(ids: str) -> None:
    assert parents(wire(0, 1, 2, 3, ids=ids)) == dict.fromkeys(ids[1:], ids[0])


@pytest.mark.parametrize("later", [(None, 1, 2, 3), (0, None, 2, None), (None, 1, None, 3)])
@pytest.mark.parametrize("ids", ["abcd", "dcba"])
def test_a_time_that_is_missing_speaks_against_nobody(
    later: tuple[float | None, ...], ids: str
) -> None:
    assert parents(wire(*later, ids=ids)) == dict.fromkeys(ids[1:], ids[0])


def test_of_two_undated_pages_alone_the_one_that_stands_in_the_other_is_tied_to_it() -> None:
    first, half = made(ferry.AGENCY, "tirsk-times", None), made(HALF, "kessin-post", None)
    assert parents([first, half]) == {half.article.id: first.article.id}


def test_without_dates_a_page_is_tied_to_whom_it_shares_the_wording_of_its_sentences_with() -> None:
    swapped = ferry.AGENCY.replace("struck the", "ran into the").replace("taken to", "brought to")
    swapped = swapped.replace("halted until", "stopped until").replace("thrown from", "hurled from")
    first = made(ferry.AGENCY, "tirsk-times", later=None)
    reworded = made(swapped, "kessin-post", later=None)
    reprint = made(swapped + OWN_GATHERING, "blog", later=None)
    (found,) = lineages(first, reworded, reprint)
    ties = {frozenset((each.copy, each.original)) for each in found.derivations}
    assert {reworded.article.id, reprint.article.id} in ties
    assert {first.article.id, reworded.article.id} in ties


def test_without_dates_and_credits_the_direction_is_left_open() -> None:
    found = lineages(
        made(ferry.AGENCY, "tirsk-times", later=None), made(ferry.AGENCY, "blog", later=None)
    )
    [derived] = [d for each in found for d in each.derivations]
    assert not derived.directed
    assert derived.why[-1] == "nothing tells which of the two came first"


def test_an_outlet_whose_article_is_not_held_is_the_origin() -> None:
    copy = made(ferry.AGENCY, "tirsk-times", credit=("dateline", "norwire"))
    (found,) = lineages(copy)
    assert (found.origin, found.outlet) == (None, "norwire")
    assert derivation(copy, [found]).original is None


def test_of_what_is_not_held_nobody_says_that_it_was_printed_word_for_word() -> None:
    copy = made(ferry.REWORDED, "tirsk-times", credit=("syndication", "norwire"))
    derived = derivation(copy, lineages(copy))
    assert (derived.kind, derived.overlap) == (None, 0.0)


def test_two_reports_that_credit_the_same_absent_outlet_are_one() -> None:
    one = made(ferry.AGENCY, "tirsk-times", credit=("dateline", "norwire"))
    other = made(ferry.INDEPENDENT, "kessin-post", credit=("byline", "norwire"))
    (found,) = lineages(one, other)
    assert set(found.members) == {one.article.id, other.article.id}


def test_a_paper_that_is_quoted_once_is_not_the_origin() -> None:
    quoting = made(ferry.INDEPENDENT, "kessin-post", credit=("told", "tirsk-times"))
    (found,) = lineages(quoting)
    assert found.origin == quoting.article.id


def test_a_paper_that_is_quoted_and_linked_as_source_is() -> None:
    link = (Part(kind="source_link", number=1, text="Source link"),)
    copy = made(ferry.REWORDED, "daily-lens", credit=("told", "tirsk-times"), parts=link)
    (found,) = lineages(copy)
    assert (found.origin, found.outlet) == (None, "tirsk-times")


def test_a_paper_said_in_the_lead_to_have_reported_it_is_the_origin() -> None:
    lead = Credit(
        kind="reported", words="Norwire", outlet=OutletId("norwire"), span=Span(start=90, end=97)
    )
    later = replace(lead, span=Span(start=900, end=907))
    (found,) = lineages(made(ferry.REWORDED, "daily-lens", credits=(lead,)))
    assert (found.origin, found.outlet) == (None, "norwire")
    citing = made(ferry.REWORDED, "daily-lens", credits=(later,))
    (found,) = lineages(citing)
    assert found.origin == citing.article.id


def test_a_credit_to_a_paper_that_only_its_address_tells_outranks_the_dates() -> None:
    credit = Credit(kind="reported", words="the Tirsk Times", span=Span(start=90, end=105))
    credited = made(ferry.AGENCY, "daily-lens.example", credits=(credit,))
    original = made(ferry.AGENCY, "tirsktimes.example", later=1)
    (found,) = lineages(credited, original)
    assert found.origin == original.article.id
    assert derivation(credited, [found]).directed


def test_a_corrected_page_comes_from_its_earlier_version() -> None:
    old = made(ferry.AGENCY, "tirsk-times")
    new = made(ferry.AGENCY.replace("Fourteen", "Sixteen"), "tirsk-times", later=5)
    (found,) = lineages(new, old)
    assert derivation(new, [found]).kind == "update"
    assert found.origin == old.article.id


def test_a_page_that_was_rewritten_whole_is_an_update_of_what_was_read_before() -> None:
    url = "https://tirsk-times.example/1"
    old = made(ferry.AGENCY, "tirsk-times", url=url, fetched_at=NOON + hours(1))
    new = made(
        "Every one of the 212 passengers is home by now, their families say, and the harbour of "
        "Tirsk has been opened to traffic again.",
        "tirsk-times",
        url=url,
        fetched_at=NOON + hours(6),
    )
    (found,) = lineages(new, old)
    update = derivation(new, [found])
    assert (update.kind, update.original) == ("update", old.article.id)
    assert "the page was read with these words 5.0 hours later" in update.why
    assert any("dates it gives are the same" in why for why in update.why)
    shared = set(lineage.block(lineage.read(old))) & set(lineage.block(lineage.read(new)))
    assert len(shared) >= 2


def test_an_address_that_is_used_for_another_matter_makes_no_update() -> None:
    url = "https://tirsk-times.example/live"
    old = made(ferry.AGENCY, "tirsk-times", url=url)
    new = made(
        "The council of Varnholm has raised the fees for moorings by a tenth, and nobody "
        "spoke against it.",
        "tirsk-times",
        later=90,
        url=url,
    )
    assert len(lineages(new, old)) == 2


def test_reports_that_use_one_release_beside_their_own_gathering_stay_apart() -> None:
    release = "\n\n".join(ferry.AGENCY.strip().split("\n\n")[1:5])
    issued = made(release, "coastline-tirsk", genre=Genre(name="press release"))
    one = made(f"{ferry.INDEPENDENT}\n{release}", "orsund-echo", later=1)
    other = made(f"{OWN_GATHERING}\n{release}", "kessin-post", later=2)
    assert len(lineages(issued, one, other)) == 3


def test_a_page_that_prints_two_reports_makes_no_one_report_of_their_families() -> None:
    first = [made(ferry.AGENCY, f"post-{n}", later=n) for n in range(4)]
    second = [made(OWN_GATHERING, f"echo-{n}", later=10 + n) for n in range(4)]
    both = made(f"{ferry.AGENCY}\n{OWN_GATHERING}", "what-we-read", later=20)
    found = lineages(*first, *second, both)
    assert len(found) == 2
    assert {len(each.members) for each in found} == {4, 5}


def linked(one: Annotated, other: Annotated, score: float, wording: float) -> Link:
    left, right = sorted((one.article.id, other.article.id))
    shares = (wording, wording)
    return Link(kind="lineage", left=left, right=right, score=score, why=(), wording=shares)


def test_retellings_nearer_to_each_other_than_to_their_report_are_of_it_all_the_same() -> None:
    report, reprint, retold, again = articles = [
        made(ferry.AGENCY, f"post-{n}", later=n) for n in range(4)
    ]
    families = [linked(report, reprint, 0.98, 0.9), linked(retold, again, 0.98, 0.9)]
    one = linked(report, retold, 0.5, 0.0)
    assert len(lineage.decide(articles, [*families, one], OUTLETS)) == 2
    other = linked(reprint, again, 0.5, 0.0)
    assert len(lineage.decide(articles, [*families, one, other], OUTLETS)) == 1


def test_a_verdict_joins_and_parts_against_all_scores() -> None:
    one, other = made(ferry.AGENCY, "tirsk-times"), made(ferry.AGENCY, "blog", later=1)
    assert len(lineages(one, other, verdicts=[verdict(one, other, "independent")])) == 2
    far = made(ferry.UNRELATED, "kessin-post")
    assert len(lineages(one, far, verdicts=[verdict(one, far, "copy")])) == 1


def test_a_verdict_parts_also_by_way_of_a_third() -> None:
    one = made(ferry.AGENCY, "tirsk-times")
    other = made(ferry.AGENCY, "blog", later=1)
    third = made(ferry.AGENCY, "kessin-post", later=2)
    found = lineages(one, other, third, verdicts=[verdict(one, third, "independent")])
    assert len(found) == 2


def test_the_order_of_articles_and_links_changes_nothing() -> None:
    articles = [
        made(ferry.AGENCY, "norwire"),
        made(ferry.AGENCY, "tirsk-times", later=1),
        made(ferry.REWORDED, "daily-lens", later=2),
        made(ferry.INDEPENDENT, "orsund-echo", later=2),
    ]
    links = links_of(articles)
    assert lineage.decide(articles, links, OUTLETS) == lineage.decide(
        articles[::-1], links[::-1], OUTLETS
    )
