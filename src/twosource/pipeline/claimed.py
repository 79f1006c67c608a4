"""Find all claims that a story's reports make, also those that its dossier has no room for."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.claimed import Claim
from twosource.model.identity import StoryId
from twosource.model.material import StoryMaterial
from twosource.pipeline.press import Press
from twosource.pipeline.publish import gather
from twosource.stages.dossier import every_claim
from twosource.stages.resolve import resolve


def material_held(story: StoryId, press: Press) -> StoryMaterial:
    """Return all that a story's dossier is made of, as the store holds it now."""
    bare = gather(press.store.story(story), press.store, press.outlets)
    entities, mentions = resolve(bare.articles)
    return replace(bare, entities=entities, entity_mentions=mentions)


def all_claims(story: StoryId, press: Press) -> tuple[Claim, ...]:
    """Return every claim of a story, in the dossier's order; a dossier lists the best carried."""
    return every_claim(material_held(story, press))
