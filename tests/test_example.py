"""The bundled example, read end to end, is held against the truth its makers wrote down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from quality.dossiers import measure_example
from quality.example import claim_on, run_example, truth
from quality.gate import DATA

VIEWS = frozenset({"opinion", "satire"})  # read, but no report of anything
STORIES = [pytest.param(story, id=story["id"]) for story in truth()["stories"]]
TRAPS = [
    pytest.param(claim, id=f"{claim['trap']}-{claim['story']}-{number}")
    for number, claim in enumerate(truth()["claims"])
]


@pytest.fixture(scope="module")
def shares() -> Mapping[str, float]:
    return measure_example(DATA)


def test_the_example_is_as_large_as_it_says() -> None:
    pages = truth()["pages"]
    assert len(pages) >= 36
    assert len({page["outlet"] for page in pages}) >= 14
    assert len({page["published"][:10] for page in pages if page["published"]}) >= 3


def test_every_copy_is_found_and_hangs_below_its_origin(shares: Mapping[str, float]) -> None:
    assert shares["origins"] == 1.0


def test_every_citation_of_every_dossier_stands() -> None:
    assert run_example().broken == ()


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_told_by_as_many_reports_as_were_written(story: Mapping[str, Any]) -> None:
    result = run_example()
    [dossier] = [
        each
        for each in result.dossiers
        if sum(result.page_of[s.article]["story"] == story["id"] for s in each.sources)
        > len(story["files"]) / 2
    ]
    assert dossier.tally.text.startswith(f"{dossier.tally.outlets} outlets, ")
    pages = [result.page_of[source.article] for source in dossier.sources]
    assert {page["story"] for page in pages} == {story["id"]}
    assert dossier.tally.reports == len({origin(p) for p in pages if p["genre"] not in VIEWS})


def origin(page: Mapping[str, Any]) -> str:
    """Return the file of the report that a page comes from, by way of any copies between."""
    files = {each["file"]: each for each in truth()["pages"]}
    while page["origin"]["of"]:
        page = files[page["origin"]["of"]]
    return str(page["file"])


@pytest.mark.parametrize("claim", TRAPS)
def test_no_trap_is_taken_for_better_carried_than_it_is(claim: Mapping[str, Any]) -> None:
    found = claim_on(claim["passages"], run_example())
    if found is not None and found.label.kind == "corroborated":
        assert claim["label"] == "corroborated"
        assert found.label.informants <= claim["informants"]


@pytest.mark.parametrize("block", ["countries", "persons", "organizations", "perspectives"])
@pytest.mark.parametrize("story", STORIES)
def test_every_story_names_whom_and_what_it_touches(story: Mapping[str, Any], block: str) -> None:
    result = run_example()
    best = max(
        result.dossiers,
        key=lambda each: sum(
            result.page_of[s.article]["story"] == story["id"] for s in each.sources
        ),
    )
    assert getattr(best, block)
