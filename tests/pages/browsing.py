"""Open written pages in the machine's own Chromium, as a reader without scripts sees them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How somebody reads: how wide the screen is, by day or by night."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"


@contextmanager
def browser(path: str) -> Iterator[Browser]:
    """Start Chromium; root, as on build machines, may run it only without its sandbox."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(started: Browser, page: Path, reader: Reader, asked: list[str]) -> Iterator[Page]:
    """Open a page with scripts switched off; every address that it asks for goes to `asked`."""
    context = started.new_context(
        viewport={"width": reader.width, "height": 800},
        color_scheme=reader.scheme,
        java_script_enabled=False,
    )
    try:
        view = context.new_page()
        view.on("request", lambda request: asked.append(request.url))
        view.goto(page.as_uri())
        yield view
    finally:
        context.close()
