"""Say how near a lone report is to another, and which links let two be of one story."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from twosource.alike import Numbers, Places, alike_of
from twosource.model.alike import UNSAID, Alike
from twosource.model.linked import Link
from twosource.stages.cluster.pointing import LEADING

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
    leads = np.maximum(alike.points[:, 0], alike.points[:, 1]) >= LEADING
    rows = (alike.says > UNSAID) | ((alike.says == UNSAID) & (high | leads))
    return np.stack([alike.ones[rows], alike.others[rows]], axis=1)


def may_join(link: Link, least: float = LOWEST) -> bool:
    """Return whether a link can make one story of two where a mean must reach so much."""
    return len(joining(alike_of([replace(link, points=(0, 0))]), least)) > 0
