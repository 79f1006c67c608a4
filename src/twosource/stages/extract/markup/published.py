"""Find when an article was published and when it was changed, weighing what the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain

from twosource.stages.extract.markup.dates import day_in_address, read_time, zone_in
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen

PUBLISHED = tuple(
    """article:published_time og:article:published_time datepublished parsely-pub-date
    article_published_time published_at sailthru.date dc.date.issued dcterms.created dc.date
    date pubdate publishdate publish_date publication_date pub_date date.available date.created
    article.published cxenseparse:recs:publishtime cxenseparse:publishtime last-modified
    og:published_time""".split()
)
CHANGED = tuple(
    """article:modified_time og:updated_time datemodified last_updated_date date.modified
    dcterms.modified article.updated lastmod modified_time""".split()
)
ELSEWHERE = zones.NAVIGATION | zones.RELATED | zones.FOOTER
DIGIT = re.compile(r"\d")
NEAR = timedelta(hours=36)  # two sources within it tell of the same day, whatever their zones


def read_published(
    metadata: Metadata, chosen: Chosen, url: str, latest: datetime
) -> datetime | None:
    """Return the time of publication in UTC, or None where nothing on the page tells it.

    The first of JSON-LD, meta tags, the page's own time element, the words near the headline and
    the address is taken, unless it stands alone against two others that agree: templates leave
    stale dates behind.
    """
    marked = (metadata.said("datePublished"), *map(metadata.tag, PUBLISHED))
    read = [*_times(marked, latest), _shown(chosen, latest), day_in_address(url, latest)]
    told = [moment for moment in read if moment]
    if not told:
        created = metadata.said("dateCreated") or metadata.said("uploadDate")
        return read_time(created, latest) if created else None
    best = max(
        told, key=lambda each: (_agreeing(each, told) > 1 or len(told) < 3, -told.index(each))
    )
    if (best.hour, best.minute) == (0, 0):  # a day alone: another source may tell the hour
        exact = (each for each in told if abs(each - best) <= NEAR and each.time() != best.time())
        return next(exact, best)
    return best


def zone_of(metadata: Metadata) -> timezone:
    """Return the zone the page's markup gives its times in, UTC where it gives none."""
    fields = (metadata.said(name) for name in ("datePublished", "dateModified"))
    tags = (metadata.tag(name) for name in (*PUBLISHED, *CHANGED))
    found = (zone_in(words) for words in (*fields, *tags) if words)
    return next((zone for zone in found if zone and zone != UTC), UTC)


def read_changed(
    metadata: Metadata, published: datetime | None, latest: datetime
) -> datetime | None:
    """Return when the page says it was changed, None where it does not or says an earlier time."""
    told = _times((metadata.said("dateModified"), *map(metadata.tag, CHANGED)), latest)
    return next((each for each in told if published is None or each > published), None)


def _times(told: Iterable[str], latest: datetime) -> Iterator[datetime]:
    """Yield the moments that words name, in their order."""
    return filter(None, (read_time(words, latest) for words in told if words))


def _agreeing(moment: datetime, told: Sequence[datetime]) -> int:
    return sum(abs(other - moment) <= NEAR for other in told)


def _shown(chosen: Chosen, latest: datetime) -> datetime | None:
    """Return the time that a time element or the words around the headline give."""
    reading = chosen.reading
    lines = reading.lines[max(0, chosen.first - 25) : chosen.first + 1]
    near = [each for each in lines if not reading.zone_of(each) & ELSEWHERE]
    stamps = (
        element.get("datetime") or element.text or ""
        for line in near
        if not reading.zone_of(line) & zones.ASIDE
        for element in reading.places[line.place].element.iter("time")
    )
    words = (line.text for line in near if len(line.text) < 120 and DIGIT.search(line.text))
    return next(_times(chain(stamps, words), latest), None)
