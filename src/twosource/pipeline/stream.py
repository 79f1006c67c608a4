"""Cut the log of new articles at the ticks of its own time, when larger stories are repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from twosource.model.annotated import Annotated

SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Articles of the log between two ticks."""

    articles: tuple[Annotated, ...]
    tick: int | None = None  # that the stream comes to with these; None for undated articles
    doubles: bool = False  # with these there are twice as many undated articles as at the last time


def stretches(articles: Sequence[Annotated], tick_hours: int, undated: int) -> Iterator[Stretch]:
    """Yield a log by (published, id) in stretches that no tick cuts; `undated` were there before.

    Time is that of the articles, never the clock, so the same log has the same ticks however it is
    cut into batches. Undated articles have no time: they come to a tick when their number doubles.
    """
    waiting: list[Annotated] = []
    tick: int | None = None
    for each in articles:
        at = each.article.published
        own = None if at is None else int(at.timestamp() // (tick_hours * SECONDS_PER_HOUR))
        if waiting and own != tick:
            yield Stretch(articles=tuple(waiting), tick=tick)
            waiting = []
        tick = own
        waiting.append(each)
        if at is None:
            undated += 1
            if rounded(undated) != rounded(undated - 1):
                yield Stretch(articles=tuple(waiting), doubles=True)
                waiting = []
    if waiting:
        yield Stretch(articles=tuple(waiting), tick=tick)


def rounded(count: int) -> int:
    """Return the power of two that is nearest to a count, 0 for none."""
    return 2 ** round(log2(count)) if count else 0
