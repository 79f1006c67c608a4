"""Tell an article's earlier versions from an outlet's earlier reports of the same event."""

from __future__ import annotations

from twosource.model.acquired import Article
from twosource.model.dossier import StoryMaterial
from twosource.model.identity import ArticleId


def earlier_versions(material: StoryMaterial) -> frozenset[ArticleId]:
    """Return the articles that a later version replaces: what they alone say no longer supports.

    A later version has the same address, or says that it corrects. An outlet's next report at
    another address, without a correction, takes nothing back of the one before.
    """
    articles = {each.article.id: each.article for each in material.articles}
    newer: dict[ArticleId, list[Article]] = {}
    for lineage in material.lineages:
        for derivation in lineage.derivations:
            if derivation.kind == "update" and derivation.original in articles:
                newer.setdefault(derivation.original, []).append(articles[derivation.copy])
    return frozenset(
        article
        for article in material.superseded
        if article not in newer
        or any(_replaces(later, articles[article]) for later in newer[article])
    )


def _replaces(later: Article, earlier: Article) -> bool:
    same_page = later.canonical == earlier.canonical or later.url == earlier.url
    return same_page or any(part.kind == "correction" for part in later.parts)
