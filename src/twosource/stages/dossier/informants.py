"""Find for every passage whom it knows from: the speaker it names, an issuer, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention
from twosource.model.dossier import Informant, StoryMaterial
from twosource.model.identity import BODY, ArticleId, EntityId, Span
from twosource.model.linked import Entity
from twosource.outlets import outlet_named
from twosource.outlets.names import NameIndex, index_names, named
from twosource.stages.dossier.bodies import body_in, body_named, key_of
from twosource.stages.dossier.offices import POSSESSIVES, beside, owns
from twosource.stages.dossier.reports import bundled
from twosource.stages.dossier.roles import BARE, COMPANY, OF_STATES, OFFICIAL, TOPICS, WITNESS
from twosource.stages.dossier.speakers import UNSTATED, Speaker, informant_of
from twosource.stages.dossier.told import NameOf, Told

_MEDIUM = re.compile(
    r"^(?:the )?(?:(?:news|state|wire|local|daily|public) )*(?:agency|newspaper|paper|broadcaster|"
    r"daily|station|website|weekly|magazine) (?=[A-Z])"
)
# Media that no table knows: "local media", "KTNV", "Channel 4", "the Stord Gazette".
_SOME_MEDIUM = re.compile(
    r"\b(?:media|newspapers?|outlets|broadcasters?|websites?|tabloids?)\b"
    r"|^(?:the )?[KW][A-Z]{2,3}(?:-TV)?$"
    r"|\b(?:TV|Television|Radio|News|Times|Post|Herald|Tribune|Gazette|Daily|Press|Journal|Chronicle|"
    r"Broadcasting|Channel|Telegraph|Observer)\b(?! (?:Secretary|Office|Agency|Complaints))"
)
# Who deplores an event repeats its toll; that is no second count.
_REACTS = re.compile(
    r"\b(?:horrified|shocked|saddened|appalled|outraged|heartbroken|devastated|condemn\w*|"
    r"condol\w*|mourn\w*|tributes?|sympath\w*|prayers?|praying|thoughts (?:are|go)|"
    r"congratulat\w*|deplor\w*)\b",
    re.IGNORECASE,
)
TOLLS = frozenset({"dead", "injured", "missing", "hospital"})  # nobody counts these by himself
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
# "the wife of Ola Hansen": he is not the one who speaks.
_IN_OR_OF = re.compile(r"\b(?:in|on|of|at|for|with)\s(?:the\s)?$")
# "the hospital in Oban": the town is no body, whatever the model takes it for.
_IN_A_PLACE = re.compile(r"\b(?:in|on|near|outside)\s(?:the\s)?$")


class Informants:
    """Whom the passages of a story know from; made once per story, read only.

    It holds the story's names by article, and what is told anywhere of each person's office: who
    is a spokesman in one report is one in all.
    """

    def __init__(self, material: StoryMaterial, name_of: NameOf) -> None:
        self.articles = {each.article.id: each for each in material.articles}
        self.entities = {each.id: each for each in material.entities}
        self.outlets = {each.id: each for each in material.outlets}
        self.names: NameIndex = index_names(material.outlets)
        self.name_of = name_of
        self.outlets_with = _outlets_with(material)
        self.origins = {
            member: lineage.origin
            for lineage in material.lineages
            for member in lineage.members
            if lineage.origin not in (None, member)
        }
        self.known_outlets: dict[str, bool] = {}  # asked for every speaker, again and again
        self.offices: dict[EntityId, Speaker] = {}
        for annotated in material.articles:
            for mention in annotated.mentions:
                if mention.kind == "person" and mention.span.part == BODY:
                    self._learn_office(annotated, mention)

    def of(self, told: Told) -> Informant:
        """Return whom a passage knows something from.

        In this order: the innermost speaker in whose words it stands, the issuer of its figure, a
        source the sentence names ("customs data show"), the issuer of a press release. What an
        outlet is said to have reported has no informant by that: the outlet is a report.
        """
        article = self.articles[told.article].article
        if told.quote is not None and _REACTS.search(article.words(told.span)):
            return UNSTATED  # who is shocked at a thing need not be whom it is known from
        for span in _speaker_spans(told):
            found = self.at(told.article, span)
            if told.measure and told.measure.outcome in TOLLS and _is_private(found):
                found = replace(found, key=found.key.replace("person:", "unsure:", 1))
            if found.kind != "unstated":
                return found
        return self.issuer(article) if told.quote is None else UNSTATED

    def at(self, article_id: ArticleId, span: Span) -> Informant:
        """Return the informant that a speaker's words stand for."""
        annotated = self.articles[article_id]
        article = annotated.article
        words = article.words(span)
        inside = [m for m in annotated.mentions if span.holds(m.span) or m.span.holds(span)]
        if self._is_outlet(words):
            return UNSTATED
        owned = [
            m for m in inside if article.part_text(m.span.part)[m.span.end :][:2] in POSSESSIVES
        ]
        text = article.part_text(span.part)
        others = [m for m in inside if _IN_OR_OF.search(text[span.start : m.span.start])]
        persons = [m for m in inside if m not in owned and m not in others]
        person = self._first(article.id, persons, "person")
        placed = [m for m in inside if _IN_A_PLACE.search(text[span.start : m.span.start])]
        bodies = self._bodies(article.id, [m for m in inside if m not in placed])
        bare = None if person or bodies else self._antecedent(annotated, span, words)
        if not (person or bodies or bare) and _ITS.match(words):
            bare = self._last_body(annotated, span)
        country = next((m.country for m in inside if m.country), None)
        speaker = Speaker(
            words=words,
            person=person,
            bodies=bodies or ((bare,) if bare else ()),
            country=country,
            rare=bool(bodies) and self.outlets_with.get(bodies[0].id, 0) < 2,
            acts=any(m.acts for m in inside)
            or (country is not None and len(inside) == 1 and inside[0].span == span),
        )
        if person is not None and person.id in self.offices:
            office = self.offices[person.id]
            speaker = replace(
                speaker,
                bodies=bodies or office.bodies,
                rare=any(self.outlets_with.get(b.id, 0) < 2 for b in bodies or office.bodies),
                described=office.described,
                office=office.office,
                country=country or office.country,
            )
        return replace(informant_of(speaker), span=span)

    def issuer(self, article: Article) -> Informant:
        """Return who stands behind a whole text: a press release's issuer, else nobody stated.

        Who prints a release has it from the issuer of the one he prints.
        """
        printed = self.origins.get(article.id)
        if printed is not None:
            return self.issuer(self.articles[printed].article)
        outlet = self.outlets.get(article.outlet)
        official = outlet is not None and outlet.kind in ("government", "press_release")
        if article.genre.name != "press release" and not official:
            return UNSTATED
        if outlet is not None and (official or outlet.owner == outlet.name):
            body = body_named(outlet.name, outlet.country)
            return Informant(kind="body", key=key_of(body), name=outlet.name, country=body.country)
        entity = self._most_named_body(article.id)
        if entity is None:
            return UNSTATED
        body = body_named(entity.name, entity.country)
        return Informant(
            kind="body",
            key=key_of(body),
            name=entity.name,
            entity=entity.id,
            country=body.country,
        )

    # ---- names ---------------------------------------------------------------------------------

    def _entity(self, article: ArticleId, mention: Mention) -> Entity | None:
        found = self.name_of(article, mention.span)
        return self.entities.get(found) if found is not None else None

    def _first(self, article: ArticleId, mentions: list[Mention], kind: str) -> Entity | None:
        for mention in mentions:
            entity = self._entity(article, mention)
            if entity is not None and entity.kind == kind:
                return entity
        return None

    def _bodies(self, article: ArticleId, mentions: list[Mention]) -> tuple[Entity, ...]:
        found = (self._entity(article, mention) for mention in mentions)
        return tuple(
            each
            for each in found
            if each is not None
            and each.kind == "organization"
            and not self._is_outlet(each.name)
            and not _only_a_topic(each)
        )

    def _is_outlet(self, words: str) -> bool:
        if words not in self.known_outlets:
            self.known_outlets[words] = self._looks_like_outlet(words)
        return self.known_outlets[words]

    def _looks_like_outlet(self, words: str) -> bool:
        bare = _MEDIUM.sub("", words)
        if bare != words or _SOME_MEDIUM.search(words):
            return True
        bare = re.sub(r"['’]s?$", "", bare)
        return named(bare, self.names) is not None or outlet_named(bare, bundled()) is not None

    def _most_named_body(self, article: ArticleId) -> Entity | None:
        counts: dict[EntityId, int] = {}
        for entity in self._bodies(article, list(self.articles[article].mentions)):
            counts[entity.id] = counts.get(entity.id, 0) + 1
        best = min(counts, key=lambda each: (-counts[each], each), default=None)
        return self.entities[best] if best is not None else None

    def _antecedent(self, annotated: Annotated, span: Span, words: str) -> Entity | None:
        """Return the body that "the company", "the centre" means: the last one named before.

        Of companies the last that is no arm of a state; of other bodies the last whose name has
        the word in it.
        """
        body = body_in(words)
        if body is None or re.match(r"an?\s", words, re.IGNORECASE):
            return None
        head = body.name.split()[-1] if body.name else ""
        if body.name not in BARE and head not in COMPANY:
            return None
        article = annotated.article.id
        earlier = [
            m for m in annotated.mentions if m.span.part == span.part and m.span.end <= span.start
        ]
        for entity in reversed(self._bodies(article, earlier)):
            if head in entity.name.lower().split():
                return entity
            if head in COMPANY and _may_be_company(entity):
                return entity
        return None

    def _last_body(self, annotated: Annotated, span: Span) -> Entity | None:
        """Return the body named last before a place: whose "its spokesman" is."""
        earlier = [
            m for m in annotated.mentions if m.span.part == span.part and m.span.end <= span.start
        ]
        bodies = self._bodies(annotated.article.id, earlier)
        return bodies[-1] if bodies else None

    # ---- offices -------------------------------------------------------------------------------

    def _learn_office(self, annotated: Annotated, mention: Mention) -> None:
        """Keep what a text says of a person's office: the title, and the words beside the name."""
        entity = self._entity(annotated.article.id, mention)
        if entity is None:
            return
        before = self.offices.get(entity.id, Speaker(words=""))
        for span in beside(annotated, mention):
            before = self._with_office(before, annotated, span, mention)
        self.offices[entity.id] = before

    def _with_office(
        self, known: Speaker, annotated: Annotated, span: Span, of: Mention
    ) -> Speaker:
        article = annotated.article
        words = article.words(span)
        tokens = set(re.findall(r"[^\W\d_]+", words.lower()))
        if not tokens & (OFFICIAL | WITNESS):
            return known
        held = [
            m
            for m in annotated.mentions
            if span.holds(m.span) and m.span != of.span and owns(article, span, m.span)
        ]
        bodies = self._bodies(article.id, held) or self._owners(article, held)
        if not bodies:
            bare = self._last_body(annotated, span) if _ITS.match(words) else None
            bare = bare or self._antecedent(annotated, span, words)
            bodies = (bare,) if bare else ()
        return replace(
            known,
            described=f"{known.described} | {words}" if known.described else words,
            bodies=known.bodies or bodies[:1],
            office=known.office or body_in(words),
            country=known.country or next((m.country for m in held if m.country), None),
        )

    def _owners(self, article: Article, mentions: list[Mention]) -> tuple[Entity, ...]:
        """Return whose director or spokesman somebody is, by the possessive: "Kystlinjen's"."""
        found = (
            self._entity(article.id, each)
            for each in mentions
            if each.country is None and article.text[each.span.end :][:2] in POSSESSIVES
        )
        return tuple(each for each in found if each is not None and each.kind != "place")


def _speaker_spans(told: Told) -> Iterator[Span]:
    if told.quote is not None and told.quote.speaker is not None:
        yield told.quote.speaker
    if told.figure is not None and told.figure.issuer is not None:
        yield told.figure.issuer
    yield from told.sources


def _outlets_with(material: StoryMaterial) -> dict[EntityId, int]:
    """Return in how many outlets each entity is named."""
    outlet_of = {each.article.id: each.article.outlet for each in material.articles}
    pairs = {(each.entity, outlet_of[each.article]) for each in material.entity_mentions}
    counts: dict[EntityId, int] = {}
    for entity, _ in sorted(pairs):
        counts[entity] = counts.get(entity, 0) + 1
    return counts


def _is_private(informant: Informant) -> bool:
    return informant.key.startswith("person:")


def _only_a_topic(entity: Entity) -> bool:
    """Return whether a name is but the topic of an office: "Trade" of "Trade Commissioner"."""
    return set(entity.name.lower().split()) <= TOPICS.keys() | OFFICIAL


def _may_be_company(entity: Entity) -> bool:
    return body_in(entity.name) is None and entity.name.lower() not in OF_STATES
