"""Grow the family trees of articles, each from the report that nobody here was made before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations
from math import ceil

from twosource.canonical import digest
from twosource.model.acquired import Article, Credit
from twosource.model.identity import ArticleId, LineageId, OutletId
from twosource.model.linked import Derivation, DerivationKind, Lineage, Link
from twosource.outlets import Outlets, with_own_names
from twosource.stages.lineage.credits import origin_not_held
from twosource.stages.lineage.descent import Descent, Held, best_first, moment
from twosource.stages.lineage.direction import OPEN, SURE_EVIDENCE
from twosource.stages.lineage.handed_on import hand_on
from twosource.stages.lineage.reasons import named, outlet
from twosource.stages.lineage.releases import alike, seen_from
from twosource.stages.once import once_per_link

LEAST_FAMILY, SHARE_OF_BRIDGES, MOST_BRIDGES = 2, 0.3, 3
UNSURE_SHARE, LEAST_UNSURE = 0.5, 2  # of a family's pages: so many make up for no sure link
SURE = 0.8  # score of a link that may join families; one less sure does so beside others

Linked = dict[ArticleId, set[ArticleId]]
"""The articles to which each is linked."""


def is_sure(link: Link) -> bool:
    """Return whether a link may join families: a person or its score says so."""
    return link.verdict == "copy" or (link.verdict is None and link.score >= SURE)


class Forest:
    """The family trees under construction; lives for one call of `decide`."""

    def __init__(
        self,
        held: Held,
        descents: Sequence[Descent],
        apart: set[tuple[ArticleId, ArticleId]],
        outlets: Outlets,
    ) -> None:
        self.held, self.apart, self.outlets = held, apart, outlets
        self.parent: dict[ArticleId, Descent] = {}
        self.family = {article: [article] for article in held}
        self.root = {article: article for article in held}
        self.linked: Linked = defaultdict(set)
        self.surely: Linked = defaultdict(set)
        for way in descents:
            for known in (self.linked, self.surely) if way.link.score >= SURE else (self.linked,):
                known[way.copy].add(way.original)
                known[way.original].add(way.copy)
        for way in best_first(held, descents):
            if way.copy not in self.parent and self.root[way.original] != way.copy:
                self._join(way)
        hand_on(held, self.parent, descents)

    def _join(self, way: Descent) -> None:
        old, new = self.root[way.copy], self.root[way.original]
        if old == new or self._parted(old, new):
            return
        if way.link.verdict is None and not self._hang_together(old, new):
            return
        self.parent[way.copy] = way
        self.family[new] = self.family[new] + self.family.pop(old)
        for member in self.family[new]:
            self.root[member] = new

    def _hang_together(self, one: ArticleId, other: ArticleId) -> bool:
        """Return whether enough pages of each family are linked to the other family.

        A gallery page with the captions of yesterday's report below today's is linked to both
        families, and makes them no one report. Asked are three in ten of a family surely linked, at
        most three pages: of large ones only the nearest were compared. Or half of it, two pages at
        least, however unsurely: retellings are nearer to each other than to what they retell. Of a
        single page nothing is asked.
        """
        sizes = len(self.family[one]), len(self.family[other])
        if min(sizes) < LEAST_FAMILY:
            return True
        sure = [min(MOST_BRIDGES, ceil(SHARE_OF_BRIDGES * size)) for size in sizes]
        unsure = [max(LEAST_UNSURE, ceil(UNSURE_SHARE * size)) for size in sizes]
        return self._bridged(one, other, self.surely, sure) or self._bridged(
            one, other, self.linked, unsure
        )

    def _bridged(
        self, one: ArticleId, other: ArticleId, linked: Linked, least: Sequence[int]
    ) -> bool:
        """Return whether so many pages of the one family and of the other are linked to it."""
        families = permutations((self.family[one], self.family[other]))
        return all(
            sum(not linked[member].isdisjoint(theirs) for member in mine) >= enough
            for (mine, theirs), enough in zip(families, least, strict=True)
        )

    def _parted(self, one: ArticleId, other: ArticleId) -> bool:
        """Return whether a person has called two members of these families independent."""
        ends = {one, other}
        return any({self.root.get(a), self.root.get(b)} == ends for a, b in self.apart)

    def lineages(self) -> list[Lineage]:
        """Return the trees as lineages; those of one absent origin are one."""
        found: list[Lineage] = []
        absent: dict[OutletId, list[tuple[ArticleId, Credit]]] = defaultdict(list)
        for root, members in self.family.items():
            credit = origin_not_held(
                self.held[root], (self.held[member].outlet for member in members)
            )
            if credit is None or credit.outlet is None:
                found.append(self._lineage(members, root, ()))
            else:
                absent[credit.outlet].append((root, credit))
        for source, roots in sorted(absent.items()):
            for group in self._unparted(roots):
                members = [member for root, _ in group for member in self.family[root]]
                derived = tuple(self._from_absent(root, credit, source) for root, credit in group)
                found.append(self._lineage(members, None, derived, source))
        return found

    def _unparted(
        self, roots: Sequence[tuple[ArticleId, Credit]]
    ) -> list[list[tuple[ArticleId, Credit]]]:
        """Return roots of one absent origin in groups that no verdict parts."""
        groups: list[list[tuple[ArticleId, Credit]]] = []
        for root, credit in sorted(roots, key=lambda each: moment(self.held, each[0])):
            for group in groups:
                if not any(self._parted(root, other) for other, _ in group):
                    group.append((root, credit))
                    break
            else:
                groups.append([(root, credit)])
        return groups

    def _lineage(
        self,
        members: Sequence[ArticleId],
        origin: ArticleId | None,
        derived: tuple[Derivation, ...],
        source: OutletId | None = None,
    ) -> Lineage:
        ordered = tuple(sorted(members, key=lambda member: moment(self.held, member)))
        ways = [self.parent[member] for member in ordered if member in self.parent]
        derivations = derived + tuple(
            _derivation(way, self.held[way.copy], self.held[way.original], self.outlets)
            for way in ways
        )
        return Lineage(
            id=LineageId(origin or digest(("origin not held", source, ordered[0]))),
            origin=origin,
            outlet=self.held[origin].outlet if origin else source,
            members=ordered,
            derivations=tuple(sorted(derivations, key=lambda d: moment(self.held, d.copy))),
        )

    def _from_absent(self, root: ArticleId, credit: Credit, source: OutletId) -> Derivation:
        here = outlet(self.held[root].outlet)
        why = f"{here} names {outlet(source)} as its source: “{credit.words}” ({credit.kind})"
        return Derivation(
            copy=root,
            outlet=source,
            kind=None,  # a credit stands over a rewording as over a reprint
            overlap=0.0,
            why=named((why,), with_own_names(self.outlets, [self.held[root]])),
        )


@once_per_link
def _derivation(way: Descent, copy: Article, original: Article, outlets: Outlets) -> Derivation:
    directed = way.evidence > SURE_EVIDENCE or way.link.verdict == "copy"
    why = way.why if directed else (*way.why, OPEN)
    return Derivation(
        copy=way.copy,
        original=way.original,
        outlet=original.outlet,
        kind=_kind(way.link, copy, original),
        overlap=round(alike(copy, way.link), 6),
        directed=directed,
        passages=seen_from(way.copy, way.link),
        why=named(why, with_own_names(outlets, (copy, original))),
    )


def _kind(link: Link, copy: Article, original: Article) -> DerivationKind:
    """Return how the copy uses the original; an excerpt is shorter than what it was cut from."""
    kind = link.derivation or "rewrite"
    longer = len(copy.text) > len(original.text)
    return "verbatim" if kind == "excerpt" and longer else kind
