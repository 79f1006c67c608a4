"""Hold the published JSON Schema to the values, and real output to the schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.exports.sample import bare, sample
from tests.exports.sample_articles import FJORD, GAZETTE, NORDA
from tests.factories import annotated, span_of
from tests.imports import ROOT
from twosource.canonical import to_bytes
from twosource.exports.json import write_json
from twosource.exports.schema import PUBLISHED, schema_bytes
from twosource.model.annotated import Figure, Mention, Quote, TimeMention

FOLDER = ROOT / "docs" / "schema"

MARKED = annotated(
    NORDA,
    mentions=(Mention(span=span_of(NORDA, "Sigrun Haldorsen"), kind="person"),),
    quotes=(
        Quote(
            content=(span_of(NORDA, "“We will not reopen the line"),),
            speaker=span_of(NORDA, "Sigrun Haldorsen"),
            kind="direct",
        ),
    ),
    figures=(Figure(span=span_of(NORDA, "214"), value=214.0, unit="person", of="passengers"),),
    times=(
        TimeMention(
            span=span_of(NORDA, "Tuesday"), type="DATE", value="2026-03-03", granularity="day"
        ),
    ),
)


def validator(name: str) -> Draft202012Validator:
    """Return a validator of the published file, which must itself be a schema."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.golden
@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schema_is_that_of_the_values(name: str, accept: bool) -> None:
    """A changed field, or its words, must be published: ./run.sh golden --accept."""
    published = FOLDER / f"{name}.json"
    if accept:
        published.write_bytes(schema_bytes(name))
    assert published.read_bytes() == schema_bytes(name), "run ./run.sh golden --accept"


@pytest.mark.parametrize("dossier", [sample(), bare()])
def test_written_dossier_follows_the_schema(dossier: object) -> None:
    errors = validator("dossier").iter_errors(json.loads(to_bytes(dossier)))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("article", [NORDA, FJORD, GAZETTE])
def test_written_article_follows_the_schema(article: object) -> None:
    errors = validator("article").iter_errors(json.loads(to_bytes(article)))
    assert [error.message for error in errors] == []


def test_written_annotations_follow_the_schema() -> None:
    errors = validator("annotated").iter_errors(json.loads(to_bytes(MARKED)))
    assert [error.message for error in errors] == []


def test_dossier_without_its_sources_breaks_the_schema() -> None:
    broken = json.loads(write_json(sample()))
    del broken["sources"]
    assert not validator("dossier").is_valid(broken)


def test_citation_with_words_missing_breaks_the_schema() -> None:
    broken = json.loads(write_json(sample()))
    del broken["headline"]["citations"][0]["words"]
    assert not validator("dossier").is_valid(broken)
