"""Say which report a page prints as one thing among others, and tell it beside the families."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from twosource.model.acquired import Article
from twosource.model.identity import BODY, ArticleId, LineageId, Span
from twosource.model.linked import Derivation, Lineage, Link, Passage
from twosource.outlets import Outlets, with_own_names
from twosource.stages.lineage.descent import EARLIEST, Held
from twosource.stages.lineage.direction import OPEN, SURE_EVIDENCE, Kinds, directions
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.reasons import HALF, called, named
from twosource.stages.lineage.releases import alike, seen_from, spans_in
from twosource.stages.lineage.score import Sides


class Printed(NamedTuple):
    """The sentences of one article that another prints among other things."""

    why: str
    page_is_left: bool
    spans: frozenset[Span]  # of the page

    def inside(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return those of two articles' passages that stand in the item."""
        return tuple(
            each
            for each in passages
            if (each.left if self.page_is_left else each.right) in self.spans
        )


def printed(one: Fingerprint, other: Fingerprint, sides: Sides, *, copied: bool) -> Printed | None:
    """Return what one of two articles prints of the other among other things, or None.

    What would be a copy anyway is an item only where it is less than half of the page: who sets own
    paragraphs before an agency's report prints that report.
    """
    ends = ((sides[1], other, one), (sides[0], one, other))
    taken, report, page = max(ends, key=lambda end: end[0].item)
    if not taken.item or (copied and taken.item_share > HALF):
        return None
    spans = page.spans[int(taken.item_from) : int(taken.item_to) + 1]
    there, here = called(report, page)
    why = f"{here} has {len(spans)} sentences of {there} among other things, from its opening on"
    return Printed(why, page is one, frozenset(spans))


def with_items(
    families: Sequence[Lineage],
    held: Held,
    links: Iterable[Link],
    kinds: Kinds,
    outlets: Outlets,
) -> Iterator[Lineage]:
    """Yield families with the reports of others that their pages print among other things.

    A digest of five stories has an item of each and makes no one report of them. Of the pages of
    one report it is told of the one that the item is most like, of equals the earlier.
    """
    family = {member: each.id for each in families for member in each.members}
    made = [(*_page_first(link), link) for link in links]
    made.sort(key=lambda item: _nearest_first(held, *item))
    items: dict[LineageId, dict[tuple[ArticleId, LineageId], Derivation]] = defaultdict(dict)
    for page, report, link in made:
        if family[page] != family[report]:
            printed_of = _derivation(link, held[page], held[report], kinds, outlets)
            items[family[page]].setdefault((page, family[report]), printed_of)
    for each in families:
        own = items[each.id]
        yield replace(each, items=tuple(own[key] for key in sorted(own))) if own else each


def _page_first(link: Link) -> tuple[ArticleId, ArticleId]:
    """Return the page and the report: what opens the report stands further down the page."""
    left, right = (
        min((s.start for s in spans_in(link, end) if s.part == BODY), default=0)
        for end in (link.left, link.right)
    )
    return (link.left, link.right) if left > right else (link.right, link.left)


def _nearest_first(
    held: Held, page: ArticleId, report: ArticleId, link: Link
) -> tuple[object, ...]:
    return -round(alike(held[page], link), 2), held[report].published or EARLIEST, report, page


def _derivation(
    link: Link, page: Article, report: Article, kinds: Kinds, outlets: Outlets
) -> Derivation:
    """Return an item as a derivation; a page that is dated earlier may have had it first."""
    forth, back = directions(page, report, kinds)
    directed = forth.strength > SURE_EVIDENCE
    told = forth.why if directed else back.why if back.strength > SURE_EVIDENCE else (OPEN,)
    return Derivation(
        copy=page.id,
        original=report.id,
        outlet=report.outlet,
        kind="item",
        overlap=round(alike(page, link), 6),
        directed=directed,
        passages=seen_from(page.id, link),
        why=named((*link.why, *told), with_own_names(outlets, (page, report))),
    )
