"""Decide, for every name in a story's articles, who or what is meant by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.model.identity import CountryCode
from twosource.places import EUROPEAN_UNION
from twosource.stages.resolve.block import block
from twosource.stages.resolve.compare import compare, compare_places
from twosource.stages.resolve.named import Form, Named, Tokens, Written
from twosource.stages.resolve.shorts import Shorts

MOST_IN_A_BLOCK = 60  # names; a key that more share tells nothing


def group_names(named: Sequence[Named]) -> tuple[int, ...]:
    """Return a group number for every name: equal numbers mean the same person, body or place.

    Numbers count up from 0 by first occurrence. Full names are joined first (`compare`); a short
    form ("Putin", "Home Depot", "the Commission") then goes, mention by mention, to the full
    name it can stand for: one that its own article gives, the last given before it where there
    are two of one surname, else the one most often given in the story.
    """
    written = _as_meant(named)
    forms = _forms(named, written)
    full = _join_full_names(forms, _glosses(named, written))
    shorts = Shorts(forms, full)
    labels = {way: _told(way, shorts) for way in dict.fromkeys(written)}
    numbers: dict[Tokens, int] = {}
    found: list[int] = []
    for each, way in zip(named, written, strict=True):
        label = labels[way]
        if label is None:
            label = shorts.here(each.article, each.position, way.name.tokens)
        found.append(numbers.setdefault(label, len(numbers)))
    return tuple(found)


def _told(way: Written, shorts: Shorts) -> Tokens | None:
    """Return what a name so written means in each article, None where it depends on that."""
    if way.country_meant is not None:
        return "country", way.country_meant
    return shorts.everywhere(way.name.tokens) if way.name.tokens else ("no word", way.words)


_UNION = ("union",)
_HALVES = frozenset({("north",), ("south",), ("east",), ("west",)})


def _as_meant(named: Sequence[Named]) -> list[Written]:
    """Return how each name is written, with the country that it means only in its story.

    "The North" is the one country whose name the story begins so; "the Union" the European one in
    an article that names it.
    """
    written = [each.written for each in named]
    ways = dict.fromkeys(written)
    short = {way for way in ways if _may_mean_a_country(way)}
    if not short:
        return written
    countries = _by_half(ways)
    there: dict[Written, Written] = {}
    for way in short:
        codes = {EUROPEAN_UNION} if way.name.tokens == _UNION else countries[way.name.tokens]
        if len(codes) == 1:
            there[way] = replace(way, country_there=next(iter(codes)))
    of_the_union = {
        each.article
        for each, way in zip(named, written, strict=True)
        if way.country_meant == EUROPEAN_UNION
    }
    return [
        there.get(way, way)
        if way in short and (way.name.tokens != _UNION or each.article in of_the_union)
        else way
        for each, way in zip(named, written, strict=True)
    ]


def _may_mean_a_country(way: Written) -> bool:
    tokens = way.name.tokens
    short = tokens == _UNION or tokens in _HALVES
    return short and way.country_meant is None and way.kind != "person"


def _by_half(ways: Iterable[Written]) -> dict[Tokens, set[CountryCode]]:
    """Return the countries of a story by the first words of their names, as written in it."""
    countries: dict[Tokens, set[CountryCode]] = defaultdict(set)
    for way in ways:
        half, blank, _ = way.words.lower().removeprefix("the ").partition(" ")
        if way.country_meant is not None and blank:
            countries[(half,)].add(way.country_meant)
    return countries


def _forms(named: Sequence[Named], written: Sequence[Written]) -> dict[Tokens, Form]:
    forms: dict[Tokens, Form] = {}
    form_of: dict[Written, Form] = {}
    for way, count in Counter(written).items():
        name = way.name
        if way.country_meant is not None or not name.tokens:
            continue
        form = forms.get(name.tokens)
        if form is None:
            form = forms[name.tokens] = Form(name=name, kinds=Counter(), places=defaultdict(list))
        form_of[way] = form
        told = "person" if name.titled else way.hint
        if told in ("person", "organization"):
            form.kinds[told] += 2 * count
        else:
            form.kinds[way.kind] += count
        form.things += count * (way.hint == "thing")
        if name.acronym and not form.name.acronym:
            form.name = name
    for each, way in zip(named, written, strict=True):
        if way in form_of:
            form_of[way].places[each.article].append(each.position)
    return forms


def _glosses(named: Sequence[Named], written: Sequence[Written]) -> dict[Tokens, Tokens]:
    """Return the letters that a text itself gives behind a body's full name, with that name."""
    given: dict[Tokens, Tokens] = {}
    for place in range(1, len(named)):
        if not named[place].glosses:
            continue
        before, here = written[place - 1], written[place]
        long, short = before.name, here.name
        free = before.country_meant is None and here.country_meant is None
        body = before.kind != "person" and len(long.tokens) > 1
        if short.acronym and free and body:
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
        full = [each for each in longs if not _is_without_country(each, longs)]
        best = max(full, key=lambda each: (len(beside & set(forms[each].places)), each))
        one, other = sorted((short, best))
        found.append((_REASONS.index(ACRONYM), one, other))
    return [(one, other) for _, one, other in sorted(found)]


def _is_without_country(name: Tokens, others: Iterable[Tokens]) -> bool:
    """Return whether a body's name stands among others with its country too: "@CA safety board"."""
    return any(other[1:] == name and other[0].startswith("@") for other in others)


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
