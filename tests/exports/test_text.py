"""Hold the terminal export to its width, its blocks and its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exports.sample import bare, sample
from tests.exports.sample_articles import FJORD, LONG_WORD
from tests.exports.sample_claims import NOBODY
from twosource.exports.columns import columns, wrapped
from twosource.exports.lines_of_sources import kinds_of_copies
from twosource.exports.phrases import HEADINGS
from twosource.exports.reading import Reading
from twosource.exports.text import (
    BRIEF,
    BRIEF_ENTRIES,
    FULL,
    TEXT_ENTRIES,
    WIDTH,
    write_text,
)
from twosource.model.identity import LineageId

PAGE = write_text(sample()).decode()
LINES = [line.strip() for line in PAGE.splitlines()]


@pytest.mark.parametrize("page", [PAGE, write_text(bare()).decode()])
def test_no_line_is_wider_than_the_page(page: str) -> None:
    assert max(columns(line) for line in page.splitlines()) == WIDTH


def test_tally_is_the_first_line_under_the_headline() -> None:
    assert LINES[1] == "Rockfall closes Halsen rail tunnel, 214 passengers stranded [1]"
    assert LINES[2] == "7 outlets, 4 reports, 3 informants"


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=lambda heading: heading.title)
def test_every_block_has_its_heading(heading: object) -> None:
    assert getattr(heading, "title", "").upper() in LINES


@pytest.mark.parametrize("name", [name for name in HEADINGS if name != "sources"])
def test_block_with_nothing_to_say_says_so(name: str) -> None:
    empty = write_text(bare()).decode()
    assert next(h.empty for n, h in HEADINGS.items() if n == name) in empty


@pytest.mark.parametrize(
    "line",
    [
        "Train driver Odd Brekke told Fjordavisa that he braked when he saw dust in the beam. [5]",
        "director Sigrun Haldorsen, 3 March 2026, direct · ●○ on record, 2 reports",
        "“We will not reopen the line until each bolt has been tested,” [4]",
        "Other sources name as speaker: the ministry's press officer",
        "●● corroborated: 2 reports, 2 informants · independent: strict 2, normal 2, loose 4",
        "Known from Norwegian Railway Directorate: Norda [1]",
        "○ one report · denied by Nordbanen",
        "Why not corroborated:",
        "Fjordavisa gives another number.",
        "passengers stranded · figures conflict",
        "219 people, given by Nordbanen: Fjordavisa [5]",
        "3 March 2026 (during the event)",
        "“Tuesday” in Norda and Fjordavisa",
        "“The head of the directorate”: Fjordavisa [5]",
        "“director Sigrun Haldorsen”: Norda (3 times) [1]",
        "contradicts: Fjordavisa [5]",
        "[1] Norda, 3 March 2026, 08:00 UTC (agency, NO, owner Norda Cooperative)",
        "Coastline Wire: the report itself is not in this story",
        "Related: Night train stops for weeks on the Halsen line (11 February 2026, before;",
        "both name Nordbanen)",
        "Norway (NO): 6 times in one outlet; also Norwegian [1]",
        "passengers stranded 214 → 219",
    ],
)
def test_page_has_the_line(line: str) -> None:
    assert line in LINES


def test_copies_stand_under_their_report() -> None:
    report = next(at for at, line in enumerate(LINES) if line.startswith("[1] Norda"))
    own = next(at for at, line in enumerate(LINES) if line.startswith("[5] Fjordavisa"))
    copy = next(at for at, line in enumerate(LINES) if line.startswith("[4] Meridian Times"))
    assert report < copy < own
    assert "reworded copy of Norda" in " ".join(LINES[copy : copy + 2])


def test_copies_of_what_is_not_held_are_counted_as_one_says_them() -> None:
    full = sample()
    copies = tuple(replace(each, derivation=None) for each in full.sources)
    assert "copies" in kinds_of_copies(Reading(replace(full, sources=copies)))
    assert "copys" not in kinds_of_copies(Reading(replace(full, sources=copies)))


def test_changed_words_are_named() -> None:
    assert "(“before every” / “until each”; “checked” / “tested”)" in " ".join(LINES)


def test_courtesy_title_is_no_introduction() -> None:
    assert "(Ms. Haldorsen)" not in PAGE


def test_word_longer_than_a_line_is_cut_and_not_lost() -> None:
    lines = wrapped(LONG_WORD, 40, "  ").splitlines()
    assert "".join(line.strip() for line in lines) == LONG_WORD
    assert max(map(columns, lines)) == 40


def test_the_rest_of_a_word_that_is_cut_stands_on_a_line_of_its_own() -> None:
    assert wrapped("abcdefghij", 10, "", "  ") == "abcdefgh\n  ij"


def test_wide_characters_take_two_columns() -> None:
    assert columns("隧道 é") == 6
    assert wrapped("隧道 隧道 隧道", 9) == "隧道 隧道\n隧道"


def test_only_wording_of_a_statement_stands_with_its_outlet_and_no_relation() -> None:
    statement = sample().statements[0]
    alone = replace(statement, wordings=statement.wordings[:1])
    page = write_text(replace(sample(), statements=(alone,))).decode()
    assert "Haldorsen, 3 March 2026, direct in Norda and Harbour Post ·" in page
    assert "fullest wording" not in page


def test_copies_that_carry_a_claim_stand_behind_the_report_they_copy() -> None:
    folded = " ".join(LINES)
    assert "inherited: Harbour Post, copied from Norda [2]" in folded
    claim = sample().claims[0]
    carriages = tuple(replace(each, informant=NOBODY) for each in claim.positions[0].carriages)
    alike = replace(claim, positions=(replace(claim.positions[0], carriages=carriages),))
    page = write_text(replace(sample(), claims=(alike,))).decode()
    assert "Informant not stated: Norda, copied by Harbour Post; Fjordavisa [1][2][5]" in page


def test_wording_with_the_same_words_is_not_called_the_fullest_again() -> None:
    statement = sample().statements[0]
    again = replace(statement.wordings[0], outlets=(FJORD.outlet,))
    twice = replace(statement, wordings=(statement.wordings[0], again))
    page = write_text(replace(sample(), statements=(twice,))).decode()
    assert page.count("fullest wording: ") == 1
    assert "the same words: Fjordavisa" in page


def test_long_blocks_are_cut_with_their_count_and_full_prints_all() -> None:
    dossier = sample()
    many = replace(dossier, statements=dossier.statements * 20)
    text, full = write_text(many).decode(), FULL.write(many).decode()
    left = len(many.statements) - TEXT_ENTRIES
    assert f"… and {left} more" in text
    assert f"… and {left} more" not in full
    assert "--as full" in text


def test_of_a_long_timeline_the_event_is_kept_before_what_was_long_before() -> None:
    dossier = sample()
    past, event, _ = dossier.timeline
    years = [replace(past, when=str(year)) for year in range(2001, 2006)]
    brief = BRIEF.write(replace(dossier, timeline=(*years, event))).decode()
    shown = [year for year in ("2001", "2002", "2003") if f"{year} (before the event)" in brief]
    assert shown == ["2001", "2002"]
    assert "(during the event)" in brief
    assert "… and 3 more" in brief


def test_sources_are_never_cut_since_numbers_name_them() -> None:
    dossier = sample()
    assert len(dossier.sources) > BRIEF_ENTRIES
    assert f"[{len(dossier.sources)}] " in BRIEF.write(dossier).decode()


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, ""),
        (1, "The reports make 1 more claim, nearly all told by one report alone"),
        (77, "The reports make 77 more claims, nearly all told by one report alone"),
    ],
)
def test_what_a_dossier_does_not_list_is_said(count: int, sentence: str) -> None:
    dossier = sample()
    text = write_text(replace(dossier, claims_in_all=len(dossier.claims) + count)).decode()
    assert ("The reports make" in text) == bool(count)
    assert sentence in text


def test_what_an_outlet_and_its_article_both_are_is_said_once() -> None:
    dossier = sample()
    issued = replace(dossier.sources[0], kind="press_release", genre="press release")
    page = write_text(replace(dossier, sources=(issued, *dossier.sources[1:]))).decode()
    assert "(press release, NO, owner Norda Cooperative)" in page


def test_what_a_copy_gathered_itself_is_copied_from_nobody() -> None:
    claim = sample().claims[0]
    own = [
        replace(each, informant=NOBODY, report=LineageId(f"{each.report}:{each.outlet}"))
        for each in claim.positions[0].carriages
        if each.outlet == "harbour-post"
    ]
    alone = replace(claim, positions=(replace(claim.positions[0], carriages=tuple(own)),))
    page = write_text(replace(sample(), claims=(alone,))).decode()
    assert "Informant not stated: Harbour Post [2]" in page


def test_the_label_under_the_headline_says_that_it_is_the_headlines() -> None:
    assert "Headline: ●● corroborated: 2 reports, 2 informants" in LINES


def test_one_report_alone_says_what_it_can_show_and_is_set_beside_none() -> None:
    whole = sample()
    row = whole.left_out[0]
    one = replace(bare(), left_out=(replace(row, cells=row.cells[:1]),))
    alone = " ".join(write_text(one).decode().split())
    assert "not whether another report bears it out or differs" in alone
    assert "TOLD AND NOT TOLD" not in alone
    assert "There is no claim or no second report to compare." in alone
    assert "One report alone" not in PAGE


def test_rows_with_a_gap_are_shown_before_those_that_all_reports_carry() -> None:
    whole = sample()
    gap = whole.left_out[0]
    carried = tuple(replace(each, state="carries", why="") for each in gap.cells)
    rows = (*(replace(gap, text=f"Row {at}.", cells=carried) for at in range(BRIEF_ENTRIES)), gap)
    brief = BRIEF.write(replace(whole, left_out=rows)).decode()
    told = brief.split("TOLD AND NOT TOLD")[1].split("SOURCES")[0]
    assert gap.text in " ".join(told.split())
    assert "Row 0." in told
    assert f"Row {BRIEF_ENTRIES - 1}." not in told


def test_why_a_copy_is_one_stands_in_the_uncut_text_alone() -> None:
    whys = [why for entry in sample().sources for why in entry.why]
    full = " ".join(FULL.write(sample()).decode().split())
    assert whys
    for why in whys:
        assert why in full
        assert why not in " ".join(PAGE.split())
