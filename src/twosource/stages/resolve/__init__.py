"""Find out who or what each name of a story's articles means: block, compare, decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.linked import Entity, EntityMention
from twosource.stages.once import once_per_article
from twosource.stages.resolve.decide import group_names
from twosource.stages.resolve.entities import Group, name_entities, prominence
from twosource.stages.resolve.named import Named, Written
from twosource.stages.resolve.offices import meant_by_office
from twosource.stages.resolve.surroundings import hint_round, stands_in_brackets

__all__ = ["Named", "group_names", "resolve"]

MEANINGS_HELD = 2  # of an article: what it meant in its story's last revision, and means now

_Ids = tuple[EntityId, ...]
_Offices = tuple[tuple[Span, EntityId], ...]


def resolve(articles: Sequence[Annotated]) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    """Return who and what a story's articles name, most prominent first, and where they do.

    Equal articles in any order give the same answer. Every mention of `articles` belongs to
    exactly one entity, and where somebody is meant by an office alone ("the Russian president")
    is a mention too; they come in the order of articles (published, id) and places.
    """
    ordered = sorted(articles, key=_time_and_id)
    named = [each for annotated in ordered for each in _named(annotated)]
    numbers = group_names(named)
    of_each = iter(numbers)
    meant = {each.article.id: tuple(islice(of_each, len(each.mentions))) for each in ordered}
    groups = _groups(ordered, meant)
    persons = {number for number, group in groups.items() if group.kind == "person"}
    by_office: dict[ArticleId, list[tuple[Span, int]]] = defaultdict(list)
    held_in: dict[int, list[ArticleId]] = defaultdict(list)
    for number, article, span in meant_by_office(ordered, meant, persons):
        by_office[article].append((span, number))
        held_in[number].append(article)
    ranked = sorted(
        groups,
        key=lambda number: (
            prominence(groups[number], held_in[number], len(ordered)),
            groups[number].first,
        ),
    )
    entities = name_entities([groups[number] for number in ranked])
    ids = {number: entity.id for number, entity in zip(ranked, entities, strict=True)}
    mentions: list[EntityMention] = []
    for annotated in ordered:
        names = tuple(ids[number] for number in meant[annotated.article.id])
        offices = tuple((span, ids[number]) for span, number in by_office[annotated.article.id])
        mentions += _meaning(annotated)(names, offices)
    return entities, tuple(mentions)


def _groups(
    articles: Sequence[Annotated], meant: Mapping[ArticleId, Sequence[int]]
) -> dict[int, Group]:
    """Return by number what names mean the same, given the number of each name of an article."""
    groups: dict[int, Group] = defaultdict(Group)
    for annotated in articles:
        article, numbers = annotated.article.id, meant[annotated.article.id]
        for way, number in zip(_written(annotated), numbers, strict=True):
            group = groups[number]
            group.ways.append(way)
            group.articles.append(article)
        for place in _early(annotated):
            groups[numbers[place]].early.add(article)
    return groups


@once_per_article
def _written(annotated: Annotated) -> tuple[Written, ...]:
    return tuple(each.written for each in _named(annotated))


@once_per_article
def _early(annotated: Annotated) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(_named(annotated)) if each.is_early)


@once_per_article
def _meaning(annotated: Annotated) -> Callable[[_Ids, _Offices], tuple[EntityMention, ...]]:
    """Return what says whom an article means where, in reading order, and makes that but once.

    Its names mean what is given for each, and so do the offices in it that are given.
    """
    spans = [mention.span for mention in annotated.mentions]
    place_of = {part: place for place, part in enumerate(dict.fromkeys(s.part for s in spans))}

    @lru_cache(maxsize=MEANINGS_HELD)
    def meaning(names: _Ids, offices: _Offices) -> tuple[EntityMention, ...]:
        found = [*zip(spans, names, strict=True), *offices]
        found.sort(key=lambda each: (place_of.get(each[0].part, len(place_of)), each[0]))
        return tuple(
            EntityMention(entity=entity, article=annotated.article.id, span=span)
            for span, entity in found
        )

    return meaning


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
