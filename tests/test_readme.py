"""The README shows what comes out, names what there is, and leads to pages that exist."""

from __future__ import annotations

import re

from quality.example import run_example
from tests.imports import ROOT
from twosource.cli.commands import COMMANDS
from twosource.exports.claim import claim_text
from twosource.exports.text import write_text

README = (ROOT / "README.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


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


def test_every_page_is_listed_among_the_pages() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"({page})" not in listed] == []


def test_every_file_the_docs_name_stands_in_the_project() -> None:
    files = [
        f"/{path.relative_to(ROOT).as_posix()}"
        for folder in ("src", "tests", "quality", "bench", "docs")
        for path in (ROOT / folder).rglob("*.*")
    ]
    named = re.compile(r"`([\w/]*\w\.(?:py|toml|tsv|gz))`")
    missing = [
        f"{page.name}: {name}"
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for name in named.findall(page.read_text(encoding="utf-8"))
        if name != "twosource.toml" and not any(file.endswith(f"/{name}") for file in files)
    ]
    assert missing == []


def test_what_the_tutorial_names_and_quotes_comes_out() -> None:
    run = run_example()
    claims = {each.id: (each, dossier) for dossier in run.dossiers for each in dossier.claims}
    known = [*run.articles, *(story.id for story in run.stories), *claims]
    named = re.findall(r"\b[0-9a-f]{8}\b", TUTORIAL)
    assert len(named) > 5
    assert [each for each in named if not any(one.startswith(each) for one in known)] == []
    [quoted] = re.findall(r"^> ([0-9a-f]{8})\n((?:> .*\n)+?)>     normal:", TUTORIAL, re.M)
    [told] = [claim_text(*claims[each]) for each in claims if each.startswith(quoted[0])]
    lines = [line.removeprefix(">").strip() for line in quoted[1].splitlines()]
    flat = " ".join(told.split())
    assert [line for line in lines if line != "…" and line not in flat] == []


def test_every_command_stands_in_the_docs() -> None:
    docs = README + "".join(
        page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")
    )
    assert [name for name in COMMANDS if f"twosource {name}" not in docs] == []
