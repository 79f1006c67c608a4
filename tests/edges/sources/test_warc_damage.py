"""Whatever is broken in a web archive costs no more than what is broken."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edges.sources.archives import (
    PACKINGS,
    PAGES,
    RECORDS,
    bodies,
    bring,
    packed_each,
    written,
)
from tests.edges.sources.records import record
from twosource.edges.archives import read_in_place
from twosource.errors import EmptySourceError, SourceError
from twosource.model.acquired import WarcPlace
from twosource.model.outcome import Failed

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "lost magic": lambda record: b"XXXX" + record[4:],
    "lost head": lambda record: record[30:],
    "length too long": lambda record: record.replace(b"Content-Length: ", b"Content-Length: 9", 1),
    "length too short": lambda record: record.replace(b"Content-Length: 1", b"Content-Length: ", 1),
    "length absurd": lambda record: record.replace(
        b"Content-Length: ", b"Content-Length: 99999999999999", 1
    ),
    "no length": lambda record: record.replace(b"Content-Length", b"Content-Size", 1),
    "no blank line": lambda record: record.replace(b"\r\n\r\n", b"\r\n"),
    "cut off": lambda record: record[: len(record) // 2],
    "zeros": lambda record: bytes(len(record)),
    "bad date": lambda record: record.replace(b"2026-03-03T10:00:00Z", b"last Tuesday"),
    "bad http": lambda record: record.replace(b"HTTP/1.1 200 OK", b"\xff\xfe\x00"),
    "noise before": lambda record: b"noise\n" * 50 + record,
}


@pytest.mark.parametrize("name", sorted(DAMAGES))
@pytest.mark.parametrize("packing", ["plain", "each packed"])
def test_one_damaged_record_costs_no_other(name: str, packing: str, tmp_path: Path) -> None:
    records = [*RECORDS[:2], DAMAGES[name](RECORDS[2]), *RECORDS[3:]]
    file_name, pack = PACKINGS[packing]
    found = bodies(bring(written(tmp_path / file_name, pack(records))))
    assert [text for text in found if text in PAGES[:2] + PAGES[3:]] == PAGES[:2] + PAGES[3:]


@pytest.mark.parametrize("kept", [2, 60, -40, -12])
def test_a_file_that_breaks_off_in_its_last_packed_record_is_told(
    kept: int, tmp_path: Path
) -> None:
    parts = [gzip.compress(each) for each in RECORDS]
    found = bring(written(tmp_path / "a.warc.gz", b"".join(parts[:-1]) + parts[-1][:kept]))
    [told] = [each for each in found if isinstance(each, Failed)]
    assert f"offset {sum(map(len, parts[:-1]))}" in told.item
    assert bodies(found) == PAGES[: len(bodies(found))]


def test_a_file_of_one_record_that_breaks_off_is_told(tmp_path: Path) -> None:
    found = bring(written(tmp_path / "a.warc.gz", gzip.compress(RECORDS[0])[:-30]))
    assert [type(each) for each in found] == [Failed]


def test_damaged_packing_is_told_with_its_offset_once(tmp_path: Path) -> None:
    parts = [gzip.compress(each) for each in RECORDS]
    middle = len(parts[2]) // 2
    parts[2] = parts[2][:middle] + bytes(20) + parts[2][middle + 20 :]
    items = bring(written(tmp_path / "a.warc.gz", b"".join(parts)))
    assert bodies(items) == PAGES[:2] + PAGES[3:]
    [failed] = [each for each in items if isinstance(each, Failed)]
    assert failed.item.endswith(f"offset {len(parts[0]) + len(parts[1])}")


@pytest.mark.parametrize("packing", sorted(PACKINGS))
def test_an_archive_that_breaks_off_gives_what_came_before_and_tells(
    packing: str, tmp_path: Path
) -> None:
    # With noise in each page, so that packing leaves none of them for the last bytes alone.
    pages = [f"{text}<!-- {os.urandom(300).hex()} -->" for text in PAGES]
    records = [record(f"https://post.example/{n}", text) for n, text in enumerate(pages)]
    name, pack = PACKINGS[packing]
    items = bring(written(tmp_path / name, pack(records)[:-40]))
    assert bodies(items) == pages[:5]
    assert sum(isinstance(each, Failed) for each in items) == 1


def test_what_is_no_archive_at_all_is_told(tmp_path: Path) -> None:
    for data in (b"", b"hello world\n" * 100, b"\x00" * 1000, b"\x1f\x8b\x08" * 100):
        try:
            items = bring(written(tmp_path / "a.warc", data))
        except EmptySourceError:
            continue
        assert [type(each) for each in items] == [Failed]


def test_a_bomb_in_an_archive_is_cut_off(tmp_path: Path) -> None:
    head = "Content-Type: text/html\r\nContent-Encoding: gzip"
    bomb = record("https://post.example/b", gzip.compress(b"0" * 60_000_000), http=head)
    items = bring(written(tmp_path / "a.warc.gz", packed_each([bomb, RECORDS[0]])))
    assert bodies(items) == PAGES[:1]
    assert sum(isinstance(each, Failed) for each in items) == 1
    outer = gzip.compress(record("https://post.example/b", "0" * 60_000_000))
    items = bring(written(tmp_path / "b.warc.gz", outer + gzip.compress(RECORDS[0])))
    assert bodies(items) == PAGES[:1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=80), at=st.integers(0, 3000), packing=st.sampled_from(sorted(PACKINGS))
)
def test_no_damage_makes_reading_fail_or_hang(
    data: bytes, at: int, packing: str, tmp_path: Path
) -> None:
    name, pack = PACKINGS[packing]
    whole = pack(RECORDS)
    at %= len(whole)
    path = written(tmp_path / name, whole[:at] + data + whole[at + len(data) :])
    began = time.process_time()
    with suppress(EmptySourceError):
        bring(path)
    assert time.process_time() - began < 2


@given(st.text(max_size=30), st.integers(-5, 10**12))
def test_no_place_makes_reading_back_fail_otherwise(path: str, offset: int) -> None:
    with suppress(SourceError):
        read_in_place(WarcPlace(path=path, offset=offset, length=0))
