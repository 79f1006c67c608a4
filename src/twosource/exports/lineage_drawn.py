"""Place the articles of a story on a line of time, one line for each report and its copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.exports.reading import Report, kind_of_copy
from twosource.model.dossier import SourceEntry

EDGE = 2.0  # percent of the width kept free on either side, so that no dot is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One article on the line."""

    x: float  # percent of the width, two decimals
    entry: SourceEntry
    kind: str  # "report", "reprint", "excerpt" …

    @property
    def filled(self) -> bool:
        """Return whether it is a report of its own; copies are rings."""
        return self.entry.role == "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One report and its copies; undated articles are on no strip."""

    report: Report
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All strips of a story on one scale of time."""

    first: datetime | None  # None where no two articles have different dates
    last: datetime | None
    strips: tuple[Strip, ...]


def drawn(reports: tuple[Report, ...]) -> Drawing:
    """Return the drawing of a story's reports, in their order, on one common scale.

    Where all articles are of one minute nothing is drawn: there is no order to be seen.
    """
    dated = [each.published for report in reports for each in report.members if each.published]
    if len({*dated}) < 2:
        return Drawing(first=None, last=None, strips=())
    first, last = min(dated), max(dated)
    strips = tuple(Strip(report=report, points=_points(report, first, last)) for report in reports)
    return Drawing(first=first, last=last, strips=tuple(each for each in strips if each.points))


def _points(report: Report, first: datetime, last: datetime) -> tuple[Point, ...]:
    """Return the dots of a report, its origin last, so that it is drawn above the others."""
    return tuple(
        Point(x=_place(each.published, first, last), entry=each, kind=kind_of_copy(each))
        for each in reversed(report.members)
        if each.published
    )


def _place(moment: datetime, first: datetime, last: datetime) -> float:
    share = (moment - first) / (last - first)
    return round(EDGE + share * (100 - 2 * EDGE), 2)
