"""Draw the family trees of articles: who copied whom, and whose report it was at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from math import ceil

from twosource.canonical import digest
from twosource.model.acquired import Article, Credit
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LineageId, OutletId
from twosource.model.linked import Derivation, DerivationKind, Lineage, Link
from twosource.outlets import Outlets
from twosource.settings import LineageSettings
from twosource.stages.lineage.credits import WHOLE, origin_not_held
from twosource.stages.lineage.direction import Kinds, direction
from twosource.stages.lineage.releases import share_of, turned, without_releases

EARLIEST = datetime.min.replace(tzinfo=UTC)
# What one point of evidence is worth beside closeness: a hundredth more of the text is a copy's own
# addition taken over. One worth for all ways, else a page goes to whom it was reworded from least.
WORTH = 0.015
LEAST_FAMILY, SHARE_OF_BRIDGES, MOST_BRIDGES = 2, 0.3, 3
SURE = 0.8  # score of a link that may join families; a less sure one adds a page to a family
AGAINST = -1.0  # evidence below it: the other is the copy

Held = Mapping[ArticleId, Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One way an article may have come about: from which other, how closely, on what evidence."""

    copy: ArticleId
    original: ArticleId
    closeness: float  # share of the copy's text that stands in the original, 0 to 1
    wording: float  # share of the copy's runs of words that stand in it, 0 to 1
    evidence: float  # for this direction; 0 where nothing tells
    why: tuple[str, ...]
    link: Link


def decide(
    articles: Sequence[Annotated],
    links: Sequence[Link],
    outlets: Outlets,
    settings: LineageSettings,
) -> tuple[Lineage, ...]:
    """Return the lineages of these articles: a partition, sorted by first member.

    Every article has at most one parent: the one that most of it stands in, and among equals the
    one that credits, dates and the kinds of the outlets speak for. A root that names as its source
    an outlet whose article is not here has its origin there, and so have all roots that name the
    same. A person's verdict "copy" joins, "independent" is never overruled. The order of articles
    and links does not matter.
    """
    held = {each.article.id: each.article for each in articles}
    inside = [link for link in links if link.left in held and link.right in held]
    apart = {(link.left, link.right) for link in inside if link.verdict == "independent"}
    standing = without_releases(
        held, [link for link in inside if link.verdict != "independent"], outlets
    )
    kinds = {outlet: _kind_of(outlet, outlets) for outlet in {a.outlet for a in held.values()}}
    descents = [way for link in standing for way in _ways(held, link, kinds)]
    forest = _Forest(held, descents, apart)
    return tuple(sorted(forest.lineages(), key=lambda each: _moment(held, each.members[0])))


def is_sure(link: Link) -> bool:
    """Return whether a link may join families: a person or its score says so."""
    return link.verdict == "copy" or (link.verdict is None and link.score >= SURE)


def _kind_of(outlet: OutletId, outlets: Outlets) -> str:
    row = outlets.by_id(outlet)
    return row.kind if row else "unknown"


def _ways(held: Held, link: Link, kinds: Kinds) -> list[Descent]:
    """Return the directions that a link may have: one where the evidence tells, else both."""
    ways = []
    ends = zip((link.left, link.right), (link.right, link.left), link.wording, strict=True)
    for copy, original, wording in ends:
        evidence = direction(held[copy], held[original], kinds)
        if evidence.strength > AGAINST:
            judged = link.verdict == "copy"
            ways.append(
                Descent(
                    copy=copy,
                    original=original,
                    closeness=1.0 if judged else round(share_of(held[copy], link), 6),
                    wording=1.0 if judged else wording,
                    evidence=round(evidence.strength, 6),
                    why=link.why + evidence.why,
                    link=link,
                )
            )
    return ways


class _Forest:
    """The family trees under construction; lives for one call of `decide`."""

    def __init__(
        self, held: Held, descents: Sequence[Descent], apart: set[tuple[ArticleId, ArticleId]]
    ) -> None:
        self.held, self.apart = held, apart
        self.parent: dict[ArticleId, Descent] = {}
        self.family = {article: [article] for article in held}
        self.root = {article: article for article in held}
        self.linked: dict[ArticleId, set[ArticleId]] = defaultdict(set)
        for way in descents:
            if way.link.score >= SURE:
                self.linked[way.copy].add(way.original)
                self.linked[way.original].add(way.copy)
        for way in _best_first(held, descents):
            if way.copy not in self.parent and self.root[way.original] != way.copy:
                self._join(way)

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
        """Return whether enough pages of each family are surely linked to the other family.

        A gallery page with the captions of yesterday's report below today's is linked to both
        families, and makes them no one report. Asked are three in ten of a family, at most three
        pages: of large ones only the nearest were compared. Of a single page nothing is asked.
        """
        if min(len(self.family[one]), len(self.family[other])) < LEAST_FAMILY:
            return True
        return all(
            sum(not self.linked[member].isdisjoint(theirs) for member in mine)
            >= min(MOST_BRIDGES, ceil(SHARE_OF_BRIDGES * len(mine)))
            for mine, theirs in permutations((self.family[one], self.family[other]))
        )

    def _parted(self, one: ArticleId, other: ArticleId) -> bool:
        """Return whether a person has called two members of these families independent."""
        if not self.apart:
            return False
        left, right = set(self.family[one]), set(self.family[other])
        return any((a in left and b in right) or (a in right and b in left) for a, b in self.apart)

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
        for outlet, roots in sorted(absent.items()):
            for group in self._unparted(roots):
                members = [member for root, _ in group for member in self.family[root]]
                derived = tuple(_from_absent(root, credit) for root, credit in group)
                found.append(self._lineage(members, None, derived, outlet))
        return found

    def _unparted(
        self, roots: Sequence[tuple[ArticleId, Credit]]
    ) -> list[list[tuple[ArticleId, Credit]]]:
        """Return roots of one absent origin in groups that no verdict parts."""
        groups: list[list[tuple[ArticleId, Credit]]] = []
        for root, credit in sorted(roots, key=lambda each: _moment(self.held, each[0])):
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
        outlet: OutletId | None = None,
    ) -> Lineage:
        ordered = tuple(sorted(members, key=lambda member: _moment(self.held, member)))
        ways = [self.parent[member] for member in ordered if member in self.parent]
        derivations = derived + tuple(_derivation(self.held, way) for way in ways)
        return Lineage(
            id=LineageId(origin or digest(("origin not held", outlet, ordered[0]))),
            origin=origin,
            outlet=self.held[origin].outlet if origin else outlet,
            members=ordered,
            derivations=tuple(sorted(derivations, key=lambda d: _moment(self.held, d.copy))),
        )


def _best_first(held: Held, descents: Sequence[Descent]) -> list[Descent]:
    """Return all ways, the likeliest first: judged, close and evident, then the earlier, longer."""
    return sorted(descents, key=lambda way: _rank(held, way))


def _rank(held: Held, way: Descent) -> tuple[object, ...]:
    original, likeness = held[way.original], (way.closeness + way.wording) / 2
    return (
        way.link.verdict != "copy",
        -round(likeness + WORTH * way.evidence, 2),
        original.published or EARLIEST,
        -likeness,
        len(original.text),  # of two that hold all of it, whoever adds more is a copy too
        way.original,
        way.copy,
    )


def _derivation(held: Held, way: Descent) -> Derivation:
    passages = way.link.passages
    return Derivation(
        copy=way.copy,
        original=way.original,
        outlet=held[way.original].outlet,
        kind=_kind(held, way),
        overlap=way.closeness,
        directed=way.evidence > 1 or way.link.verdict == "copy",
        passages=passages if way.link.left == way.copy else turned(passages),
        why=way.why,
    )


def _kind(held: Held, way: Descent) -> DerivationKind:
    """Return how the copy uses the original; an excerpt is shorter than what it was cut from."""
    kind = way.link.derivation or "rewrite"
    longer = len(held[way.copy].text) > len(held[way.original].text)
    return "verbatim" if kind == "excerpt" and longer else kind


def _from_absent(root: ArticleId, credit: Credit) -> Derivation:
    return Derivation(
        copy=root,
        outlet=credit.outlet,
        kind="verbatim" if credit.kind in WHOLE else "rewrite",
        overlap=1.0 if credit.kind in WHOLE else 0.0,
        why=(f"it names {credit.outlet} as its source ({credit.kind}): “{credit.words}”",),
    )


def _moment(held: Held, article: ArticleId) -> tuple[datetime, ArticleId]:
    return held[article].published or EARLIEST, article
