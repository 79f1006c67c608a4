"""Measure names on own stories: found, with the right kind, as the right one in all reports.

Beside `names_found` and `names`, which have true names or single articles, here the whole way is
measured: names are found in headline and body, put together across the reports of a story, and
have the kind that the dossier gives them. A leading "the" and a closing stop decide nothing;
adjectives of countries are not marked and not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quality.measure import Measure
from quality.partitions import pairs_in
from quality.texts import bare_article, english
from twosource.canonical import digest_of_text
from twosource.model.annotated import Annotated, MentionKind
from twosource.model.identity import BODY, HEADLINE, PartName
from twosource.places import demonym_of
from twosource.stages.annotate import annotate
from twosource.stages.resolve import resolve

FOLDER = Path(__file__).parent / "named"
KINDS: Mapping[str, MentionKind] = {
    "p": "person",
    "o": "organization",
    "l": "place",
    "c": "country",
    "x": "other",
}
_MARK = re.compile(r"(?P<open>[\[{])(?P<kinds>[polcx]+):(?P<who>\w+) (?P<words>[^\]}]+)[\]}]")

Place = tuple[str, PartName, int, int]
"""A report's outlet, the part of its text, and the stretch there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What is marked at a place of a report."""

    who: str
    kinds: frozenset[MentionKind]
    by_name: bool  # False where an office alone means somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What Twosource says of a place of a report."""

    who: str
    kind: MentionKind
    by_name: bool


Story = tuple[tuple[Annotated, ...], Mapping[Place, Marked]]


def stories(folder: Path) -> Iterator[Story]:
    """Yield the stories of a folder: their reports, and what is marked in them."""
    for file in sorted(folder.glob("*.txt")):
        truth: dict[Place, Marked] = {}
        reports = []
        for text in re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            outlet, headline, body = text.strip().split("\n", 2)
            reports.append(
                _read(
                    outlet,
                    _unmarked(headline, outlet, HEADLINE, truth),
                    _unmarked(body, outlet, BODY, truth),
                )
            )
        yield tuple(reports), truth


def found_in(reports: Iterable[Annotated]) -> Mapping[Place, Found]:
    """Return what Twosource finds in the reports of a story, by places."""
    articles = {each.article.id: each for each in reports}
    entities, mentions = resolve(tuple(articles.values()))
    kinds = {each.id: each.kind for each in entities}
    named = {(each.article.id, mark.span) for each in articles.values() for mark in each.mentions}
    found = {}
    for each in mentions:
        article = articles[each.article].article
        span = each.span
        place = _bare(article.outlet, span.part, article.part_text(span.part), span.start, span.end)
        found[place] = Found(
            who=each.entity, kind=kinds[each.entity], by_name=(each.article, span) in named
        )
    return found


def measure(folder: Path) -> Mapping[str, float]:
    """Answer how many names are found, of the right kind and as the right one, and offices."""
    right = typed = found = wanted = together = said_together = meant_together = 0
    offices: Counter[str] = Counter()
    for reports, truth in stories(folder):
        text = {
            (str(each.article.outlet), part): each.article.part_text(part)
            for each in reports
            for part in (HEADLINE, BODY)
        }
        answers = found_in(reports)
        names = {place: each for place, each in truth.items() if each.by_name}
        for place, each in answers.items():
            words = text[place[0], place[1]][place[2] : place[3]]
            if not each.by_name:
                offices["found"] += 1
                offices["right"] += place in truth and _same(place, truth, answers)
            elif place in names or demonym_of(words) is None:
                found += 1
        wanted += len(names)
        offices["wanted"] += len(truth) - len(names)
        right += sum(place in answers for place in names)
        typed += sum(p in answers and answers[p].kind in each.kinds for p, each in names.items())
        ours = {place: answers[place].who if place in answers else str(place) for place in names}
        together += pairs_in((names[place].who, ours[place]) for place in names)
        said_together += pairs_in(ours.values())
        meant_together += pairs_in(each.who for each in names.values())
    return {
        "f1": 2 * right / (found + wanted),
        "typed_f1": 2 * typed / (found + wanted),
        "meant_f1": 2 * together / (said_together + meant_together),
        "meant_precision": together / said_together,
        "offices_f1": 2 * offices["right"] / (offices["found"] + offices["wanted"]),
    }


def _unmarked(marked: str, outlet: str, part: PartName, truth: dict[Place, Marked]) -> str:
    plain, at = "", 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        start, at = len(plain), mark.end()
        plain += mark["words"]
        truth[_bare(outlet, part, plain, start, len(plain))] = Marked(
            who=mark["who"],
            kinds=frozenset(KINDS[each] for each in mark["kinds"]),
            by_name=mark["open"] == "[",
        )
    return plain + marked[at:]


def _bare(outlet: str, part: PartName, text: str, start: int, end: int) -> Place:
    if text[start : start + 4].lower() == "the ":
        start += 4
    return outlet, part, start, end - (text[end - 1] == ".")


def _same(place: Place, truth: Mapping[Place, Marked], answers: Mapping[Place, Found]) -> bool:
    """Return whether most names of whom is meant at a place stand for whom is found there."""
    names = [p for p, each in truth.items() if each.by_name and each.who == truth[place].who]
    agree = sum(p in answers and answers[p].who == answers[place].who for p in names)
    return 2 * agree > len(names)


def _read(outlet: str, headline: str, body: str) -> Annotated:
    url = f"https://{digest_of_text(outlet)}.example/"
    article = bare_article(body, name=outlet, headline=headline, outlet=outlet, url=url)
    return annotate(article, english())


def _measure(half: str) -> Measure:
    return Measure(name=f"named.{half}", corpora=(), run=lambda _: measure(FOLDER / half))


MEASURES = tuple(_measure(half) for half in ("dev", "held_out", "more_dev"))
