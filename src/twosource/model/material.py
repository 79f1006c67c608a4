"""What a dossier is made from: a story's articles with all that is known of them, and a draft."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.acquired import Article, Outlet
from twosource.model.annotated import Annotated
from twosource.model.claimed import InformantVerdict
from twosource.model.identity import ArticleId, Span
from twosource.model.linked import Entity, EntityMention, Lineage, OwnBackground, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMaterial:
    """All that a dossier is composed from; nothing else may enter it."""

    story: Story
    articles: tuple[Annotated, ...]  # sorted by (published, id); all versions
    superseded: tuple[ArticleId, ...] = ()  # earlier versions of an article that is here too
    lineages: tuple[Lineage, ...]  # of these articles, each article in exactly one
    entities: tuple[Entity, ...]
    entity_mentions: tuple[EntityMention, ...]
    outlets: tuple[Outlet, ...]  # of all outlet ids that occur
    informant_verdicts: tuple[InformantVerdict, ...] = ()
    own_backgrounds: tuple[OwnBackground, ...] = ()  # at most one of each article that repeats

    def article(self, article: ArticleId) -> Article:
        """Return the article of that id; raises KeyError for one that is not in the story."""
        for each in self.articles:
            if each.article.id == article:
                return each.article
        raise KeyError(article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A summarizer's choice: which stretches make headline and summary, in which order."""

    headline: tuple[ArticleId, Span]
    summary: tuple[tuple[ArticleId, Span], ...]
    by: str  # the summarizer's name and version
