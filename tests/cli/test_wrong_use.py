"""What cannot be read, is not held or was asked for wrongly is told in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import Run, lines


def test_a_draft_that_is_no_text_is_refused_with_a_sentence(run: Run, place: Path) -> None:
    (place / "draft.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = run("check", "draft.txt", "--store", "news.db")
    assert (done.returncode, "draft.txt" in done.stderr) == (1, True)


def test_a_draft_may_be_in_another_encoding_than_utf_8(run: Run, place: Path) -> None:
    (place / "draft.txt").write_bytes("The café reopened.".encode("cp1252"))
    done = run("check", "draft.txt", "--store", "news.db")
    assert done.stdout.startswith("The café reopened.")


def test_a_missing_path_an_empty_folder_and_an_unknown_source_are_told_apart(
    run: Run, tmp_path: Path
) -> None:
    store = f"sqlite:{tmp_path / 'other.db'}"
    missing = run("add", "no/such/page.html", "--store", store)
    assert (missing.returncode, "no/such/page.html" in missing.stderr) == (2, True)
    (tmp_path / "empty").mkdir()
    empty = run("add", str(tmp_path / "empty"), "--store", store)
    assert (empty.returncode, "saved pages" in empty.stderr) == (1, True)
    unknown = run("add", "pigeon:roof", "--store", store)
    assert (unknown.returncode, "folder" in unknown.stderr) == (2, True)


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(run: Run) -> None:
    done = run("export", "--to", "news.db/folder", "--store", "news.db")
    assert done.returncode == 1
    assert "news.db/folder" in done.stderr


def test_nothing_to_check_is_wrong_use(run: Run) -> None:
    assert run("check", "  ", "--store", "news.db").returncode == 2


def test_an_unknown_export_lists_the_known_ones(run: Run, story: str) -> None:
    done = run("show", story, "--as", "stone", "--store", "news.db")
    assert done.returncode == 2
    assert "markdown" in done.stderr


def test_an_unknown_setting_names_the_nearest(run: Run, place: Path) -> None:
    (place / "twosource.toml").write_text("[dosier]\nsummary_sentences = 3\n")
    try:
        done = run("stories", "--store", "news.db")
    finally:
        (place / "twosource.toml").unlink()
    assert done.returncode == 2
    assert "dossier" in done.stderr


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\ufeff[dosier]\n".encode(), "did you mean 'dossier'?"),
        ("# Grüße\n".encode("latin-1"), "is no UTF-8 text; save it as that"),
        (b'outlets = "bytes.toml"\n', "bytes.toml is no UTF-8 text; save it as that"),
    ],
)
def test_settings_in_whatever_bytes_are_read_or_refused_with_a_sentence(
    written: bytes, told: str, run: Run, place: Path
) -> None:
    (place / "bytes.toml").write_bytes("# Grüße".encode("latin-1"))
    (place / "twosource.toml").write_bytes(written)
    try:
        done = run("lineages", "--store", "news.db")
    finally:
        (place / "twosource.toml").unlink()
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_screen_that_knows_few_letters_is_shown_question_marks(run: Run) -> None:
    done = run("check", "Café Łódź reopened.", "--store", "news.db", PYTHONIOENCODING="ascii")
    assert done.stdout.startswith("Caf? ??d? reopened.")


def test_a_broken_line_fails_alone_and_by_its_number(run: Run, place: Path) -> None:
    record = {"id": "a", "headline": "Zembla votes", "text": "The parliament voted. " * 20}
    (place / "news.jsonl").write_text(json.dumps(record) + "\n{broken\n")
    done = run("add", "news.jsonl", "--store", "records.db")
    assert done.returncode == 1
    failures = run("failures", "--store", "records.db")
    assert "line 2" in failures.stdout
    assert len(lines(run("stories", "--store", "records.db", "--json"))) == 1


def test_bytes_that_are_no_text_are_refused_with_a_sentence(run: Run, place: Path) -> None:
    (place / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = run("extract", "picture.html")
    assert done.returncode == 1
    assert "picture.html" in done.stderr


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (["show", "000000"], "no story '000000'; twosource stories lists them", 1),
        (
            ["why", "zzz"],
            "no claim or story 'zzz'; see twosource stories, twosource claims STORY",
            1,
        ),
        (["why", "{article}", "zzz"], "no article 'zzz'; wanted its id", 1),
        (["why", "{article}", "{article}"], "both names are of one article, '", 2),
        (["judge", "same", "{article}", "{article}"], "both names are of one article, '", 2),
        (["judge", "related", "{story}", "{article}"], "both names are of one story, '", 2),
        (["judge", "same", "{article}"], "wanted judge same|different", 2),
        (["show", "{story}", "--revision", "9"], "no revision 9 of story '", 1),
        (["show", "{story}", "--revision", "9" * 30], "of story '", 1),
        (["show", "\udcff"], "is no text; wanted UTF-8", 2),
        (["changes", "--since", "yesterday"], "wanted a day as 2026-11-22", 2),
        (["changes", "--since", "9999-12-31T23:59-23:00"], "wanted a day as 2026-11-22", 2),
        (["check", "draft.text"], "draft.text: not there; wanted a claim in quotes", 2),
        (["verify", "no-dossier.json"], "no-dossier.json: not there; wanted a story's id", 2),
        (["add", "x", "--from", "monday"], "'monday' is no day; wanted one as 2026-11-22", 2),
        (["export", "--to", "news.db"], "is a file", 2),
        (["sources", "--drop", "feed:x"], "no source 'feed:x'; twosource sources lists them", 1),
        (["add", ""], "'': not there; wanted a path or an address", 2),
        (["add", "folder:news.db"], "news.db: a file; wanted a folder of saved pages", 2),
        (["add", "jsonl:."], ".: a folder; wanted a JSON Lines file", 2),
        (["add", "folder:"], "'folder:': not there", 2),
        (["judge"], "judge --help.", 2),
        (["stores"], "No such command 'stores'", 2),
        (["stories", "--jsn"], "Did you mean '--json'? See", 2),
    ],
)
def test_what_is_asked_for_wrongly_is_told_in_a_sentence(
    words: list[str], told: str, code: int, run: Run
) -> None:
    [*_, story] = lines(run("stories", "--store", "news.db", "--json"))
    named = [word.format(story=story["id"], article=story["articles"][0]) for word in words]
    store = [] if words == ["stores"] else ["--store", "news.db"]
    done = run(*named, *store)
    assert (done.returncode, told in done.stderr) == (code, True), done.stderr


def test_to_ask_a_store_that_is_not_there_makes_none(run: Run, place: Path) -> None:
    done = run("stories", "--store", "nwes.db")
    assert (done.returncode, "no store is there" in done.stderr) == (1, True)
    assert not (place / "nwes.db").exists()


def test_a_packed_file_that_is_none_cannot_be_read(run: Run, place: Path) -> None:
    (place / "plain.jsonl.gz").write_text("no gzip")
    done = run("add", "jsonl:plain.jsonl.gz", "--store", "empty.db")
    assert done.returncode == 1
    assert "line 1: cannot be read" in done.stderr
    assert done.stdout == "Nothing new; 1 could not be read.\n"


def test_a_saved_page_is_no_draft_and_its_text_is_named(run: Run, place: Path) -> None:
    (place / "draft.html").write_text("<html><body><p>The bridge is closed.</p></body></html>")
    done = run("check", "draft.html", "--store", "news.db")
    assert done.returncode == 1
    assert "draft.html: a web page; twosource extract prints its text" in done.stderr
    assert not done.stdout
    (place / "draft.txt").write_text("<draft two> The bridge is closed.")
    assert "a web page" not in run("check", "draft.txt", "--store", "news.db").stderr
