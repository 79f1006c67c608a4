"""Measure whether names that mean the same are put together, with the names given as truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.partitions import pairs_in
from quality.texts import bare_article, english, rows
from twosource.canonical import digest
from twosource.model.annotated import Mention
from twosource.model.identity import ArticleId, Span
from twosource.stages.annotate import annotate
from twosource.stages.resolve import Named, group_names

# Words that may stand in a name without a capital.
SMALL_WORDS = frozenset(
    ("the", "a", "an", "of", "and", "for", "de", "la", "von", "van", "al", "mr.", "mrs.", "ms.")
)


@dataclass(frozen=True, slots=True)
class Given:
    """A name of the truth: where it stands and which entity it is."""

    named: Named
    entity: str


def _elevant(data: Path, name: str) -> Iterator[list[Given]]:
    """Yield one list of names for each article: named, in Wikidata, no pronoun or description."""
    for row in rows(data / name):
        labels = [each for each in row["labels"] if _is_named(each)]
        spans = [(each["span"][0], each["span"][1], each["entity_id"]) for each in labels]
        yield list(_given(str(row["id"]), row["text"], spans))


def _is_named(label: Mapping[str, Any]) -> bool:
    entity = label["entity_id"]
    known = entity.startswith("Q") and entity != "QUANTITY"
    return known and not label.get("coref") and label.get("parent") is None


def _newswcl50(data: Path, name: str) -> Iterator[list[Given]]:
    """Yield one list for each event, over all its outlets: named actors, countries and groups.

    Named means that every word but articles and honorifics has a capital: descriptions
    ("South Korean government official") are another task. A chain may hold two mentions of one
    span ("North and South Korea").
    """
    events: dict[str, list[Given]] = defaultdict(list)
    for row in rows(data / name):
        spans = [
            (each["start"], each["end"], each["chain"])
            for each in row["mentions"]
            if each["type"] in ("ACTOR", "COUNTRY", "GROUP")
            and _has_capitals(row["text"][each["start"] : each["end"]])
        ]
        events[str(row["event"])] += _given(str(row["id"]), row["text"], spans)
    yield from (events[event] for event in sorted(events))


def _has_capitals(words: str) -> bool:
    own = [word for word in words.split() if word.lower() not in SMALL_WORDS]
    return bool(own) and all(word[:1].isupper() for word in own)


def _given(article: str, text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Given]:
    """Yield the true names with kind, title and country as annotate sees them there."""
    mentions = _mentions(text)
    for start, end, entity in spans:
        span = Span(start=start, end=end)
        named = Named(article=ArticleId(article), span=span, words=text[start:end])
        beside = [each for each in mentions if each.span.touches(span)]
        best = max(beside, key=lambda each: _shared(each.span, span), default=None)
        # "North Korean leader" is no country, though it holds one
        least = 0.8 if best is not None and best.kind == "country" else 0.5
        if best is not None and _shared(best.span, span) >= least * len(span):
            named = replace(named, kind=best.kind, country=best.country, country_acts=best.acts)
        yield Given(named=named, entity=entity)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _mentions(text: str) -> tuple[Mention, ...]:
    return annotate(bare_article(text, name=digest(text)), english()).mentions


def _score(groups: Iterator[list[Given]]) -> Mapping[str, float]:
    """Return precision, recall and F1 over all pairs of names within an article or event."""
    right = found = true = 0
    for given in groups:
        answers = group_names([each.named for each in given])
        right += pairs_in(zip(answers, (each.entity for each in given), strict=True))
        found += pairs_in(answers)
        true += pairs_in(each.entity for each in given)
    return {
        "pairwise_f1": 2 * right / (found + true),
        "pairwise_precision": right / found,
        "pairwise_recall": right / true,
    }


def _measure(name: str, corpus: str, read: Callable[[Path, str], Iterator[list[Given]]]) -> Measure:
    return Measure(
        name=f"names.{name}", corpora=(corpus,), run=lambda data: _score(read(data, corpus))
    )


MEASURES: tuple[Measure, ...] = (
    _measure("msnbc", "names-msnbc.jsonl.gz", _elevant),
    _measure("newsfair-dev", "names-newsfair-dev.jsonl.gz", _elevant),
    _measure("newswcl50-even", "names-newswcl50-even.jsonl.gz", _newswcl50),
)
