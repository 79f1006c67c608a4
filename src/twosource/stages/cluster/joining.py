"""Say how near a lone report is to another, and which links let two be of one story."""

from __future__ import annotations

from dataclasses import replace

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
    """Return the places of both ends of links that `may_join` or lead by pointing, in pairs."""
    high = np.maximum(alike.scores, nearness(alike.scores, alike.bodies)) >= least
    rows = (alike.says > UNSAID) | ((alike.says == UNSAID) & (high | _leads(alike)))
    return _ends(alike, rows)


def leading(alike: Alike) -> Places:
    """Return the places of both ends of links of which one end may lead to the other, in pairs."""
    return _ends(alike, _leads(alike))


def attached(alike: Alike) -> Places:
    """Return the places of both ends of links that let neither be an angle, in pairs."""
    return _ends(alike, (alike.scores >= ATTACHED) & (alike.says != DIFFERENT))


def _leads(alike: Alike) -> NDArray[np.bool_]:
    leads: NDArray[np.bool_] = (alike.points >= LEADING).any(axis=1)
    return leads


def _ends(alike: Alike, rows: NDArray[np.bool_]) -> Places:
    return np.stack([alike.ones[rows], alike.others[rows]], axis=1)


def may_join(link: Link, least: float = LOWEST) -> bool:
    """Return whether a link can make one story of two where a mean must reach so much."""
    return len(joining(alike_of([replace(link, points=(0, 0))]), least)) > 0
