"""Measure names found: are the stretches that annotators call names found, exactly, and as what?

Only labels that hold a capital count, without the descriptions and pronouns that stand for a
name. Where a name stands within a name ("President Bush", "Bush"), either is right, and once. A
leading "the" and a closing stop ("Inc.") decide nothing. Adjectives of countries ("Iraqi") are
labelled in one set and not in another, so they are right where labelled and not counted where
not. Typed figures count a name only if its kind is among those its label allows; labels of other
kinds than person, body and place take any kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.texts import bare_article, english, rows
from twosource.model.annotated import MentionKind
from twosource.places import demonym_of
from twosource.stages.annotate.mentions import find_mentions
from twosource.stages.annotate.parts import passages_of

Name = tuple[int, int, MentionKind]

PERSON, BODY, PLACE = "Q215627", "Q43229", "Q27096213"
KINDS: Mapping[str, frozenset[MentionKind]] = {
    PERSON: frozenset({"person"}),
    BODY: frozenset({"organization"}),
    PLACE: frozenset({"place", "country"}),
}
NOT_NAMES = frozenset({"QUANTITY", "DATETIME"})


def find(text: str) -> list[Name]:
    """Return the names that Twosource marks in a text."""
    language = english()
    passages = passages_of(bare_article(text), language)
    mentions = find_mentions(passages, (), language)
    return [(each.span.start, each.span.end, each.kind) for each in mentions]


def measured(path: Path, find: Callable[[str], list[Name]]) -> Mapping[str, float]:
    """Answer F1 of names found, with and without regard to their kind, and their two halves."""
    right = typed = found = wanted = 0
    for row in rows(path):
        groups = list(_groups(row))
        begin, end = row.get("evaluation_span") or (0, len(row["text"]))
        names = [each for each in find(row["text"]) if begin <= each[0] and each[1] <= end]
        places = {_bare(row["text"], each[0], each[1]): each[2] for each in names}
        labelled = {place for group in groups for place in group}
        found += sum(
            place in labelled or demonym_of(row["text"][slice(*place)]) is None for place in places
        )
        wanted += len(groups)
        for group in groups:
            hit = next((place for place in group if place in places), None)
            right += hit is not None
            typed += hit is not None and (not group[hit] or places[hit] in group[hit])
    return {
        "f1": 2 * right / (found + wanted),
        "typed_f1": 2 * typed / (found + wanted),
        "precision": right / found,
        "recall": right / wanted,
    }


def _groups(row: Mapping[str, Any]) -> Iterator[dict[tuple[int, int], frozenset[MentionKind]]]:
    """Yield each outermost label with those inside it, as places and the kinds allowed there."""
    text = row["text"]
    labels = [each for each in row["labels"] if _is_name(each, text)]
    for outer in labels:
        if any(_holds(other["span"], outer["span"]) for other in labels if other is not outer):
            continue
        yield {
            _bare(text, *each["span"]): _allowed(each["type"])
            for each in labels
            if each is outer or _holds(outer["span"], each["span"])
        }


def labelled_in(row: Mapping[str, Any]) -> frozenset[str]:
    """Return what annotators label as names in a row, as it is written there."""
    places = (place for group in _groups(row) for place in group)
    return frozenset(row["text"][start:end] for start, end in places)


def _is_name(label: Mapping[str, Any], text: str) -> bool:
    words = text[slice(*label["span"])]
    return (
        not label.get("coref")
        and label["type"] not in NOT_NAMES
        and any(letter.isupper() for letter in words)
    )


def _holds(outer: Sequence[int], inner: Sequence[int]) -> bool:
    return bool(outer[0] <= inner[0] and inner[1] <= outer[1])


def _allowed(label: str) -> frozenset[MentionKind]:
    return frozenset(kind for part in label.split("|") for kind in KINDS.get(part, ()))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start : start + 4].lower() == "the ":
        start += 4
    return start, end - (text[end - 1] == ".")


def _measure(name: str) -> Measure:
    corpus = f"names-{name}.jsonl.gz"
    return Measure(
        name=f"names_found.{name}",
        corpora=(corpus,),
        run=lambda data: measured(data / corpus, find),
    )


MEASURES: Iterable[Measure] = tuple(_measure(name) for name in ("msnbc", "newsfair-dev"))
