"""Find who denies what an article has just told: "Lindwerk denied this"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, Span
from twosource.stages.dossier.telling.attributions import says_no
from twosource.stages.dossier.telling.told import Told

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

    What is denied are the claims of the nearest sentence before that tells any. A denial that says
    itself what it denies is a quotation in the sense "denied" and needs no looking back.
    """
    found = []
    for annotated in articles:
        mine = [(i, each) for i, each in enumerate(told) if each.article == annotated.article.id]
        body = [span for span in annotated.sentences if span.part == BODY]
        for place, span in enumerate(body):
            who = says_no(annotated.article.words(span))
            if who is None:
                continue
            meant = _before(mine, body, place)
            if meant:
                speaker = Span(start=span.start + who[0], end=span.start + who[1])
                found.append(Denial(article=annotated.article.id, span=span, who=speaker, of=meant))
    return tuple(found)


def _before(mine: Sequence[tuple[int, Told]], body: Sequence[Span], place: int) -> tuple[int, ...]:
    """Return what the nearest sentences before tell, as far as they belong to one passage."""
    earliest = body[max(0, place - FURTHEST)].start
    near = [(i, t) for i, t in mine if earliest <= t.span.start < body[place].start]
    return tuple(i for i, t in sorted(near, key=lambda each: -each[1].span.start))
