"""Show how each outlet calls the same person, body or place, where they do not call it alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention, MentionKind
from twosource.model.dossier import NamedBy, Naming
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.model.linked import Entity
from twosource.model.material import StoryMaterial
from twosource.places import capital_of, country_of, demonym_of, is_seat
from twosource.stages.dossier.cite import Cite, folded
from twosource.stages.dossier.described import described
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.once import Known, KnownOf, known_per_story, once_per_article
from twosource.text.called import name_words, told_beside

MOST_FORMS = 3  # of one outlet for one name; the rarest add nothing a reader would compare
MOST_NAMES = 24
LONGEST_ACRONYM = 6  # letters; longer capitals are shouted words


Where = list[tuple[Annotated, tuple[Span, ...]]]
_STATES = ("country", "organization")  # the European Union is a body


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which an outlet calls somebody, and where it first does."""

    words: str  # the name with title, epithet and apposition, as it stands
    told: frozenset[str]  # what they tell; empty for a bare name
    name: frozenset[str]  # the words of the bare name
    article: ArticleId
    span: Span
    count: int = 1


def call_names(material: StoryMaterial, cite: Cite) -> tuple[Naming, ...]:
    """Return the names that at least two outlets give in different forms.

    A form is the name with the title or epithet before it ("Communist leader X") and the
    apposition behind it ("X, a fisherman from Bergen"), or an office alone ("the Chinese leader"),
    as it stands, counted as often as the outlet tells just that. What tells no more than another
    form of the same outlet is not listed: the bare name or the surname after a full introduction.
    Outlets differ where they tell different things or write another name; an acronym, a short
    form, "Mr." or the capitals of a shouted headline make no difference. Adjectives and capitals
    are no names of a country.
    """
    reading, merged = reading_of(material), _merged_before(material)
    places = _places(reading)
    namings = []
    for known in material.entities:
        if len(places[known.id]) < 2:  # most are named by one outlet
            continue
        by_outlet = _forms_by_outlet(known, places[known.id], merged)
        if len(by_outlet) > 1 and _differ(by_outlet, known):
            namings.append(_naming(known, by_outlet, reading, cite))
        if len(namings) == MOST_NAMES:
            break
    return tuple(namings)


def _forms_by_outlet(
    known: Entity, places: Mapping[OutletId, Where], merged: Known[list[Form]]
) -> dict[OutletId, list[Form]]:
    """Return in which forms each outlet calls somebody, without those that do not."""
    found = {
        # Where an article names whom is one value while it means them by the same names.
        outlet: merged.of(
            partial(_merged, where, known.kind, known.name),
            *[spans for _, spans in where],
            given=(known.kind, known.name),
        )
        for outlet, where in places.items()
    }
    return {outlet: forms for outlet, forms in found.items() if forms}


def _naming(
    known: Entity, by_outlet: Mapping[OutletId, Sequence[Form]], reading: Reading, cite: Cite
) -> Naming:
    named = tuple(
        NamedBy(
            outlet=outlet,
            words=form.words,
            count=form.count,
            example=cite(form.article, form.span),
        )
        for outlet in sorted(by_outlet, key=lambda each: (reading.outlet_name(each), each))
        for form in by_outlet[outlet]
    )
    return Naming(entity=known.id, name=known.name, kind=known.kind, forms=named)


_merged_before: KnownOf[list[Form]] = known_per_story()


def _places(reading: Reading) -> dict[EntityId, dict[OutletId, Where]]:
    """Return where each outlet names whom, by names and by the offices that mean somebody."""
    places: dict[EntityId, dict[OutletId, Where]] = defaultdict(lambda: defaultdict(list))
    for annotated in reading.articles:
        for entity, spans in reading.named_in(annotated.article.id).items():
            places[entity][annotated.article.outlet].append((annotated, spans))
    return places


@once_per_article
def _named(annotated: Annotated) -> dict[Span, Mention]:
    return {mention.span: mention for mention in annotated.mentions}


@once_per_article
def _form_of(annotated: Annotated) -> Callable[[Span, MentionKind, str], Form | None]:
    """Return what gives the form in which a name or an office of an article stands.

    Whom it means, and what these are, the story tells; what is no form gives None.
    """
    article, named = annotated.article, _named(annotated)

    @cache
    def form_of(place: Span, kind: MentionKind, meant: str) -> Form | None:
        if place not in named:
            return _form_of_office(article, place, meant)
        name = folded(article.words(place)).removesuffix("'s").removesuffix("’s")
        if kind in _STATES and (demonym_of(name) or capital_of(name) or is_seat(name)):
            return None  # "Moscow" and "Russian" are no names of Russia
        if kind == "country" and country_of(name) is None:
            return None
        if name.isupper() and len(name) > LONGEST_ACRONYM:  # a shouted headline tells no form
            return None
        span = described(annotated, named[place], kind)
        words = folded(article.words(span)).removesuffix("'s").removesuffix("’s")
        return Form(
            words=words,
            told=told_beside(words, name),
            name=name_words(name),
            article=article.id,
            span=span,
        )

    return form_of


def _form_of_office(article: Article, span: Span, meant: str) -> Form:
    words = folded(article.words(span))
    return Form(
        words=words,
        told=told_beside(words, ""),
        name=name_words(meant),
        article=article.id,
        span=span,
    )


def _merged(where: Where, kind: MentionKind, meant: str) -> list[Form]:
    """Return the forms of one outlet that tell something of their own, the fullest told first."""
    forms = [
        form
        for annotated, spans in where
        for form_of in [_form_of(annotated)]
        for span in spans
        if (form := form_of(span, kind, meant)) is not None
    ]
    groups: dict[tuple[frozenset[str], frozenset[str]], list[Form]] = defaultdict(list)
    for form in forms:
        groups[form.told, frozenset() if form.told else form.name].append(form)
    merged = [
        replace(max(alike, key=lambda each: len(each.name)), count=sum(f.count for f in alike))
        for alike in groups.values()
    ]  # of equally full ones the first
    kept: list[Form] = []
    for form in sorted(merged, key=lambda each: (-len(each.told), -len(each.name))):
        fuller_of = next((each for each in kept if _says_no_more(form, each)), None)
        if fuller_of is None:
            kept.append(form)
        elif not fuller_of.told:  # the surname beside the full name
            kept[kept.index(fuller_of)] = replace(fuller_of, count=fuller_of.count + form.count)
    kept.sort(key=lambda each: (-len(each.told), -each.count, each.words))
    return kept[:MOST_FORMS]


def _says_no_more(form: Form, other: Form) -> bool:
    return form.told <= other.told and (form.name <= other.name or bool(form.told))


def _differ(by_outlet: dict[OutletId, list[Form]], known: Entity) -> bool:
    """Return whether the outlets tell different things of it, or write another name."""
    whole = name_words(known.name)
    short = {name_words(each) for each in _shortened(known)}
    said = {
        frozenset(
            each.told or (frozenset() if _is_like(each.name, whole, short) else each.name)
            for each in forms
        )
        for forms in by_outlet.values()
    }
    return len(said) > 1


def _is_like(name: frozenset[str], whole: frozenset[str], shortened: set[frozenset[str]]) -> bool:
    return name <= whole or whole <= name or name in shortened


def _shortened(known: Entity) -> Iterator[str]:
    """Return the names that only shorten another, or part its words elsewhere: "WTO", "Pa."."""
    whole = _letters(known.name)
    for alias in known.aliases:
        letters = _letters(alias)
        acronym = letters.isupper() and len(letters) <= LONGEST_ACRONYM
        if acronym or alias.endswith(".") or letters.lower() == whole.lower():
            yield alias


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))
