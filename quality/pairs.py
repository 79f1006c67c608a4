"""Set two articles side by side: a report and its copy, or two reports that stand on their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from quality.events import Labelled, undated, with_sentences
from quality.measure import share
from quality.rewording import paragraphs
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, OutletId
from twosource.model.linked import LinkKind
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.text.cut import cut_up
from twosource.text.shingles import runs_of

Pair = tuple[Annotated, Annotated]

SETTINGS = LineageSettings()
PER_KIND = 100
LEAST_WORDS = 120  # an article worth remaking; below it a release is more than half of a report
MOST_INDEPENDENT = 0.1  # 5-gram containment: above it two reports of one event may be one wire's


def by_event(rows: Iterable[Labelled]) -> dict[str, list[Annotated]]:
    """Return the articles long enough to be remade, by their event and without times."""
    events: dict[str, list[Annotated]] = defaultdict(list)
    for row in rows:
        if len(row.article.article.text.split()) >= LEAST_WORDS:
            events[row.event].append(undated(row.article))
    return events


def linked(one: Annotated, other: Annotated) -> bool:
    """Return whether the keys meet and the comparison calls one a copy of the other."""
    return link_kind(one, other) == "lineage"


def repeats(one: Annotated, other: Annotated) -> bool:
    """Return whether the keys meet and one is said to use own background of the other again."""
    return link_kind(one, other) == "background"


def link_kind(one: Annotated, other: Annotated) -> LinkKind | None:
    """Return what the comparison finds of two whose keys meet; None for nothing."""
    first, second = lineage.read(one), lineage.read(other)
    if len(set(lineage.block(first)) & set(lineage.block(second))) < 2:
        return None
    return next((link.kind for link in lineage.compare_all([(first, [second])], SETTINGS)), None)


def independent_pairs(events: Mapping[str, Sequence[Annotated]], chance: Random) -> Iterator[Pair]:
    """Yield reports of one event that share next to no wording, from different outlets."""
    pairs = [pair for articles in events.values() for pair in combinations(articles, 2)]
    chance.shuffle(pairs)
    left = 2 * PER_KIND
    for one, other in pairs:
        if (
            left
            and one.article.outlet != other.article.outlet
            and contained(one, other) < MOST_INDEPENDENT
        ):
            left -= 1
            yield one, other


def contained(one: Annotated, other: Annotated) -> float:
    left, right = grams_of(one), grams_of(other)
    return max(containment(left, right), containment(right, left))


def grams_of(report: Annotated) -> frozenset[int]:
    """Return the runs of five words of a report's body, as numbers."""
    return frozenset(runs_of(cut_up(report.article.text, "en").words()).tolist())


def containment(copy: frozenset[int], original: frozenset[int]) -> float:
    """Return the share of the copy's shingles that stand in the original too (0 to 1).

    Containment, not Jaccard: a two-line brief lifted from a long report must score 1.
    Broder 1997, "On the resemblance and containment of documents". An empty copy scores 0.
    """
    return len(copy & original) / len(copy) if copy else 0.0


def strewn(article: Annotated, extra: Sequence[str], chance: Random) -> Annotated:
    text = sentences_of(article)
    for sentence in extra:
        text.insert(chance.randrange(1, len(text) + 1), sentence)
    return as_article(article, paragraphs(text, chance), article.article.outlet)


def set_in(article: Annotated, extra: Sequence[str], chance: Random) -> Annotated:
    text = sentences_of(article)
    place = chance.randrange(1, len(text) + 1)
    text[place:place] = extra
    return as_article(article, paragraphs(text, chance), article.article.outlet)


def as_article(
    article: Annotated, text: str, outlet: str, headline: str | None = None
) -> Annotated:
    old = article.article
    new = replace(
        old,
        id=ArticleId(f"{old.id}~"),
        text=text,
        outlet=OutletId(outlet),
        headline=old.headline if headline is None else headline,
        url=f"{old.url}~",
        canonical=f"{old.canonical}~",
    )
    return with_sentences(new)


def sentences_of(article: Annotated) -> list[str]:
    """Return the sentences of an article's body."""
    return [article.article.words(span) for span in article.sentences]


def right_by_kind(pairs: Mapping[str, Sequence[Pair]]) -> dict[str, float]:
    """Return the share of copies found by kind, and of independent pairs left alone by kind."""
    return {
        kind: share(linked(*pair) != kind.startswith("independent") for pair in of_kind)
        for kind, of_kind in pairs.items()
    }
