"""Storylines: find the stories of one running matter, and say how they follow each other."""

from twosource.stages.storylines.block import LEAST_NAMES, block, profile
from twosource.stages.storylines.compare import tie, why
from twosource.stages.storylines.decide import order_of, other_end, over_time, walk

__all__ = [
    "LEAST_NAMES",
    "block",
    "order_of",
    "other_end",
    "over_time",
    "profile",
    "tie",
    "walk",
    "why",
]
