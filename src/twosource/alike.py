"""Lay links between reports of one event out in columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.columns import picked
from twosource.model.alike import JUDGED, KINDS, MADE, UNSAID, Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import Link

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
Says = NDArray[np.int8]
Points = NDArray[np.uint8]

BODY_STEPS = 255  # in which the likeness of bodies is told: more would move no story

SAYS = {verdict: says for says, verdict in JUDGED.items()}


def alike_of(links: Sequence[Link], articles: Sequence[ArticleId] = ()) -> Alike:
    """Return links of values in columns: of these articles, or else of those at their ends."""
    known = articles or sorted({end for link in links for end in (link.left, link.right)})
    place = {article: at for at, article in enumerate(known)}
    return laid_out(
        tuple(known),
        ones=np.array([place[link.left] for link in links], dtype=np.int64),
        others=np.array([place[link.right] for link in links], dtype=np.int64),
        scores=np.array([link.score for link in links], dtype=np.float64),
        bodies=np.array([link.bodies for link in links], dtype=np.float64),
        points=np.array([link.points for link in links], dtype=np.uint8).reshape(-1, 2),
        says=np.array([_says(link) for link in links], dtype=np.int8),
        counts=np.array([len(link.figures) for link in links], dtype=np.int64),
        given=[figure for link in links for figure in link.figures],
    )


def _says(link: Link) -> int:
    if link.verdict:
        return SAYS.get(link.verdict, UNSAID)
    return MADE + KINDS.index(link.derivation) if link.derivation else UNSAID


def laid_out(
    articles: tuple[ArticleId, ...],
    *,
    ones: Places,
    others: Places,
    scores: Numbers,
    bodies: Numbers,
    points: Points,
    says: Says,
    counts: Places,
    given: Sequence[str],
) -> Alike:
    """Return links in columns: `given` are the figures of one after the other, so many of each."""
    figures = sorted({*given})
    rank = dict(zip(figures, range(len(figures)), strict=True))
    numbers = np.array([rank[figure] for figure in given], dtype=np.int64)
    most = max(len(figures), 1)
    return Alike(
        articles=articles,
        ones=ones,
        others=others,
        scores=scores,
        bodies=bodies,
        points=points,
        says=says,
        figures=tuple(figures),
        starts=np.concatenate([[0], np.cumsum(counts)]),
        given=np.sort(np.repeat(np.arange(len(counts)), counts) * most + numbers) % most,
    )


def said_too(alike: Alike, more: Alike) -> Alike:
    """Return links with what is said in others of the same pairs; of pairs without link theirs."""
    articles = tuple(dict.fromkeys((*alike.articles, *more.articles)))
    figures = tuple(dict.fromkeys((*alike.figures, *more.figures)))
    place, figure = _places(articles, more.articles), _places(figures, more.figures)
    ones = np.concatenate([alike.ones, place[more.ones]])
    others = np.concatenate([alike.others, place[more.others]])
    pairs = np.minimum(ones, others) * len(articles) + np.maximum(ones, others)
    _, first, of_pair = np.unique(pairs, return_index=True, return_inverse=True)
    says = np.concatenate([alike.says, more.says])
    says[first[of_pair[len(alike) :]]] = more.says
    kept = np.sort(first)
    starts = np.concatenate([alike.starts, alike.starts[-1] + more.starts[1:]])
    at, starts = picked(starts, kept)
    return Alike(
        articles=articles,
        ones=ones[kept],
        others=others[kept],
        scores=np.concatenate([alike.scores, more.scores])[kept],
        bodies=np.concatenate([alike.bodies, more.bodies])[kept],
        points=np.concatenate([alike.points, more.points])[kept],
        says=says[kept],
        figures=figures,
        starts=starts,
        given=np.concatenate([alike.given, figure[more.given]])[at],
    )


def _places(all_of: Sequence[str], some: Sequence[str]) -> Places:
    place = {each: at for at, each in enumerate(all_of)}
    return np.array([place[each] for each in some], dtype=np.int64)
