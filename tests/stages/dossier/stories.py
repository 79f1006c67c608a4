"""Small stories for the tests of the dossier: a few reports, each sentence a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tests.factories import NOON, annotated, article, hours, outlet, span_of
from twosource.canonical import digest
from twosource.model.acquired import Genre, Outlet, Part
from twosource.model.annotated import (
    Annotated,
    Figure,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Sense,
)
from twosource.model.claimed import Claim
from twosource.model.identity import CountryCode, EntityId, LineageId, OutletId, StoryId
from twosource.model.linked import (
    Derivation,
    DerivationKind,
    Entity,
    EntityMention,
    Lineage,
    Passage,
    Story,
)
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.find import find_claims


@dataclass(frozen=True, kw_only=True)
class Said:
    """Words of a text and who says them there."""

    words: str
    by: str = ""
    kind: QuoteKind = "indirect"
    sense: Sense = "asserted"
    cue: str = ""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Words of a text that give a figure."""

    words: str
    value: float
    of: str | None = None
    unit: str | None = None
    approximate: bool = False
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A name in a text: of whom, with which title."""

    words: str
    kind: MentionKind = "person"
    title: str = ""
    country: str | None = None
    acts: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """An article as a test writes it; `text` has a sentence per paragraph."""

    outlet: str
    text: str
    said: Sequence[Said] = ()
    counted: Sequence[Counted] = ()
    named: Sequence[Named] = ()
    after: float = 0.0  # hours
    genre: str = "news"
    corrects: str = ""
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Copied:
    """Which report is made from which, by their places; aligned sentences by their places too."""

    copy: int
    of: int
    aligned: Sequence[tuple[int, int]]  # sentence of the copy, sentence of the original
    kind: DerivationKind = "rewrite"


def read(report: Report) -> Annotated:
    """Return the article of a report with all its marks."""
    published: datetime = NOON + hours(report.after)
    parts = (Part(kind="correction", number=1, text=report.corrects),) if report.corrects else ()
    of = article(
        report.text,
        outlet=report.outlet,
        published=published,
        genre=Genre(name=report.genre),  # type: ignore[arg-type]  # tests name real genres
        parts=parts,
        **report.fields,  # type: ignore[arg-type]  # whatever fields of Article a test sets
    )
    return annotated(
        of,
        quotes=tuple(
            Quote(
                content=(span_of(of, each.words),),
                speaker=span_of(of, each.by) if each.by else None,
                cue=span_of(of, each.cue) if each.cue else None,
                kind=each.kind,
                sense=each.sense,
            )
            for each in report.said
        ),
        figures=tuple(
            Figure(
                span=span_of(of, each.words),
                value=float(each.value),
                of=each.of,
                unit=each.unit,
                approximate=each.approximate,
                issuer=span_of(of, each.by) if each.by else None,
            )
            for each in report.counted
        ),
        mentions=tuple(
            Mention(
                span=span_of(of, each.words),
                kind=each.kind,
                title=span_of(of, each.title) if each.title else None,
                country=CountryCode(each.country) if each.country else None,
                acts=each.acts,
            )
            for each in report.named
        ),
    )


def material_of(
    *reports: Report,
    copies: Sequence[Copied] = (),
    outlets: Sequence[Outlet] = (),
    superseded: Sequence[int] = (),
) -> StoryMaterial:
    """Return the material of a story of these reports; a name is one entity wherever it stands."""
    read_reports = [read(each) for each in reports]
    ids = [each.article.id for each in read_reports]
    ordered = tuple(
        sorted(read_reports, key=lambda each: (str(each.article.published), each.article.id))
    )
    known = {each.id: each for each in outlets}
    for each in read_reports:
        known.setdefault(each.article.outlet, outlet(each.article.outlet))
    names = {(words.words, words.kind, words.country) for each in reports for words in each.named}
    return StoryMaterial(
        story=Story(id=StoryId("story"), articles=tuple(each.article.id for each in ordered)),
        articles=ordered,
        superseded=tuple(ids[index] for index in superseded),
        lineages=_lineages(read_reports, copies),
        entities=tuple(
            Entity(
                id=_entity(words),
                kind=kind,
                name=words,
                country=CountryCode(country) if country else None,
            )
            for words, kind, country in sorted(names, key=str)
        ),
        entity_mentions=tuple(
            EntityMention(
                entity=_entity(each.article.words(mention.span)),
                article=each.article.id,
                span=mention.span,
            )
            for each in ordered
            for mention in each.mentions
        ),
        outlets=tuple(known[OutletId(name)] for name in sorted(known)),
    )


def claims_in(*reports: Report, copies: Sequence[Copied] = ()) -> tuple[Claim, ...]:
    """Return the claims of a story of these reports."""
    material = material_of(*reports, copies=copies)
    return find_claims(material)


def claim_with(claims: Sequence[Claim], words: str) -> Claim:
    """Return the claim that one of its passages tells in these words."""
    for claim in claims:
        for position in claim.positions:
            if any(words in carriage.citation.words for carriage in position.carriages):
                return claim
    raise AssertionError(f"no claim is carried by a passage with {words!r}")


def _entity(words: str) -> EntityId:
    return EntityId(digest(words))


def _lineages(reports: Sequence[Annotated], copies: Sequence[Copied]) -> tuple[Lineage, ...]:
    origin = {each.copy: each.of for each in copies}
    roots = [index for index in range(len(reports)) if index not in origin]
    return tuple(
        Lineage(
            id=LineageId(f"report-{root}"),
            origin=reports[root].article.id,
            outlet=reports[root].article.outlet,
            members=tuple(
                reports[index].article.id
                for index in range(len(reports))
                if index == root or origin.get(index) == root
            ),
            derivations=tuple(
                Derivation(
                    copy=reports[each.copy].article.id,
                    original=reports[root].article.id,
                    kind=each.kind,
                    overlap=0.9,
                    passages=tuple(
                        Passage(
                            left=reports[each.copy].sentences[left],
                            right=reports[root].sentences[right],
                            overlap=0.9,
                        )
                        for left, right in each.aligned
                    ),
                )
                for each in copies
                if each.of == root
            ),
        )
        for root in roots
    )
