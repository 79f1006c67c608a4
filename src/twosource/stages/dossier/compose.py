"""Compose the dossier of one story from all that is known of it: equal material, equal dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from twosource.model.cited import CitedText, Label
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier, Statement
from twosource.model.identity import ArticleId, Digest, Span
from twosource.model.material import Draft, StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier.cite import Cite, cited_text, citer
from twosource.stages.dossier.claims.find import find_claims, spread
from twosource.stages.dossier.claims.reports import reporter
from twosource.stages.dossier.claims.said import said_claims
from twosource.stages.dossier.claims.tally import tally_of
from twosource.stages.dossier.entries import list_entities
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.left_out import lay_out
from twosource.stages.dossier.names import call_names
from twosource.stages.dossier.perspectives.find import find_perspectives
from twosource.stages.dossier.sources import list_sources
from twosource.stages.dossier.statements.group import group_statements
from twosource.stages.dossier.summary.labels import SentenceLabels
from twosource.stages.dossier.timeline import lay_timeline


def compose(
    material: StoryMaterial, draft: Draft, recipe_digest: Digest, settings: DossierSettings
) -> Dossier:
    """Return the dossier of a story: its first revision, without changes; `revise` fills both.

    Nothing enters it but material, draft and settings. The order of claims is that of
    `find_claims`: what most reports carry comes first; claims that something is so stand before
    claims that it was said where they are equally well carried.
    """
    cite = citer(material)
    statements = group_statements(material, cite)
    all_claims = _all_claims(material, statements, cite)
    claims = _listed(all_claims, settings)
    labels = SentenceLabels(material, all_claims, statements, cite)
    countries, organizations, persons = list_entities(material, cite)
    return Dossier(
        story=material.story.id,
        recipe=recipe_digest,
        number=1,
        as_of=_newest(material),
        changes=(),
        headline=_sentence(draft.headline, cite, labels),
        tally=tally_of(claims, material),
        summary=tuple(_sentence(place, cite, labels) for place in draft.summary),
        statements=statements[: settings.most_statements],
        claims=claims,
        figures=compare_figures(material, cite),
        timeline=lay_timeline(material, cite),
        names=call_names(material, cite),
        left_out=lay_out(claims, material),
        sources=list_sources(material),
        perspectives=find_perspectives(material, cite),
        countries=countries,
        organizations=organizations,
        persons=persons,
        claims_in_all=len(all_claims),
        statements_in_all=len(statements),
    )


def every_claim(material: StoryMaterial) -> tuple[Claim, ...]:
    """Return all claims of a story in their order, however many a dossier shows."""
    cite = citer(material)
    return _all_claims(material, group_statements(material, cite), cite)


def _all_claims(
    material: StoryMaterial, statements: Sequence[Statement], cite: Cite
) -> tuple[Claim, ...]:
    """Return both kinds of claims, merged so that the better carried come first."""
    so = find_claims(material, cite)
    said = said_claims(tuple(statements), material, reporter(material), informants_of(material))
    return tuple(sorted((*so, *said), key=lambda each: -_reports(each)))


def _listed(claims: Sequence[Claim], settings: DossierSettings) -> tuple[Claim, ...]:
    """Return the claims a dossier has room for: what only one outlet has is never crowded out."""
    several = [each for each in claims if _reports(each) > 1][: settings.most_claims]
    room = max(settings.most_alone, settings.most_claims - len(several))
    return (*several, *[each for each in claims if _reports(each) <= 1][:room])


def _reports(claim: Claim) -> int:
    return spread([c for position in claim.positions for c in position.carriages])


def _sentence(place: tuple[ArticleId, Span], cite: Cite, labels: SentenceLabels) -> CitedText:
    citation = cite(*place)
    label: Label = labels.of(citation)
    return replace(cited_text(citation), label=label)


def _newest(material: StoryMaterial) -> datetime | None:
    times = (each.article.published for each in material.articles)
    return max((time for time in times if time is not None), default=None)
