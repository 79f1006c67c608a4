"""Find the entries of a live blog that show nothing but a clock, and give each its day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta, timezone

from twosource.stages.extract.layout import Paragraph
from twosource.stages.extract.markup.dates import read_clock
from twosource.stages.extract.reading.lines import Chosen, Reading
from twosource.stages.extract.reading.words import squeeze

LEAST_CLOCKS = 3  # with text behind each; a page's own date and a picture's may have one
HALF = r"(?: ?(?:[ap]\.?m\.?|uhr|h)\b\.?)?(?: ?[A-Z]{2,4}\b)?"
CLOCK_ALONE = re.compile(
    rf"^\W*(?:[^\W\d]+\.? )?\d{{1,2}}[:.h]\d{{2}}{HALF}\W*$", re.I
)  # "10.42", "2:40 p.m. ET", "Kl. 9.15", "14:05 Uhr"
CLOCK_FIRST = re.compile(
    r"^\W*\d{1,2}(?:[:h]\d{2}(?![:.\d])|\.\d{2}(?= ?(?:[ap]\.?m\b|uhr\b|[:|–—-] )))", re.I
)  # "16:42 Minister to speak", "9.15 – The road office"; but "2.40 million"

DAY = timedelta(days=1)
Clock = tuple[time, timezone | None]


def lines_of(paragraphs: Sequence[Paragraph], chosen: Chosen) -> tuple[int | None, ...]:
    """Return which line each paragraph is, None where it is none as it stands.

    Both stand in page order: of words that come again the next is meant.
    """
    where: dict[str, deque[int]] = defaultdict(deque)
    for index in chosen.body:
        where[squeeze(chosen.reading.lines[index].text)].append(index)
    found: list[int | None] = []
    last = -1
    for each in paragraphs:
        same = where.get(squeeze(each.text), deque())
        while same and same[0] <= last:
            same.popleft()
        found.append(same[0] if same else None)
        last = same[0] if same else last
    return tuple(found)


def clocked(lines: Sequence[int | None], reading: Reading) -> Mapping[int, str]:
    """Return the paragraphs that begin an entry, each with the words of the clock above it.

    The clocks are of one make, one stands before the first paragraph, and text follows each: a
    chronology within a report has a beginning without a clock.
    """
    makes: dict[tuple[str, int, bool], list[int]] = defaultdict(list)
    for index, line in enumerate(reading.lines):
        alone = CLOCK_ALONE.match(line.text) is not None
        if alone or CLOCK_FIRST.match(line.text):
            place = reading.places[line.place]
            makes[(place.tag, place.depth, alone)].append(index)
    most = max((_begun(lines, clocks) for clocks in makes.values()), key=len, default={})
    if len(most) < LEAST_CLOCKS:
        return {}
    return {paragraph: reading.lines[clock].text for paragraph, clock in most.items()}


def _begun(lines: Sequence[int | None], clocks: Sequence[int]) -> dict[int, int]:
    """Return the paragraphs that are the first below each clock; none if one has no clock."""
    found: dict[int, int] = {}
    last = 0
    for paragraph, line in enumerate(lines):
        above = bisect_right(clocks, line) if line is not None else last
        if above == 0:
            return {}
        if above != last:
            found[paragraph] = clocks[above - 1]
        last = above
    return found


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
