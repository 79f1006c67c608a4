"""Cluster: find the reports of one event and put them into stories."""

from twosource.stages.cluster.block import Features, block, read
from twosource.stages.cluster.bond import Bond, Held, Told, bond
from twosource.stages.cluster.cases import (
    DIFFERENT,
    NOWHERE,
    SAME,
    UNSAID,
    Cases,
    Numbers,
    Places,
    Truths,
)
from twosource.stages.cluster.cleft import company
from twosource.stages.cluster.compare import compare, weigh
from twosource.stages.cluster.decide import LOWEST, decide, may_join, parts, threshold
from twosource.stages.cluster.gist import Gist, gist_of
from twosource.stages.cluster.linkage import merged
from twosource.stages.cluster.reasons import reasons
from twosource.stages.cluster.shelf import Shelf

__all__ = [
    "DIFFERENT",
    "LOWEST",
    "NOWHERE",
    "SAME",
    "UNSAID",
    "Bond",
    "Cases",
    "Features",
    "Gist",
    "Held",
    "Numbers",
    "Places",
    "Shelf",
    "Told",
    "Truths",
    "block",
    "bond",
    "company",
    "compare",
    "decide",
    "gist_of",
    "may_join",
    "merged",
    "parts",
    "read",
    "reasons",
    "threshold",
    "weigh",
]
