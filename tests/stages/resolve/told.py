"""Stories told in a few words, with their names marked, and whom resolving finds in them."""

from __future__ import annotations

from tests.factories import NOON, annotated, article, hours, span_of
from twosource.model.annotated import Annotated, Mention, MentionKind
from twosource.model.linked import Entity
from twosource.stages.resolve import resolve


def story(*told: tuple[str, list[tuple[str, MentionKind]]], **marks: object) -> list[Annotated]:
    """Return articles with the given words marked as names, in the order in which they stand."""
    made = []
    for number, (text, names) in enumerate(told):
        of = article(text, outlet=f"outlet-{number}", published=NOON + hours(number))
        seen: dict[str, int] = {}
        mentions = []
        for words, kind in names:
            mentions.append(Mention(span=span_of(of, words, seen.get(words, 0)), kind=kind))
            seen[words] = seen.get(words, 0) + 1
        made.append(annotated(of, mentions=tuple(mentions)))
    return made


def named(articles: list[Annotated]) -> list[tuple[str, str]]:
    """Return the words of every mention with the name of who is meant."""
    entities, mentions = resolve(articles)
    names = {entity.id: entity.name for entity in entities}
    text = {each.article.id: each.article for each in articles}
    return [(text[m.article].words(m.span), names[m.entity]) for m in mentions]


def kinds(articles: list[Annotated]) -> dict[str, Entity]:
    return {entity.name: entity for entity in resolve(articles)[0]}
