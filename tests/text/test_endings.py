"""Regular endings of English are put on as it writes them."""

from __future__ import annotations

import pytest

from twosource.text.endings import past_and_ing, with_s


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("halt", ("halted", "halting")),
        ("close", ("closed", "closing")),
        ("agree", ("agreed", "agreeing")),
        ("carry", ("carried", "carrying")),
        ("delay", ("delayed", "delaying")),
        ("grin", ("grinned", "grinning")),
        ("review", ("reviewed", "reviewing")),
    ],
)
def test_past_and_ing_are_written_as_english_does(verb: str, forms: tuple[str, str]) -> None:
    assert past_and_ing(verb) == forms


def test_third_person_and_plural_end_alike() -> None:
    assert [with_s(word) for word in ("watch", "deny", "delay", "port")] == [
        "watches",
        "denies",
        "delays",
        "ports",
    ]
