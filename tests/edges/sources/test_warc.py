"""Web archives are read in place, however they are packed and wherever reading broke off."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import pytest

from tests.edges.server import Site, stretches
from tests.edges.sources.archives import (
    PACKINGS,
    PAGES,
    RECORDS,
    bodies,
    bring,
    packed_each,
    written,
)
from tests.edges.sources.memory import QUICK, Memory
from tests.edges.sources.records import INFO, block, record
from twosource.edges.archives import read_in_place
from twosource.edges.sources import open_source
from twosource.edges.sources.warc import EVERY
from twosource.edges.sources.wire import Wire
from twosource.edges.stores import open_store
from twosource.errors import EmptySourceError, MissingSourceError, NotHeldError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit


@pytest.fixture(params=sorted(PACKINGS))
def packing(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_pages_come_in_order_with_address_time_and_type(packing: str, tmp_path: Path) -> None:
    name, pack = PACKINGS[packing]
    items = bring(written(tmp_path / name, pack([INFO, *RECORDS])))
    assert bodies(items) == PAGES
    [first, *_] = [each for each in items if isinstance(each, Capture)]
    assert first.url == "https://post.example/0"
    assert first.media_type == "text/html; charset=utf-8"
    assert first.fetched_at == datetime(2026, 3, 3, 10, tzinfo=UTC)


def test_a_capture_is_read_again_from_its_place(packing: str, tmp_path: Path) -> None:
    name, pack = PACKINGS[packing]
    path = written(tmp_path / name, pack([INFO, *RECORDS]))
    for capture in bring(path):
        assert isinstance(capture, Capture)
        assert (capture.place is None) == (packing == "packed as a whole")
        assert capture.place is None or read_in_place(capture.place) == capture.body


def test_of_records_packed_together_only_the_first_has_a_place(tmp_path: Path) -> None:
    parts = [INFO, RECORDS[0] + RECORDS[1] + RECORDS[2], RECORDS[3], RECORDS[4] + RECORDS[5]]
    items = bring(written(tmp_path / "a.warc.gz", packed_each(parts)))
    assert bodies(items) == PAGES
    placed = [each.place for each in items if isinstance(each, Capture)]
    assert [place is not None for place in placed] == [True, False, False, True, True, False]
    for item, place in zip(items, placed, strict=True):
        assert isinstance(item, Capture)
        assert place is None or read_in_place(place) == item.body


def test_an_archive_packed_as_a_whole_on_a_server_is_kept_itself(site: Site) -> None:
    data = gzip.compress(b"".join(RECORDS))
    items = bring(site.put("/a.warc.gz", data, "application/octet-stream"))
    assert bodies(items) == PAGES
    assert {each.place for each in items if isinstance(each, Capture)} == {None}


def test_the_length_of_a_place_is_that_of_its_record(tmp_path: Path) -> None:
    path = written(tmp_path / "a.warc", b"".join(RECORDS))
    places = [each.place for each in bring(path) if isinstance(each, Capture)]
    lengths = [place.length for place in places if place is not None]
    # What follows the last record nobody knows before the next one starts.
    assert lengths == [len(each) for each in RECORDS[:-1]] + [0]


def test_a_store_keeps_the_place_alone_and_reads_from_it(tmp_path: Path) -> None:
    path = written(tmp_path / "a.warc.gz", packed_each([INFO, *RECORDS]))
    captures = [each for each in bring(path) if isinstance(each, Capture)]
    store = open_store(f"sqlite:{tmp_path / 'news.db'}")
    with store.transaction():
        for capture in captures:
            store.add_capture(capture)
    assert [store.capture(each.id) for each in captures] == captures
    path.write_bytes(packed_each([RECORDS[0], INFO, *RECORDS]))
    with pytest.raises(NotHeldError, match=r"holds other bytes|no captured page"):
        store.capture(captures[1].id)
    path.unlink()
    with pytest.raises(NotHeldError, match="No such file"):
        store.capture(captures[0].id)
    store.close()
    assert PAGES[0].encode() not in (tmp_path / "news.db").read_bytes()


def test_packed_and_chunked_answers_are_unpacked(tmp_path: Path) -> None:
    head = "Content-Type: text/html"
    records = [
        record("https://post.example/1", PAGES[1], chunked=True),
        record(
            "https://post.example/2",
            gzip.compress(PAGES[2].encode()),
            http=f"{head}\r\nContent-Encoding: gzip",
        ),
        record("https://post.example/3", PAGES[3], kind="resource", http=head),
    ]
    assert bodies(bring(written(tmp_path / "a.warc", b"".join(records)))) == PAGES[1:4]


def test_what_is_no_page_is_passed_over_in_silence(tmp_path: Path) -> None:
    records = [
        INFO,
        record("https://post.example/1", "gone", status="404 Not Found"),
        record("https://post.example/2", "", status="301 Moved"),
        record("https://post.example/3", b"\x89PNG", http="Content-Type: image/png"),
        record("dns:post.example", "1.2.3.4", kind="resource", http="Content-Type: text/dns"),
        record("https://post.example/5", PAGES[0], kind="revisit"),
        block("WARC-Type: metadata\r\nWARC-Date: 2026-03-03T10:00:00Z\r\n", b"x"),
        RECORDS[0],
    ]
    items = bring(written(tmp_path / "a.warc", b"".join(records)))
    assert bodies(items) == PAGES[:1]
    assert len(items) == 1


def test_pages_captured_before_the_wanted_days_are_passed_over(tmp_path: Path) -> None:
    old = record("https://post.example/old", PAGES[0], date="2025-01-01T00:00:00Z")
    path = written(tmp_path / "a.warc", old + RECORDS[1])
    assert bodies(bring(path, since=date(2026, 1, 1))) == PAGES[1:2]


def test_a_file_that_was_read_to_its_end_is_not_read_again(tmp_path: Path) -> None:
    memory = Memory()
    path = written(tmp_path / "a.warc", b"".join(RECORDS[:3]))
    assert len(memory.bodies(f"warc:{path}")) == 3
    assert memory.bodies(f"warc:{path}") == []
    written(path, b"".join(RECORDS[:4]))
    assert len(memory.bodies(f"warc:{path}")) == 4


@pytest.mark.parametrize("packing", sorted({*PACKINGS} - {"packed as a whole"}))
def test_a_run_that_was_broken_off_is_gone_on_with_near_that_place(
    packing: str, tmp_path: Path
) -> None:
    name, pack = PACKINGS[packing]
    records = [record(f"https://post.example/{n}", f"{PAGES[0]}{n}") for n in range(2 * EVERY + 50)]
    path = written(tmp_path / name, pack([INFO, *records]))
    with Wire(QUICK) as wire:
        stream = open_source(f"warc:{path}", wire).captures()
        taken = list(islice(stream, EVERY + 1))
    visit = taken[-1]
    assert isinstance(visit, Visit)
    memory = Memory()
    memory.visits[visit.url] = visit
    rest = memory.bring(f"warc:{path}")
    urls = [each.url for each in (*taken, *rest) if isinstance(each, Capture)]
    assert urls == [f"https://post.example/{n}" for n in range(2 * EVERY + 50)]


def test_an_archive_on_a_server_is_gone_on_with_near_the_place_where_it_broke_off(
    site: Site,
) -> None:
    records = [record(f"https://post.example/{n}", f"{PAGES[0]}{n}") for n in range(2 * EVERY)]
    data = packed_each([INFO, *records])
    url = site.on("/a.warc.gz", stretches(data, etag='"1"'))
    with Wire(QUICK) as wire:
        taken = list(islice(open_source(f"warc:{url}", wire).captures(), EVERY + 1))
    visit = taken[-1]
    assert isinstance(visit, Visit)
    memory = Memory()
    memory.visits[visit.url] = visit
    rest = memory.bring(f"warc:{url}")
    urls = [each.url for each in (*taken, *rest) if isinstance(each, Capture)]
    assert urls == [f"https://post.example/{n}" for n in range(2 * EVERY)]
    assert f"bytes={visit.position}-" in [each.get("range") for each in site.heads]
    assert memory.bodies(f"warc:{url}") == []


@pytest.mark.parametrize("headers", [{}, {"etag": '"2"'}], ids=["no tag", "another tag"])
def test_an_archive_on_a_server_that_may_have_changed_is_read_from_its_start(
    headers: dict[str, str], site: Site
) -> None:
    url = site.on("/a.warc.gz", stretches(packed_each(RECORDS), **headers))
    memory = Memory()
    memory.visits[f"warc:{url}"] = Visit(
        url=f"warc:{url}",
        source=f"warc:{url}",
        at=datetime.now(UTC),
        status=206,
        etag=f'"1" {len(packed_each(RECORDS))}',
        position=len(packed_each(RECORDS[:3])),
    )
    assert len(memory.bodies(f"warc:{url}")) == len(RECORDS)


def test_all_archives_of_a_folder_are_read_by_name(tmp_path: Path) -> None:
    written(tmp_path / "b.warc", RECORDS[1])
    written(tmp_path / "a.warc.gz", gzip.compress(RECORDS[0]))
    written(tmp_path / "readme.txt", b"no archive")
    assert bodies(bring(tmp_path)) == PAGES[:2]


def test_an_archive_that_is_not_there_or_a_folder_without_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSourceError):
        bring(tmp_path / "none.warc")
    with pytest.raises(EmptySourceError):
        bring(tmp_path)


# From a server


def test_an_archive_on_a_server_is_read_as_one_in_a_file(site: Site, tmp_path: Path) -> None:
    damaged = packed_each([INFO, *RECORDS[:3], b"noise", *RECORDS[3:]])
    remote = bring(site.put("/a.warc.gz", damaged, "application/octet-stream"))
    local = bring(written(tmp_path / "a.warc.gz", damaged))
    assert bodies(remote) == bodies(local) == PAGES
    [capture, *_] = [each for each in remote if isinstance(each, Capture)]
    assert capture.place is not None
    assert read_in_place(capture.place, QUICK) == capture.body


def test_an_archive_on_a_server_that_breaks_off_within_a_record_is_told_as_one_in_a_file(
    site: Site, tmp_path: Path
) -> None:
    data = packed_each(RECORDS)[:-40]
    local = bring(written(tmp_path / "a.warc.gz", data))
    remote = bring(site.on("/a.warc.gz", stretches(data, etag='"1"')))
    assert bodies(remote) == bodies(local)
    [told, in_file] = (each for each in (*remote, *local) if isinstance(each, Failed))
    assert told.item.rpartition(", ")[2] == in_file.item.rpartition(", ")[2]
    assert told.item.endswith(f"offset {len(packed_each(RECORDS[:-1]))}")
    bring(site.put("/b.warc.gz", data, "application/octet-stream"))  # it gives no stretches
    assert sum(each.endswith("/b.warc.gz") for each in site.asked) < 5
