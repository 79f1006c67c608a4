"""Servers, feeds, maps and archives that misbehave, each in a way of its own, in one table."""

from __future__ import annotations

from tests.edges.misbehaving.answers import ANSWERS
from tests.edges.misbehaving.case import Case
from tests.edges.misbehaving.feeds import FEEDS
from tests.edges.misbehaving.files import FILES
from tests.edges.misbehaving.maps import MAPS

__all__ = ["ANSWERS", "FEEDS", "FILES", "MAPS", "TABLE", "Case"]

TABLE: dict[str, Case] = {**ANSWERS, **FEEDS, **MAPS, **FILES}
