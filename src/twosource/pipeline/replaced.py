"""Let an article whose page now reads otherwise stand where the old one stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from twosource.model.identity import ArticleId, CaptureId
from twosource.model.linked import Link, LinkKind, Story
from twosource.protocols import Store
from twosource.stages.linking import contradiction


def replaced(read: Mapping[CaptureId, ArticleId], store: Store) -> dict[ArticleId, ArticleId]:
    """Return which article stands for each held one that no capture gives any more.

    That is the one which its capture gives now; where it gives none, nothing stands for it.
    """
    gone = sorted({*store.article_ids()} - {*read.values()})
    captures = {each: store.annotated([each])[0].article.capture for each in gone}
    return {each: read[capture] for each, capture in captures.items() if capture in read}


def as_read(story: Story, now: Mapping[ArticleId, ArticleId]) -> Story:
    """Return a story with the articles that its pages give now."""
    return replace(story, articles=tuple(dict.fromkeys(now.get(a, a) for a in story.articles)))


def carry_over(now: Mapping[ArticleId, ArticleId], store: Store) -> None:
    """Let what a person has judged of an article hold for the one that stands for it.

    Where two articles have become one, and what was judged of them cannot both hold for it, the
    first does. What did not hold before is no reason to lose a further verdict.
    """
    for kind in get_args(LinkKind):
        before = store.verdicts(kind)
        broken = contradiction(before)
        judged = {(each.left, each.right): each for each in before}
        for carried in (new for each in before for new in _carried(each, now)):
            pair = (carried.left, carried.right)
            if pair not in judged and contradiction([*judged.values(), carried]) == broken:
                judged[pair] = carried
        store.add_links(tuple(judged.values())[len(before) :])


def _carried(verdict: Link, now: Mapping[ArticleId, ArticleId]) -> Iterator[Link]:
    """Yield the verdict on those that stand for its articles; what it showed lies elsewhere now."""
    left, right = sorted(now.get(end, end) for end in (verdict.left, verdict.right))
    if left != right and (left, right) != (verdict.left, verdict.right):
        yield replace(verdict, left=left, right=right, passages=())
