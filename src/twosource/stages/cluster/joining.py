"""Say how near a lone report is to another, and which links let two be of one story."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.alike import Numbers, Places, alike_of
from twosource.model.alike import DIFFERENT, UNSAID, Alike
from twosource.model.linked import Link
from twosource.stages.cluster.pointing import ATTACHED, LEADING

LEAST_SCORE = 0.05  # links below it moved no story in quality/stories; some tell who points to whom
LOWEST = 0.22  # the mean from which on two stories are one among few articles

# Of what is hardly alike the bodies tell angles on one event from other events better than all
# traits together do. So for who is alone a likeness of theirs a tenth above or below the usual is
# worth half of log-odds more or less (docs/decisions/032).
OF_BODIES = 5.0
USUAL = 0.15


def nearness(scores: Numbers, bodies: Numbers) -> Numbers:
    """Return the probabilities that count for who is left alone; as they are where no bodies were.

    A copy's is 1 and stays 1; what tells the same of another event stays 0.
    """
    more = np.where(bodies > 0, np.exp(OF_BODIES * (bodies - USUAL)), 1.0)
    near: Numbers = scores * more / (1 - scores + scores * more)
    return near


def joining(alike: Alike, least: float) -> Places:
    """Return the places of both ends of links that `may_join`, in pairs."""
    high = np.maximum(alike.scores, nearness(alike.scores, alike.bodies)) >= least
    return _ends(alike, (alike.says > UNSAID) | ((alike.says == UNSAID) & high))


def leading(alike: Alike) -> Places:
    """Return the places of both ends of links of which one end may lead to the other, in pairs."""
    return _ends(alike, (alike.says == UNSAID) & (alike.points >= LEADING).any(axis=1))


def led(alike: Alike, asked: int, sizes: Places) -> Places:
    """Return the places of both ends of links by which pointing may lead to a story, in pairs.

    Those asked for stand first, in the order in which they come; `sizes` are those of the stories
    that each stands in. Of those who is like one that stands points to nobody that a score does not
    lead to; nor does another that is not alone.
    """
    like, pairs = attached(alike), leading(alike)
    free = np.append(np.ones(asked, dtype=np.bool_), sizes[asked:] == 1)
    free[like[(sizes[like[:, ::-1]] > 0) & (like < asked)]] = False
    free[like[(like < asked).all(axis=1)].max(axis=1)] = False  # the other stands by then
    return pairs[free[pairs].any(axis=1)]


def attached(alike: Alike) -> Places:
    """Return the places of both ends of links that let neither be an angle, in pairs."""
    return _ends(alike, (alike.scores >= ATTACHED) & (alike.says != DIFFERENT))


def _ends(alike: Alike, rows: NDArray[np.bool_]) -> Places:
    return np.stack([alike.ones[rows], alike.others[rows]], axis=1)


def may_join(link: Link, least: float = LOWEST) -> bool:
    """Return whether a link can make one story of two where a mean must reach so much."""
    return len(joining(alike_of([link]), least)) > 0
