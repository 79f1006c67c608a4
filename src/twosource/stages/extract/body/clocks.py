"""Give the entries of a live blog that show nothing but a clock the day they were written on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone

from twosource.stages.extract.markup.dates import read_clock

DAY = timedelta(days=1)
Clock = tuple[time, timezone | None]


def on_their_days(
    clocks: Sequence[str], published: datetime, zone: timezone, latest: datetime
) -> tuple[datetime | None, ...]:
    """Return the moments, in UTC, that clocks in page order show; None for what shows none.

    The oldest entry stands on the day of publication, in the zone that the page gives its times
    in; whenever a clock runs back from one entry to the next, midnight has passed. Whether the
    newest stands first or last is told by which way fewer days are needed, and at a draw by which
    end is nearer to the time of publication. A moment later than `latest` (when the page was
    fetched) is nobody's: None for all, since some day must be wrong.
    """
    shown = [(index, each) for index, each in enumerate(map(read_clock, clocks)) if each]
    if not shown:
        return (None,) * len(clocks)
    ways = [_from_the_oldest(order, published, zone) for order in (shown, shown[::-1])]
    ways.sort(key=lambda found: _strain(found, published))
    moments = dict(ways[0])
    late = any(each > latest for each in moments.values())
    return tuple(None if late else moments.get(index) for index in range(len(clocks)))


def _strain(found: Sequence[tuple[int, datetime]], published: datetime) -> tuple[int, timedelta]:
    oldest, newest = found[0][1], found[-1][1]
    return (newest - oldest) // DAY, abs(oldest - published)


def _from_the_oldest(
    shown: Sequence[tuple[int, Clock]], published: datetime, zone: timezone
) -> list[tuple[int, datetime]]:
    """Return the moments of entries whose oldest stands first, each with the entry's index."""
    found: list[tuple[int, datetime]] = []
    day, before = published.astimezone(zone).date(), time.min
    for index, (clock, own_zone) in shown:
        day += DAY if clock < before else timedelta(0)
        before = clock
        found.append((index, datetime.combine(day, clock, own_zone or zone).astimezone(UTC)))
    return found
