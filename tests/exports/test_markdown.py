"""Hold the Markdown export to its footnotes, its table and its escapes."""

from __future__ import annotations

import re

import pytest

from tests.exports.sample import bare, sample
from twosource.exports.citations import Numbers
from twosource.exports.markdown import inert, write_markdown
from twosource.exports.phrases import HEADINGS

PAGE = write_markdown(sample()).decode()
LINES = [line.strip() for line in PAGE.splitlines()]


def test_headline_is_the_only_title_and_the_tally_follows() -> None:
    assert LINES[0] == "# Rockfall closes Halsen rail tunnel, 214 passengers stranded[^1]"
    assert LINES[2] == "**7 outlets, 4 reports, 3 informants**"
    assert not [line for line in LINES[1:] if line.startswith("# ")]


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=lambda heading: heading.title)
def test_every_block_has_its_heading_and_words_when_empty(heading: object) -> None:
    assert f"## {getattr(heading, 'title', '')}" in LINES
    if getattr(heading, "title", "") != "Sources":
        assert f"- {getattr(heading, 'empty', '')}" in write_markdown(bare()).decode().splitlines()


def test_every_mark_has_its_footnote_and_every_footnote_a_mark() -> None:
    notes = set(re.findall(r"^\[\^(\d+)\]:", PAGE, re.MULTILINE))
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", PAGE))
    assert marks == notes
    assert len(notes) == len(Numbers(sample()).cited)


def test_footnote_gives_outlet_time_words_place_and_address() -> None:
    note = next(line for line in LINES if "dust in the beam." in line and line.startswith("[^"))
    assert "Fjordavisa, 3 March 2026, 14:00 UTC" in note
    assert "“Train driver Odd Brekke told Fjordavisa that he braked" in note
    assert re.search(r"\(characters \d+–\d+\) <https://fjordavisa\.example/\w+>$", note)


def test_left_out_table_has_a_column_for_each_report_and_a_row_for_each_claim() -> None:
    rows = [line for line in LINES if line.startswith("|")]
    assert rows[0] == "| Claim | Norda | Fjordavisa | Eastern Lantern | Coastline Wire |"
    assert len(rows) == 2 + len(sample().left_out)
    assert {line.count(" | ") for line in (rows[0], *rows[2:])} == {4}
    assert re.search(r"\| ✕ contradicts\[\^\d+\] \|", rows[3])
    assert "? not comparable, cut off" in rows[2]


def test_copies_stand_indented_under_their_report() -> None:
    assert re.search(r"^- \\\[1\\\] Norda,.*\n(  .*\n)*  - \\\[2\\\] Harbour Post", PAGE, re.M)


@pytest.mark.parametrize("sign", ["<", ">", "*", "[", "]", "`", "|"])
def test_signs_in_words_of_sources_are_escaped(sign: str) -> None:
    hostile = [line for line in LINES if "Gazette" in line or "bolt lady" in line]
    words = " ".join(
        re.sub(r"\[\^\d+\]:?|<https?:[^>]*>| \| |^\| | \|$", "", each) for each in hostile
    )
    assert "script" in words
    assert not re.search(rf"(?<!\\){re.escape(sign)}", words)


def test_only_web_addresses_are_linked() -> None:
    assert "<javascript" not in PAGE
    assert "](" not in PAGE.replace("\\](", "")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("1.2 billion", "1.2 billion"),
        ("a | b", "a \\| b"),
        ("[a](b)", "\\[a\\](b)"),
        ("no-one", "no-one"),
    ],
)
def test_markdown_signs_are_escaped_only_where_they_mean_something(
    words: str, escaped: str
) -> None:
    assert inert(words) == escaped
