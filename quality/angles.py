"""Measure side angles on our own texts: do they stand with their event, and are they told as such?

`quality/angles/` holds families of five articles on one event: two reports and three angles
(explainers, profiles, markets, reactions, an eyewitness, what the weather does next …), which name
the event in a sentence or two. The first half has been read while rules were written, the other
only measured. Which are angles is asked of the family as a story, whatever was joined. Further
halves hold two to four reports and two angles of an event, and pieces that are none of its angles:
on the same place or people in another matter, or on what such events have in common ("other").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import fmean

from quality.events import Labelled
from quality.measure import Measure
from quality.stories import stories_of
from quality.twins import texts_in
from twosource.model.identity import LineageId
from twosource.model.linked import Lineage
from twosource.stages.dossier.angles import angles_in

TEXTS = Path(__file__).with_name("angles")


def told_as_such(half: str, _data: Path) -> Mapping[str, float]:
    """Answer precision and recall of the marks, and the share of angles joined to a report."""
    marked = right = angles = joined = 0
    families = [tuple(texts_in(path)) for path in sorted((TEXTS / half).glob("*.txt"))]
    found = stories_of([row.article for family in families for row, _ in family])
    for family in families:
        told = _marked([row for row, _ in family])
        reports = {found[row.article.article.id] for row, is_angle in family if not is_angle}
        for row, is_angle in family:
            own = row.article.article.id
            marked += own in told
            right += own in told and is_angle
            angles += is_angle
            joined += is_angle and found[own] in reports
    return {
        "precision": right / marked,
        "recall": right / angles,
        "joined": joined / angles,
    }


def left_alone(half: str, _data: Path) -> Mapping[str, float]:
    """Answer which share of angles joins a report, and of what is none which joins nothing.

    What is no angle comes one of each family at a time: two of one place might join each other.
    """
    families = [tuple(texts_in(path)) for path in sorted((TEXTS / half).glob("*.txt"))]
    joined: list[bool] = []
    alone: list[bool] = []
    for others in zip(*map(_others, families), strict=True):
        rows = [row for row in chain.from_iterable(families) if _is_of_its_event(row[0])]
        found = stories_of([row.article for row in (*(row for row, _ in rows), *others)])
        events = {found[row.article.article.id]: row.event for row, aside in rows if not aside}
        joined += [
            events.get(found[row.article.article.id]) == row.event
            for row, is_aside in rows
            if is_aside
        ]
        alone += [found[row.article.article.id] not in events for row in others]
    return {"joined": fmean(joined), "left_alone": fmean(alone)}


def _others(family: Sequence[tuple[Labelled, bool]]) -> list[Labelled]:
    return [row for row, _ in family if not _is_of_its_event(row)]


def _is_of_its_event(row: Labelled) -> bool:
    return not row.event.endswith(" other")


def _marked(rows: list[Labelled]) -> set[str]:
    """Return the ids of the angles of a story; each of its articles is its own report."""
    articles = [row.article for row in rows]
    lineages = [
        Lineage(id=LineageId(own), origin=own, members=(own,))
        for own in (each.article.id for each in articles)
    ]
    return set(map(str, angles_in(articles, lineages)))


MEASURES = (
    *(
        Measure(name=f"angles.{half}", corpora=(), run=partial(told_as_such, half))
        for half in ("dev", "held_out")
    ),
    *(
        Measure(name=f"angles.{half}", corpora=(), run=partial(left_alone, half))
        for half in ("more_dev", "more_held_out", "further_dev", "further_held_out")
    ),
)
