"""Let what a feed told of a page stand in where the page is silent, and name whom it credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from twosource.model.acquired import Told
from twosource.stages.extract.layout import Layout, Named
from twosource.stages.extract.markup.byline import clean_names
from twosource.stages.extract.markup.dates import read_time
from twosource.stages.extract.markup.published import NEAR
from twosource.stages.extract.reading.words import one_line

# RSS gives an author as "desk@post.example (Ann Lee)"; an address alone is nobody's name.
MAIL = re.compile(r"\S{1,60}@\S{1,60}")


def completed(
    layout: Layout, told: Sequence[tuple[Told, str]], latest: datetime
) -> tuple[Layout, tuple[Told, ...]]:
    """Return a page's layout with what only its feed or sitemap told, and which of it that is.

    The page wins wherever it speaks; but where it gives no more than a day, the hour that its
    feed gives for that day is taken. <source> names whose report a feed's entry is: it becomes a
    credit. A summary is not taken for a deck, since feeds cut their summaries out of the body.
    """
    said = dict(told)
    found: dict[str, Any] = {}
    if not layout.headline:
        found["headline"] = one_line(said.get("headline", ""))
    if not layout.byline:
        found["byline"] = _names(said.get("byline", ""))
    if not layout.language:
        found["language"] = said.get("language", "")
    moment = read_time(said["published"], latest) if "published" in said else None
    if moment and (layout.published is None or _is_its_hour(moment, layout.published)):
        found["published"] = moment
    changed = read_time(said["changed"], latest) if "changed" in said else None
    published = found.get("published") or layout.published
    if changed and layout.changed is None and published and changed > published:
        found["changed"] = changed
    taken = {name: value for name, value in found.items() if value}
    filled = tuple(name for name, _ in told if name in taken)
    return replace(layout, **taken, named=(*layout.named, *_credited(said))), filled


def _is_its_hour(moment: datetime, day: datetime) -> bool:
    is_day_alone = (day.hour, day.minute, day.second) == (0, 0, 0)
    return is_day_alone and moment != day and abs(moment - day) <= NEAR


def _names(written: str) -> tuple[str, ...]:
    return clean_names([MAIL.sub(" ", written).replace("(", " ").replace(")", " ")])


def _credited(said: dict[Told, str]) -> tuple[Named, ...]:
    words = one_line(said.get("source", ""))
    address = said.get("source address", "")
    named = Named(kind="rss", words=words or address, address=address)
    return (named,) if named.words else ()
