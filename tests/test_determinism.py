"""The same pages give the same bytes, however they are ordered, spread and hashed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.example import EXAMPLE_ROOT

DIGEST_OF_A_RUN = """
import sys
from pathlib import Path
from twosource import Settings, open_newsroom
from twosource.canonical import digest

if __name__ == "__main__":
    engine, folder = sys.argv[1:]
    outlets = (Path(folder) / "outlets.toml").read_text(encoding="utf-8")
    settings = Settings(store="sqlite::memory:", engine=engine)
    with open_newsroom(settings=settings, more_outlets=outlets) as newsroom:
        newsroom.update(f"folder:{folder}")
        revisions = [newsroom.revision(story.id) for story in newsroom.stories()]
        print(len(revisions), digest((revisions, newsroom.lineages())))
"""


def shuffled(folder: Path, seed: int) -> Path:
    """Return a copy of the example whose pages come in another order."""
    shutil.copytree(EXAMPLE_ROOT, folder)
    listed = folder / "captures.jsonl"
    lines = listed.read_text(encoding="utf-8").splitlines()
    random.Random(seed).shuffle(lines)
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def digest_of_run(folder: Path, engine: str, hash_seed: int, scripts: Path) -> str:
    script = scripts / "digest_of_a_run.py"
    script.write_text(DIGEST_OF_A_RUN)
    done = subprocess.run(
        [sys.executable, str(script), engine, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_engine_order_and_hash_seed_leave_no_trace(tmp_path: Path) -> None:
    plain = digest_of_run(EXAMPLE_ROOT, "serial", 0, tmp_path)
    assert int(plain.split()[0]) >= 5
    one = shuffled(tmp_path / "one", seed=1)
    assert digest_of_run(one, "processes", 1, tmp_path) == plain
    other = shuffled(tmp_path / "other", seed=2)
    assert digest_of_run(other, "serial", 2, tmp_path) == plain
