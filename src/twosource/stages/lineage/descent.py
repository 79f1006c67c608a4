"""Weigh the ways in which an article may have come about, and put the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from twosource.model.acquired import Article
from twosource.model.identity import ArticleId, Span
from twosource.model.linked import Link
from twosource.outlets import Outlets, with_own_names
from twosource.stages.lineage.direction import EARLIER, Kinds, directions, kind_of
from twosource.stages.lineage.reasons import named
from twosource.stages.once import once_per_link

EARLIEST = datetime.min.replace(tzinfo=UTC)
# What one point of evidence is worth beside wording: a hundredth more of the text is a copy's own
# addition taken over. One worth for all ways, else a page goes to whom it was reworded from least.
WORTH = 0.015
MOSTLY = 0.6  # of a sentence: less is a rewording of it, or a sentence like it
AGAINST = -1.0  # evidence below it: the other is the copy

Held = Mapping[ArticleId, Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One way an article may have come about: from which other, how closely, on what evidence."""

    copy: ArticleId
    original: ArticleId
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
    """Return the ways, the likeliest first: judged, close and evident, then the earlier, longer.

    Where times are missing, those come first of whose text most stands in others too, and last the
    ways that lead up to them and that nothing else speaks for: what a page has added stands there
    alone, what it left out stands in the rest of the family. Of two pages alone nobody can tell.
    """
    undated = any(held[way.copy].published is None for way in descents)
    shared = _shared(held, descents) if undated else {}
    return sorted(descents, key=lambda way: _rank(held, way, shared))


def _shared(held: Held, descents: Sequence[Descent]) -> dict[ArticleId, int]:
    """Return how many letters more of each article stand in others than in it alone.

    Two that are linked to each other alone are left out.
    """
    found: dict[ArticleId, set[Span]] = defaultdict(set)
    family: dict[ArticleId, set[ArticleId]] = defaultdict(set)
    for way in descents:
        family[way.copy] |= {way.copy, way.original}
        family[way.original] |= {way.copy, way.original}
        for passage in way.link.passages:
            if passage.overlap >= MOSTLY:
                found[way.link.left].add(passage.left)
                found[way.link.right].add(passage.right)
    return {
        article: 2 * sum(map(len, found[article])) - len(held[article].text)
        for article, kin in family.items()
        if len(kin) > 2
    }


def _leads_up(way: Descent, shared: Mapping[ArticleId, int]) -> bool:
    """Return whether nothing but what others share speaks for a way, and that against it."""
    return way.evidence == 0.0 and shared.get(way.original, 0) < shared.get(way.copy, 0)


def _rank(held: Held, way: Descent, shared: Mapping[ArticleId, int]) -> tuple[object, ...]:
    original = held[way.original]
    untold = shared and None in (held[way.copy].published, original.published)
    return (
        way.link.verdict != "copy",
        _leads_up(way, shared),
        -round(way.wording + WORTH * (way.evidence + EARLIER * bool(untold)), 2),
        (-way.wording, -shared.get(way.original, 0)) if shared else (),
        original.published or EARLIEST,
        -way.wording,
        len(original.text),  # of two that hold all of it, whoever adds more is a copy too
        way.original,
        way.copy,
    )


def moment(held: Held, article: ArticleId) -> tuple[datetime, ArticleId]:
    """Return what articles are put in order of time by, the undated first."""
    return held[article].published or EARLIEST, article
