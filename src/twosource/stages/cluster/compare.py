"""Say how likely it is that two articles tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.alike import BODY_STEPS, Points, laid_out
from twosource.model.alike import UNSAID, Alike
from twosource.model.linked import Link
from twosource.model.near import Near
from twosource.settings import ClusterSettings
from twosource.stages.cluster.block import Features
from twosource.stages.cluster.gist import Gist, gist_of
from twosource.stages.cluster.given import given_by_both
from twosource.stages.cluster.joining import LEAST_SCORE, LOWEST
from twosource.stages.cluster.shelf import Laid, Numbers, Shelf
from twosource.stages.cluster.weighing import BODY, Rule, Trait, weighed

SECONDS_PER_HOUR = 3600.0
LEAST_BODY = 0.04  # 20 of 7,050 same-event pairs lie below; nine in ten of all pairs do
AT_ONCE = 512  # articles with all beside them

# Logistic weights, fitted on the pairs of events-giveme5w1h and events-ecbplus (Cybulska and
# Vossen 2014, CC BY 3.0), each set with the same mass, and on twins: articles of the sets against
# themselves with other names and numbers, 3 % of the mass. What is told of days, and figures told
# by one alone, were set afterwards, by the stories that come of them (docs/decisions/023); so was
# what headlines share where nothing else is told in both (docs/decisions/035).
INTERCEPT = -2.145
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
    -2.300,  # the same words with other figures: figures of each lead that the other does not tell
    1.500, -1.000,  # where a page gives no date: one day told in both; years told, none in both
    0.300, -0.450,  # one weekday told in both; weekdays told, none in both
    0.300,  # headlines that the two lack
    -7.000,  # words of the headlines, where next to nothing but names is told in both
)  # fmt: skip


def compare(one: Features, other: Features, settings: ClusterSettings) -> Link | None:
    """Return a link whose score is the probability that both tell of one event, or None.

    0 where the same words tell of another event. None below 0.05, for dated articles further apart
    than the horizon, and for bodies that share next to nothing. Undated ones have none.
    Whichever asks, here as in `weigh`, the score is the same.
    """
    one, other = sorted((one, other), key=lambda each: each.article)
    both = [gist_of(one), gist_of(other)]
    near = Near(
        articles=(one.article, other.article), starts=np.array([0, 1]), others=np.array([1])
    )
    return next(iter(weigh(both, near, settings).links()), None)


def weigh(
    gists: Sequence[Gist], near: Near, settings: ClusterSettings, shelf: Shelf | None = None
) -> Alike:
    """Return the links of articles to those near them, as `compare` does.

    `gists` are those of the articles that `near` names. Those near one come in order, the likeliest
    first: where so many in a row as `patience` cannot join its story, no further ones are looked
    at. What was laid out on the shelf for an earlier call need not be laid out again.
    """
    shelf = shelf or Shelf()
    places, laid = shelf.places(gists), shelf.laid()
    rows, (scores, bodies, *points) = _linked(laid, places, near, rule_of(settings))
    ones, others = np.searchsorted(near.starts, rows, side="right") - 1, near.others[rows]
    # What two give who are hardly alike is told of no story.
    alike = np.flatnonzero((scores >= LEAST_SCORE) | (scores == 0.0))
    both = [gists[one] for one in ones[alike].tolist()]
    counts = np.zeros_like(rows)
    counts[alike], given = given_by_both(
        shelf.given(), both, places[ones[alike]], places[others[alike]]
    )
    return laid_out(
        near.articles,
        ones=ones,
        others=others,
        scores=scores,
        bodies=bodies,
        points=_from_first(near, ones, others, np.column_stack(points).astype(np.uint8)),
        says=np.full(len(rows), UNSAID, dtype=np.int8),
        counts=counts,
        given=given,
    )


def _linked(laid: Laid, places: Numbers, near: Near, rule: Rule) -> tuple[Numbers, Trait]:
    """Return which rows of what is near are links, their scores and how like the bodies are.

    And how far they point to each other; where one does, that is a link however little they share.
    """
    rows, alike = [np.empty(0, np.int64)], [np.empty((0, 4))]
    for first in range(0, len(near.starts) - 1, AT_ONCE):
        starts = near.starts[first : first + AT_ONCE + 1]
        others = places[near.others[starts[0] : starts[-1]]]
        askers = places[first : first + len(starts) - 1]
        found = weighed(laid, askers, starts - starts[0], others, rule)
        either = found.points[:, 0] | found.points[:, 1]
        linked = np.flatnonzero((found.scores >= LEAST_SCORE) | found.anew | (either > 0))
        rows.append(linked + starts[0])
        bodies = np.rint(found.traits[linked, BODY] * BODY_STEPS) / BODY_STEPS
        scores, points = found.scores[linked].round(6), found.points[linked]
        alike.append(np.column_stack([scores, bodies, points]))
    return np.concatenate(rows), np.concatenate(alike).T


def _from_first(near: Near, ones: Numbers, others: Numbers, points: Points) -> Points:
    """Return how far each of two points to the other, first that whose article sorts first."""
    pointing = np.flatnonzero(points[:, 0] | points[:, 1]).tolist()
    ends = ((at, near.articles[ones[at]], near.articles[others[at]]) for at in pointing)
    back = [at for at, one, other in ends if one > other]
    points[back] = points[back, ::-1]
    return points


def rule_of(settings: ClusterSettings) -> Rule:
    """Return by what two articles are linked."""
    return Rule(
        intercept=INTERCEPT,
        weights=np.array(WEIGHTS),
        least_body=LEAST_BODY,
        most_seconds=settings.horizon_hours * SECONDS_PER_HOUR,
        joining=LOWEST,
        patience=settings.patience,
    )
