"""Hold every export to the door's contract: pure, total, and safe against what sources wrote."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.exports.sample import bare, sample
from tests.imports import ROOT
from twosource.canonical import digest_of_bytes
from twosource.errors import UnknownPartError
from twosource.exports import EXPORTS

BUILT_IN = ("csv", "html", "json", "markdown", "text")
SHOWN = ("html", "markdown", "text")
FORBIDDEN = ("confirmed", "is true", "is false", "bias")


def test_all_built_in_exports_are_named() -> None:
    assert set(BUILT_IN) <= set(EXPORTS.names())


def test_unknown_export_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownPartError) as caught:
        EXPORTS.open("papyrus")
    assert {"html", "text"} <= set(caught.value.known)


@pytest.mark.parametrize("name", BUILT_IN)
def test_export_is_known_by_its_own_name_and_suffix(name: str) -> None:
    export = EXPORTS.open(name)
    assert export.name == name
    assert export.suffix.startswith(".")
    assert "/" in export.media_type


@pytest.mark.parametrize("name", BUILT_IN)
def test_equal_dossiers_give_equal_bytes(name: str) -> None:
    assert EXPORTS.open(name).write(sample()) == EXPORTS.open(name).write(sample())


@pytest.mark.parametrize("name", BUILT_IN)
def test_dossier_with_nothing_but_a_headline_can_be_written(name: str) -> None:
    assert EXPORTS.open(name).write(bare()).decode()


@pytest.mark.parametrize("name", SHOWN)
def test_no_export_judges_what_is_told(name: str) -> None:
    page = EXPORTS.open(name).write(sample()).decode().lower()
    assert not [word for word in FORBIDDEN if word in page]


@pytest.mark.parametrize("name", SHOWN)
def test_every_export_says_what_verification_means(name: str) -> None:
    page = EXPORTS.open(name).write(sample()).decode()
    assert "The words stand in the captured text." in page
    assert "This says nothing of whether they are true." in page


@pytest.mark.parametrize("name", [*SHOWN, "csv"])
def test_control_and_turning_characters_of_sources_are_left_out(name: str) -> None:
    page = EXPORTS.open(name).write(sample()).decode()
    assert not {"\x1b", "\x07", "\u202e"} & set(page)


def test_bytes_do_not_hang_on_the_hash_seed() -> None:
    assert _digests("1") == _digests("2")


def _digests(seed: str) -> str:
    code = (
        "from tests.exports.sample import sample\n"
        "from twosource.canonical import digest_of_bytes\n"
        "from twosource.exports import EXPORTS\n"
        f"print([digest_of_bytes(EXPORTS.open(n).write(sample())) for n in {BUILT_IN!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert digest_of_bytes(EXPORTS.open("json").write(sample())) in done.stdout
    return done.stdout
