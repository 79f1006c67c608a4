"""Whom a fact is known from, of texts as they come: with the names that the language finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.newsroom import Newsroom


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "Kudirat Okesola met the mayor on Monday. The bridge opens in May, a spokeswoman said.",
            "unnamed",
        ),
        ("Una Holt met the mayor on Monday. It said the bridge would open in May.", "unstated"),
        (
            "Codara Bank will shut nine branches. Forty workers go to Vik, a spokeswoman said.",
            "body:codara bank",
        ),
    ],
)
def test_whoever_a_paragraph_begins_with_speaks_only_as_a_body_that_is_surely_one(
    newsroom: Newsroom, tmp_path: Path, text: str, key: str
) -> None:
    told = {"url": "https://river-desk.example/a", "headline": "Talks go on in town", "text": text}
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps(told | {"published": "2026-03-04T10:00Z", "language": "en"}))
    newsroom.update(f"jsonl:{page}")
    dossier = newsroom.dossier(newsroom.stories()[0].id)
    known = [
        each.informant.key
        for claim in dossier.claims
        for position in claim.positions
        for each in position.carriages
    ]
    assert {*known} - {"unstated"} == {key} - {"unstated"}
