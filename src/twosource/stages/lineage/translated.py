"""Tell a translation by what it cannot change: who is named, which figures, in which order."""

from __future__ import annotations

import numpy as np

from twosource.model.linked import Link
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.passages import told_in_both
from twosource.text.align import Sentences, laid_out, paired
from twosource.text.counterparts import heaviest_forward

LEAST_SHARED = 10  # names and figures that both have; two reports of one event share fewer
LEAST_SHARE = 0.65  # of the names and figures of either; places and titles are translated too
LEAST_SHARE_CREDITED = 0.4  # where one page names the other
LEAST_IN_ORDER = 0.7  # of the sentences that pair off
LEAST_LIKENESS = 0.4
LEAST_MARKS = 2.0  # in common, for two sentences to pair off


def translated(one: Fingerprint, other: Fingerprint, credited: bool) -> Link | None:
    """Return a link if one is a translation of the other.

    Only for articles in different languages. Words cannot be compared then; names in one script,
    figures and their order can.
    """
    shared = len(one.names & other.names)
    if shared < LEAST_SHARED:
        return None
    share = shared / max(len(one.names), len(other.names))
    pairs = paired(_by_names(one), _by_names(other), LEAST_LIKENESS, LEAST_MARKS)
    in_order = max(heaviest_forward(way) / max(1.0, float(way.masses.sum())) for way in pairs)
    if share < (LEAST_SHARE_CREDITED if credited else LEAST_SHARE) or in_order < LEAST_IN_ORDER:
        return None
    return Link(
        kind="lineage",
        left=one.article,
        right=other.article,
        score=round(share, 6),
        why=(
            f"{shared} rare names and figures in both, in two languages",
            f"{in_order:.0%} of the sentences that pair off come in the same order",
        ),
        derivation="translation",
        passages=told_in_both(one, other, *pairs),
    )


def _by_names(article: Fingerprint) -> Sentences:
    names = article.marks.words
    return laid_out(names, np.ones(len(names)), article.marks.inside, len(article.spans))
