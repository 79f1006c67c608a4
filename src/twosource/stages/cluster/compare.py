"""Say how likely it is that two articles tell of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from twosource.alike import laid_out
from twosource.model.alike import UNSAID, Alike
from twosource.model.linked import Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.block import Features
from twosource.stages.cluster.decide import LOWEST
from twosource.stages.cluster.gist import Gist, gist_of
from twosource.stages.cluster.shelf import Shelf
from twosource.stages.cluster.weighing import Rule, weighed

Group = tuple[Gist, Sequence[Gist]]
"""An article and those beside it."""

SECONDS_PER_HOUR = 3600.0
LEAST_SCORE = 0.05  # links below it moved no story in quality/stories and are not worth keeping
LEAST_BODY = 0.04  # 20 of 7,050 same-event pairs lie below; nine in ten of all pairs do
AT_ONCE = 512  # articles with all beside them

# Logistic weights, fitted on the pairs of events-giveme5w1h and events-ecbplus (Cybulska and
# Vossen 2014, CC BY 3.0), each set with the same mass, and on twins: articles of the sets against
# themselves with other names and numbers, 3 % of the mass. What is told of days, and figures told
# by one alone, were set afterwards, by the stories that come of them (docs/decisions/023).
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
)  # fmt: skip


def compare(one: Features, other: Features, settings: ClusterSettings) -> Link | None:
    """Return a link whose score is the probability that both tell of one event, or None.

    None below 0.05, for dated articles further apart than the horizon, and for bodies that share
    next to nothing. The order of the two does not matter. Undated articles skip the horizon.
    """
    one, other = sorted((one, other), key=lambda each: each.article)
    return next(iter(weigh([(gist_of(one), [gist_of(other)])], settings).links()), None)


def weigh(groups: Iterable[Group], settings: ClusterSettings, shelf: Shelf | None = None) -> Alike:
    """Return the links of articles to those beside them, as `compare` does.

    Those beside an article come in order, the likeliest first: where so many in a row as
    `patience` cannot join its story, no further ones are looked at. What was laid out on the shelf
    for an earlier call need not be laid out again.
    """
    shelf, rule = shelf or Shelf(), rule_of(settings)
    pairs, scores = list[tuple[Gist, Gist]](), list[float]()
    beside = [(one, others) for one, others in groups if others]
    for start in range(0, len(beside), AT_ONCE):
        ones, lists = zip(*beside[start : start + AT_ONCE], strict=True)
        others = list(chain.from_iterable(lists))
        place = shelf.places(chain(ones, others))
        starts = np.cumsum([0, *map(len, lists)])
        askers, asked = (np.array([place[gist] for gist in each]) for each in (ones, others))
        found = weighed(shelf.laid(), askers, starts, asked, rule).scores
        rows = np.flatnonzero(found >= LEAST_SCORE)
        of = np.searchsorted(starts, rows, side="right") - 1
        own, theirs = [ones[at] for at in of.tolist()], [others[at] for at in rows.tolist()]
        pairs += zip(own, theirs, strict=True)
        scores += found[rows].tolist()
    return _alike(pairs, scores)


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


def _alike(pairs: Sequence[tuple[Gist, Gist]], scores: Sequence[float]) -> Alike:
    """Return links in columns; of each the figures that both give."""
    place = {gist.article: 0 for pair in pairs for gist in pair}
    place = {article: at for at, article in enumerate(place)}
    return laid_out(
        tuple(place),
        ones=np.array([place[one.article] for one, _ in pairs], dtype=np.int64),
        others=np.array([place[other.article] for _, other in pairs], dtype=np.int64),
        scores=np.array([round(score, 6) for score in scores]),
        says=np.full(len(pairs), UNSAID, dtype=np.int8),
        given=[sorted(one.figures & other.figures) for one, other in pairs],
    )
