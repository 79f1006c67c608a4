"""Lineage: find out who copied whom, so that a copy never counts as a second source."""

from twosource.stages.lineage.again import used_again
from twosource.stages.lineage.apart import why_apart
from twosource.stages.lineage.block import block, glance
from twosource.stages.lineage.compare import compare, compare_all
from twosource.stages.lineage.decide import decide
from twosource.stages.lineage.descent import why_linked
from twosource.stages.lineage.direction import OPEN
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.forest import is_sure
from twosource.stages.lineage.read import read
from twosource.stages.lineage.releases import seen_from

__all__ = [
    "OPEN",
    "Fingerprint",
    "block",
    "compare",
    "compare_all",
    "decide",
    "glance",
    "is_sure",
    "read",
    "seen_from",
    "used_again",
    "why_apart",
    "why_linked",
]
