"""List the countries, bodies and persons of a story, each once, however they were spelt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.claimed import Informant
from twosource.model.dossier import EntityEntry
from twosource.model.identity import BODY, ArticleId, EntityId, OutletId, Span
from twosource.model.linked import Entity
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.claimed import every_claim
from twosource.stages.dossier.informants.bodies import body_named, key_of
from twosource.stages.dossier.informants.roles import OFFICIAL, TOPICS
from twosource.stages.dossier.informants.speaker import country_called
from twosource.stages.dossier.prose import dateline_end, is_credited
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.once import once_per_article

_OF_SOMEBODY = re.compile(r"(?:his|her|their|its|our|my)\b", re.IGNORECASE)
NEVER_IN_A_NAME = frozenset({"to", "on", "a", "an", "as", "is", "with", "over", "after"})

Entries = tuple[EntityEntry, ...]


@dataclass(kw_only=True, slots=True)
class Places:
    """Where somebody is named: how often, and where each outlet does so first."""

    count: int = 0
    first: dict[OutletId, tuple[ArticleId, Span]] = field(default_factory=dict)

    def add(self, outlet: OutletId, article: ArticleId, spans: Sequence[Span]) -> None:
        """Add the places in one more article; the earlier articles come first."""
        self.count += len(spans)
        self.first.setdefault(outlet, (article, spans[0]))


def list_entities(material: StoryMaterial, cite: Cite) -> tuple[Entries, Entries, Entries]:
    """Return countries, organizations and persons.

    Countries stand in the order of their alpha-2 codes, the others as prominent as resolve found
    them. Each has its first mention in every outlet as citation; `count` counts all mentions of
    the versions that stand, those in headlines, decks and captions too. Who only reported,
    edited or photographed is in none.
    """
    reading = reading_of(material)
    places = _places(reading)
    entries = {
        entity.id: _entry(entity, places[entity.id], cite)
        for entity in material.entities
        if entity.id in places
    }
    houses = {name.lower() for each in material.outlets for name in (each.name, *each.aliases)}
    titled = _titled(reading)
    by_kind = {
        kind: tuple(
            entries[e.id]
            for e in material.entities
            if e.id in entries
            and _kind(e, houses) == kind
            and not _names_itself(e, places[e.id], material)
            and (e.id in titled or _is_named(entries[e.id], kind, houses))
        )
        for kind in ("country", "organization", "person")
    }
    countries = tuple(
        sorted(by_kind["country"], key=lambda entry: (entry.country or "", entry.name))
    )
    organizations = _with_unnamed_bodies(by_kind["organization"], material, cite)
    return countries, organizations, by_kind["person"]


def _with_unnamed_bodies(
    named: Entries, material: StoryMaterial, cite: Cite
) -> tuple[EntityEntry, ...]:
    """Return the bodies with those that no source calls by a name but that something is known from.

    "Norway's energy ministry" is one body, as much as one with capitals; "the police" are not:
    a body counts as one where its country is known, and where it is no slip of a single passage.
    Its mentions are the passages that call it something: not those that only name who speaks for
    it, or whose it is ("his office").
    """
    reading = reading_of(material)
    entries = list(named)
    by_name = {key_of(body_named(each.name, each.country)) for each in named}
    for key, found in sorted(_bodies_known_from(material, reading).items()):
        one = next(iter(found.values()))
        listed = any(each.entity is not None for each in found.values())
        if listed or one.country is None or len(found) == 1:
            continue
        if {key, key.removesuffix(f" of {one.country.lower()}")} & by_name:  # "State Department"
            continue
        body = Entity(
            id=EntityId(f"organization:{key.removeprefix('body:').replace(' ', '-')}"),
            kind="organization",
            name=_bare(one),
            country=one.country,
            aliases=(),
        )
        where = Places()
        for article, span in found:
            where.add(reading.outlet_of[article], article, (span,))
        entry = _entry(body, where, cite)
        at = (n for n, each in enumerate(entries) if each.outlets < entry.outlets)
        entries.insert(next(at, len(entries)), entry)
    return tuple(entries)


def _bodies_known_from(
    material: StoryMaterial, reading: Reading
) -> Mapping[str, Mapping[tuple[ArticleId, Span], Informant]]:
    """Return by its key each body that claims are known from, with the passages that call it so."""
    articles = {each.article.id: each.article for each in material.articles}
    places: dict[str, dict[tuple[ArticleId, Span], Informant]] = defaultdict(dict)
    for claim in every_claim(material):
        for carriage in (each for position in claim.positions for each in position.carriages):
            known, article = carriage.informant, carriage.citation.article
            if known.span is None or known.inherited or not known.key.startswith("body:"):
                continue
            if _calls_it(known, articles[article], reading):
                places[known.key][article, known.span] = known
    return places


def _calls_it(known: Informant, article: Article, reading: Reading) -> bool:
    """Return whether words call a body something, and do not only name somebody of it."""
    if known.span is None:
        return False
    words = article.words(known.span)
    if _OF_SOMEBODY.match(words):
        return False
    named = reading.entities_in(article.id, known.span)
    return _bare(known).lower() in words.lower() or all(each.kind != "person" for each in named)


def _bare(known: Informant) -> str:
    """Return a body's name without the country behind it, which the entry gives by itself."""
    return known.name.removesuffix(f" ({country_called(known.country)})") if known.country else ""


def _kind(entity: Entity, houses: set[str]) -> str:
    """Return what an entity is; an outlet of the story is a body, whatever its name sounds like."""
    return "organization" if entity.name.lower() in houses else entity.kind


def _names_itself(entity: Entity, places: Places, material: StoryMaterial) -> bool:
    """Return whether a name is only that by which one outlet calls itself: "told the Herald"."""
    if len(places.first) > 1:
        return False
    own = [each.name for each in material.outlets if each.id in places.first]
    return any(f" {name}".lower().endswith(f" {_plain(entity.name)}") for name in own)


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def _may_be_a_person(words: list[str]) -> bool:
    """Return whether a name can be a person's: no number in it, no common word at its end."""
    return words[-1][0].isupper() and not any(any(map(str.isdigit, word)) for word in words)


def _titled(reading: Reading) -> frozenset[EntityId]:
    """Return who is named with a title somewhere: "managing director Lamont"."""
    return frozenset(
        entity
        for each in reading.standing
        for span in _with_title(each)
        if (entity := reading.meant(each.article.id, span)) is not None
    )


@once_per_article
def _with_title(annotated: Annotated) -> tuple[Span, ...]:
    return tuple(each.span for each in annotated.mentions if each.title is not None)


def _is_named(entry: EntityEntry, kind: str, houses: set[str]) -> bool:
    """Return whether an entry is somebody's name, as far as the story tells.

    A single word that one outlet has once is as often a town, a ship or a capital letter; the
    topic of an office ("Trade Commissioner") and a stretch of a headline ("Tour to Malmo") are
    nobody's; "Agency/Ada Lund" is a photo's credit.
    """
    words = entry.name.split()
    if entry.country is not None or entry.name.lower() in houses:
        return True
    if len(words) == 1 and entry.count == 1 and not entry.name.isupper():
        return False
    if "/" in entry.name or (kind == "person" and not _may_be_a_person(words)):
        return False
    topic = {word.lower() for word in words} <= TOPICS.keys() | OFFICIAL
    return not topic and not NEVER_IN_A_NAME.intersection(words)


def _places(reading: Reading) -> dict[EntityId, Places]:
    places: dict[EntityId, Places] = defaultdict(Places)
    for annotated in reading.standing:
        article, credited = annotated.article.id, _credited(annotated)
        for entity, named in reading.named_in(article).items():
            spans = [each for each in named if each not in credited] if credited else named
            if spans:
                places[entity].add(reading.outlet_of[article], article, spans)
    return places


@once_per_article
def _credited(annotated: Annotated) -> frozenset[Span]:
    """Return the names of those who made the page: in a credit, in the brackets of a dateline."""
    article = annotated.article
    first = next((span for span in annotated.sentences if span.part == BODY), None)
    dateline = dateline_end(article.words(first), first=True) if first is not None else 0
    return frozenset(
        each.span
        for each in annotated.mentions
        if is_credited(article.part_text(each.span.part), each.span)
        or (
            each.kind == "organization"
            and first is not None
            and each.span.part == BODY
            and each.span.end <= first.start + dateline
        )
    )


def _entry(entity: Entity, places: Places, cite: Cite) -> EntityEntry:
    return EntityEntry(
        entity=entity.id,
        name=entity.name,
        country=entity.country,
        count=places.count,
        outlets=len(places.first),
        aliases=entity.aliases,
        mentions=tuple(cite(article, span) for article, span in places.first.values()),
    )
