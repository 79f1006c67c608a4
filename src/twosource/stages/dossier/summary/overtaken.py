"""Know which sentences give a value that a later report has updated: today's toll opens a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from datetime import UTC, datetime

from twosource.model.annotated import Annotated
from twosource.model.dossier import FigureValue
from twosource.model.identity import ArticleId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claimed import every_comparison
from twosource.stages.dossier.notices.meant import taken_back
from twosource.stages.once import once_per_story

_TO_COME = re.compile(r"\b(?:(?:is|are) (?:due |expected |set |scheduled )?to|will) [a-z]")
_NEVER = datetime.min.replace(tzinfo=UTC)


class Overtaken:
    """The values of a story that later ones took the place of; made once per story, read only."""

    def __init__(self, material: StoryMaterial) -> None:
        self._past: dict[ArticleId, set[float]] = defaultdict(set)
        self._now: dict[ArticleId, set[float]] = defaultdict(set)
        self._today = max(each.article.published or _NEVER for each in material.articles)
        for row in every_comparison(material):
            if row.relation == "update":
                newest = max(map(_last_told, row.values))
                for value in row.values:
                    kept = self._now if _last_told(value) == newest else self._past
                    for citation in value.citations:
                        kept[citation.article].add(value.value)

        for each in taken_back(material):
            for article in each.carriers if each.by_its_own else ():
                self._past[article] |= each.notice.wrong

    @property
    def newest(self) -> Set[ArticleId]:
        """Return the articles that give a newest value."""
        return self._now.keys()

    def holds(self, annotated: Annotated, span: Span) -> bool:
        """Return whether a stretch gives an overtaken value, and not the newest beside it."""
        article = annotated.article.id
        if article not in self._past:
            return False
        told = {figure.value for figure in annotated.figures if span.holds(figure.span)}
        past = told & self._past[article]
        return bool(past) and told.isdisjoint(self._now.get(article, set()))

    def is_to_come_no_more(self, annotated: Annotated, span: Span) -> bool:
        """Return whether a stretch tells what is to be on a day that newer reports have reached."""
        told = (annotated.article.published or self._today).date().isoformat()
        days = (t.value for t in annotated.times if span.holds(t.span) and t.granularity == "day")
        reached = any(told < day <= self._today.date().isoformat() for day in days)
        return reached and bool(_TO_COME.search(annotated.article.words(span)))

    def is_of_before(self, annotated: Annotated) -> bool:
        """Return whether a report gives overtaken values and no newest one."""
        article = annotated.article.id
        return article in self._past and article not in self._now


@once_per_story
def overtaken(material: StoryMaterial) -> Overtaken:
    """Return what of a story's figures is told as of before, by what the figures' rows say."""
    return Overtaken(material)


def is_of_an_hour(annotated: Annotated, span: Span) -> bool:
    """Return whether a live blog tells it, and not in what is known to be its newest entry."""
    article = annotated.article
    if article.kind != "live blog":
        return False
    timed = [each for each in article.entries if each.at is not None]
    newest = max(timed, key=lambda each: each.at or _NEVER, default=None)
    return newest is None or not newest.start <= span.start < newest.end


def _last_told(value: FigureValue) -> datetime:
    return max((each.published or _NEVER for each in value.citations), default=_NEVER)
