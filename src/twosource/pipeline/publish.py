"""Publish the stories that changed: gather each one's material, compose, keep what is new."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId, Digest, StoryId
from twosource.model.linked import Lineage, Story
from twosource.model.material import StoryMaterial
from twosource.model.storyline import StoryProfile
from twosource.outlets import Outlets, outlet_by_id, with_own_names
from twosource.pipeline.again import own_backgrounds
from twosource.pipeline.issue import issue
from twosource.pipeline.storylines import publish_ties, tie_stories, with_storyline
from twosource.pipeline.tell import Tell
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Engine, Store, Summarizer
from twosource.settings import DossierSettings, StorylineSettings
from twosource.stages.dossier import compose
from twosource.stages.dossier.perspectives.relate import MOST_RELATED, relate, sketch
from twosource.stages.resolve import resolve
from twosource.stages.storylines import profile

log = logging.getLogger(__name__)

CHUNK = 256  # stories that are published together: what an interrupt can cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A story's dossier, and what the story is known by beside others."""

    dossier: Dossier
    profile: StoryProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes one story's dossier; travels to a worker process."""

    summarizer: Summarizer
    recipe: Digest
    settings: DossierSettings

    def __call__(self, material: StoryMaterial) -> Composed:
        """Return the dossier of a material that lacks its entities as yet."""
        with undisturbed():
            entities, mentions = resolve(material.articles)
            whole = replace(material, entities=entities, entity_mentions=mentions)
            dossier = compose(whole, self.summarizer.draft(whole), self.recipe, self.settings)
            known_by = profile(dossier.story, dossier.headline.text, material.articles)
        return Composed(dossier=dossier, profile=known_by)


@undisturbed()
def publish(
    *,
    store: Store,
    engine: Engine,
    composer: Composer,
    outlets: Outlets,
    settings: StorylineSettings,
    tell: Tell,
    grown: Collection[StoryId] = (),
) -> int:
    """Compose every stale story and return how many revisions were published.

    Stories that have `grown` by an article of this run can be read before the others are begun,
    where all are few: what those lost or gained by it can wait, the news cannot.
    """
    stale, done = store.stale_stories(), 0
    ahead = _ahead(stale, grown)
    others = [story for story in stale if story not in ahead]
    lots = [others[start : start + CHUNK] for start in range(0, len(others), CHUNK)]
    untied: tuple[StoryProfile, ...] = ()
    for lot in (ahead, *lots) if ahead else lots:
        materials = (gather(store.story(story), store, outlets) for story in lot)
        composed = []
        for each in engine.map(composer, materials):
            composed.append(each)
            tell("composing", done + len(composed), len(stale))
        if lot is ahead:
            _keep_untied(composed, store)
            untied = tuple(each.profile for each in composed)
        else:
            _keep(composed, untied, store, settings)
            untied = ()
        done += len(lot)
        tell("publishing", done, len(stale))
    with store.transaction():
        published = store.end_issue()
    log.info("published stories=%d revisions=%d", len(stale), published)
    return published


def _ahead(stale: Sequence[StoryId], grown: Collection[StoryId]) -> tuple[StoryId, ...]:
    """Return the stories to be published before the others; none where all are alike or many."""
    first = tuple(story for story in stale if story in grown)
    return first if len(first) < len(stale) <= CHUNK else ()


def _keep_untied(composed: Sequence[Composed], store: Store) -> None:
    """Publish stories with the ties they had; they stay stale until all are tied anew.

    Whom they are tied to now shows only when the stories beside them are composed too.
    """
    with store.transaction():
        _add_revisions([each.dossier for each in composed], store)


def _keep(
    composed: Sequence[Composed],
    untied: Sequence[StoryProfile],
    store: Store,
    settings: StorylineSettings,
) -> None:
    """Tie the stories, and those that were published untied; publish all whose reasons changed."""
    profiles = [*untied, *(each.profile for each in composed)]
    with store.transaction():
        retied = tie_stories(profiles, store, settings)
        _add_revisions([each.dossier for each in composed], store)
        for profile in profiles:
            store.mark_fresh(profile.story)
        publish_ties((*(each.story for each in untied), *retied), store)


def _add_revisions(dossiers: Sequence[Dossier], store: Store) -> None:
    # Related stories are filled in last, when the sketch of every story beside them is known.
    fresh = {dossier.story: sketch(dossier) for dossier in dossiers}
    themes = sorted({theme for each in fresh.values() for theme in each.themes})
    held = store.sketches_of(themes, MOST_RELATED + len(fresh))
    known = {each.story: each for each in held} | fresh
    for dossier in dossiers:
        placed = with_storyline(dossier, store)
        related = relate(placed, tuple(known[story] for story in sorted(known)))
        if issue(related, store):
            store.put_sketch(fresh[dossier.story])


def gather(story: Story, store: Store, outlets: Outlets) -> StoryMaterial:
    """Return all a dossier of the story is made of, but for its entities."""
    articles = store.annotated(story.articles)
    families, own = store.lineages_of(story.articles), frozenset(story.articles)
    lineages = tuple(_inside(families, own))
    named = {a.article.outlet for a in articles}
    named |= {c.outlet for a in articles for c in a.article.credits if c.outlet}
    named |= {lineage.outlet for lineage in lineages if lineage.outlet}
    named |= {d.outlet for lineage in lineages for d in lineage.derivations if d.outlet}
    # What was copied may stand in another story; its outlet is called as its page calls it.
    elsewhere = sorted({o for each in families for o in _originals(each, own)} - own)
    known = with_own_names(
        outlets, (each.article for each in (*articles, *store.annotated(elsewhere)))
    )
    return StoryMaterial(
        story=story,
        articles=articles,
        superseded=tuple(sorted(_superseded(articles, lineages))),
        lineages=lineages,
        entities=(),
        entity_mentions=(),
        outlets=tuple(outlet_by_id(outlet, known) for outlet in sorted(named)),
        informant_verdicts=store.informant_verdicts(),
        own_backgrounds=own_backgrounds(articles, families, store),
    )


def _originals(lineage: Lineage, copies: frozenset[ArticleId]) -> Iterator[ArticleId]:
    """Yield what some articles were copied from, as far as that is held, and the family's first."""
    yield from (d.original for d in lineage.derivations if d.original and d.copy in copies)
    if lineage.origin:
        yield lineage.origin


def _inside(lineages: Sequence[Lineage], story: frozenset[ArticleId]) -> Iterator[Lineage]:
    """Yield the lineages as this story sees them: without what stands in another story."""
    for lineage in lineages:
        yield replace(
            lineage,
            origin=lineage.origin if lineage.origin in story else None,
            members=tuple(member for member in lineage.members if member in story),
            derivations=tuple(
                d if d.original in story else replace(d, original=None, passages=())
                for d in lineage.derivations
                if d.copy in story
            ),
            items=tuple(d for d in lineage.items if {d.copy, d.original} <= story),
        )


def _superseded(articles: Sequence[Annotated], lineages: Sequence[Lineage]) -> Iterator[ArticleId]:
    held = {each.article.id for each in articles}
    for lineage in lineages:
        for derivation in lineage.derivations:
            if derivation.kind == "update" and derivation.original in held:
                yield derivation.original
