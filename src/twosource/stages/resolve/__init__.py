"""Find out who or what each name of a story's articles means: block, compare, decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.model.annotated import Annotated
from twosource.model.linked import Entity, EntityMention
from twosource.stages.once import once_per_article
from twosource.stages.resolve.decide import Named, group_names
from twosource.stages.resolve.entities import Group, name_entities, prominence
from twosource.stages.resolve.surroundings import hint_round

__all__ = ["Named", "group_names", "resolve"]


def resolve(articles: Sequence[Annotated]) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    """Return who and what a story's articles name, most prominent first, and where they do.

    Equal articles in any order give the same answer. Every mention of `articles` belongs to
    exactly one entity; the mentions come in the order of articles (published, id) and places.
    """
    ordered = sorted(articles, key=_time_and_id)
    named = tuple(each for annotated in ordered for each in _named(annotated))
    numbers = group_names(named)
    members: dict[int, list[Named]] = defaultdict(list)
    for each, number in zip(named, numbers, strict=True):
        members[number].append(each)
    groups = {number: Group(named=tuple(each)) for number, each in members.items()}
    ranked = sorted(groups, key=lambda number: prominence(groups[number], len(ordered)))
    entities = name_entities([groups[number] for number in ranked])
    meant = {number: entity.id for number, entity in zip(ranked, entities, strict=True)}
    return entities, tuple(
        EntityMention(entity=meant[number], article=each.article, span=each.span)
        for each, number in zip(named, numbers, strict=True)
    )


def _time_and_id(annotated: Annotated) -> tuple[str, str]:
    published = annotated.article.published
    return (published.isoformat() if published else "", annotated.article.id)


@once_per_article
def _named(annotated: Annotated) -> tuple[Named, ...]:
    article = annotated.article
    return tuple(
        Named(
            article=article.id,
            span=mention.span,
            words=article.words(mention.span),
            kind=mention.kind,
            title=article.words(mention.title) if mention.title else "",
            country=mention.country,
            country_acts=mention.acts,
            hint=hint_round(article, mention.span),
        )
        for mention in annotated.mentions
    )
