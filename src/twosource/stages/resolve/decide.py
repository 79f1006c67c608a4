"""Decide, for every name in a story's articles, who or what is meant by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model.annotated import MentionKind
from twosource.model.identity import ArticleId, CountryCode, Span
from twosource.places import country_of
from twosource.stages.resolve.block import block
from twosource.stages.resolve.compare import compare, nearly_spelt
from twosource.stages.resolve.names import Name, read_name
from twosource.stages.resolve.wordlists import BODY_WORDS

MOST_IN_A_BLOCK = 60  # names; a key that more share tells nothing

Tokens = tuple[str, ...]


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


def group_names(named: Sequence[Named]) -> tuple[int, ...]:
    """Return a group number for every name: equal numbers mean the same person, body or place.

    Numbers count up from 0 by first occurrence. Full names are joined first (`compare`); a short
    form ("Putin", "Home Depot", "the Commission") then goes, mention by mention, to the full
    name it can stand for: one that its own article gives, the last given before it where there
    are two of one surname, else the one most often given in the story.
    """
    names = [read_name(each.words, each.title) for each in named]
    countries = [country_meant(each) for each in named]
    forms = _forms(named, names, countries)
    full = _join_full_names(forms)
    shorts = _Shorts(forms, full)
    labels: list[object] = []
    for each, name, country in zip(named, names, countries, strict=True):
        if country is not None:
            labels.append(("country", country))
        else:
            labels.append(shorts.meant(each, name.tokens))
    numbers: dict[object, int] = {}
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)


def country_meant(each: Named) -> CountryCode | None:
    """Return the country a name means: as annotate found it, else by its own words.

    A capital that only is a place means no country, nor does a person's name.
    """
    if each.country is not None and (each.kind == "country" or each.country_acts):
        return each.country
    name = read_name(each.words, each.title)
    return None if each.kind == "person" or name.titled else country_of(name.shown)


@dataclass(slots=True)
class Form:
    """One spelling of a name with where and as what it occurs."""

    name: Name
    kinds: Counter[MentionKind]
    places: dict[ArticleId, list[int]]  # where in each article it begins, headline first

    @property
    def kind(self) -> MentionKind:
        """Return what the name mostly is; a title makes it a person's."""
        return max(_KINDS, key=lambda kind: (self.kinds[kind], -_KINDS.index(kind)))

    @property
    def count(self) -> int:
        """Return how often it occurs."""
        return sum(len(each) for each in self.places.values())


_KINDS: tuple[MentionKind, ...] = ("person", "organization", "place", "other", "country")


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
        form.kinds["person" if name.titled else each.kind] += 2 if name.titled else 1
        if name.acronym and not form.name.acronym:
            form.name = name
        form.places[each.article].append(_position(each.span))
    return forms


def _position(span: Span) -> int:
    """Return where a span begins in reading order: headline, deck, body, then captions."""
    offsets = {"headline": -2_000_000, "deck": -1_000_000, "body": 0}
    return offsets.get(span.part, 100_000_000) + span.start


def _join_full_names(forms: dict[Tokens, Form]) -> dict[Tokens, Tokens]:
    """Return for every form its group's first form, joined wherever `compare` finds a reason.

    Surer reasons come first; two groups are not joined when a person's names in them
    contradict each other ("J. Smith" does not make John and Jane one).
    """
    groups: dict[Tokens, list[Tokens]] = {tokens: [tokens] for tokens in forms}
    head = {tokens: tokens for tokens in forms}
    links = []
    for one, other in _pairs(forms):
        why = _reason(forms[one], forms[other])
        if why:
            links.append((_REASONS.index(why), one, other))
    for _, one, other in sorted(links):
        left, right = sorted((head[one], head[other]))
        if left == right or _contradict(groups[left], groups[right], forms):
            continue
        groups[left] += groups.pop(right)
        for tokens in groups[left]:
            head[tokens] = left
    return head


_REASONS = (
    "same name",
    "same but for a blank or hyphen",
    "same words in another order",
    "same names in another order",
    "same surname, first names agree",
    "acronym of the other",
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
        return compare(one.name, other.name, person=True)
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


class _Shorts:
    """Says whom a short form stands for, in the article it stands in."""

    def __init__(self, forms: dict[Tokens, Form], full: dict[Tokens, Tokens]) -> None:
        self._forms, self._full = forms, full
        self._longer = {tokens: _longer_forms(tokens, forms) for tokens in forms}
        self._misspelt = {
            tokens: _spelt_like(tokens, forms)
            for tokens, longer in self._longer.items()
            if not longer and forms[tokens].kind == "person"
        }

    def meant(self, each: Named, tokens: Tokens) -> object:
        """Return the head of the group that this mention belongs to."""
        if not tokens:
            return ("nothing", each.words)
        candidates = self._longer[tokens] or self._misspelt.get(tokens, ())
        if not candidates:
            return self._full[tokens]
        heads = sorted({self._full[c] for c in candidates})
        if len(heads) == 1:
            return self._end(heads[0])
        before = [
            (self._last_before(candidate, each), self._full[candidate])
            for candidate in candidates
            if each.article in self._forms[candidate].places
        ]
        if before:
            return self._end(max(before)[1])
        support = Counter[Tokens]()
        for candidate in candidates:
            support[self._full[candidate]] += self._forms[candidate].count
        return self._end(max(heads, key=lambda head: (support[head], head)))

    def _end(self, head: Tokens) -> Tokens:
        """Follow a short form's own longer form: "Kim" to "Kim Jong" to "Kim Jong Un"."""
        for _ in range(3):
            further = sorted({self._full[c] for c in self._longer.get(head, ())} - {head})
            if len(further) != 1:
                break
            head = further[0]
        return head

    def _last_before(self, candidate: Tokens, each: Named) -> int:
        """Return where the candidate was last given before; one that comes later counts least."""
        positions = self._forms[candidate].places[each.article]
        here = _position(each.span)
        return max((p for p in positions if p <= here), default=-10_000_000 - min(positions))


def _longer_forms(tokens: Tokens, forms: dict[Tokens, Form]) -> tuple[Tokens, ...]:
    """Return the full names that a short form can stand for.

    A person's surname, else the name's beginning (family name first, or a first name alone); a
    body's beginning or end, if it is more than words that many bodies share.
    """
    form = forms[tokens]
    longer = [
        other for other in forms if len(other) > len(tokens) and _may_stand(form, forms[other])
    ]
    ends = [other for other in longer if other[-len(tokens) :] == tokens]
    begins = [other for other in longer if other[: len(tokens)] == tokens]
    if form.kind == "person":
        return tuple(ends or begins)
    persons_first = [o for o in ends if forms[o].kind == "person"]
    if persons_first:
        return tuple(persons_first)
    if form.kind == "other":
        persons_first = [o for o in begins if forms[o].kind == "person"]
    bodies = [o for o in begins + ends if forms[o].kind != "person"]
    return tuple(bodies) if _tells(tokens) else ()


def _may_stand(short: Form, long: Form) -> bool:
    """Return whether kinds allow it: a person's name inside a body's name is not the person."""
    if short.kind == long.kind:
        return short.kind != "place"
    return "other" in (short.kind, long.kind) and "place" not in (short.kind, long.kind)


def _tells(tokens: Tokens) -> bool:
    return any(token not in BODY_WORDS and len(token) > 1 for token in tokens)


def _spelt_like(tokens: Tokens, forms: dict[Tokens, Form]) -> tuple[Tokens, ...]:
    """Return the full names whose surname a lone surname misspells."""
    if len(tokens) != 1:
        return ()
    return tuple(
        other
        for other, form in forms.items()
        if len(other) > 1
        and form.kind == "person"
        and other[-1] != tokens[0]
        and nearly_spelt(other[-1], tokens[0])
        and forms[tokens].count < form.count
    )
