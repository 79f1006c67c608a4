"""Show how each outlet calls the same person, body or place, where they do not call it alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial

from twosource.model.annotated import Annotated, MentionKind
from twosource.model.dossier import NamedBy, Naming
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.model.material import StoryMaterial
from twosource.places import demonym_of
from twosource.stages.dossier.cite import Cite, folded
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.once import once_per_article

MOST_FORMS = 3  # of one outlet for one name; the rarest add nothing a reader would compare
MOST_NAMES = 24

Form = tuple[str, ArticleId, Span]


def call_names(material: StoryMaterial, cite: Cite) -> tuple[Naming, ...]:
    """Return the names that at least two outlets give in different forms.

    A form is the name with the title or epithet before it ("Communist leader X"), as it stands,
    counted by outlet; a possessive ending and capitals of a shouted headline make no other form.
    A bare surname after the full name is everybody's habit: forms that are mere short forms of
    another form of the same outlet count as that form. Demonyms are no names of a country.
    """
    reading = reading_of(material)
    forms: dict[EntityId, dict[OutletId, list[Form]]] = defaultdict(lambda: defaultdict(list))
    names_of = cache(partial(_country_names, reading))  # hundreds of articles name one country
    for annotated in reading.articles:
        for entity, form in _forms(annotated, reading, names_of):
            forms[entity][annotated.article.outlet].append(form)
    namings = []
    for known in material.entities:
        if len(forms[known.id]) < 2:  # most are named by one outlet
            continue
        by_outlet = {outlet: _merged(found) for outlet, found in forms[known.id].items()}
        if _differ(by_outlet):
            named = tuple(
                NamedBy(outlet=outlet, words=words, count=count, example=cite(article, span))
                for outlet in sorted(by_outlet, key=lambda each: (reading.outlet_name(each), each))
                for words, count, article, span in by_outlet[outlet]
            )
            namings.append(Naming(entity=known.id, name=known.name, kind=known.kind, forms=named))
    return tuple(namings[:MOST_NAMES])


def _forms(
    annotated: Annotated, reading: Reading, names_of: Callable[[EntityId], set[str]]
) -> Iterator[tuple[EntityId, Form]]:
    article = annotated.article.id
    for name, kind, words, span in _called(annotated):
        entity = reading.meant(article, name)
        if entity is None or (kind == "country" and words.lower() not in names_of(entity)):
            continue
        yield entity, (words, article, span)


@once_per_article
def _called(annotated: Annotated) -> tuple[tuple[Span, MentionKind, str, Span], ...]:
    """Return the names of an article, each with its kind, and with its title as it stands."""
    article = annotated.article
    found = []
    for mention in annotated.mentions:
        span = _with_title(mention.span, mention.title)
        words = folded(article.words(span)).removesuffix("'s").removesuffix("’s")
        if not (words.isupper() and len(words) > 6):  # a shouted headline says nothing of the form
            found.append((mention.span, mention.kind, words, span))
    return tuple(found)


def _country_names(reading: Reading, entity: EntityId) -> set[str]:
    """Return the forms that are names: not an adjective ("Norwegian") nor a people ("Swedes")."""
    known = reading.entities[entity]
    return {form.lower() for form in (known.name, *known.aliases) if demonym_of(form) is None}


def _with_title(name: Span, title: Span | None) -> Span:
    if title is None or title.part != name.part or title.start > name.start:
        return name
    return Span(part=name.part, start=title.start, end=max(name.end, title.end))


def _merged(forms: list[Form]) -> list[tuple[str, int, ArticleId, Span]]:
    """Count the forms of one outlet, short forms with the fullest that holds their words."""
    first: dict[str, Form] = {}
    counts: Counter[str] = Counter()
    for form in forms:
        first.setdefault(form[0], form)
        counts[form[0]] += 1
    for words in sorted(counts, key=lambda each: (len(each.split()), each)):
        fuller = [
            other
            for other in counts
            if other != words and set(words.lower().split()) <= set(other.lower().split())
        ]
        if fuller:
            best = max(fuller, key=lambda each: (counts[each], -len(each), each))
            counts[best] += counts.pop(words)
    ranked = sorted(counts, key=lambda each: (-counts[each], each))[:MOST_FORMS]
    return [(words, counts[words], *first[words][1:]) for words in ranked]


def _differ(by_outlet: dict[OutletId, list[tuple[str, int, ArticleId, Span]]]) -> bool:
    """Return whether not all outlets name it with the same forms."""
    said = {tuple(sorted(words.lower() for words, *_ in forms)) for forms in by_outlet.values()}
    return len(said) > 1
