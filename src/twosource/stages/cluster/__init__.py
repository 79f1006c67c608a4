"""Cluster: find the reports of one event and put them into stories."""

from twosource.stages.cluster.block import Features, block, read
from twosource.stages.cluster.board import (
    NOWHERE,
    Board,
    Touches,
    linked,
    members,
    ranked,
    standing,
    touches,
)
from twosource.stages.cluster.bond import Bond, Held, Told, bond
from twosource.stages.cluster.cleft import company
from twosource.stages.cluster.compare import compare, weigh
from twosource.stages.cluster.decide import (
    REFERENCE_ARTICLES,
    decide,
    seat,
    threshold,
    thresholds,
)
from twosource.stages.cluster.gist import Gist, gist_of
from twosource.stages.cluster.identity import stories_after, stories_again
from twosource.stages.cluster.joining import LOWEST, attached, joining, leading, led, may_join
from twosource.stages.cluster.reasons import beginnings_told, reasons
from twosource.stages.cluster.shelf import MOST_GISTS, Shelf

__all__ = [
    "LOWEST",
    "MOST_GISTS",
    "NOWHERE",
    "REFERENCE_ARTICLES",
    "Board",
    "Bond",
    "Features",
    "Gist",
    "Held",
    "Shelf",
    "Told",
    "Touches",
    "attached",
    "beginnings_told",
    "block",
    "bond",
    "company",
    "compare",
    "decide",
    "gist_of",
    "joining",
    "leading",
    "led",
    "linked",
    "may_join",
    "members",
    "ranked",
    "read",
    "reasons",
    "seat",
    "standing",
    "stories_after",
    "stories_again",
    "threshold",
    "thresholds",
    "touches",
    "weigh",
]
