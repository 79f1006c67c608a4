"""What a server sends is unpacked, kept within its bounds, and given up in time."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest
import zstandard

from tests.edges.broken import BROKEN
from tests.edges.server import QUICK, Site, in_turn, raw
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    AnswerError,
    FetchError,
    TooLargeError,
    UnreachableError,
)

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_packed_page_is_unpacked(name: str, site: Site, fetcher: Fetcher) -> None:
    url = site.put("/a", PACKERS[name](b"words " * 100), content_encoding=name)
    assert fetcher.fetch(url).body == b"words " * 100


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_packed_bomb_is_cut_off_early(name: str, site: Site, fetcher: Fetcher) -> None:
    bomb = PACKERS[name](b"0" * 60_000_000)
    assert len(bomb) < 100_000
    url = site.put("/a", bomb, content_encoding=name)
    with pytest.raises(TooLargeError):
        fetcher.fetch(url)


def test_a_body_packed_in_itself_again_and_again_is_refused(site: Site, fetcher: Fetcher) -> None:
    url = site.put("/a", b"x", content_encoding="gzip, gzip, gzip")
    with pytest.raises(AnswerError, match="3 times over"):
        fetcher.fetch(url)


def test_a_page_larger_than_allowed_is_refused_by_its_own_word_and_by_its_bytes(
    site: Site, fetcher: Fetcher
) -> None:
    large = site.put("/large", b"x" * 1_100_000)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"40000\r\n" + b"x" * 0x40000 + b"\r\n"
    endless = site.on("/endless", raw(head, *[chunk] * 60))
    for url in (large, endless):
        with pytest.raises(TooLargeError):
            fetcher.fetch(url)


def test_a_film_is_left_unread(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(AnswerError, match="video/mp4"):
        fetcher.fetch(site.put("/a", b"\x00" * 1000, "video/mp4"))


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_left_when_the_time_is_over(
    part: str, site: Site, fetcher: Fetcher
) -> None:
    start = b"HTTP/1.1 200 OK\r\n" if part == "head" else b"HTTP/1.1 200 OK\r\n\r\n"
    url = site.on("/a", raw(start, *[b"X-A: b\r\n"] * 100, pause_seconds=0.1))
    began = time.monotonic()
    with Fetcher(replace(QUICK, most_tries=1)) as hasty, pytest.raises(UnreachableError):
        hasty.fetch(url)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_answer_is_a_failure_with_the_address_in_it(
    name: str, site: Site, fetcher: Fetcher
) -> None:
    url = site.on("/a", raw(BROKEN[name]))
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert site.root in str(caught.value)
    # And the host can be asked again.
    assert fetcher.fetch(site.put("/b", "x")).body == b"x"


def test_a_large_file_is_read_in_pieces_and_taken_up_where_it_broke(
    site: Site, fetcher: Fetcher
) -> None:
    data = bytes(range(256)) * 2000
    torn = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data)
    rest = b"HTTP/1.1 206 Partial Content\r\nContent-Length: %d\r\n\r\n" % (len(data) - 100_000)
    url = site.on("/a", in_turn(raw(torn + data[:100_000]), raw(rest + data[100_000:])))
    assert b"".join(fetcher.pieces(url)) == data
    assert site.heads[-1]["range"] == "bytes=100000-"


def test_a_stretch_of_a_file_is_had_from_a_server_that_knows_no_ranges(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", bytes(range(200)))
    assert b"".join(fetcher.pieces(url, 50, 60)) == bytes(range(50, 60))
