"""Measure statements and informants of whole dossiers on our own stories, told by several outlets.

A passage that tells a statement is *right* when the dossier's statement on it has its speaker and
sense; the grouping of the right ones is scored by B-cubed, where a passage that no statement lies
on lacks recall and a citation on no labelled passage lacks precision. *Whole* statements are those
of which every passage, the speaker and the sense are right.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from quality.example import names_one
from quality.measure import Measure
from twosource.model.acquired import Article
from twosource.model.annotated import Sense
from twosource.model.cited import Citation
from twosource.model.claimed import Claim, Informant
from twosource.model.dossier import Dossier, Statement
from twosource.newsroom import open_newsroom
from twosource.settings import Settings

STORIES = Path(__file__).parent / "told"
LEAST_OVERLAP = 0.5  # shared letters over those of the shorter of passage and citation
NAMED = frozenset({"body", "person"})  # kinds of informants whose name must be right

_MARK = re.compile(r"\[(?P<statement>\d+)?(?P<informant>[a-z])? (?P<words>[^\[\]]*)\]")
_STATEMENT = re.compile(r"(?P<number>\d+)(?P<sense>[-?~])? (?:=(?P<same>\d+)|(?P<speaker>.+))")
_INFORMANT = re.compile(r"(?P<letter>[a-z]) (?P<kind>[a-z]+) (?P<name>.+)")
_PAGE = re.compile(r"== (?P<outlet>\S+) (?P<time>\S+) \| (?P<headline>.+)")
_SENSES: dict[str, Sense] = {"-": "denied", "?": "asked", "~": "supposed"}

Place = tuple[str, int]
"""A letter: the page's address and its offset in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A labelled passage of a page."""

    letters: frozenset[Place]
    statement: str  # story and number; "" where it is nobody's words
    informant: str  # story and letter; "" where no informant is labelled


@dataclass(slots=True)
class Labels:
    """What the files say."""

    pages: list[dict[str, str]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    speakers: dict[str, str] = field(default_factory=dict)
    senses: dict[str, Sense] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    informants: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The labels, and the dossiers over the same pages."""

    labels: Labels
    dossiers: tuple[Dossier, ...]
    claims: tuple[Claim, ...]  # all of them: a dossier has room for the best carried only
    articles: Mapping[str, Article]


@cache
def labels_of(folder: str) -> Labels:
    """Return the labels of a folder's stories."""
    labels = Labels()
    for file in sorted((STORIES / folder).glob("*.txt")):
        _read_story(file.stem, file.read_text(encoding="utf-8"), labels)
    return labels


def _read_story(story: str, text: str, labels: Labels) -> None:
    url, paragraphs = "", ""
    for line in text.split("\n"):
        if page := _PAGE.fullmatch(line):
            url, paragraphs = f"https://{page['outlet']}.example/{story}", ""
            labels.pages.append(
                {
                    "id": url,
                    "url": url,
                    "headline": page["headline"],
                    "published": page["time"],
                    "language": "en",
                    "text": "",
                }
            )
        elif url and line.strip():
            paragraphs += ("\n\n" if paragraphs else "") + line.strip()
            labels.pages[-1]["text"] = _without_marks(paragraphs)
        elif found := _STATEMENT.fullmatch(line):
            key = f"{story} {found['number']}"
            if found["same"]:
                labels.same[key] = f"{story} {found['same']}"
            else:
                labels.speakers[key] = found["speaker"]
                labels.senses[key] = _SENSES.get(found["sense"] or "", "asserted")
        elif found := _INFORMANT.fullmatch(line):
            labels.informants[f"{story} {found['letter']}"] = found["kind"], found["name"]
        if url and line.strip() and not page:
            _mark_last(story, url, paragraphs, line.strip(), labels)


def _mark_last(story: str, url: str, marked: str, line: str, labels: Labels) -> None:
    begin = len(_without_marks(marked)) - len(_without_marks(line))
    for mark in _MARK.finditer(line):
        start = begin + len(_without_marks(line[: mark.start()]))
        words = mark["words"]
        key = f"{story} {mark['statement']}" if mark["statement"] else ""
        while key in labels.same:
            key = labels.same[key]
        labels.passages.append(
            Passage(
                letters=frozenset(
                    (url, start + i) for i, each in enumerate(words) if each.isalnum()
                ),
                statement=key,
                informant=f"{story} {mark['informant']}" if mark["informant"] else "",
            )
        )


def _without_marks(marked: str) -> str:
    return _MARK.sub(lambda mark: mark["words"], marked)


@cache
def run(folder: str) -> Result:
    """Read, link and publish the stories of a folder in memory."""
    labels = labels_of(folder)
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "pages.jsonl"
        file.write_text("\n".join(map(json.dumps, labels.pages)), encoding="utf-8")
        with open_newsroom("sqlite::memory:", settings=Settings(engine="serial")) as newsroom:
            newsroom.update(f"jsonl:{file}")
            stories = newsroom.stories()
            ids = [article for story in stories for article in story.articles]
            return Result(
                labels=labels,
                dossiers=tuple(newsroom.dossier(story.id) for story in stories),
                claims=tuple(claim for story in stories for claim in newsroom.claims(story.id)),
                articles=dict(zip(ids, newsroom.articles(ids), strict=True)),
            )


def measure_statements(folder: str, data: Path) -> Mapping[str, float]:
    """Return how well statements are told once, by whom and in which sense."""
    result = run(folder)
    wanted = [each for each in result.labels.passages if each.statement]
    told = [statement for dossier in result.dossiers for statement in dossier.statements]
    cited = [_letters(_citations(statement), result) for statement in told]
    on = [_best(passage.letters, cited) for passage in wanted]
    right = [
        at is not None and _is_right(told[at], passage.statement, result.labels)
        for at, passage in zip(on, wanted, strict=True)
    ]
    stray = sum(  # citations on what is nobody's words
        not any(_shares(letters, passage.letters) for passage in wanted)
        for each in cited
        for letters in each
    )
    precision, recall = _b_cubed(wanted, on, right, stray)
    return {
        "passages_right": sum(right) / len(wanted),
        "bcubed_f1": 2 * precision * recall / (precision + recall),
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "whole": _whole(wanted, on, right) / len({each.statement for each in wanted}),
    }


def measure_informants(folder: str, data: Path) -> Mapping[str, float]:
    """Return how often a passage's informant is right, over the passages that stand in claims."""
    result = run(folder)
    wanted = [each for each in result.labels.passages if each.informant]
    carriages = [
        carriage
        for claim in result.claims
        if claim.kind == "so"
        for position in claim.positions
        for carriage in position.carriages
    ]
    cited = [_letters([each.citation], result) for each in carriages]
    on = [_best(passage.letters, cited) for passage in wanted]
    kinds = [
        at is not None
        and carriages[at].informant.kind == result.labels.informants[passage.informant][0]
        for at, passage in zip(on, wanted, strict=True)
    ]
    whole = [
        at is not None
        and kind
        and _names(carriages[at].informant, result.labels.informants[passage.informant])
        for at, kind, passage in zip(on, kinds, wanted, strict=True)
    ]
    found = sum(at is not None for at in on)
    return {
        "kind_f1": 2 * sum(kinds) / (found + len(wanted)),
        "f1": 2 * sum(whole) / (found + len(wanted)),
        "precision": sum(whole) / found,
        "recall": sum(whole) / len(wanted),
    }


def _names(informant: Informant, wanted: tuple[str, str]) -> bool:
    kind, name = wanted
    return kind not in NAMED or names_one(informant.name, name)


def _citations(statement: Statement) -> list[Citation]:
    return [each for wording in statement.wordings for each in wording.text.citations]


def _letters(citations: Iterable[Citation], result: Result) -> list[frozenset[Place]]:
    return [
        frozenset(
            (article.url, i)
            for i in range(citation.span.start, citation.span.end)
            if article.text[i].isalnum()
        )
        for citation in citations
        if citation.span.part == "body"
        for article in (result.articles[citation.article],)
    ]


def _best(letters: frozenset[Place], cited: Sequence[Sequence[frozenset[Place]]]) -> int | None:
    """Return which of several has the citation that shares most letters with a passage."""
    shared = [
        (len(each & letters), -len(each), -index)
        for index, citations in enumerate(cited)
        for each in citations
        if _shares(each, letters)
    ]
    return -max(shared)[2] if shared else None


def _shares(one: frozenset[Place], other: frozenset[Place]) -> bool:
    return len(one & other) > LEAST_OVERLAP * min(len(one), len(other))


def _is_right(statement: Statement, key: str, labels: Labels) -> bool:
    named = names_one(statement.speaker, labels.speakers[key]) or names_one(
        statement.speaker_words, labels.speakers[key]
    )
    return named and statement.sense == labels.senses[key]


def _b_cubed(
    wanted: Sequence[Passage], on: Sequence[int | None], right: Sequence[bool], stray: int
) -> tuple[float, float]:
    of_label, of_found = defaultdict(set), defaultdict(set)
    for place, (passage, at) in enumerate(zip(wanted, on, strict=True)):
        of_label[passage.statement].add(place)
        if at is not None:
            of_found[at].add(place)
    precise = recalled = 0.0
    for place, (passage, at) in enumerate(zip(wanted, on, strict=True)):
        if at is not None and right[place]:
            common = len(of_label[passage.statement] & of_found[at])
            precise += common / len(of_found[at])
            recalled += common / len(of_label[passage.statement])
    found = sum(at is not None for at in on)
    return precise / (found + stray), recalled / len(wanted)


def _whole(wanted: Sequence[Passage], on: Sequence[int | None], right: Sequence[bool]) -> int:
    of_label, of_found = defaultdict(set), defaultdict(set)
    for passage, at in zip(wanted, on, strict=True):
        of_label[passage.statement].add(at)
        of_found[at].add(passage.statement)
    wrong = {passage.statement for passage, good in zip(wanted, right, strict=True) if not good}
    return sum(
        len(found) == 1 and statement not in wrong and of_found[next(iter(found))] == {statement}
        for statement, found in of_label.items()
    )


STATEMENTS_IN = ("dev", "held_out", "voices_dev", "voices_held_out")
INFORMANTS_IN = (
    "dev",
    "held_out",
    "more_dev",
    "more_held_out",
    "fields_dev",
    "fields_held_out",
    "twenty_dev",
    "twenty_held_out",
    "thirty_dev",
    "sixty_dev",
    "sixty_held_out",
    "voices_dev",
    "voices_held_out",
)

MEASURES = tuple(
    Measure(name=f"told.{folder}.{what}", corpora=(), run=partial(measure, folder))
    for what, measure, folders in (
        ("statements", measure_statements, STATEMENTS_IN),
        ("informants", measure_informants, INFORMANTS_IN),
    )
    for folder in folders
)
