"""Measure stories on notices that machines write: one frame, filled anew for each event.

`quality/notices/` holds frames of our own: quake bulletins, results, match reports, recalls. Below
each stand the events it was filled with; an event that stands there twice is told once more, with
figures brought up to date. Two fillings of a frame are two events and no copies of each other,
whether one outlet prints both or two. Half of the frames have been read while rules were written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import fmean

from quality.events import Labelled, article_of
from quality.measure import Measure
from quality.pairs import as_article, linked
from quality.stories import stories_of

FRAMES = Path(__file__).with_name("notices")
MARK, BETWEEN = "== ", "|"


def notices_in(path: Path) -> Iterator[Labelled]:
    """Yield the notices of a frame.

    Its headline takes what an event begins with, in order; its text names each by its number.
    """
    frame, *fillings = path.read_text(encoding="utf-8").split(MARK)
    headline, _, text = frame.partition("\n")
    for number, filling in enumerate(fillings):
        event, *slots = (each.strip() for each in filling.split(BETWEEN))
        row = {"id": f"{path.stem}-{number}", "outlet": path.stem}
        told = {"headline": headline.format(*slots), "text": text.strip().format(*slots)}
        article = article_of(row | told)
        yield Labelled(article=article, event=f"{path.stem} {event}", topic=path.stem)


def filled(part: str, _data: Path) -> Mapping[str, float]:
    """Answer the shares of pairs rightly kept apart and together, and rightly called no copies."""
    rows = [row for path in sorted((FRAMES / part).glob("*.txt")) for row in notices_in(path)]
    found = stories_of([row.article for row in rows])
    figures: dict[str, list[bool]] = {"apart": [], "together": [], "no_copies": []}
    for one, other in combinations(rows, 2):
        as_one = found[one.article.article.id] == found[other.article.article.id]
        if one.event == other.event:
            figures["together"].append(as_one)
        elif one.topic == other.topic:
            figures["apart"].append(not as_one)
            elsewhere = as_article(other.article, other.article.article.text, "another outlet")
            for each in (other.article, elsewhere):
                figures["no_copies"].append(not linked(one.article, each))
    return {name: fmean(each) for name, each in figures.items()}


MEASURES = tuple(
    Measure(name=f"twins.notices_{part}", corpora=(), run=partial(filled, part))
    for part in ("read", "unread")
)
