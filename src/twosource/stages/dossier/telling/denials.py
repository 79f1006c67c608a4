"""Find who denies what an article has just told: "Lindwerk denied this"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, Span
from twosource.stages.dossier.telling.stood_for import says_no
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import once_per_article

_PAPER = re.compile(r"\bthe (?P<what>report|account)s?\b")
FURTHEST = 3  # sentences back: "this" seldom means anything said before


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A sentence that denies what stands shortly before it in the same article."""

    article: ArticleId
    span: Span  # of the sentence
    who: Span
    of: tuple[int, ...]  # the things told that it may mean, nearest sentence first


def denials_in(articles: Sequence[Annotated], told: Sequence[Told]) -> tuple[Denial, ...]:
    """Return the blunt denials of a story's articles.

    What is denied are the claims of the nearest sentence before that tells any, and nothing where
    that asks ("Is the dam about to fail? Officials deny it"). A denial that says itself what it
    denies is a quotation in the sense "denied" and needs no looking back.
    """
    told_in: dict[ArticleId, list[tuple[int, Told]]] = defaultdict(list)
    for index, each in enumerate(told):
        told_in[each.article].append((index, each))
    return tuple(
        Denial(article=annotated.article.id, span=span, who=who, of=meant)
        for annotated in articles
        for earliest, span, who in _blunt(annotated)
        if (meant := _before(told_in[annotated.article.id], earliest, span, annotated.article))
    )


@once_per_article
def _blunt(annotated: Annotated) -> tuple[tuple[int, Span, Span], ...]:
    """Return the sentences that deny what stands before them, each with from where on it may stand,
    and with who denies it.
    """
    body = [span for span in annotated.sentences if span.part == BODY]
    return tuple(
        (
            _earliest(body[max(0, place - FURTHEST) : place + 1], annotated.article),
            span,
            Span(start=span.start + who[0], end=span.start + who[1]),
        )
        for place, span in enumerate(body)
        if (who := says_no(annotated.article.words(span))) is not None
    )


def _earliest(near: Sequence[Span], article: Article) -> int:
    """Return from where on a denial looks back, the last sentence: behind the last question."""
    asking = [each.end for each in near[:-1] if article.words(each).endswith("?")]
    return asking[-1] if asking else near[0].start


def _before(
    mine: Sequence[tuple[int, Told]], earliest: int, denial: Span, article: Article
) -> tuple[int, ...]:
    """Return what the nearest sentences before tell, as far as they belong to one passage.

    Of "rejected the report" first what is told by the report.
    """
    near = [(i, t) for i, t in mine if earliest <= t.span.start < denial.start]
    paper = _PAPER.search(article.words(denial))
    by_it = [x for x in near if paper and paper["what"] in article.words(x[1].span).lower()]
    return tuple(i for i, t in sorted(by_it or near, key=lambda each: -each[1].span.start))
