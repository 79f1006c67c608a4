"""Choose a story's headline among its reports' own: the one that most of them bear out."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, ArticleId, Span
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.summary.overtaken import Overtaken

OVERTAKEN = 1.0  # what it costs to give a toll that a later report has updated
OF_BEFORE = 0.3  # to stand over a report that gives only such: "Rescuers race against dark"


def choose_headline(
    reports: list[Annotated], reading: Reading, past: Overtaken
) -> tuple[ArticleId, Span]:
    """Return the headline whose words most reports use in headline or first sentences.

    One that gives a toll which a later report has updated, or a number that its own outlet calls
    wrong, is taken only where there is no other; one over a report that gives only such tolls
    makes room for one as well borne out.
    """
    leads = [content_words(_opening(each)) for each in reports]

    def support(each: Annotated) -> float:
        words = content_words(each.article.headline)
        if not words:
            return -1.0
        shares = [
            len(words & lead) / len(words)
            for other, lead in zip(reports, leads, strict=True)
            if other is not each
        ]
        return round(
            sum(shares) / max(1, len(shares))
            - _flaws(each, reading.outlet_name(each.article.outlet))
            - OVERTAKEN * past.holds(each, _whole_headline(each))
            - OF_BEFORE * past.is_of_before(each),
            6,
        )

    best = max(enumerate(reports), key=lambda item: (support(item[1]), -item[0]))[1]
    article = best.article
    if not article.headline.strip():
        return article.id, next(s for s in best.sentences if s.part == BODY)
    return article.id, _whole_headline(best)


def _whole_headline(each: Annotated) -> Span:
    return Span(part=HEADLINE, start=0, end=len(each.article.headline))


def _opening(each: Annotated) -> str:
    article = each.article
    return f"{article.headline} {article.deck or ''} {article.text[:600]}"


def _flaws(each: Annotated, name: str) -> float:
    """Return how far a headline is none: shouted, asked, cut off, a label, the outlet's name."""
    headline = each.article.headline.strip()
    flaws = 0.0
    if name.lower() in headline.lower():
        flaws += 0.3
    if headline.isupper() or headline.endswith(("…", "...", "?")):
        flaws += 0.5
    if len(headline.split()) < 4 or len(headline.split()) > 20:
        flaws += 0.3
    if each.article.kind != "article" or re.match(
        r"(?i)(?:live|watch|video|photos?|opinion|how|what|why)\b", headline
    ):
        flaws += 0.3
    return flaws
