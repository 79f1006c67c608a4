"""Find whose copy a copy of a copy is: of the page that leaves out what it leaves out too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.model.acquired import Article
from twosource.model.identity import BODY, ArticleId
from twosource.model.linked import Link
from twosource.stages.lineage.descent import Descent, Held, moment
from twosource.stages.lineage.releases import spans_in

SLACK = 0.01  # of its runs of words: one or two may go over a cut by chance
LEAST_STRETCH = 60  # letters: half a sentence; lines of a site's furniture are shorter

Parents = dict[ArticleId, Descent]


def hand_on(held: Held, parents: Parents, descents: Sequence[Descent]) -> None:
    """Give copies of copies the right parent, in the order of time.

    Half of a report that one outlet cut, and another set among its own lines, stands in both. What
    tells is what both leave out: the half stands whole in the last page, the report does not. Where
    several pages do so, or the last is in the very same words, nothing tells: who cuts a report
    alike need not have seen another's half.
    """
    ways: dict[ArticleId, list[Descent]] = defaultdict(list)
    for way in descents:
        ways[way.copy].append(way)
    for copy in sorted(parents, key=lambda each: moment(held, each)):
        now = parents[copy]
        if now.link.verdict is None and not stands_whole(held[now.original], now.link):
            nearer = [way for way in ways[copy] if _is_nearer(held, parents, way, now)]
            if len(nearer) == 1:
                [parents[copy]] = nearer


def stands_whole(original: Article, link: Link) -> bool:
    """Return whether no stretch of an article's body is missing in the other of a link."""
    end = 0
    spans = [span for span in spans_in(link, original.id) if span.part == BODY]
    for span in sorted(spans, key=lambda each: each.start):
        if span.start - end >= LEAST_STRETCH:
            return False
        end = max(end, span.end)
    return len(original.text) - end < LEAST_STRETCH


def _is_nearer(held: Held, parents: Parents, way: Descent, now: Descent) -> bool:
    """Return whether a copy comes from its parent by way of another copy."""
    above = [*_above(way.original, parents)]
    return (
        now.original in above
        and way.copy not in above
        and now.wording - SLACK <= way.wording < 1.0
        and stands_whole(held[way.original], way.link)
    )


def _above(article: ArticleId, parents: Mapping[ArticleId, Descent]) -> Iterator[ArticleId]:
    while article in parents:
        article = parents[article].original
        yield article
