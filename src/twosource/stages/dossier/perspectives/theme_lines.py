"""Read a story's reports as the lines in which themes are looked for: their words and countries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, CountryCode, Span
from twosource.model.linked import Entity
from twosource.places import EUROPEAN_UNION
from twosource.stages.dossier.prose import is_prose
from twosource.stages.dossier.reading import Reading
from twosource.stages.once import once_per_article
from twosource.text.themes import Cue

LEAST_COUNTRY = 3  # mentions that put a country into a story
LEAD = 400  # code points that open a report
LAST_LETTER = "\U0010ffff"  # comes after every other
_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a report that may be evidence."""

    article: ArticleId
    report: int
    span: Span
    text: str
    countries: frozenset[CountryCode]

    @property
    def opens(self) -> bool:
        """Return whether it stands in a headline, a deck or the first sentences."""
        return self.span.part != BODY or self.span.start < LEAD


class ThemeLines:
    """The lines of one article of each report; copies say nothing more than their origin."""

    def __init__(self, reading: Reading) -> None:
        self._articles = _one_of_each_report(reading)
        self.reports = len(self._articles)
        self.lines = tuple(
            line
            for number, each in enumerate(self._articles)
            for line in _lines(number, each, reading)
        )
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place, line in enumerate(self.lines):
            for word in dict.fromkeys(_WORD.findall(line.text.lower())):
                self._holding[word].append(place)
        self._words = sorted(self._holding)
        self._found: dict[Cue, frozenset[int]] = {}

    def holding(self, cue: Cue) -> frozenset[int]:
        """Return which lines hold a cue; most cues stand nowhere, and that is soon seen."""
        if cue not in self._found:
            self._found[cue] = frozenset(
                place
                for word in self._words_beginning(cue)
                for place in self._holding[word]
                if _stands(cue, self.lines[place].text)
            )
        return self._found[cue]

    def _words_beginning(self, cue: Cue) -> list[str]:
        """Return the words of the lines with which a cue can begin: its first, or what goes on."""
        first = next(_WORD.finditer(cue.words.lower()))
        if not cue.stem or first.end() < len(cue.words):
            return [first[0]] if first[0] in self._holding else []
        begin = bisect_left(self._words, first[0])
        end = bisect_left(self._words, first[0] + LAST_LETTER, begin)
        return self._words[begin:end]

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
            named.update(sorted(line.countries))
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


def _lines(number: int, annotated: Annotated, reading: Reading) -> Iterable[Line]:
    article = annotated.article
    for span in _told_in(annotated):
        named = reading.entities_in(article.id, span)
        yield Line(
            article=article.id,
            report=number,
            span=span,
            text=article.words(span),
            countries=frozenset(code for each in named if (code := _code(each))),
        )


@once_per_article
def _told_in(annotated: Annotated) -> tuple[Span, ...]:
    """Return headline, deck and the sentences of running text."""
    return tuple(
        span
        for span in annotated.sentences
        if span.part in ("headline", "deck") or is_prose(annotated, span)
    )


def _code(entity: Entity) -> CountryCode | None:
    """Return the country an entity is, EU for the Union; None for bodies and persons of one."""
    if entity.kind == "country" or entity.country == EUROPEAN_UNION:
        return entity.country
    return None


def _stands(cue: Cue, text: str) -> bool:
    """Return whether a cue stands in a text as whole words; names in their own capitals."""
    words = cue.words if cue.is_name else cue.words.lower()
    told = text if cue.is_name else text.lower()
    at = told.find(words)
    while at >= 0:
        end = at + len(words)
        if not _in_word(told, at) and (cue.stem or not _in_word(told, end)):
            return True
        at = told.find(words, at + 1)
    return False


def _in_word(text: str, at: int) -> bool:
    """Return whether the letters on both sides of a place are of one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
