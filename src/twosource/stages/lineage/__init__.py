"""Lineage: find out who copied whom, so that a copy never counts as a second source."""

from twosource.stages.lineage.apart import why_apart
from twosource.stages.lineage.block import Fingerprint, block, glance, read
from twosource.stages.lineage.compare import compare
from twosource.stages.lineage.decide import decide

__all__ = ["Fingerprint", "block", "compare", "decide", "glance", "read", "why_apart"]
