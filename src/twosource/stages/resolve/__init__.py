"""Find out who or what each name of a story's articles means: block, compare, decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from twosource.model.annotated import Annotated
from twosource.model.identity import PartName
from twosource.model.linked import Entity, EntityMention
from twosource.stages.once import once_per_article
from twosource.stages.resolve.decide import Named, group_names
from twosource.stages.resolve.entities import Group, Place, name_entities, prominence
from twosource.stages.resolve.offices import meant_by_office
from twosource.stages.resolve.surroundings import hint_round, stands_in_brackets

__all__ = ["Named", "group_names", "resolve"]


def resolve(articles: Sequence[Annotated]) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    """Return who and what a story's articles name, most prominent first, and where they do.

    Equal articles in any order give the same answer. Every mention of `articles` belongs to
    exactly one entity, and where somebody is meant by an office alone ("the Russian president")
    is a mention too; they come in the order of articles (published, id) and places.
    """
    ordered = sorted(articles, key=_time_and_id)
    named = tuple(each for annotated in ordered for each in _named(annotated))
    numbers = group_names(named)
    members: dict[int, list[Named]] = defaultdict(list)
    where: dict[int, list[Place]] = defaultdict(list)
    for each, number in zip(named, numbers, strict=True):
        members[number].append(each)
        where[number].append((each.article, each.span))
    groups = {number: Group(named=tuple(each)) for number, each in members.items()}
    persons = {
        place: number
        for number, group in groups.items()
        if group.kind == "person"
        for place in where[number]
    }
    for number, article, span in meant_by_office(ordered, persons):
        where[number].append((article, span))
    ranked = sorted(
        groups, key=lambda number: (prominence(where[number], len(ordered)), groups[number].first)
    )
    entities = name_entities([groups[number] for number in ranked])
    found = [
        EntityMention(entity=entity.id, article=article, span=span)
        for number, entity in zip(ranked, entities, strict=True)
        for article, span in where[number]
    ]
    return entities, tuple(sorted(found, key=_reading_order(ordered)))


def _reading_order(
    articles: Sequence[Annotated],
) -> Callable[[EntityMention], tuple[int, int, PartName, int, int]]:
    """Return the key that brings mentions into the order of articles and of their parts."""
    place_of = {each.article.id: place for place, each in enumerate(articles)}
    part_of = {
        (each.article.id, part): place
        for each in articles
        for place, part in enumerate(dict.fromkeys(mark.span.part for mark in each.mentions))
    }
    return lambda each: (
        place_of[each.article],
        part_of.get((each.article, each.span.part), len(part_of)),
        each.span.part,
        each.span.start,
        each.span.end,
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
            glosses=stands_in_brackets(article, mention.span),
        )
        for mention in annotated.mentions
    )
