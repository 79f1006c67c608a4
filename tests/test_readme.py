"""The README shows what comes out, names what there is, and leads to pages that exist."""

from __future__ import annotations

import re

from quality.example import run_example
from tests.imports import ROOT
from twosource.cli.commands import COMMANDS
from twosource.exports.text import write_text

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_dossier_in_the_readme_is_one_that_comes_out() -> None:
    [shown] = re.findall(r"```text\n(.*?)```", README, re.S)
    lines = [line for line in shown.splitlines() if line.strip()]
    assert len(lines) > 30
    texts = [write_text(dossier).decode() for dossier in run_example().dossiers]
    [text] = [each for each in texts if lines[0] in each]
    told = set(text.splitlines())
    assert [line for line in lines if line not in told] == []


def test_every_page_the_docs_lead_to_exists() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_stands_in_the_docs() -> None:
    docs = README + "".join(
        page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")
    )
    assert [name for name in COMMANDS if f"twosource {name}" not in docs] == []
