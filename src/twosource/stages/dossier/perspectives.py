"""Find the standing themes that a story belongs to, each with the sentences that say so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from math import ceil

from twosource.model.annotated import Annotated
from twosource.model.dossier import Perspective, RelatedStory, StoryMaterial
from twosource.model.identity import BODY, ArticleId, CountryCode, Span
from twosource.model.linked import Entity
from twosource.places import EUROPEAN_UNION
from twosource.stages.dossier.cite import Cite, cited_text
from twosource.stages.dossier.prose import is_prose
from twosource.stages.dossier.reading import Reading
from twosource.text.themes import ENOUGH, Cue, Theme, load_themes, relation_theme

MOST_PERSPECTIVES = 8
MOST_EVIDENCE = 3  # sentences, from as many reports
MOST_RELATED = 6
COUNTRY_SHARE = 0.25  # of the reports that must name a country
HALF = 0.5  # of the reports that must use cues of a theme that no country ties to the story
THIRD = 0.33  # the same where its countries are in the story
LEAST_COUNTRY = 3  # mentions that put a country into a story
LEAD = 400  # code points that open a report
EARLY = 0.5  # as much as a strong cue
MOST_COUNTRIES = 6  # of a story, whose relations are looked at
TOGETHER = 2  # sentences in which two countries stand together, for a relation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One sentence of a report that may be evidence."""

    article: ArticleId
    report: int
    span: Span
    text: str
    countries: frozenset[CountryCode]


def find_perspectives(material: StoryMaterial, cite: Cite) -> tuple[Perspective, ...]:
    """Return the themes a story belongs to, the best borne out first.

    A theme is taken when its countries are in the story (named three times, in a quarter of the
    reports), its era holds the story's day, its cues add up to what it asks for, and enough
    reports use some of them: a third where its countries are there, else half.
    Copies count with their report; opinion and satire do not count. Rather too few than a wrong
    one.
    """
    reading = Reading(material)
    reports = _reports(reading)
    lines = [line for number, each in enumerate(reports) for line in _lines(number, each, reading)]
    countries = _countries(lines, max(1, ceil(COUNTRY_SHARE * len(reports))))
    main = _countries(lines, max(1, ceil(HALF * len(reports))))
    day, told = _day(reports), "\n".join(line.text for line in lines).lower()
    found = []
    for theme in (*load_themes(), *_relations(lines, countries, len(reports))):
        # a theme of one country alone wants that country in half of the reports
        present = countries if len(theme.countries) > 1 else main
        if not theme.stands_on(day) or not _has_countries(theme, present):
            continue
        cues = _cues_found(theme, lines, len(reports), told)
        score = sum(cues.values()) + _together_early(theme, lines, len(reports))
        borne = len({line.report for line in lines if _worth(line, theme, cues) > 0})
        if score >= ENOUGH and borne >= (THIRD if theme.countries else HALF) * len(reports):
            found.append((-round(min(score, 3.0), 6), -borne, theme.name, theme, cues))
    found.sort(key=lambda each: each[:3])
    return tuple(
        Perspective(
            name=theme.name,
            evidence=tuple(
                cited_text(cite(line.article, line.span)) for line in _evidence(theme, cues, lines)
            ),
            related=_related(theme.name, material),
        )
        for *_, theme, cues in found[:MOST_PERSPECTIVES]
    )


def _reports(reading: Reading) -> list[Annotated]:
    """Return one article of each report, the first that is news; any article if there is none."""
    first: dict[str, Annotated] = {}
    news = [each for each in reading.articles if reading.is_news(each)]
    for each in news or reading.articles:
        first.setdefault(reading.report(each.article.id), each)
    return list(first.values())


def _lines(number: int, annotated: Annotated, reading: Reading) -> Iterable[_Line]:
    article = annotated.article
    for span in annotated.sentences:
        if span.part in ("headline", "deck") or is_prose(annotated, span):
            named = reading.entities_in(article.id, span)
            yield _Line(
                article=article.id,
                report=number,
                span=span,
                text=article.words(span),
                countries=frozenset(code for each in named if (code := _code(each))),
            )


def _code(entity: Entity) -> CountryCode | None:
    """Return the country an entity is, EU for the Union; None for bodies and persons of one."""
    if entity.kind == "country":
        return entity.country
    return EUROPEAN_UNION if entity.name == "European Union" else None


def _countries(lines: Sequence[_Line], least: int) -> list[CountryCode]:
    """Return the countries in the story, the most named first."""
    named: Counter[CountryCode] = Counter()
    reports: dict[CountryCode, set[int]] = defaultdict(set)
    for line in lines:
        named.update(sorted(line.countries))
        for code in line.countries:
            reports[code].add(line.report)
    kept = [code for code in named if named[code] >= LEAST_COUNTRY and len(reports[code]) >= least]
    return sorted(kept, key=lambda code: (-named[code], code))


def _day(reports: Sequence[Annotated]) -> date | None:
    days = [each.article.published.date() for each in reports if each.article.published]
    return min(days) if days else None


def _relations(
    lines: Sequence[_Line], countries: Sequence[CountryCode], reports: int
) -> Iterable[Theme]:
    """Return the themes of two countries that stand in sentences together in enough reports."""
    for one, other in combinations(countries[:MOST_COUNTRIES], 2):
        both = [line for line in lines if {one, other} <= line.countries]
        told = len({line.report for line in both})
        if len(both) >= TOGETHER and told >= max(min(2, reports), THIRD * reports):
            yield relation_theme(one, other)


def _has_countries(theme: Theme, countries: Sequence[CountryCode]) -> bool:
    present = set(countries)
    return (
        set(theme.countries) <= present
        and (not theme.any_country or bool(present & set(theme.any_country)))
        and len(present) >= theme.least_countries
    )


def _cues_found(theme: Theme, lines: Sequence[_Line], reports: int, told: str) -> dict[Cue, float]:
    """Return the cues in the story with what each is worth there.

    `told` is all the text in lower case: most cues stand nowhere in it, and that is soon seen.
    A cue that only one of several reports uses counts half, in full where the theme names two
    countries or more. A cue of a relation must stand in a sentence with one of the two.
    """
    wanted = set(theme.countries)
    cues = [cue for cue in theme.cues if cue.words.lower() in told]
    related = [each for each in lines if theme.kind != "relation" or wanted & each.countries]
    alone = 1.0 if reports < 2 or (len(wanted) > 1 and theme.kind != "relation") else 0.5
    found = {}
    for cue in cues:
        pattern = _pattern(cue)
        using = len({each.report for each in related if pattern.search(each.text)})
        if using:
            found[cue] = cue.weight * (alone if using == 1 else 1.0)
    return found


@lru_cache(maxsize=8000)
def _pattern(cue: Cue) -> re.Pattern[str]:
    end = r"\w*" if cue.stem else r"\b"
    flags = re.NOFLAG if cue.is_name else re.IGNORECASE
    return re.compile(rf"\b{re.escape(cue.words)}{end}", flags)


def _together_early(theme: Theme, lines: Sequence[_Line], reports: int) -> float:
    """Return what it is worth that half of the reports open with both countries of a relation."""
    if theme.kind != "relation":
        return 0.0
    opening = {
        line.report
        for line in lines
        if set(theme.countries) <= line.countries
        and (line.span.part != BODY or line.span.start < LEAD)
    }
    return EARLY if len(opening) >= HALF * reports else 0.0


def _worth(line: _Line, theme: Theme, cues: Iterable[Cue]) -> float:
    """Return how much a sentence says for a theme: its cues, and the countries it names."""
    weight = sum(cue.weight for cue in cues if _pattern(cue).search(line.text))
    wanted = set(theme.countries)
    if theme.kind == "relation" and not wanted <= line.countries:
        return 0.0
    return weight + 0.2 * len(wanted & line.countries) if weight else 0.0


def _evidence(theme: Theme, cues: Iterable[Cue], lines: Sequence[_Line]) -> list[_Line]:
    """Return the sentences that say most for a theme, of different reports, in order of telling."""
    ranked = sorted(
        (line for line in lines if _worth(line, theme, cues) > 0),
        key=lambda line: (-_worth(line, theme, cues), line.report, line.span.part, line.span),
    )
    kept: dict[int, _Line] = {}
    for line in ranked:
        kept.setdefault(line.report, line)
    return list(kept.values())[:MOST_EVIDENCE]


def _related(name: str, material: StoryMaterial) -> tuple[RelatedStory, ...]:
    """Return the other stories of that theme, the newest first."""
    sharing = sorted(
        (each for each in material.others if name in each.themes),
        key=lambda each: (each.when, each.story),
        reverse=True,
    )
    return tuple(
        RelatedStory(story=each.story, headline=each.headline, when=each.when)
        for each in sharing[:MOST_RELATED]
        if each.story != material.story.id
    )
