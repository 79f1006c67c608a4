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
# An eyewitness keeps to the plain words of the matter: how like the bodies are by these counts so
# much too. Only of whom the other begins with some name is told, or two fires of one week were one.
OF_PLAIN = 15.0


@part
def pointing(words: int, names: int, length: float, plain: float) -> int:
    """Return how far an article of such a length points to another, of whose words it has so much.

    Words and names as masses, `length` is the logarithm of the number of all its words, `plain` the
    likeness of the bodies by words that are no names (0 to 1). A long article is like many by such
    words, so these count less in it by the whole of its length, the others by the root of it.
    """
    told = (words + min(names, MOST_NAMES * words)) / OF_LEAD
    brevity = exp(min(USUAL_LENGTH - length, 0.0) / 2)
    if names:
        told += OF_PLAIN * plain * brevity
    tenths = 10 * told * brevity
    return int(min(tenths, MOST_POINTING)) if tenths >= LEAST_POINTING else 0
