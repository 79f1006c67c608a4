"""What is piped in is read for what it is."""

from __future__ import annotations

import io

import pytest

from tests.edges.server import Site
from tests.edges.sources.memory import QUICK
from twosource.edges.sources.stdin import StdinSource
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed


def bring(data: bytes) -> list[object]:
    with Wire(QUICK) as wire:
        return list(StdinSource("", wire, io.BytesIO(data)).captures())


def test_records_are_known_by_their_brace() -> None:
    items = bring(b'\xef\xbb\xbf\n {"id": "one", "text": "a"}\n{"id": \n')
    assert [type(item) for item in items] == [Capture, Failed]
    assert isinstance(items[0], Capture)
    assert items[0].url == "record:one"


def test_addresses_are_fetched_each_once(site: Site) -> None:
    url = site.put("/1", "page")
    items = bring(f"{url}\n\n{url}\nfile:///etc/passwd\n".encode())
    assert [item.body for item in items if isinstance(item, Capture)] == [b"page"]
    assert sum(isinstance(item, Failed) for item in items) == 1


def test_all_else_is_one_page() -> None:
    [item] = bring(b"<html><p>The ferry is afloat.")
    assert isinstance(item, Capture)
    assert item.body == b"<html><p>The ferry is afloat."


def test_nothing_says_what_was_wanted() -> None:
    with pytest.raises(EmptySourceError, match="JSON Lines"):
        bring(b" \n")
