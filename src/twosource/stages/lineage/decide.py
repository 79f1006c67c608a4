"""Draw the family trees of articles: who copied whom, and whose report it was at first."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.annotated import Annotated
from twosource.model.linked import Lineage, Link
from twosource.outlets import Outlets
from twosource.stages.lineage.descent import moment, ways
from twosource.stages.lineage.direction import kind_of
from twosource.stages.lineage.forest import Forest
from twosource.stages.lineage.items import with_items
from twosource.stages.lineage.releases import without_releases


def decide(
    articles: Sequence[Annotated], links: Sequence[Link], outlets: Outlets
) -> tuple[Lineage, ...]:
    """Return the lineages of these articles: a partition, sorted by first member.

    Every article has at most one parent: the one that most of it stands in, and among equals the
    one that credits, dates and the kinds of the outlets speak for. A root that names as its source
    an outlet whose article is not here has its origin there, and so have all roots that name the
    same. What a page prints of another report among other things joins no families. A person's
    verdict "copy" joins, "independent" is never overruled. The order of articles and links does not
    matter.
    """
    held = {each.article.id: each.article for each in articles}
    inside = [link for link in links if link.left in held and link.right in held]
    apart = {(link.left, link.right) for link in inside if link.verdict == "independent"}
    standing = without_releases(
        held, [link for link in inside if link.verdict != "independent"], outlets
    )
    kinds = {outlet: kind_of(outlet, outlets) for outlet in {a.outlet for a in held.values()}}
    items = [link for link in standing if link.derivation == "item" and not link.verdict]
    copies = [link for link in standing if link.derivation != "item" or link.verdict]
    descents = [way for link in copies for way in ways(held, link, kinds)]
    families = Forest(held, descents, apart, outlets).lineages()
    told = with_items(families, held, items, kinds, outlets)
    return tuple(sorted(told, key=lambda each: moment(held, each.members[0])))
