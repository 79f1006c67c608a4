"""Lay the reports of a story side by side as the lines in which themes are looked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, CountryCode, Span
from twosource.model.linked import Entity
from twosource.places import EUROPEAN_UNION
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.prose import after_dateline, is_prose
from twosource.stages.dossier.reading import Reading
from twosource.stages.once import once_per_article
from twosource.text.themes import Cue, every_cue

LEAST_COUNTRY = 3  # mentions that put a country into a story
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a report that may be evidence."""

    article: ArticleId
    report: int
    span: Span
    opens: bool  # stands in a headline, a deck or the first sentences
    countries: frozenset[CountryCode]


class ThemeLines:
    """The lines of one article of each report; copies say nothing more than their origin."""

    def __init__(self, reading: Reading) -> None:
        self._articles = _one_of_each_report(reading)
        self.reports = len(self._articles)
        codes = {entity.id: code for entity in reading.entities.values() if (code := _code(entity))}
        lines: list[Line] = []
        holding: dict[Cue, set[int]] = defaultdict(set)
        for number, annotated in enumerate(self._articles):
            read, article = lines_of(annotated), annotated.article.id
            for cue, places in read.cues.items():
                holding[cue].update(len(lines) + place for place in places)
            named: dict[int, set[CountryCode]] = defaultdict(set)
            for span, entity in reading.mentions_of(article):
                if entity in codes:
                    for place in read.naming.get(span, ()):
                        named[place].add(codes[entity])
            lines += [
                Line(
                    article=article,
                    report=number,
                    span=span,
                    opens=place in read.opens,
                    countries=frozenset(named.get(place, ())),
                )
                for place, span in enumerate(read.spans)
            ]
        self.lines = tuple(lines)
        self._holding = {cue: frozenset(places) for cue, places in holding.items()}

    def holding(self, cue: Cue) -> frozenset[int]:
        """Return which lines hold a cue of the bundled themes."""
        return self._holding.get(cue, _NOWHERE)

    def told_by(self, places: Iterable[int]) -> int:
        """Return how many reports the lines at these places belong to."""
        return len({self.lines[place].report for place in places})

    def day(self) -> date | None:
        """Return the day of the first dated report."""
        dates = (each.article.published for each in self._articles)
        return min((each.date() for each in dates if each is not None), default=None)

    def latest_named(self) -> date | None:
        """Return the latest day, month or year that the reports name, by its first day."""
        named = (_first_day(time.value) for each in self._articles for time in each.times)
        return max((each for each in named if each is not None), default=None)

    def opened_with(self, country: CountryCode) -> float:
        """Return the share of the reports that name a country in headline or first sentences."""
        places = (
            k for k, line in enumerate(self.lines) if line.opens and country in line.countries
        )
        return self.told_by(places) / max(1, self.reports)

    def countries(self, share: float) -> list[CountryCode]:
        """Return the countries that so many of the reports name, the most named first."""
        named: Counter[CountryCode] = Counter()
        reports: dict[CountryCode, set[int]] = defaultdict(set)
        for line in self.lines:
            named.update(line.countries)
            for code in line.countries:
                reports[code].add(line.report)
        kept = [
            code
            for code in named
            if named[code] >= LEAST_COUNTRY and len(reports[code]) >= share * self.reports
        ]
        return sorted(kept, key=lambda code: (-named[code], code))


def _first_day(value: str) -> date | None:
    found = _DATE.match(value)
    if found is None:
        return None
    year, month, day = (int(each or 1) for each in found.groups())
    return date(year, month, min(day, 28))  # "2023-02-30" is read as it stands


def _one_of_each_report(reading: Reading) -> list[Annotated]:
    """Return one article of each report, the first that is news; any article if there is none."""
    first: dict[str, Annotated] = {}
    news = [each for each in reading.articles if reading.is_news(each)]
    for each in news or reading.articles:
        first.setdefault(reading.report(each.article.id), each)
    return list(first.values())


def _code(entity: Entity) -> CountryCode | None:
    """Return the country an entity is, EU for the Union; None for bodies and persons of one."""
    if entity.kind == "country" or entity.country == EUROPEAN_UNION:
        return entity.country
    return None


LEAD = 400  # code points that open a report
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLines:
    """The sentences of a report that may be evidence, and what of them hangs on no other report."""

    spans: tuple[Span, ...]
    opens: frozenset[int]  # which stand in a headline, a deck or the first sentences
    naming: Mapping[Span, tuple[int, ...]]  # by the place of a name: the lines it stands in
    cues: Mapping[Cue, tuple[int, ...]]  # the lines in which each stands, without those of none


@once_per_article
def lines_of(annotated: Annotated) -> ReportLines:
    """Return headline, deck and the sentences of running text."""
    spans = tuple(
        after_dateline(annotated, span)
        for span in annotated.sentences
        if span.part in ("headline", "deck") or is_prose(annotated, span)
    )
    lines = Marks((span, k) for k, span in enumerate(spans))
    return ReportLines(
        spans=spans,
        opens=frozenset(
            k for k, span in enumerate(spans) if span.part != BODY or span.start < LEAD
        ),
        naming={each.span: tuple(sorted(lines.beside(each.span))) for each in annotated.mentions},
        cues=cues_in([annotated.article.words(span) for span in spans], _bundled()),
    )


class Cues:
    """Cues by the word they begin with: most stand nowhere in a text, and that is soon seen."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._whole: dict[str, list[Cue]] = defaultdict(list)
        self._begun: dict[str, list[Cue]] = defaultdict(list)
        for cue in cues:
            first = next(_WORD.finditer(cue.words.lower()))
            goes_on = cue.stem and first.end() == len(cue.words)
            (self._begun if goes_on else self._whole)[first[0]].append(cue)
        self._lengths = sorted({len(word) for word in self._begun})

    def perhaps_in(self, text: str) -> Iterator[Cue]:
        """Yield the cues whose first word stands in a text."""
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            yield from self._whole.get(word, ())
            for length in self._lengths:
                if length > len(word):
                    break
                yield from self._begun.get(word[:length], ())


def cues_in(texts: Sequence[str], cues: Cues) -> dict[Cue, tuple[int, ...]]:
    """Return the cues that stand in the texts, each with the numbers of those that hold it."""
    found: dict[Cue, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for cue in dict.fromkeys(cues.perhaps_in(text)):
            if _pattern(cue).search(text):
                found[cue].append(number)
    return {cue: tuple(numbers) for cue, numbers in found.items()}


@cache
def _bundled() -> Cues:
    return Cues(every_cue())


@cache
def _pattern(cue: Cue) -> re.Pattern[str]:
    """Return what finds a cue as whole words; a name in its own capitals."""
    ends = "" if cue.stem else r"(?![^\W_])"
    told = rf"(?<![^\W_]){re.escape(cue.words)}{ends}"
    return re.compile(told, re.NOFLAG if cue.is_name else re.IGNORECASE)
