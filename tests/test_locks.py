"""Hold the lock files: everything pinned and hashed, no address, nothing under the GPL."""

from __future__ import annotations

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

import pytest

from tests.locks import PIN, declared_names, entries, pins

# Taken as MPL: it offers a choice of three licences, one of which is the GPL.
OFFERS_ANOTHER_LICENCE = {"tld"}


@pytest.mark.parametrize("lock", ["run", "dev", "bench", "uv"])
def test_every_entry_is_pinned_hashed_and_without_an_address(lock: str) -> None:
    lines = entries(lock)
    assert lines
    assert [line for line in lines if not PIN.match(line) or "--hash=sha256:" not in line] == []
    assert [line for line in lines if "/" in line.split("--hash")[0]] == []


def test_each_set_holds_the_one_before_in_the_same_versions() -> None:
    assert pins("run") <= pins("dev") <= pins("bench")


def test_the_lock_pins_every_declared_library() -> None:
    assert declared_names() <= {name for name, _ in pins("run")}


def test_the_default_install_has_no_gpl_part_and_no_torch() -> None:
    names = {name for name, _ in pins("run")}
    assert "torch" not in names
    assert [name for name in sorted(names - OFFERS_ANOTHER_LICENCE) if _is_gpl(name)] == []


def _is_gpl(name: str) -> bool:
    try:
        about = metadata(name)
    except PackageNotFoundError:  # pinned for another system only
        return False
    return any(
        re.search(r"(?<!L)GPL|(?<!Lesser )General Public", words) for words in _licence(about)
    )


def _licence(about: PackageMetadata) -> list[str]:
    classifiers = about.get_all("Classifier") or []
    return [
        *(about.get_all("License-Expression") or []),
        # Some libraries give the whole licence here; its first line names it.
        *(text.split("\n")[0] for text in about.get_all("License") or []),
        *(line for line in classifiers if line.startswith("License ::")),
    ]
