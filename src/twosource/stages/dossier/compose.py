"""Compose the dossier of one story from all that is known of it: equal material, equal dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from twosource.model.cited import CitedText, Label
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId, Digest, Span
from twosource.model.material import Draft, StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier.cite import Cite, cited_text, citer
from twosource.stages.dossier.claimed import every_claim, every_comparison, sentence_labels
from twosource.stages.dossier.claims.independence import reports_carrying
from twosource.stages.dossier.claims.labels import tally_of
from twosource.stages.dossier.entries import list_entities
from twosource.stages.dossier.left_out import lay_out
from twosource.stages.dossier.names import call_names
from twosource.stages.dossier.perspectives.find import find_perspectives
from twosource.stages.dossier.sources import list_sources
from twosource.stages.dossier.statements.group import every_statement
from twosource.stages.dossier.summary.labels import SentenceLabels
from twosource.stages.dossier.timeline import lay_timeline


def compose(
    material: StoryMaterial, draft: Draft, recipe_digest: Digest, settings: DossierSettings
) -> Dossier:
    """Return the dossier of a story: its first revision, without changes; `revise` fills both.

    Nothing enters it but material, draft and settings.
    """
    cite, labels = citer(material), sentence_labels(material)
    statements, all_claims = every_statement(material), every_claim(material)
    claims = _listed(all_claims, settings)
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
        figures=every_comparison(material),
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


def _listed(claims: Sequence[Claim], settings: DossierSettings) -> tuple[Claim, ...]:
    """Return the claims a dossier has room for: what only one outlet has is never crowded out."""
    several = [each for each in claims if reports_carrying(each) > 1][: settings.most_claims]
    room = max(settings.most_alone, settings.most_claims - len(several))
    return (*several, *[each for each in claims if reports_carrying(each) <= 1][:room])


def _sentence(place: tuple[ArticleId, Span], cite: Cite, labels: SentenceLabels) -> CitedText:
    citation = cite(*place)
    label: Label = labels.of(citation)
    return replace(cited_text(citation), label=label)


def _newest(material: StoryMaterial) -> datetime | None:
    times = (each.article.published for each in material.articles)
    return max((time for time in times if time is not None), default=None)
