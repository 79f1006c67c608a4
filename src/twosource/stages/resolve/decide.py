"""Decide, for every name in a story's articles, who or what is meant by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.model.annotated import MentionKind
from twosource.model.identity import ArticleId, CountryCode, Span
from twosource.places import EUROPEAN_UNION, country_of, demonym_of
from twosource.stages.resolve.block import block
from twosource.stages.resolve.compare import compare, compare_places
from twosource.stages.resolve.forms import Form, Tokens, position
from twosource.stages.resolve.names import NAMES_HELD, Name, read_name
from twosource.stages.resolve.shorts import Shorts
from twosource.stages.resolve.surroundings import Hint

MOST_IN_A_BLOCK = 60  # names; a key that more share tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name at its place in an article, as annotate found it or a truth file gives it."""

    article: ArticleId
    span: Span
    words: str
    kind: MentionKind = "other"
    title: str = ""
    country: CountryCode | None = None  # of a country, a demonym, a capital that acts
    country_acts: bool = False
    hint: Hint = ""  # what the words beside it tell that it is
    glosses: bool = False  # in brackets right behind the name before it: "… of Hungary (MNB)"


def group_names(named: Sequence[Named]) -> tuple[int, ...]:
    """Return a group number for every name: equal numbers mean the same person, body or place.

    Numbers count up from 0 by first occurrence. Full names are joined first (`compare`); a short
    form ("Putin", "Home Depot", "the Commission") then goes, mention by mention, to the full
    name it can stand for: one that its own article gives, the last given before it where there
    are two of one surname, else the one most often given in the story.
    """
    names = [read_name(each.words, each.title) for each in named]
    countries = _countries(named, names)
    forms = _forms(named, names, countries)
    full = _join_full_names(forms, _glosses(named, names, countries))
    shorts = Shorts(forms, full)
    labels: list[object] = []
    for each, name, country in zip(named, names, countries, strict=True):
        if country is not None:
            labels.append(("country", country))
        elif not name.tokens:
            labels.append(("no word", each.words))
        else:
            labels.append(shorts.meant(each.article, position(each.span), name.tokens))
    numbers: dict[object, int] = {}
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)


def country_meant(each: Named) -> CountryCode | None:
    """Return the country a name means: as annotate found it, else by its own words.

    A capital that only is a place means no country, nor does a person's name or a team's.
    """
    if each.kind == "organization" and demonym_of(each.words) is not None:
        return None  # the Indians of Cleveland
    if each.country is not None and (each.kind == "country" or each.country_acts):
        return each.country
    return _country_told(each.words, each.title, of_person=each.kind == "person")


@lru_cache(maxsize=NAMES_HELD)
def _country_told(words: str, title: str, *, of_person: bool) -> CountryCode | None:
    name = read_name(words, title)
    if name.tokens in _UNION:
        return EUROPEAN_UNION
    return None if of_person or name.titled else country_of(name.shown)


# Brussels acts for the Union, so both are one; in the dossier it stands among the bodies.
_UNION = frozenset({("european", "union"), ("eu",)})
_HALVES = frozenset({("north",), ("south",), ("east",), ("west",)})


def _countries(named: Sequence[Named], names: Sequence[Name]) -> list[CountryCode | None]:
    """Return the country each name means, by its own words or only in its story.

    "The North" is the one country whose name the story begins so; "the Union" the European one in
    an article that names it.
    """
    own = [country_meant(each) for each in named]
    of_the_union = {
        each.article for each, country in zip(named, own, strict=True) if country == EUROPEAN_UNION
    }
    wholes: dict[Tokens, set[CountryCode]] = defaultdict(set)
    for each, country in zip(named, own, strict=True):
        if country is not None:
            half, blank, _ = each.words.lower().removeprefix("the ").partition(" ")
            if blank:
                wholes[(half,)].add(country)
    found: list[CountryCode | None] = []
    for each, name, country in zip(named, names, own, strict=True):
        if country is None and each.kind != "person":
            if name.tokens == ("union",) and each.article in of_the_union:
                country = EUROPEAN_UNION
            elif name.tokens in _HALVES and len(wholes[name.tokens]) == 1:
                (country,) = wholes[name.tokens]
        found.append(country)
    return found


def _forms(
    named: Sequence[Named], names: Sequence[Name], countries: Sequence[CountryCode | None]
) -> dict[Tokens, Form]:
    forms: dict[Tokens, Form] = {}
    for each, name, country in zip(named, names, countries, strict=True):
        if country is not None or not name.tokens:
            continue
        form = forms.setdefault(
            name.tokens, Form(name=name, kinds=Counter(), places=defaultdict(list))
        )
        told = "person" if name.titled else each.hint
        if told in ("person", "organization"):
            form.kinds[told] += 2
        else:
            form.kinds[each.kind] += 1
        form.things += each.hint == "thing"
        if name.acronym and not form.name.acronym:
            form.name = name
        form.places[each.article].append(position(each.span))
    return forms


def _glosses(
    named: Sequence[Named], names: Sequence[Name], countries: Sequence[CountryCode | None]
) -> dict[Tokens, Tokens]:
    """Return the letters that a text itself gives behind a body's full name, with that name."""
    given: dict[Tokens, Tokens] = {}
    for place in range(1, len(named)):
        long, short = names[place - 1], names[place]
        free = countries[place - 1] is None and countries[place] is None
        body = named[place - 1].kind != "person" and len(long.tokens) > 1
        if named[place].glosses and short.acronym and free and body:
            given.setdefault(short.tokens, long.tokens)
    return given


def _join_full_names(
    forms: dict[Tokens, Form], glosses: Mapping[Tokens, Tokens]
) -> dict[Tokens, Tokens]:
    """Return for every form its group's first form, joined wherever `compare` finds a reason.

    Surer reasons come first; two groups are not joined when a person's names in them
    contradict each other ("J. Smith" does not make John and Jane one).
    """
    groups: dict[Tokens, list[Tokens]] = {tokens: [tokens] for tokens in forms}
    head = {tokens: tokens for tokens in forms}
    for one, other in _links(forms, glosses):
        left, right = sorted((head[one], head[other]))
        if left == right or _contradict(groups[left], groups[right], forms):
            continue
        groups[left] += groups.pop(right)
        for tokens in groups[left]:
            head[tokens] = left
    return head


def _links(
    forms: dict[Tokens, Form], glosses: Mapping[Tokens, Tokens]
) -> list[tuple[Tokens, Tokens]]:
    """Return the pairs of names that mean the same, the surest first.

    An acronym is of the name behind which some text gives it in brackets; else, where it fits
    several, of the one that stands beside it in most articles.
    """
    found: list[tuple[int, Tokens, Tokens]] = []
    fits: dict[Tokens, list[Tokens]] = defaultdict(list)
    for one, other in _pairs(forms):
        why = _reason(forms[one], forms[other])
        if why == ACRONYM:
            short, long = sorted((one, other), key=lambda each: (len(each), each))
            fits[short].append(long)
        elif why:
            found.append((_REASONS.index(why), one, other))
    for short, longs in (fits | {short: [long] for short, long in glosses.items()}).items():
        beside = set(forms[short].places)
        best = max(longs, key=lambda each: (len(beside & set(forms[each].places)), each))
        one, other = sorted((short, best))
        found.append((_REASONS.index(ACRONYM), one, other))
    return [(one, other) for _, one, other in sorted(found)]


ACRONYM = "acronym of the other"
_REASONS = (
    "same name",
    "same but for a blank or hyphen",
    "same name but for what it is",
    "same words in another order",
    "same names in another order",
    "same surname, first names agree",
    "the same with its first words written out",
    ACRONYM,
    "spelt nearly alike",
)


def _pairs(forms: dict[Tokens, Form]) -> Iterable[tuple[Tokens, Tokens]]:
    blocks: dict[str, list[Tokens]] = defaultdict(list)
    for tokens, form in forms.items():
        for key in block(form.name):
            blocks[key].append(tokens)
    seen: set[tuple[Tokens, Tokens]] = set()
    for members in blocks.values():
        if 1 < len(members) <= MOST_IN_A_BLOCK:
            ordered = sorted(members)
            seen.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    return sorted(seen)


def _reason(one: Form, other: Form) -> str | None:
    kinds = {one.kind, other.kind}
    if kinds <= {"person", "other"}:
        found = compare(one.name, other.name, person=True)
        if found or "person" in kinds:
            return found
    if "person" in kinds:
        # one article's NER takes a body for a person: only the very same name says otherwise
        return "same name" if one.name.joined == other.name.joined else None
    if kinds == {"place"}:
        return compare_places(one.name, other.name)
    return compare(one.name, other.name, person=False)


def _contradict(left: list[Tokens], right: list[Tokens], forms: dict[Tokens, Form]) -> bool:
    """Return whether some full name of one side and one of the other cannot be one person."""
    return any(
        forms[a].kind == "person" == forms[b].kind
        and len(a) > 1 < len(b)
        and a[-1] == b[-1]
        and compare(forms[a].name, forms[b].name, person=True) is None
        for a in left
        for b in right
    )
