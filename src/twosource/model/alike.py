"""Which reports are alike enough to tell of one event: links between articles, in columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, get_args

from twosource.model.identity import ArticleId
from twosource.model.linked import DerivationKind, Link, Verdict

# What is said of two articles beyond their score.
SAME, DIFFERENT, UNSAID = 1, -1, 0
MADE = 2  # and more: the one article is made from the other, and nobody has judged the two
KINDS: tuple[DerivationKind, ...] = get_args(DerivationKind)  # how it is made, counted from MADE
JUDGED: dict[int, Verdict] = {SAME: "same", DIFFERENT: "different"}

Column = Any  # an array of numpy, which who only reads of stories does without


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alike:
    """Links between reports of one event, a row for each; an article is its place in a list."""

    articles: tuple[ArticleId, ...]
    ones: Column  # int64: of each link the place of either end
    others: Column
    scores: Column  # float64: 0 to 1, six decimals
    bodies: Column  # float64: how like the bodies are, 0 to 1 in 255 steps; 0 for not compared
    # uint8, two of each link: how far that end points to the other whose article sorts first, and
    # the other back, in tenths
    points: Column
    says: Column  # int8
    figures: tuple[str, ...]  # that links give
    starts: Column  # int64: of each link, where what both its ends give begins in the next column
    given: Column  # int64: places among the figures, of each link in the order of their spelling

    def __len__(self) -> int:
        return len(self.ones)

    def links(self) -> tuple[Link, ...]:
        """Return each link as a value, sorted by ends."""
        given = [self.figures[at] for at in self.given.tolist()]
        rows = zip(
            *(
                each.tolist()
                for each in (self.ones, self.others, self.scores, self.bodies, self.says)
            ),
            map(tuple, self.points.tolist()),
            pairwise(self.starts.tolist()),
            strict=True,
        )
        found = [
            Link(
                kind="story",
                left=min(self.articles[one], self.articles[other]),
                right=max(self.articles[one], self.articles[other]),
                score=score,
                why=() if says not in JUDGED else (f"a person judged: {JUDGED[says]}",),
                derivation=KINDS[says - MADE] if says >= MADE else None,
                figures=tuple(given[start:end]),
                bodies=bodies,
                points=points,
                verdict=JUDGED.get(says),
            )
            for one, other, score, bodies, says, points, (start, end) in rows
        ]
        return tuple(sorted(found, key=lambda link: (link.left, link.right)))
