"""Tell whether the rest of an article stands behind a wall."""

from __future__ import annotations

from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen


def is_walled(metadata: Metadata, chosen: Chosen, body_words: int) -> bool:
    """Return whether the rest of the text stands behind a wall.

    The page says that it is not free and either asks to subscribe near the end of the body, or
    shows far fewer words than it counts itself.
    """
    if not is_sold(metadata):
        return False
    counted = metadata.said("wordCount") or str(
        metadata.article.fields.get("wordCount", "") if metadata.article else ""
    )
    if counted.isdigit() and body_words < 0.6 * int(counted):
        return True
    end = chosen.body[-1] if chosen.body else 0
    reading = chosen.reading
    near = reading.lines[max(0, end - 2) : end + 12]
    return any(reading.zone_of(line) & zones.WALL and len(line.text) > 20 for line in near)


def is_sold(metadata: Metadata) -> bool:
    """Return whether the page says of itself that it is not free."""
    free = metadata.article.fields.get("isAccessibleForFree", True) if metadata.article else True
    return str(free).lower() in ("false", "no", "0")
