from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from tests.factories import NOON
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LanguageCode
from twosource.model.linked import Link
from twosource.outlets import NOWHERE
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.lineage import read
from twosource.stages.lineage.beside import of_two
from twosource.stages.lineage.score import probability

AGENCY = read_article(ferry.AGENCY, "Ferry captain says steering failed twice", outlet="norwire")
REWORDED = read_article(ferry.REWORDED, "Rudder trouble preceded accident", outlet="daily-lens")
INDEPENDENT = read_article(ferry.INDEPENDENT, "Families wait for word", outlet="orsund-echo")
TWIN = read_article(ferry.TWIN, "Ferry captain says steering failed", outlet="calvera-sun")

STATEMENT = """\
Coastline Tirsk regrets the accident of Tuesday morning. All passengers of the Maren Lind will be \
paid back their fares, and those who were hurt will have their costs covered in full. A hotline \
with the number 0800 4471 is staffed day and night. The two sister ships stay in harbour until the \
steering gear has been inspected by an outside firm.
"""


def link(one: Annotated, other: Annotated) -> Link | None:
    return lineage.compare(lineage.read(one), lineage.read(other), LineageSettings())


def found(one: Annotated, other: Annotated) -> Link:
    answer = link(one, other)
    assert answer is not None
    return answer


def test_a_reprint_with_another_headline_is_verbatim() -> None:
    reprint = read_article(ferry.AGENCY, "Crash: what we know", outlet="tirsk-times")
    assert found(AGENCY, reprint).derivation == "verbatim"


def test_the_first_two_paragraphs_alone_are_an_excerpt() -> None:
    opening = "\n\n".join(ferry.AGENCY.split("\n\n")[:2])
    brief = read_article(opening, "Ferry hits breakwater", outlet="tirsk-times")
    assert found(AGENCY, brief).derivation == "excerpt"


def test_a_rewording_without_five_equal_words_in_a_row_is_found() -> None:
    assert found(AGENCY, REWORDED).derivation == "rewrite"


def test_texts_of_nobody_knows_which_outlet_are_no_versions_of_each_other() -> None:
    first = read_article(ferry.AGENCY, "Ferry captain says steering failed", outlet=NOWHERE.id)
    nobodys = {
        text: read_article(text, "", outlet=NOWHERE.id)
        for text in (ferry.AGENCY, ferry.REWORDED, ferry.INDEPENDENT)
    }
    assert found(first, nobodys[ferry.AGENCY]).derivation == "verbatim"
    assert found(first, nobodys[ferry.REWORDED]).derivation == "rewrite"
    assert link(first, nobodys[ferry.INDEPENDENT]) is None


def test_a_translation_is_found_by_names_figures_and_their_order() -> None:
    french = read_article(
        ferry.TRANSLATED,
        "Le capitaine accuse le gouvernail",
        outlet="le-phare",
        changes={"language": LanguageCode("fr")},
    )
    assert found(AGENCY, french).derivation == "translation"
    assert link(INDEPENDENT, french) is None


def test_an_independent_report_with_the_same_quotation_is_no_copy() -> None:
    assert link(AGENCY, INDEPENDENT) is None
    assert link(REWORDED, INDEPENDENT) is None


def test_two_accidents_told_in_the_same_words_are_no_copies() -> None:
    assert link(AGENCY, TWIN) is None


def test_the_same_words_of_other_places_and_days_are_no_copy() -> None:
    elsewhere = (
        ferry.AGENCY.replace("Tuesday", "Friday")
        .replace("Orsund", "Kilvar")
        .replace("Tirsk", "Menno")
    )
    assert found(AGENCY, read_article(ferry.AGENCY, outlet="calvera-sun")).score > 0.5
    assert link(AGENCY, read_article(elsewhere, outlet="calvera-sun")) is None


def test_a_statement_that_both_print_makes_no_copy() -> None:
    one = read_article(f"{ferry.AGENCY}\n{STATEMENT}", outlet="norwire")
    other = read_article(f"{ferry.INDEPENDENT}\n{STATEMENT}", outlet="orsund-echo")
    assert link(one, other) is None


def test_a_statement_told_in_two_places_makes_no_copy() -> None:
    first, second = STATEMENT[:150], STATEMENT[150:]
    one = read_article(f"{ferry.AGENCY}\n{STATEMENT}", outlet="norwire")
    other = read_article(f"{first}\n\n{ferry.INDEPENDENT}\n{second}", outlet="orsund-echo")
    assert link(one, other) is None


def test_a_wires_report_below_a_papers_own_reporting_is_a_copy() -> None:
    wire = "\n\n".join(ferry.AGENCY.strip().split("\n\n")[1:])
    paper = read_article(f"{ferry.INDEPENDENT}\n{wire}", outlet="orsund-echo")
    assert found(AGENCY, paper).derivation == "verbatim"


def test_the_stamp_of_a_page_is_no_figure_of_its_report() -> None:
    stamped = read_article(
        f"Released 2026-03-14 05:08:35 GMT {ferry.AGENCY.strip()}", outlet="blog"
    )
    marks = {each.form for each in lineage.read(stamped).landmarks}
    assert not marks & {"2026", "14", "08", "35"}
    assert "212" in marks


def test_background_that_an_outlet_uses_again_is_no_copy() -> None:
    background = "\n\n".join(ferry.AGENCY.strip().split("\n\n")[-2:])
    later = read_article(f"{ferry.INDEPENDENT}\n{background}", outlet="norwire")
    assert link(AGENCY, later) is None


def test_a_next_report_that_ends_on_most_of_the_last_one_is_no_version_of_it() -> None:
    opening, *rest = ferry.AGENCY.strip().split("\n\n")
    before = "\n\n".join([f"On Thursday it was told that {opening}", *rest[:-1]])
    later = read_article(f"{ferry.INDEPENDENT}\n{before}", "What followed", outlet="norwire")
    assert link(AGENCY, later) is None


def test_a_report_with_news_set_above_it_is_a_later_version() -> None:
    news = ferry.INDEPENDENT.strip().split("\n\n")[0]
    later = read_article(f"{news}\n{ferry.AGENCY}", "Ferry: new findings", outlet="norwire")
    assert found(AGENCY, later).derivation == "update"


def test_an_outlets_own_later_version_is_an_update() -> None:
    text = ferry.AGENCY.replace("Fourteen people", "Sixteen people")
    later = read_article(text, "Ferry captain: steering failed", outlet="norwire")
    assert found(AGENCY, later).derivation == "update"


def test_a_line_above_the_text_does_not_hide_a_later_version() -> None:
    text = "Photo\n\n" + ferry.AGENCY.replace("\n\n", "\n\nIt was checked on Friday.\n\n", 1)
    later = read_article(text, "Ferry: new findings", outlet="norwire")
    assert found(AGENCY, later).derivation == "update"


def test_a_statement_that_is_half_of_two_short_reports_makes_no_copy() -> None:
    shorter = (article.article.text.split("\n\n")[:2] for article in (AGENCY, INDEPENDENT))
    one, other = (
        read_article("\n\n".join((*text, STATEMENT)), outlet=name)
        for text, name in zip(shorter, ("norwire", "orsund-echo"), strict=True)
    )
    assert link(one, other) is None


def test_a_page_that_quotes_a_whole_report_copies_it() -> None:
    paragraphs = [f"“{each}”" for each in ferry.AGENCY.strip().replace('"', "").split("\n\n")]
    page = read_article("\n\n".join(paragraphs), "Have you read this?", outlet="blog")
    assert link(AGENCY, page) is not None


def test_standing_notices_of_a_site_are_no_shared_wording() -> None:
    notices = (
        "Sign up for our morning briefing and never miss a story.\n\n"
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.\n\n"
        "Follow us on every platform for the latest. All rights reserved."
    )
    prints = [
        lineage.read(read_article(f"{text}\n\n{notices}", outlet=name))
        for text, name in ((ferry.UNRELATED, "a"), (ferry.TWIN, "b"))
    ]
    assert not np.intersect1d(prints[0].wording.runs, prints[1].wording.runs).size


def test_two_pages_with_a_notice_in_place_of_a_text_are_no_copies() -> None:
    notice = "Write to our desk on Courier Messenger. See what is going on across Calvera today."
    clip = read_article(notice, "Crane topples onto Orsund tram depot", outlet="tirsk-television")
    other = read_article(notice, "Salmon farmers sue ministry", outlet="tirsk-television")
    assert link(clip, other) is None


def test_a_brief_that_has_words_of_its_headline_is_a_copy_under_another() -> None:
    brief = "A crane fell onto the tram depot of Orsund at noon and hurt two drivers."
    one = read_article(brief, "Crane topples onto Orsund tram depot", outlet="tirsk-times")
    other = read_article(brief, "Two drivers hurt at work", outlet="daily-lens")
    assert found(one, other).derivation == "verbatim"


def test_passages_show_both_sides() -> None:
    answer = found(AGENCY, REWORDED)
    articles = {each.article.id: each.article for each in (AGENCY, REWORDED)}
    pairs = [
        {articles[answer.left].words(p.left), articles[answer.right].words(p.right)}
        for p in answer.passages
    ]
    assert any(
        any("hydraulic hose had been replaced" in side for side in pair)
        and any("fitted a hydraulic hose" in side for side in pair)
        for pair in pairs
    )


def test_the_order_of_the_two_does_not_matter() -> None:
    assert link(AGENCY, REWORDED) == link(REWORDED, AGENCY)


JOINED = ferry.AGENCY.replace("the board said.", "the board said; the tug Hela towed it in.")
CUT_IN_TWO = JOINED.replace("said; the tug", "said. The tug")
PAIRS = {
    "reprint": (ferry.AGENCY, ferry.AGENCY, "tirsk-times"),
    "rewording": (ferry.AGENCY, ferry.REWORDED, "tirsk-times"),
    "two_sentences_of_one": (JOINED, CUT_IN_TWO, "tirsk-times"),
    "one_sentence_of_two": (CUT_IN_TWO, JOINED, "tirsk-times"),
    "later_version": (JOINED, CUT_IN_TWO, "norwire"),
    "own_background": (ferry.AGENCY, f"{ferry.INDEPENDENT}\n{ferry.AGENCY[-900:]}", "norwire"),
    "translation": (ferry.AGENCY, ferry.TRANSLATED, "le-phare"),
}


def found_by(kind: str, first_id: str, second_id: str) -> Link:
    first, second, outlet = PAIRS[kind]
    language = LanguageCode("fr" if kind == "translation" else "en")
    changes = {"id": second_id, "language": language}
    one = lineage.read(read_article(first, outlet="norwire", changes={"id": first_id}))
    other = lineage.read(read_article(second, outlet=outlet, changes=changes))
    return next(lineage.compare_all([(one, [other])], LineageSettings()))


@pytest.mark.parametrize("kind", PAIRS)
def test_what_is_found_of_two_does_not_hang_on_how_their_ids_sort(kind: str) -> None:
    plain, exchanged = found_by(kind, "a", "b"), found_by(kind, "b", "a")
    assert plain.passages
    assert {*lineage.seen_from(ArticleId("b"), exchanged)} == {*plain.passages}
    assert exchanged == replace(plain, wording=plain.wording[::-1], passages=exchanged.passages)


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_both_halves_of_a_sentence_that_was_cut_in_two_stand_in_the_report(
    ids: tuple[str, str],
) -> None:
    report = read_article(JOINED, outlet="norwire", changes={"id": ids[0]})
    copy = read_article(CUT_IN_TWO, outlet="tirsk-times", changes={"id": ids[1]})
    passages = lineage.seen_from(copy.article.id, found(report, copy))
    assert {each.left for each in passages} == {*copy.sentences}


def test_articles_beyond_the_horizon_are_not_compared() -> None:
    late = read_article(ferry.AGENCY, outlet="blog", published=NOON + timedelta(days=31))
    assert link(AGENCY, late) is None


@pytest.mark.parametrize("copy", [REWORDED])
def test_a_copy_shares_keys_with_its_original(copy: Annotated) -> None:
    keys = [set(lineage.block(lineage.read(each))) for each in (AGENCY, copy)]
    assert len(keys[0] & keys[1]) >= 2


def test_a_clear_copy_of_a_dozen_pages_is_set_beside_no_more() -> None:
    pages = [read_article(ferry.AGENCY, outlet=f"paper-{number}") for number in range(15)]
    prints = [lineage.read(each) for each in pages]
    unlike = lineage.read(INDEPENDENT)
    links = lineage.compare_all([(prints[0], [unlike, *prints[1:]])], LineageSettings())
    met = [{link.left, link.right} - {prints[0].article} for link in links]
    assert met == [{each.article} for each in prints[1:13]]


def test_who_tells_all_that_another_tells_and_nothing_else_is_a_copy_however_it_is_worded() -> None:
    report = read_article(
        "The harbour of Tirsk lost power on Monday at 17:40. Ada Holm, its master, counted 48 ships"
        " at anchor.\n\nBo Lund of the grid blamed a relay built in 1963 near Calvera. Repairs cost"
        " 730 crowns, said Eva Odd of Kessin.\n\nOn Orsund 212 homes stayed dark.",
        outlet="norwire",
    )
    retold = read_article(
        "Candles on Orsund: 212 families sat in the gloom. Who pays the 730 crowns? Not Eva Odd,"
        " she says in Kessin.\n\nAn antique switch of 1963 at Calvera gave up, said Bo Lund."
        " Ada Holm watched 48 vessels wait off Tirsk when at 17:40 her lamps went out.",
        outlet="daily-lens",
    )
    other = read_article(
        "Candles on Orsund: 212 families sat in the gloom. Nobody pays, says Gus Rhee.\n\nAn"
        " antique switch at Calvera gave up, said Bo Lund. The baker Hal Stern threw 900 rolls"
        " away, and Ida Thorn of Vadum closed her 6 pools until 2031.",
        outlet="tirsk-times",
    )
    assert found(report, retold).derivation == "rewrite"
    assert link(report, other) is None


def test_two_briefs_that_share_a_sentence_and_its_names_are_no_copies() -> None:
    one = read_article(
        "The lights went out in Tirsk on Monday evening, grid spokesman Bo Lund said. Trams stood"
        " still, and shops sold candles by the box.",
        outlet="norwire",
    )
    other = read_article(
        "A fox is to blame for the dark evening of Monday, spokesman Bo Lund of the Tirsk grid"
        " says. All at once the lights went out, and a bride laughed.",
        outlet="orsund-echo",
    )
    sides = of_two(read(one), read(other)).sides
    assert probability(sides) > 0.5  # all they share is in order and agrees
    assert link(one, other) is None
