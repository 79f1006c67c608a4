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
    pairs = versions_in(material)
    linked = {article for pair in pairs for article in pair}
    replaced = {
        earlier
        for earlier, later in pairs
        if _replaces(material.article(later), material.article(earlier))
    }
    return frozenset(replaced | (set(material.superseded) - linked))


def versions_in(material: StoryMaterial) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """Return the pairs of articles linked as an update, the earlier of each first.

    A page that was changed keeps its first date, so the time of the change tells, then a
    correction notice; the direction of the link only where neither does.
    """
    held = {each.article.id for each in material.articles}
    found = []
    for lineage in material.lineages:
        for derivation in lineage.derivations:
            if derivation.kind != "update" or derivation.original not in held:
                continue
            earlier = material.article(derivation.original)
            later = material.article(derivation.copy)
            if _written(earlier) > _written(later):
                earlier, later = later, earlier
            found.append((earlier.id, later.id))
    return tuple(sorted(found))


def _written(article: Article) -> tuple[str, bool]:
    time = article.changed or article.published
    return (time.isoformat() if time else "", _corrects(article))


def _replaces(later: Article, earlier: Article) -> bool:
    same_page = later.canonical == earlier.canonical or later.url == earlier.url
    return same_page or _corrects(later)


def _corrects(article: Article) -> bool:
    return any(part.kind == "correction" for part in article.parts)
