"""Measure how well pages are read: body, headline, day, authors and deck against known truths.

The body is scored as the article-extraction-benchmark does (Zyte 2019): bags of four-word
shingles, precision and recall averaged over pages, F1 of the two averages.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.pages.scoring import score_credits, score_kinds, score_parts, score_text
from twosource.canonical import digest, digest_of_bytes
from twosource.errors import ExtractError
from twosource.example import EXAMPLE_ROOT
from twosource.model.acquired import Article, Capture
from twosource.model.identity import CaptureId
from twosource.outlets import Outlets, load_outlets
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

OWN_PAGES = Path(__file__).parent / "pages"
TOKEN = re.compile(r"\w+")
SHINGLE = 4
DECK_RIGHT = 0.9  # token F1 from which on a deck counts as found
LATE = datetime(2026, 12, 31, tzinfo=UTC)  # stands in where a corpus does not say when it fetched
FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})

Score = tuple[float, float, float]  # true positives, false positives, false negatives; sum 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page beside what is known of it."""

    capture: Capture
    truth: Mapping[str, Any]


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a corpus folder in the order of its truth file."""
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        body = gzip.decompress((folder / "pages" / f"{truth['id']}.html.gz").read_bytes())
        yield Page(captured(body, truth["url"], truth.get("crawled")), truth)


def captured(body: bytes, url: str, crawled: str | None = None) -> Capture:
    """Return a page's bytes as a capture."""
    moment = datetime.fromisoformat(crawled).replace(tzinfo=UTC) if crawled else LATE
    return Capture(
        id=CaptureId(digest((url, digest_of_bytes(body)))),
        url=url,
        media_type="text/html",
        body=body,
        body_digest=digest_of_bytes(body),
        fetched_at=moment,
        via="quality:",
    )


def read(page: Page, outlets: Outlets) -> Article | None:
    """Return the article of a page, None where it is refused."""
    try:
        return extract(page.capture, outlets, ExtractSettings())
    except ExtractError:
        return None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the bag of four-word shingles; a shorter text is one shingle.

    Soft hyphens, which no reader sees, are left out, and letters are composed: some truths carry
    the one inside words and write the other as two characters.
    """
    words = TOKEN.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))
    count = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[start : start + SHINGLE]) for start in range(count))


def score(true: str, found: str) -> Score:
    """Return the shares of shingles that are found, too many and missing."""
    wanted, given = shingles(true), shingles(found)
    hits = (wanted & given).total()
    extra, missing = (given - wanted).total(), (wanted - given).total()
    total = hits + extra + missing
    return (hits / total, extra / total, missing / total)


def f1(scores: Iterable[Score]) -> float:
    """Return the F1 of mean precision and mean recall over pages."""
    listed = list(scores)
    precision = sum(_ratio(hits, extra, missing) for hits, extra, missing in listed) / len(listed)
    recall = sum(_ratio(hits, missing, extra) for hits, extra, missing in listed) / len(listed)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _ratio(hits: float, misses: float, others: float) -> float:
    if misses == others == 0:
        return 1.0
    return hits / (hits + misses) if hits + misses and hits else 0.0


def exact(scores: Sequence[Score]) -> float:
    """Return the share of pages without any shingle too many or missing."""
    return sum(extra == missing == 0 for _, extra, missing in scores) / len(scores)


def body_of_fundus(truth: Mapping[str, Any]) -> str:
    """Return the body as that corpus scores it: deck, headings and paragraphs."""
    lines = list(truth["summary"])
    for section in truth["sections"]:
        lines += [*section["heading"], *section["paragraphs"]]
    return "\n".join(lines)


def measure_aeb(data: Path) -> Mapping[str, float]:
    """Measure the body alone on extraction-aeb."""
    outlets = load_outlets()
    scores = []
    for page in pages(data / "extraction-aeb"):
        article = read(page, outlets)
        scores.append(score(page.truth["body"], article.text if article else ""))
    return {"body_f1": f1(scores), "body_exact": exact(scores)}


def measure_fundus(data: Path) -> Mapping[str, float]:
    """Measure body and metadata on extraction-fundus: its 86 scored pages, and the body on all."""
    outlets = load_outlets()
    all_scores: list[Score] = []
    scores: list[Score] = []
    marks: dict[str, list[bool]] = {}
    for page in pages(data / "extraction-fundus"):
        article = read(page, outlets)
        text = f"{article.deck or ''}\n{article.text}" if article else ""
        all_scores.append(score(body_of_fundus(page.truth), text))
        if page.truth["scored"]:
            scores.append(all_scores[-1])
            for name, mark in _marks(page.truth, article).items():
                marks.setdefault(name, []).append(mark)
    return {
        "body_f1": f1(scores),
        "body_f1_all_countries": f1(all_scores),
        **{name: sum(each) / len(each) for name, each in marks.items()},
    }


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


def token_f1(true: str, found: str) -> float:
    """Return the F1 of two bags of lower-case words."""
    wanted, given = Counter(TOKEN.findall(true.lower())), Counter(TOKEN.findall(found.lower()))
    size = wanted.total() + given.total()
    return 2 * (wanted & given).total() / size if size else 1.0


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
