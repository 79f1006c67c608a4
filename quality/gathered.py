"""Read the articles that editors gathered for one story each, of a set made to be summed up.

`summaries-multinews-sample.jsonl.gz` names no headline, outlet, address or day: all there is are
bodies. Nobody chose its stories by how alike their reports are, so it tells what to expect where
nothing was tuned. Clusters of even number have been read while rules were written, those of odd
number only measured. For local evaluation alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from quality.events import Labelled, article_of
from quality.texts import rows

LEAST_LENGTH = 400  # code points; what is shorter are cookie banners and ends of pages
GRAM_WORDS = 8
MOST_ELSEWHERE = 0.5  # of a document's word 8-grams
WORD = re.compile(r"\w+")

Grams = frozenset[tuple[str, ...]]


@cache
def gathered(path: Path, half: int) -> tuple[Labelled, ...]:
    """Return the articles of the clusters of even (0) or odd (1) number, the cluster as event.

    No article is what is shorter than 400 code points, and what stands in other clusters too by
    half of its words: a site's notice, or an article that belongs to both.
    """
    clusters = {str(row["id"]): tuple(row["documents"]) for row in rows(path)}
    return tuple(
        _labelled(cluster, number, text)
        for place, (cluster, texts) in enumerate(_articles_of(clusters).items())
        if place % 2 == half
        for number, text in enumerate(texts)
    )


def _articles_of(clusters: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Return the documents of each cluster that are articles and stand in it alone."""
    grams = {text: _grams(text) for texts in clusters.values() for text in texts}
    held = Counter(
        gram
        for texts in clusters.values()
        for gram in frozenset(chain.from_iterable(grams[text] for text in texts))
    )
    return {
        cluster: [
            text
            for text in texts
            if len(text) >= LEAST_LENGTH and _elsewhere(grams[text], held) < MOST_ELSEWHERE
        ]
        for cluster, texts in clusters.items()
    }


def _grams(text: str) -> Grams:
    words = WORD.findall(text.lower())
    return frozenset(
        tuple(words[first : first + GRAM_WORDS]) for first in range(len(words) - GRAM_WORDS + 1)
    )


def _elsewhere(grams: Grams, held: Counter[tuple[str, ...]]) -> float:
    return sum(held[gram] > 1 for gram in grams) / max(len(grams), 1)


def _labelled(cluster: str, number: int, text: str) -> Labelled:
    article = article_of({"id": f"{cluster}-{number}", "text": text})
    return Labelled(article=article, event=cluster, topic=cluster)
