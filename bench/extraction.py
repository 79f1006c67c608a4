"""Pair extraction with trafilatura in one run, page by page: `python -m bench.extraction [DATA]`.

Both read the same bytes with metadata, one thread, alternating page by page so that a busy machine
slows both alike. Trafilatura's text is scored as it comes, ours as the body alone (aeb) or deck and
body (fundus, whose truth counts the deck).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from quality.extraction_fundus import LEAST_PAGES, body_of_fundus
from quality.extraction_pages import Page, pages, read
from quality.extraction_scores import Score, f1, score
from quality.gate import DATA
from twosource.outlets import Outlets, load_outlets


@dataclass(slots=True)
class Side:
    """What one extractor did."""

    name: str
    seconds: float = 0.0
    scores: list[Score] = field(default_factory=list)


def main() -> None:
    """Print F1 and pages per CPU-second of both sides, and on how many pages each is better."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    outlets = load_outlets()
    for corpus in ("extraction-aeb", "extraction-fundus"):
        if not (data / corpus).exists():
            print(f"SKIPPED {corpus}: not beside the checkout")
            continue
        listed = list(pages(data / corpus))
        ours, theirs = _paired(listed, outlets)
        _print(corpus, ours, theirs)
        _print_countries([page.truth.get("country", "") for page in listed], ours, theirs)


def _paired(listed: list[Page], outlets: Outlets) -> tuple[Side, Side]:
    ours, theirs = Side("twosource"), Side("trafilatura")
    _ours(listed[0], outlets), _theirs(listed[0])  # models and tables are loaded outside the clock
    for page in listed:
        truth = page.truth["body"] if "body" in page.truth else body_of_fundus(page.truth)
        started = time.process_time()
        text = _ours(page, outlets)
        ours.seconds += time.process_time() - started
        ours.scores.append(score(truth, text))
        started = time.process_time()
        text = _theirs(page)
        theirs.seconds += time.process_time() - started
        theirs.scores.append(score(truth, text))
    return ours, theirs


def _ours(page: Page, outlets: Outlets) -> str:
    article = read(page, outlets)
    if article is None:
        return ""
    return article.text if "body" in page.truth else f"{article.deck or ''}\n{article.text}"


def _theirs(page: Page) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(
        page.capture.body, url=page.capture.url, include_comments=False, with_metadata=True
    )
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _print(corpus: str, ours: Side, theirs: Side) -> None:
    for side in (ours, theirs):
        print(
            f"{corpus:<18} {side.name:<12} F1 {f1(side.scores):.4f}   "
            f"{len(side.scores) / side.seconds:6.1f} pages per CPU-second"
        )
    pairs = [(f1([one]), f1([two])) for one, two in zip(ours.scores, theirs.scores, strict=True)]
    better, worse = sum(one > two for one, two in pairs), sum(one < two for one, two in pairs)
    print(
        f"{corpus:<18} better on {better}, worse on {worse}, equal on {len(pairs) - better - worse}"
    )


def _print_countries(countries: list[str], ours: Side, theirs: Side) -> None:
    """Print F1 of both sides for each country of five pages or more."""
    for country, count in sorted(Counter(filter(None, countries)).items()):
        if count < LEAST_PAGES:
            continue
        one, two = (
            f1(
                found
                for found, stands in zip(side.scores, countries, strict=True)
                if stands == country
            )
            for side in (ours, theirs)
        )
        held = "held" if one >= two else "LOST"
        print(f"  {country:<4} {count:3} pages   F1 {one:.4f}, {two:.4f}   {held}")


if __name__ == "__main__":
    main()
