"""Measure how long each command takes that only shows what is held: on the example's store.

`python -m bench.starting`. CPU seconds of the whole process, Python's own start included, the least
of five runs each; beside them what the interpreter itself takes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from twosource.archive import open_archive
from twosource.example import EXAMPLE_ROOT
from twosource.settings import Settings

ID = 32  # letters of an id, of which eight tell it
RUNS = 5
TWOSOURCE = (sys.executable, "-m", "twosource")


def main() -> None:
    """Print a line for each command."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "news.db")
        subprocess.run(
            [*TWOSOURCE, "add", f"folder:{EXAMPLE_ROOT}", "--store", store],
            capture_output=True,
            check=False,  # some of the example's pages are damaged, so it ends with 1
        )
        with open_archive(Settings(store=store)) as archive:
            dossier = max(
                (archive.dossier(story.id) for story in archive.stories()),
                key=lambda each: len(each.sources),
            )
        story, claim = dossier.story, dossier.claims[0].id
        one, other = (source.article for source in dossier.sources[:2])
        held = [
            ["stories"],
            ["show", story],
            ["show", story, "--as", "html"],
            ["sources"],
            ["storyline", story],
            ["why", claim],
            ["why", one, other],
            ["verify", story],
        ]
        _tell("python -c pass", [sys.executable, "-c", "pass"])
        for words in [["--version"], ["--help"], *([*words, "--store", store] for words in held)]:
            _tell(_short(words), [*TWOSOURCE, *words])


def _short(words: list[str]) -> str:
    shown = words[: words.index("--store")] if "--store" in words else words
    return " ".join(word[:8] if len(word) == ID else word for word in ["twosource", *shown])


def _tell(name: str, command: list[str]) -> None:
    print(f"{name:<40} {min(_cpu_seconds(command) for _ in range(RUNS)):.2f} s", flush=True)


def _cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
