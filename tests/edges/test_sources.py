"""Sources bring what is there, name what is broken, and go on."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.edges.sources.feeds import item, rss, whole
from tests.edges.sources.records import record
from twosource.edges.sources import SOURCES, lasting_sources, open_source, split_address
from twosource.edges.sources.saved import read_saved
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, MissingSourceError, SourceError, UnknownPartError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed

PAGE = "<html><body><p>The ferry is afloat.</p></body></html>"


def captured(address: str | Path) -> list[Capture]:
    items = list(open_source(str(address), Wire()).captures())
    assert not any(isinstance(item, Failed) for item in items), items
    return [item for item in items if isinstance(item, Capture)]


def broken(address: str | Path) -> list[Failed]:
    return [
        item for item in open_source(str(address), Wire()).captures() if isinstance(item, Failed)
    ]


def write_folder(root: Path) -> str:
    (root / "a.html").write_text(PAGE)
    (root / "b.html").write_text(PAGE.replace("afloat", "aground"))
    return f"folder:{root}"


def write_page(root: Path) -> str:
    (root / "a.html").write_text(PAGE)
    return f"page:{root / 'a.html'}"


def write_records(root: Path) -> str:
    records = [{"id": name, "text": f"The ferry {name} is afloat."} for name in ("one", "two")]
    (root / "news.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return f"jsonl:{root / 'news.jsonl'}"


def write_archive(root: Path) -> str:
    pages = [record(f"https://post.example/{n}", PAGE) for n in range(2)]
    (root / "news.warc").write_bytes(b"".join(pages))
    return f"warc:{root / 'news.warc'}"


WRITERS: dict[str, Callable[[Path], str]] = {
    "folder": write_folder,
    "page": write_page,
    "jsonl": write_records,
    "warc": write_archive,
}


# The contract, held by every source the catalogue opens.


def test_every_source_of_the_catalogue_stands_in_this_suite_or_in_that_of_the_web() -> None:
    # Those of the web are held to the contract in sources/test_feeds.py; what is piped in can be
    # read once only.
    assert set(SOURCES.names()) - set(WRITERS) == {"feed", "sitemap", "opml", "stdin"}


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_the_same_address_gives_the_same_captures_in_the_same_order(
    kind: str, tmp_path: Path
) -> None:
    address = WRITERS[kind](tmp_path)
    assert captured(address) == captured(address) != []


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_a_place_that_is_not_there_is_named(kind: str, tmp_path: Path) -> None:
    with pytest.raises(MissingSourceError, match="nowhere"):
        list(SOURCES.open(kind)(str(tmp_path / "nowhere"), Wire()).captures())


# What each does by itself.


def test_a_bare_path_is_taken_for_what_it_is(tmp_path: Path) -> None:
    assert split_address(str(tmp_path)) == ("folder", str(tmp_path))
    assert split_address("news.jsonl.gz")[0] == "jsonl"
    assert split_address("ferry.html")[0] == "page"
    assert split_address("folder:a:b") == ("folder", "a:b")


def test_an_unknown_kind_of_source_lists_the_known_ones() -> None:
    with pytest.raises(
        UnknownPartError, match="feed, folder, jsonl, opml, page, sitemap, stdin, warc"
    ):
        open_source("pigeon:roof", Wire())


def test_a_folder_is_read_with_subfolders_sorted_and_hidden_files_passed_over(
    tmp_path: Path,
) -> None:
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "b.html").write_text(PAGE)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / ".secret.html").write_text(PAGE)
    assert [c.url for c in captured(tmp_path)] == ["file:a.html.gz", "file:z/b.html"]
    assert {c.body for c in captured(tmp_path)} == {PAGE.encode()}
    assert {c.media_type for c in captured(tmp_path)} == {"text/html"}


def test_a_name_that_is_no_text_is_brought_as_text(tmp_path: Path) -> None:
    for name in (b"caf\xe9.html", b"caf\xe8.html"):
        (tmp_path / os.fsdecode(name)).write_text(PAGE)
    urls = [each.url for each in captured(tmp_path)]
    assert urls == [r"file:caf\xe8.html", r"file:caf\xe9.html"]
    (tmp_path / os.fsdecode(b"broken\xe9.html.gz")).write_text("no gzip")
    [failure] = broken(tmp_path)
    assert failure.item.endswith(r"broken\xe9.html.gz")
    assert r"broken\xe9.html.gz" in failure.message


@pytest.mark.parametrize("kind", ["", "feed:", "page:"])
def test_a_saved_feed_gives_its_entries_and_names_those_that_are_teasers(
    kind: str, tmp_path: Path
) -> None:
    whole_entry = item("https://post.example/ferry", content_encoded=whole())
    path = tmp_path / "saved.xml"
    teaser = item("https://post.example/harbour", description="Read on.")
    path.write_text(rss(whole_entry, teaser, item("", title="Quay shut")))
    first, second, third = open_source(f"{kind}{path}", Wire()).captures()
    assert isinstance(first, Capture)
    assert (first.url, b"rock number 3" in first.body) == ("https://post.example/ferry", True)
    assert isinstance(second, Failed)
    assert second.item == "https://post.example/harbour"
    assert isinstance(third, Failed)
    assert "the entry 'Quay shut' has no address" in third.message


def test_a_saved_feed_in_a_folder_gives_its_entries(tmp_path: Path) -> None:
    entries = [item(f"https://post.example/{n}", content_encoded=whole()) for n in range(2)]
    (tmp_path / "saved.xml").write_text(rss(*entries))
    (tmp_path / "page.html").write_text(PAGE)
    urls = [each.url for each in captured(tmp_path)]
    assert urls == ["file:page.html", "https://post.example/0", "https://post.example/1"]


def test_a_feed_in_a_file_is_not_kept_to_be_looked_at_again(tmp_path: Path) -> None:
    (tmp_path / "saved.xml").write_text(rss())
    assert lasting_sources(f"feed:{tmp_path / 'saved.xml'}", Wire()) == ()


def test_an_empty_folder_says_what_was_wanted(tmp_path: Path) -> None:
    with pytest.raises(EmptySourceError, match="saved pages"):
        list(open_source(str(tmp_path), Wire()).captures())


def test_a_list_beside_the_pages_gives_their_addresses_and_times(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "unlisted.html").write_text(PAGE)
    line = {"file": "a.html", "url": "https://post.example/a", "fetched_at": "2026-03-03T10:00:00Z"}
    (tmp_path / "captures.jsonl").write_text(json.dumps(line) + "\n")
    [capture] = captured(tmp_path)
    assert capture.url == "https://post.example/a"
    assert capture.fetched_at.isoformat() == "2026-03-03T10:00:00+00:00"


def test_a_list_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside.html").write_text(PAGE)
    line = {"file": "../outside.html", "url": "https://x/", "fetched_at": "2026-03-03T10:00:00Z"}
    (inside / "captures.jsonl").write_text(json.dumps(line) + "\nnot json\n")
    assert ["outside of" in f.message or "line 2" in f.item for f in broken(inside)] == [True] * 2


def test_a_page_that_cannot_be_unpacked_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode())[:-9])
    (tmp_path / "b.html").write_text(PAGE)
    [failed] = broken(tmp_path)
    assert "a.html.gz" in failed.item
    assert len(list(open_source(str(tmp_path), Wire()).captures())) == 2


@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_a_packed_bomb_is_left_out(packed: str, tmp_path: Path) -> None:
    pack = gzip.compress if packed == "gz" else zstandard.ZstdCompressor().compress
    bomb = tmp_path / f"bomb.html.{packed}"
    bomb.write_bytes(pack(b"0" * 10_000_000))
    assert bomb.stat().st_size < 20_000
    with pytest.raises(SourceError, match="more than 1,000 bytes"):
        read_saved(bomb, most_bytes=1000)


def test_a_broken_line_is_named_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "one", "text": "a"}\n\n{"id": "two", \n[1]\n{"id": "three"}\n'
        b'{"id": "\xff", "text": "b"}\n{"id": "six", "url": "https://x/6", "html": "<p>c"}\n'
    )
    assert [failed.item.rpartition(", ")[2] for failed in broken(path)] == [
        "line 3",
        "line 4",
        "line 5",
        "line 6",
    ]
    good = [
        item.url for item in open_source(str(path), Wire()).captures() if isinstance(item, Capture)
    ]
    assert good == ["record:one", "https://x/6"]


@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_records_are_read_packed_too_also_from_a_file_that_breaks_off(
    packed: str, tmp_path: Path
) -> None:
    lines = b"".join(b'{"id": "%d", "text": "word %d"}\n' % (n, n * 7919) for n in range(3000))
    pack = gzip.compress if packed == "gz" else zstandard.ZstdCompressor().compress
    whole = tmp_path / f"news.jsonl.{packed}"
    whole.write_bytes(pack(lines))
    assert len(captured(whole)) == 3000
    torn = tmp_path / f"torn.jsonl.{packed}"
    torn.write_bytes(pack(lines)[:-2000])
    assert len(broken(torn)) == 1
    assert 0 < len(list(open_source(str(torn), Wire()).captures())) < 3000


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "latin-1"])
def test_records_in_another_encoding_are_told_to_be_saved_as_utf_8(
    encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes('{"id": "1", "text": "Die Fähre lief auf."}\n'.encode(encoding))
    assert all("save it as that" in each.message for each in broken(path))


def test_an_empty_file_of_records_says_what_was_wanted(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text("\n\n")
    with pytest.raises(EmptySourceError, match="JSON object a line"):
        list(open_source(str(tmp_path / "news.jsonl"), Wire()).captures())
