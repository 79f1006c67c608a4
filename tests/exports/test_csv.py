"""Hold the CSV export to the left-out table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from tests.exports.sample import bare, sample
from twosource.exports.csv import COLUMNS, write_csv

ROWS = list(csv.DictReader(io.StringIO(write_csv(sample()).decode(), newline="")))


def test_there_is_a_row_for_each_claim_and_report() -> None:
    assert len(ROWS) == sum(len(each.cells) for each in sample().left_out)
    assert tuple(ROWS[0]) == COLUMNS


def test_row_of_a_carrying_report_gives_the_words_and_where_they_stand() -> None:
    row = next(r for r in ROWS if r["outlet"] == "Fjordavisa" and r["state"] == "contradicts")
    assert row["words"] == "Nordbanen denied that the trains had been warned."
    assert row["url"].startswith("https://fjordavisa.example/")
    assert row["published"] == "2026-03-03T14:00:00+00:00"


def test_row_of_a_silent_report_gives_no_words() -> None:
    row = next(r for r in ROWS if r["state"] == "not found")
    assert (row["words"], row["url"], row["published"]) == ("", "", "")


def test_row_says_why_a_report_cannot_be_compared() -> None:
    assert "published before the claim" in {r["why"] for r in ROWS}


def test_words_that_a_spreadsheet_would_run_are_made_inert() -> None:
    claims = {r["claim"] for r in ROWS}
    assert any(each.startswith("'=HYPERLINK") for each in claims)
    assert not [value for r in ROWS for value in r.values() if value.startswith(("=", "+", "@"))]


def test_dossier_without_the_table_gives_the_heading_alone() -> None:
    assert write_csv(bare()).decode() == ",".join(COLUMNS) + "\r\n"


def test_what_was_denied_does_not_stand_without_who_denied_it() -> None:
    full = sample()
    warned = next(each for each in full.claims if each.denied_by)
    denied = replace(warned, kind="said", speaker="Ada Lund")
    page = write_csv(replace(full, claims=(denied,))).decode()
    assert f"Denied by Ada Lund: {warned.text.text}" in page
