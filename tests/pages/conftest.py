"""Pages written once, and one browser, for all tests that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.exports.sample import bare, sample
from tests.exports.sample_cited import ALONE
from tests.pages.browsing import browser
from twosource.exports.html import write_html, write_index


@pytest.fixture(scope="session")
def chrome(chromium: str) -> Iterator[Browser]:
    """Give one running browser."""
    with browser(chromium) as started:
        yield started


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the written pages by name: dossier, bare, index."""
    folder = tmp_path_factory.mktemp("pages")
    written = {
        "dossier": write_html(sample()),
        "bare": write_html(bare()),
        "index": write_index([sample(), bare()]),
    }
    for name, data in written.items():
        (folder / f"{name}.html").write_bytes(data)
    return {name: folder / f"{name}.html" for name in written}


@pytest.fixture(scope="session")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a page with more marks, statements, copies than stand open, more outlets than dots."""
    whole = sample()
    one = replace(whole.statements[0], label=ALONE)
    summed = whole.summary[0]
    first = summed.citations[0]
    many = tuple(
        replace(first, span=replace(first.span, end=first.span.end + n)) for n in range(20)
    )
    copies = tuple(each for each in whole.sources if each.role == "copy")
    long = replace(
        whole,
        summary=(replace(summed, citations=many), *whole.summary[1:]),
        statements=(one,) * 20,
        sources=(*whole.sources, *copies * 20),
        tally=replace(whole.tally, outlets=200),
    )
    page = tmp_path_factory.mktemp("pages") / "long.html"
    page.write_bytes(write_html(long))
    return page
