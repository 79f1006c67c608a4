"""Say how likely it is that two articles tell of the same event, and by what one sees it."""

from __future__ import annotations

from dataclasses import replace
from math import exp, fsum, log

from twosource.model.linked import Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.block import Features, Field

SECONDS_PER_HOUR = 3600
LEAST_SCORE = 0.05  # links below it moved no story in quality/stories and are not worth keeping
LEAST_BODY = 0.04  # 20 of 7,050 same-event pairs lie below; nine in ten of all pairs do

SURE_NAMES = 3  # in a lead; with fewer, that none is shared says nothing
FEW_SHARED, SOME_SHARED = 0.15, 0.3  # of the weight of a lead's names
SOME_OTHER_NAMES = 0.2  # of the weight of one's names: from there on it may be another event
SURE_FIGURES = 4  # of an article: that two have none of so many in common is no chance
ALIKE = 0.4  # cosine of the pairs of words, which few reports of one event reach but copies
MOST_SHOWN = 6

# Logistic weights, fitted on the pairs of events-giveme5w1h and events-ecbplus (Cybulska and
# Vossen 2014, CC BY 3.0), each set with the same mass, and on twins: articles of the sets against
# themselves with other names and numbers, 3 % of the mass.
INTERCEPT = -2.445
WEIGHTS = (
    2.323,  # words of the headlines
    1.670,  # words of the bodies, the lead twice
    7.402,  # pairs of neighbouring words
    2.533,  # names
    2.140,  # share of one headline that the other article uses, the higher
    0.722,  # share of the names of one lead that the other article uses, the higher
    0.843, 1.014,  # the same for the figures of the leads: lower, higher
    0.716,  # figures in common
    -0.334, -0.110,  # logarithms of the shorter and the longer length: long texts share more
    -1.641, -0.366,  # hardly a name of either lead in the other; few
    -14.402,  # the same words with other names: two of a kind, not one
    -28.0,  # the same words with none but other figures: of no pair here, so set, not fitted
)  # fmt: skip


def compare(one: Features, other: Features, settings: ClusterSettings) -> Link | None:
    """Return a link whose score is the probability that both tell of one event, or None.

    None below 0.05, for dated articles further apart than the horizon, and for bodies that share
    next to nothing. The order of the two does not matter. Undated articles skip the horizon.
    """
    found = weigh(one, other, settings)
    return None if found is None else replace(found, why=reasons(*_in_order(one, other)))


def weigh(one: Features, other: Features, settings: ClusterSettings) -> Link | None:
    """Return what `compare` does without the reasons, which cost as much as the score."""
    if hours_between(one, other) > settings.horizon_hours:
        return None
    one, other = _in_order(one, other)
    if dot(one.body, other.body) < LEAST_BODY:
        return None
    score = probability(traits(one, other))
    if score < LEAST_SCORE:
        return None
    return Link(kind="story", left=one.article, right=other.article, score=score, why=())


def _in_order(one: Features, other: Features) -> tuple[Features, Features]:
    return (other, one) if one.article > other.article else (one, other)


def hours_between(one: Features, other: Features) -> float:
    """Return the hours between two articles, 0 where one of them has no date."""
    if one.published is None or other.published is None:
        return 0.0
    return abs((one.published - other.published).total_seconds()) / SECONDS_PER_HOUR


def probability(traits: tuple[float, ...]) -> float:
    """Return the probability of one event for a pair's traits, to six decimals."""
    total = INTERCEPT + sum(w * t for w, t in zip(WEIGHTS, traits, strict=True))
    return round(1 / (1 + exp(-total)), 6)


def traits(one: Features, other: Features) -> tuple[float, ...]:
    """Return what the weights above belong to, in their order; the same for both directions."""
    pairs = dot(one.pairs, other.pairs)
    headline = max(held(one.title_terms, other.vocabulary), held(other.title_terms, one.vocabulary))
    lead = max(held(one.lead_names, other.vocabulary), held(other.lead_names, one.vocabulary))
    named = max(held(one.names, other.vocabulary), held(other.names, one.vocabulary))
    sure = min(len(one.lead_names), len(other.lead_names)) >= SURE_NAMES
    counted = sorted(
        (share(one.lead_figures, other.figures), share(other.lead_figures, one.figures))
    )
    fewest = min(len(one.figures), len(other.figures))
    lengths = sorted((log(1 + one.words), log(1 + other.words)))
    return (
        dot(one.title, other.title),
        dot(one.body, other.body),
        pairs,
        dot(one.names, other.names),
        headline,
        lead,
        *counted,
        len(one.figures & other.figures) / (1 + fewest),
        *lengths,
        float(sure and lead < FEW_SHARED),
        float(sure and lead < SOME_SHARED),
        _renamed(pairs, named),
        _recounted(one, other, pairs),
    )


def _renamed(pairs: float, named: float) -> float:
    """Return how far the same is told of others: two matches. Nothing where all names are shared.

    Two copies share all names and all words, and are one event if anything is.
    """
    return max(0.0, 2 * pairs - named) * min(1.0, (1 - named) / SOME_OTHER_NAMES)


def _recounted(one: Features, other: Features, pairs: float) -> float:
    """Return how far the same is told with none but other figures: a booster and the first dose.

    A later toll keeps the other figures of its event, so nothing is said of few.
    """
    enough = min(len(one.figures), len(other.figures)) >= SURE_FIGURES
    return max(0.0, pairs - ALIKE) if enough and one.figures.isdisjoint(other.figures) else 0.0


def dot(one: Field, other: Field) -> float:
    """Return the cosine of two unit vectors.

    Summed exactly: what two fields share comes in no order.
    """
    return fsum(one[term] * other[term] for term in one.keys() & other.keys())


def held(terms: Field, vocabulary: frozenset[str]) -> float:
    """Return the share of a field's mass whose terms the other article uses; 0.5 if empty."""
    total = sum(terms.values())
    return sum(m for term, m in terms.items() if term in vocabulary) / total if total else 0.5


def share(some: frozenset[str], of_other: frozenset[str]) -> float:
    """Return the share of figures that the other article has too; 0.5 where there are none."""
    return len(some & of_other) / len(some) if some else 0.5


def reasons(one: Features, other: Features) -> tuple[str, ...]:
    """Return what speaks for and against one event, each as a readable line."""
    why = []
    names = heaviest(one.names, other.names)
    if names:
        why.append(f"same names: {', '.join(names)}")
    figures = sorted(one.figures & other.figures)
    if figures:
        why.append(f"same figures: {', '.join(figures[:MOST_SHOWN])}")
    words = [term for term in heaviest(one.body, other.body, 12) if term not in names]
    if words:
        why.append(f"same words: {', '.join(words[:MOST_SHOWN])}")
    headline = heaviest(one.title, other.title)
    if headline:
        why.append(f"headlines share: {', '.join(headline)}")
    for mine, theirs in ((one, other), (other, one)):
        gone = [name for name in mine.lead_names if name not in theirs.vocabulary]
        if gone:
            gone.sort(key=lambda name: (-mine.lead_names[name], name))
            why.append(f"only one of them names: {', '.join(gone[:3])}")
    if one.published and other.published:
        why.append(f"{hours_between(one, other):.0f} hours apart")
    return tuple(why)


def heaviest(one: Field, other: Field, most: int = MOST_SHOWN) -> list[str]:
    """Return the shared terms that weigh most, the heaviest first."""
    shared = [(mass * other[term], term) for term, mass in one.items() if term in other]
    return [term for _, term in sorted(shared, key=lambda each: (-each[0], each[1]))[:most]]
