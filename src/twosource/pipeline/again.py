"""Tell of a story's reports which repeat an earlier report of their own outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Lineage, OwnBackground
from twosource.protocols import Store
from twosource.stages import lineage


def own_backgrounds(
    articles: Sequence[Annotated], families: Sequence[Lineage], store: Store
) -> tuple[OwnBackground, ...]:
    """Return for each article at most one: the earlier report of which it repeats most.

    Of several that hold as much the earliest, where it was told first; it may stand in another
    story. What is one report repeats nothing of itself. Sorted by the later one.
    """
    held = {each.article.id: each for each in articles}
    links = store.links_of("background", tuple(held))
    ends = {end for link in links for end in (link.left, link.right)}
    elsewhere = store.times(sorted(ends - held.keys()))  # those that are still held
    around = held | {each.article.id: each for each in store.annotated(sorted(elsewhere))}
    family = {member: each.id for each in families for member in each.members}
    found: dict[ArticleId, list[OwnBackground]] = defaultdict(list)
    for link in links:
        if link.left in around and link.right in around:
            again = lineage.used_again(link, around[link.left], around[link.right])
            if again and again.later in held and family[again.later] != family.get(again.earlier):
                found[again.later].append(again)
    return tuple(min(found[later], key=_told_first) for later in sorted(found))


def _told_first(again: OwnBackground) -> tuple[object, ...]:
    return -again.sentences, again.published, again.earlier
