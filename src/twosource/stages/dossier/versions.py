"""Tell an article's earlier versions from an outlet's earlier reports of the same event."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise

from twosource.model.acquired import Article
from twosource.model.identity import ArticleId, OutletId
from twosource.model.linked import Lineage
from twosource.model.material import StoryMaterial
from twosource.stages.once import once_per_story
from twosource.stages.versions import changed_without_notice, corrects, same_page, written


@once_per_story
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
    """Return the pairs of articles linked as an update, or of one page, the earlier of each first.

    The direction of the link counts only where nothing else tells which came later.
    """
    held = {each.article.id for each in material.articles}
    found = {
        (earlier.id, later.id)
        for versions in pages_in(material)
        for earlier, later in combinations(versions, 2)
    }
    for lineage in material.lineages:
        for derivation in lineage.derivations:
            if derivation.kind != "update" or derivation.original not in held:
                continue
            earlier = material.article(derivation.original)
            later = material.article(derivation.copy)
            if _order(earlier, later) > _order(later, earlier):
                earlier, later = later, earlier
            found.add((earlier.id, later.id))
    return tuple(sorted(found))


def pages_in(material: StoryMaterial) -> tuple[tuple[Article, ...], ...]:
    """Return the pages that were read more than once, each as its versions, the latest last.

    By the address they were read at; a shared canonical address alone may be a template's mistake.
    """
    pages: dict[tuple[OutletId, str], list[Article]] = defaultdict(list)
    for each in material.articles:
        pages[each.article.outlet, each.article.url].append(each.article)
    return tuple(
        tuple(sorted(versions, key=lambda each: (written(each), each.id)))
        for _, versions in sorted(pages.items())
        if len(versions) > 1
    )


def silently_changed(material: StoryMaterial) -> frozenset[ArticleId]:
    """Return the later versions whose page gives the same dates as for the words before."""
    return frozenset(
        later.id
        for versions in pages_in(material)
        for earlier, later in pairwise(versions)
        if changed_without_notice(earlier, later)
    )


def origin_outlet(lineage: Lineage, material: StoryMaterial) -> OutletId | None:
    """Return whose report a lineage is, None where nothing tells."""
    if lineage.origin is None:
        return lineage.outlet
    return material.article(lineage.origin).outlet


def _order(article: Article, other: Article) -> tuple[str, bool, str]:
    """Return when an article was written; when it was read counts only for versions of a page."""
    time, notice, read = written(article)
    return time, notice, read if same_page(article, other) else ""


def _replaces(later: Article, earlier: Article) -> bool:
    return same_page(later, earlier) or corrects(later)
