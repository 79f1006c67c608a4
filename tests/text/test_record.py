"""A record's fields are found under the names that crawlers and news interfaces give them."""

from __future__ import annotations

import pytest

from twosource.text.record import field_of, record_in


def test_a_field_is_found_under_the_names_that_others_give_it() -> None:
    crawled = {"title": "Ferry aground", "maintext": "A ferry ran aground.", "authors": ["A", "B"]}
    called = {"headline": "Stated", "title": "", "publisher": {"@type": "Org", "name": "Norda"}}
    assert field_of(crawled, "headline") == "Ferry aground"
    assert field_of(crawled, "text") == "A ferry ran aground."
    assert field_of(crawled, "byline") == "A, B"
    assert field_of(called, "headline") == "Stated"
    assert field_of(called, "outlet") == "Norda"
    assert field_of(called, "published") == ""


def test_its_own_name_goes_before_others() -> None:
    assert field_of({"date": "2025", "published": "2026"}, "published") == "2026"
    assert field_of({"date": "2025", "published": None}, "published") == "2025"


def test_half_a_character_costs_no_record() -> None:
    # What a script leaves that cuts a text in the middle of an emoji.
    assert record_in(rb'{"text": "Aground \ud83d\ude00 and \ud83d"}') == {
        "text": "Aground 😀 and \ufffd"
    }


@pytest.mark.parametrize("line", [b"{", b'{"text": "\\ud83d"', b"\xff", b'{"text": NaN}'])
def test_what_is_no_json_is_no_record(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|utf-8|delimiter|truncated|malformed"):
        record_in(line)
