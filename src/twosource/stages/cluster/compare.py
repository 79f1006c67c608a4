"""Say how likely it is that two articles tell of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model.linked import Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.block import Features
from twosource.stages.cluster.decide import LOWEST
from twosource.stages.cluster.gist import Gist, gist_of
from twosource.stages.cluster.shared import Group
from twosource.stages.cluster.traits import BODY, traits

SECONDS_PER_HOUR = 3600.0
LEAST_SCORE = 0.05  # links below it moved no story in quality/stories and are not worth keeping
LEAST_BODY = 0.04  # 20 of 7,050 same-event pairs lie below; nine in ten of all pairs do
AT_ONCE = 64  # articles with all beside them: what they share stays in the processor's cache

# Logistic weights, fitted on the pairs of events-giveme5w1h and events-ecbplus (Cybulska and
# Vossen 2014, CC BY 3.0), each set with the same mass, and on twins: articles of the sets against
# themselves with other names and numbers, 3 % of the mass. What is told of days was set
# afterwards, by the stories that half of the topics give.
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
    1.500, -1.000,  # where a page gives no date: one day told in both; years told, none in both
)  # fmt: skip


def compare(one: Features, other: Features, settings: ClusterSettings) -> Link | None:
    """Return a link whose score is the probability that both tell of one event, or None.

    None below 0.05, for dated articles further apart than the horizon, and for bodies that share
    next to nothing. The order of the two does not matter. Undated articles skip the horizon.
    """
    one, other = sorted((one, other), key=lambda each: each.article)
    return next(weigh([(gist_of(one), [gist_of(other)])], settings), None)


def weigh(groups: Sequence[Group], settings: ClusterSettings) -> Iterator[Link]:
    """Yield the links of articles to those beside them, as `compare` does.

    Those beside an article come in order, the likeliest first: where so many in a row as
    `patience` cannot join its story, no further ones are looked at.
    """
    beside = [Asked(one, others, 0) for one, others in groups if others]
    for start in range(0, len(beside), AT_ONCE):
        asked = beside[start : start + AT_ONCE]
        while asked:
            found, asked = _a_round(asked, settings)
            yield from found


class Asked(NamedTuple):
    """An article whose links are being looked for."""

    one: Gist
    others: Sequence[Gist]  # that it was not compared with yet
    in_vain: int  # how many cannot join it of those before them, in a row


def _a_round(asked: Sequence[Asked], settings: ClusterSettings) -> tuple[list[Link], list[Asked]]:
    """Compare each with the next of the others; return the links, and who goes on.

    With twice as many as may be in vain: most are done with that.
    """
    most, links, further = 2 * settings.patience, list[Link](), list[Asked]()
    scores = iter(probabilities([(each.one, each.others[:most]) for each in asked], settings))
    for one, others, in_vain in asked:
        for other, score in list(zip(others[:most], scores, strict=False)):
            if in_vain < settings.patience:
                in_vain = 0 if score >= LOWEST else in_vain + 1
                if score:
                    links.append(_link(one, other, score))
        if in_vain < settings.patience and len(others) > most:
            further.append(Asked(one, others[most:], in_vain))
    return links, further


def _link(one: Gist, other: Gist, score: float) -> Link:
    left, right = sorted((one.article, other.article))
    figures = tuple(sorted(one.figures & other.figures))
    return Link(kind="story", left=left, right=right, score=score, why=(), figures=figures)


def probabilities(groups: Sequence[Group], settings: ClusterSettings) -> list[float]:
    """Return for each pair the probability of one event, to six decimals; 0 for no link."""
    found = traits(groups)
    total = np.full(len(found[BODY]), INTERCEPT)
    for own, trait in zip(WEIGHTS, found, strict=True):  # one by one: the same sum in any company
        total += own * trait
    ones = np.repeat(_seconds([one for one, _ in groups]), [len(others) for _, others in groups])
    apart = np.abs(ones - _seconds([other for _, others in groups for other in others]))
    with np.errstate(invalid="ignore"):
        out = (found[BODY] < LEAST_BODY) | (apart > settings.horizon_hours * SECONDS_PER_HOUR)
    scores = [
        0.0 if skipped else round(1 / (1 + exp(-each)), 6)
        for skipped, each in zip(out.tolist(), total.tolist(), strict=True)
    ]
    return [score if score >= LEAST_SCORE else 0.0 for score in scores]


def _seconds(gists: Sequence[Gist]) -> NDArray[np.float64]:
    return np.array([gist.seconds for gist in gists])
