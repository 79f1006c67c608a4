"""The line that blog software hangs behind a text in a feed is known in its languages."""

from __future__ import annotations

import time

import pytest

from twosource.text.sign_offs import sign_off


@pytest.mark.parametrize(
    "line",
    [
        "The post Ferry aground appeared first on Harbour Post.",
        "Der Beitrag Fähre auf Grund erschien zuerst auf Harbour Post.",
        "L’article Ferry échoué est apparu en premier sur Harbour Post.",
        "La entrada Un ferry encalla se publicó primero en Harbour Post.",
        "O post Balsa encalhada apareceu primeiro em Harbour Post.",
        "L'articolo Traghetto incagliato proviene da Harbour Post.",
        "Het bericht Veerboot aan de grond verscheen eerst op Harbour Post.",
    ],
)
def test_the_line_names_where_the_text_stood_first(line: str) -> None:
    end = sign_off(f"The tide came in the night. {line}")
    assert end is not None
    assert (end["outlet"], end.start()) == ("Harbour Post.", 28)


@pytest.mark.parametrize(
    "text",
    [
        "The post office of Hustad stays closed.",
        "The comet appeared first on Monday night.",
        "The post Ferry appeared first on Harbour Post. " + "Then the tide came. " * 10,
        "",
    ],
)
def test_other_words_are_no_such_line(text: str) -> None:
    assert sign_off(text) is None


def test_a_long_text_is_searched_at_its_end_alone() -> None:
    began = time.process_time()
    sign_off("The post " * 1_000_000)
    assert time.process_time() - began < 1
