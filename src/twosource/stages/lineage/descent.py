"""Weigh the ways in which an article may have come about, and put the likeliest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from twosource.model.acquired import Article
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.outlets import Outlets, with_own_names
from twosource.stages.lineage.direction import Kinds, directions, kind_of
from twosource.stages.lineage.reasons import named
from twosource.stages.lineage.releases import share_of
from twosource.stages.once import once_per_link

EARLIEST = datetime.min.replace(tzinfo=UTC)
# What one point of evidence is worth beside closeness: a hundredth more of the text is a copy's own
# addition taken over. One worth for all ways, else a page goes to whom it was reworded from least.
WORTH = 0.015
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


def ways(held: Held, link: Link, kinds: Kinds) -> tuple[Descent, ...]:
    """Return the directions that a link may have: one where the evidence tells, else both."""
    one, other = held[link.left], held[link.right]
    return _ways(link, one, other, kinds[one.outlet], kinds[other.outlet])


@once_per_link
def _ways(
    link: Link, one: Article, other: Article, kind: str, other_kind: str
) -> tuple[Descent, ...]:
    ends = ((one, other), (other, one))
    found = directions(one, other, {one.outlet: kind, other.outlet: other_kind})
    judged = link.verdict == "copy"
    return tuple(
        Descent(
            copy=copy.id,
            original=original.id,
            closeness=1.0 if judged else round(share_of(copy, link), 6),
            wording=1.0 if judged else wording,
            evidence=round(evidence.strength, 6),
            why=link.why + evidence.why,
            link=link,
        )
        for (copy, original), wording, evidence in zip(ends, link.wording, found, strict=True)
        if evidence.strength > AGAINST
    )


def why_linked(link: Link, one: Article, other: Article, outlets: Outlets) -> tuple[str, ...]:
    """Return why two articles are one report, and what speaks for the likelier direction."""
    kinds = {each.outlet: kind_of(each.outlet, outlets) for each in (one, other)}
    found = directions(one, other, kinds)
    known = with_own_names(outlets, (one, other))
    return named(link.why + max(found, key=lambda each: each.strength).why, known)


def best_first(held: Held, descents: Sequence[Descent]) -> list[Descent]:
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


def moment(held: Held, article: ArticleId) -> tuple[datetime, ArticleId]:
    """Return what articles are put in order of time by, the undated first."""
    return held[article].published or EARLIEST, article
