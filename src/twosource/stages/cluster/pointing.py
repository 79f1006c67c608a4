"""Say how far an article points to another: how much it tells of what that one begins with."""

from __future__ import annotations

from math import exp, log

from twosource.compiled import part
from twosource.stages.cluster.gist import OF_LEAD

# From what on a link tells it, in tenths as all of it is, and from what on it may lead to a story.
LEAST_POINTING, LEADING = 20, 30
MOST_POINTING = 255
ATTACHED = 0.3  # score of a link from which on neither end is an angle that nobody is like

# Whoever writes of the same place or people in another matter has their names, and of the same
# trade its words: names count up to so many times the words.
MOST_NAMES = 1.5
USUAL_LENGTH = log(150)  # who has more words tells more of everybody's by chance


@part
def pointing(words: int, names: int, length: float) -> int:
    """Return how far an article of such a length points to another, of whose words it has so much.

    Words and names as masses, `length` is the logarithm of the number of all its words.
    """
    told = (words + min(names, MOST_NAMES * words)) / OF_LEAD
    tenths = 10 * told * exp(min(USUAL_LENGTH - length, 0.0) / 2)
    return int(min(tenths, MOST_POINTING)) if tenths >= LEAST_POINTING else 0
