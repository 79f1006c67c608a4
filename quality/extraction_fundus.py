"""Measure body and metadata on the pages of 41 countries that fundus reads: `extraction-fundus`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quality.extraction_pages import pages, read
from quality.extraction_scores import Score, exact, f1, score, token_f1
from twosource.model.acquired import Article
from twosource.outlets import load_outlets

DECK_RIGHT = 0.9  # token F1 from which on a deck counts as found
LEAST_PAGES = 5  # of a country from which on it has a figure of its own
FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def measure_fundus(data: Path) -> Mapping[str, float]:
    """Measure body and metadata on extraction-fundus: its 86 scored pages, and the body on all."""
    outlets = load_outlets()
    all_scores: list[Score] = []
    scores: list[Score] = []
    of_country: dict[str, list[Score]] = {}
    marks: dict[str, list[bool]] = {}
    for page in pages(data / "extraction-fundus"):
        article = read(page, outlets)
        text = f"{article.deck or ''}\n{article.text}" if article else ""
        all_scores.append(score(body_of_fundus(page.truth), text))
        of_country.setdefault(page.truth["country"], []).append(all_scores[-1])
        if page.truth["scored"]:
            scores.append(all_scores[-1])
            for name, mark in _marks(page.truth, article).items():
                marks.setdefault(name, []).append(mark)
    return {
        "body_f1": f1(scores),
        "body_f1_all_countries": f1(all_scores),
        "body_exact_all_countries": exact(all_scores),
        **{
            f"body_f1_{country}": f1(each)
            for country, each in of_country.items()
            if len(each) >= LEAST_PAGES
        },
        **{name: sum(each) / len(each) for name, each in marks.items()},
    }


def body_of_fundus(truth: Mapping[str, Any]) -> str:
    """Return the body as that corpus scores it: deck, headings and paragraphs."""
    lines = list(truth["summary"])
    for section in truth["sections"]:
        lines += [*section["heading"], *section["paragraphs"]]
    return "\n".join(lines)


def _marks(truth: Mapping[str, Any], article: Article | None) -> dict[str, bool]:
    headline = article.headline if article else ""
    title = " ".join(truth["title"].split())
    marks = {
        "title_exact": headline == title,
        "title_exact_but_for_quote_marks": headline.translate(FOLDED) == title.translate(FOLDED),
        "same_day": _same_day(truth["published"], article.published if article else None),
        "authors_exact": set(article.byline if article else ()) == set(truth["authors"]),
    }
    deck = (article.deck or "") if article else ""
    if truth["summary"]:
        marks["deck_right"] = token_f1("\n".join(truth["summary"]), deck) >= DECK_RIGHT
    else:
        marks["no_false_deck"] = not deck
    return marks


def _same_day(true: str | None, found: datetime | None) -> bool:
    if not true or not found:
        return not true and not found
    moment = datetime.fromisoformat(true)
    return found.astimezone(moment.tzinfo or UTC).date() == moment.date()
