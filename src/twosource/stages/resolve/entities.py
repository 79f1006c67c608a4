"""Name each group: the fullest well-supported form, an id that stays, the most prominent first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import log

from twosource.model.annotated import MentionKind
from twosource.model.identity import ArticleId, CountryCode, EntityId
from twosource.model.linked import Entity
from twosource.places import EUROPEAN_UNION, iso_name
from twosource.stages.resolve.named import Written
from twosource.stages.resolve.names import NAMES_HELD, Name, fold
from twosource.stages.resolve.surroundings import Hint
from twosource.stages.resolve.wordlists import BODY_WORDS, COMPANY_ENDINGS

COUNTS_HELD = 1000  # of mentions in an article; hardly ever a hundred
WELL_SUPPORTED = 0.34  # of the articles that the best supported full form stands in

_HINTED: tuple[MentionKind, ...] = ("person", "organization")
_KINDS: tuple[MentionKind, ...] = ("person", "organization", "place", "other")
HINTS_ENOUGH = 3  # that agree, however often the name stands
HINTED_ONCE_IN = 8  # mentions, of which one must be told by a title or the words beside it
PLACED = 1 / 3  # of the mentions of a town; the others stand in datelines, or act
LEAST_PLACED = 2  # mentions after "at", "from" and the like that make a town
MOSTLY_PLACED = 1 / 2  # of its mentions that must stand so


@dataclass(kw_only=True)  # no slots: what it is is found out once
class Group:
    """All the places in a story where one person, body, place or country is named.

    Asked only when it is complete. The lists stand side by side, in the order of the mentions: to
    go through the mentions themselves, of which a large story has 22,000, is twice as slow.
    """

    ways: list[Written] = field(default_factory=list)  # how it is written
    articles: list[ArticleId] = field(default_factory=list)  # where
    early: set[ArticleId] = field(default_factory=set)  # that name it first of all

    @cached_property
    def written(self) -> Counter[Written]:
        """Return how it is written, each way with how often, in the order of its mentions."""
        return Counter(self.ways)

    @property
    def first(self) -> str:
        """Return the first of its names by alphabet, which decides between equals."""
        return min(way.words for way in self.written)

    @cached_property
    def country(self) -> CountryCode | None:
        """Return the country that the group is, None for a person, body or mere place."""
        codes = {way.country_meant for way in self.written} - {None}
        return next(iter(codes)) if len(codes) == 1 else None

    @cached_property
    def kind(self) -> MentionKind:
        """Return what the words beside its mentions tell it is, else what most of them are.

        The model sees one sentence at a time: it takes a company for a person in each of twenty
        mentions, and two of them speak of its shares.
        """
        if self.country is not None:
            return "organization" if self.country == EUROPEAN_UNION else "country"
        if any(_is_company(way.words) for way in self.written):
            return "organization"
        hinted = self._hinted()
        if hinted is not None:
            return hinted
        if self._is_a_thing():
            return "other"
        votes = Counter[MentionKind]()
        for way, count in self.written.items():
            votes[way.kind] += count
        most = max(_KINDS, key=votes.__getitem__)  # of equals the first
        return "place" if most != "place" and self._lies_somewhere(most) else most

    def _hinted(self) -> MentionKind | None:
        """Return what titles and the words beside the name tell it is, None where too few do."""
        told = Counter[MentionKind]()
        for way, count in self.written.items():
            says = "person" if way.name.titled else way.hint
            if says in ("person", "organization"):
                told[says] += count
        if not told:
            return None
        kind = max(_HINTED, key=told.__getitem__)
        most = told[kind]
        enough = most * HINTED_ONCE_IN >= len(self.ways)
        undisputed = most >= HINTS_ENOUGH and most == told.total()
        return kind if enough or undisputed else None

    @cached_property
    def _hints(self) -> Counter[Hint]:
        """Return what the words beside its mentions tell, and how often."""
        hints = Counter[Hint]()
        for way, count in self.written.items():
            if way.hint:
                hints[way.hint] += count
        return hints

    @cached_property
    def _is_titled(self) -> bool:
        return any(way.name.titled for way in self.written)

    def _is_a_thing(self) -> bool:
        """Return whether it is a ship, a rocket, an app: what is called so where it is introduced.

        Half its places must stand before such a word if none stands behind one, since its maker's
        name stands there too ("a Google phone").
        """
        hints = self._hints
        if not hints or hints["person"] or hints["organization"] or self._is_titled:
            return False
        called = hints["thing"]
        perhaps = called + hints["perhaps thing"]
        return called * HINTED_ONCE_IN >= len(self.ways) if called else 2 * perhaps > len(self.ways)

    def _lies_somewhere(self, taken_for: MentionKind) -> bool:
        """Return whether one word mostly stands after "in" or "near": a town taken for somebody.

        After "at" or "to" may stand anybody: then half of its places must be such, two at least,
        or one where the model takes it for a person, since of a person the full name is given.
        Never so with a title, a full name or an acronym: people are in NATO, too. A town's name
        in the capitals of a dateline is no acronym where it also stands in ordinary ones.
        """
        names, hints = [way.name for way in self.written], self._hints
        if not hints or self._is_titled:
            return False
        if all(name.acronym for name in names) or names[0].tokens[-1] in BODY_WORDS:
            return False
        if hints["person"] or hints["organization"]:
            return False
        surely, perhaps = hints["place"], hints["place"] + hints["perhaps place"]
        perhaps += hints["on"] if taken_for != "organization" else 0
        if any(len(name.tokens) != 1 for name in names):  # "the village of Nebi Saleh"
            return surely >= max(LEAST_PLACED, MOSTLY_PLACED * len(self.ways))
        return surely >= PLACED * len(self.ways) or (
            perhaps >= (1 if taken_for == "person" else LEAST_PLACED)
            and perhaps >= MOSTLY_PLACED * len(self.ways)
        )


@lru_cache(maxsize=NAMES_HELD)
def _is_company(words: str) -> bool:
    """Return whether a name says that it is a company: "Lindwerk AG"."""
    return len(words.split()) > 1 and fold(words.split()[-1]) in COMPANY_ENDINGS


def name_entities(groups: Sequence[Group]) -> tuple[Entity, ...]:
    """Return an entity for every group, in the same order; ids are unique within the story.

    An id is kind and folded name ("person:vladimir-putin", "country:RU"), so that the same name
    has the same id in every story; a second holder of a name gets a number.
    """
    taken: Counter[str] = Counter()
    entities = []
    for group in groups:
        country, kind = group.country, group.kind
        if country is not None:
            name, base = iso_name(country), f"{kind}:{country}"
        else:
            name = canonical_name(group)
            base = f"{kind}:{'-'.join(filter(None, map(fold, name.split()))) or name.casefold()}"
        taken[base] += 1
        number = f"~{taken[base]}" if taken[base] > 1 else ""
        entities.append(
            Entity(
                id=EntityId(base + number),
                kind=kind,
                name=name,
                country=country or _home(group),
                aliases=_aliases(group, name),
            )
        )
    return tuple(entities)


def canonical_name(group: Group) -> str:
    """Return the fullest form that enough articles use, in ordinary capitals where there is one.

    Full means more words, an acronym never before its long form; of "Vladimir Putin" (9 articles)
    and "Vladimir V. Putin" (1) the first stands, since a third of 9 is more than 1. A name that
    only one outlet spells so ("Anthony Blinken" against "Antony Blinken") loses by the same rule.
    """
    names = {way.shown: way.name for way in reversed(group.written)}  # of equals the first
    full = {key for key in names if not names[key].acronym and len(names[key].tokens) > 1}
    pool = full or set(names)
    if len(pool) == 1:
        return pool.pop()
    support = _support(group)
    most = max(len(support[key]) for key in pool)
    ripe = [key for key in pool if len(support[key]) >= most * WELL_SUPPORTED]
    person = group.kind == "person"

    def rank(key: str) -> tuple[object, ...]:
        longer = len(names[key].tokens) if person else 0
        return *_fullness(names[key]), len(support[key]), longer, key

    return max(ripe, key=rank)


def _support(group: Group) -> dict[str, set[ArticleId]]:
    """Return in which articles each form of a name stands."""
    support: dict[str, set[ArticleId]] = defaultdict(set)
    for way, article in zip(group.ways, group.articles, strict=True):
        support[way.shown].add(article)
    return support


def _fullness(name: Name) -> tuple[int, int]:
    """Return how full a form is: ordinary capitals before shouted ones, words but not initials."""
    return (0 if name.shouted else 1, sum(len(token) > 1 for token in name.tokens))


def _aliases(group: Group, name: str) -> tuple[str, ...]:
    """Return the other forms, the most used first."""
    counts = Counter[str]()
    for way, count in group.written.items():
        counts[way.shown] += count
    counts.pop(name, None)
    return tuple(sorted(counts, key=lambda words: (-counts[words], words)))


def _home(group: Group) -> CountryCode | None:
    """Return the country given with a body ("the Kremlin"), None where nothing gives one."""
    codes = Counter[CountryCode]()
    for way, count in group.written.items():
        if way.country is not None:
            codes[way.country] += count
    return min(codes, key=lambda code: (-codes[code], code), default=None)


def prominence(group: Group, elsewhere: Iterable[ArticleId], articles: int) -> float:
    """Return a sort key, most prominent first: spread over articles, frequency, early place.

    Each article adds one, more for every doubling of its mentions, and a half more when its
    headline or first 300 characters name it; so a name that all reports give early comes
    before one that a single report repeats. `elsewhere` are the articles in which it is meant
    without its name, once for each time.
    """
    times = Counter(group.articles)
    times.update(elsewhere)
    score = 0.0
    for article, count in times.items():
        score += _weight(count, early=article in group.early)
    return -round(score / max(articles, 1), 6)


@lru_cache(maxsize=COUNTS_HELD)
def _weight(count: int, *, early: bool) -> float:
    return 1 + 0.5 * log(count, 2) + (0.5 if early else 0)
