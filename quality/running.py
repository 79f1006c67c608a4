"""Measure running events on our own texts: does one stay one story, and its twin another?

`quality/running/` holds events that are told again hours or days later (a ferry search, an outbreak
on a ship, a count of votes), of three reports each over one to three days: a wire's, a local
paper's and a broadsheet's, with figures brought up to date, the same spokespeople and places, and
one new development. Beside each stands a twin of the same days, another event that is told in much
the same words and partly by the same people: the next ferry, the line's other ship, the next
department. All of a half lie in one dated batch. One half may be read while rules are written, the
other is only measured. Who wrote them had not read how stories are found, but knew of the rule that
is wanted: other figures of the same names weigh less hours later.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain, combinations
from pathlib import Path

from quality.measure import Measure, share
from quality.stories import stories_of
from quality.storylines import in_folder

TEXTS = Path(__file__).with_name("running")


def told_again(half: str, _data: Path) -> Mapping[str, float]:
    """Answer the share of pairs of reports of one event that stand together.

    Beside it, the share of pairs of a report and its twin that stand apart.
    """
    labels = in_folder(TEXTS / half)
    found = stories_of([*chain.from_iterable(labels.stories.values())])
    event = {each.article.id: story for story, own in labels.stories.items() for each in own}
    together: list[bool] = []
    apart: list[bool] = []
    for one, other in combinations(event, 2):
        if event[one] == event[other]:
            together.append(found[one] == found[other])
        elif labels.matters[event[one]] == labels.matters[event[other]]:
            apart.append(found[one] != found[other])
    return {"together": share(together), "apart": share(apart)}


MEASURES = tuple(
    Measure(name=f"running.{half}", corpora=(), run=partial(told_again, half))
    for half in ("dev", "held_out")
)
