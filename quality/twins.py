"""Measure stories on our own texts: do two events of a kind stay two, and all of one together?

`quality/twins/` holds families of two events that are easily taken for one: two finals, two rate
decisions, two storms, most by the same people in the same place. All are undated, as pages often
are, and lie in one batch. Beside the reports stand opinions, analyses, portraits and questions with
answers, which belong to the event they are about. The first part has been read while rules were
written, the second only measured. Twins that are made by rule stand beside them: frames filled anew
(`quality.notices`) and real stories with other names, places or numbers (`quality.swapped`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path

from quality import notices, swapped
from quality.events import Labelled, article_of
from quality.measure import Measure
from quality.partitions import bcubed
from quality.stories import stories_of

TEXTS = Path(__file__).with_name("twins")
MARK = "== "


def texts_in(path: Path) -> Iterator[tuple[Labelled, bool]]:
    """Yield the texts of a family and whether each is a side angle of its event.

    Each begins with a line "== event | outlet | headline"; a side angle's event is followed by a
    comma and its kind.
    """
    for number, section in enumerate(path.read_text(encoding="utf-8").split(MARK)[1:]):
        head, _, text = section.partition("\n")
        event, outlet, headline = (each.strip() for each in head.split("|"))
        event, _, side = event.partition(", ")
        row = {"id": f"{path.stem}-{number}", "outlet": outlet, "headline": headline}
        article = article_of(row | {"text": text.strip()})
        yield Labelled(article=article, event=f"{path.stem} {event}", topic=path.stem), bool(side)


def told_apart(part: str, _data: Path) -> Mapping[str, float]:
    """Answer the shares of pairs rightly kept apart and together, and B-cubed F1 of the batch."""
    texts = [text for path in sorted((TEXTS / part).glob("*.txt")) for text in texts_in(path)]
    found = stories_of([row.article for row, _ in texts])
    apart: list[bool] = []
    together: list[bool] = []
    sides: list[bool] = []
    for (one, of_one), (other, of_other) in combinations(texts, 2):
        as_one = found[one.article.article.id] == found[other.article.article.id]
        if one.event == other.event:
            (sides if of_one or of_other else together).append(as_one)
        elif one.topic == other.topic:
            apart.append(not as_one)
    truth = {str(row.article.article.id): row.event for row, _ in texts}
    return {
        "apart": sum(apart) / len(apart),
        "together": sum(together) / len(together),
        "sides_together": sum(sides) / len(sides),
        "bcubed_f1": bcubed(truth, found)[2],
    }


PARTS = tuple(
    f"{each}{half}"
    for each in ("", "more_", "again_", "fields_", "wider_", "hands_", "anew_")
    for half in ("dev", "held_out")
)
MEASURES = (
    *(Measure(name=f"twins.{part}", corpora=(), run=partial(told_apart, part)) for part in PARTS),
    *notices.MEASURES,
    *swapped.MEASURES,
)
