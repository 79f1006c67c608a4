"""A time on its way to becoming a mark: its stretch, type, value and fineness."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.annotated import Granularity, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time as resolved; `start` and `end` count in the part's text."""

    start: int
    end: int
    type: TimeType
    value: str
    granularity: Granularity

    @classmethod
    def of(cls, found: re.Match[str], kind: TimeType, value: str, granularity: Granularity) -> Told:
        """Return the time that a whole match stands for."""
        return cls(
            start=found.start(), end=found.end(), type=kind, value=value, granularity=granularity
        )

    @property
    def dated(self) -> bool:
        """Return whether the value names a certain day, month or year, with nothing left open."""
        return self.type == "DATE" and self.value[:4].isdigit()
