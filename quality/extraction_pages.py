"""Hold the pages of a corpus beside what is known of them, and read them as articles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from twosource.canonical import digest, digest_of_bytes
from twosource.errors import ExtractError
from twosource.model.acquired import Article, Capture
from twosource.model.identity import CaptureId
from twosource.outlets import Outlets
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

LATE = datetime(2026, 12, 31, tzinfo=UTC)  # stands in where a corpus does not say when it fetched


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
