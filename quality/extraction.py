"""Measure how well pages are read: body, headline, day, authors and deck against known truths."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from quality.extraction_fundus import measure_fundus
from quality.extraction_pages import Page, captured, pages, read
from quality.extraction_scores import exact, f1, score
from quality.measure import Measure
from quality.pages.scoring import score_credits, score_kinds, score_parts, score_text
from twosource.example import EXAMPLE_ROOT
from twosource.model.acquired import Article
from twosource.outlets import Outlets, load_outlets

OWN_PAGES = Path(__file__).parent / "pages"


def measure_aeb(data: Path) -> Mapping[str, float]:
    """Measure the body alone on extraction-aeb."""
    outlets = load_outlets()
    scores = []
    for page in pages(data / "extraction-aeb"):
        article = read(page, outlets)
        scores.append(score(page.truth["body"], article.text if article else ""))
    return {"body_f1": f1(scores), "body_exact": exact(scores)}


def measure_example(data: Path) -> Mapping[str, float]:
    """Measure the share of the bundled example's pages whose fields are as its truth file says.

    A page that is no article counts for `refused` alone: whether it is refused.
    """
    outlets = example_outlets()
    marks: dict[str, list[bool]] = {}
    for truth, article in read_example(outlets):
        is_article = truth["kind"] != "not an article"
        marks.setdefault("refused", []).append((article is None) != is_article)
        if is_article:
            for name, mark in _example_marks(truth, article, outlets).items():
                marks.setdefault(name, []).append(mark)
    return {name: sum(each) / len(each) for name, each in marks.items()}


def example_outlets() -> Outlets:
    """Return the outlets with those of the bundled example."""
    return load_outlets((EXAMPLE_ROOT / "outlets.toml").read_text("utf-8"))


def read_example(outlets: Outlets) -> Iterator[tuple[Mapping[str, Any], Article | None]]:
    """Yield each page of the bundled example: its truth and its article, None where refused."""
    truths = {
        page["file"]: page
        for page in json.loads((EXAMPLE_ROOT / "truth.json").read_text("utf-8"))["pages"]
    }
    for line in (EXAMPLE_ROOT / "captures.jsonl").read_text("utf-8").splitlines():
        listed = json.loads(line)
        truth = truths[listed["file"]]
        fetched = listed["fetched_at"].removesuffix("Z")
        capture = captured((EXAMPLE_ROOT / listed["file"]).read_bytes(), listed["url"], fetched)
        yield truth, read(Page(capture, truth), outlets)


def read_own_pages() -> Iterator[tuple[Mapping[str, Any], Article | None]]:
    """Yield each page of quality/pages: its truth and its article, None where refused."""
    outlets = load_outlets((OWN_PAGES / "outlets.toml").read_text("utf-8"))
    for truth in json.loads((OWN_PAGES / "truth.json").read_text("utf-8")):
        capture = captured((OWN_PAGES / truth["file"]).read_bytes(), truth["url"])
        yield truth, read(Page(capture, truth), outlets)


def measure_beside_the_body(data: Path) -> Mapping[str, float]:
    """Measure parts and credits on our own pages, kind and truncation on the example's as well."""
    own = list(read_own_pages())
    return {
        **score_parts(own),
        **score_credits(own),
        **score_text(own),
        **score_kinds([*own, *read_example(example_outlets())]),
    }


def _example_marks(
    truth: Mapping[str, Any], article: Article | None, outlets: Outlets
) -> dict[str, bool]:
    if article is None:
        return {}
    kind = "article" if truth["kind"] == "damaged" else truth["kind"]
    published = truth["published"] and datetime.fromisoformat(
        truth["published"].replace("Z", "+00:00")
    )
    names = {outlet.id: outlet.name for outlet in outlets.rows}
    credited = {
        names.get(credit.outlet, credit.words) if credit.outlet else credit.words
        for credit in article.credits
    }
    return {
        "headline": article.headline == truth["headline"],
        "deck": article.deck == truth["deck"],
        "section": article.section == truth["section"],
        "byline": list(article.byline) == truth["byline"],
        "published": article.published == published,
        "truncated": article.truncated == truth["truncated"],
        "kind": article.kind == kind,
        "genre": article.genre.name == truth["genre"],
        "credits": credited == set(truth["credits"]),
    }


MEASURES = (
    Measure(name="extraction.aeb", corpora=("extraction-aeb",), run=measure_aeb),
    Measure(name="extraction.fundus", corpora=("extraction-fundus",), run=measure_fundus),
    Measure(name="extraction.example", corpora=(), run=measure_example),
    Measure(name="extraction.beside", corpora=(), run=measure_beside_the_body),
)
