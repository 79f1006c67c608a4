"""Tell two events of a kind apart by how much closer the reports of each are to their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp, log

from twosource.model.identity import ArticleId
from twosource.model.linked import Link

# Log-odds by which the links inside each of two groups outdo those between them, from which on
# they are two events. Reports of one event fall into angles, but rarely so far; a few reports may
# be that close by chance.
LEAST_CLEFT = 1.25
OF_SMALL_GROUPS = 4.0  # more of it, divided by the reports of the smaller group
SUREST = 0.99  # copies are alike beyond it, whatever they tell
LEAST_SURE = 0.01

Odds = tuple[float, int]
NO_LINK: Odds = (0.0, 0)


class Clefts:
    """The mean log-odds of the links inside each group and between every two, while groups merge.

    Two finals, two rate decisions, two arrests in one team share names, places and most words, so
    that any two of their reports may look like one event. Only together they show it: the reports
    of each are alike far beyond what they share with the other's.
    """

    def __init__(
        self, groups: Sequence[Sequence[Sequence[ArticleId]]], links: Sequence[Link]
    ) -> None:
        """Start from groups, each of which is given as the printings of its reports."""
        self.sizes = [len(reports) for reports in groups]
        self.inside: list[Odds] = [NO_LINK for _ in groups]
        self.between: defaultdict[int, dict[int, Odds]] = defaultdict(dict)
        stands = {
            article: (group, report)
            for group, reports in enumerate(groups)
            for report, printed in enumerate(reports)
            for article in printed
        }
        for link in links:
            one, other = stands[link.left], stands[link.right]
            if link.verdict is None and one != other:
                self._add(one[0], other[0], (_log_odds(link.score), 1))

    def parts(self, one: int, other: int) -> bool:
        """Return whether two groups, each of two reports and more, are two events of a kind."""
        between = self.between[one].get(other, NO_LINK)
        if not (between[1] and self.inside[one][1] and self.inside[other][1]):
            return False
        least = LEAST_CLEFT + OF_SMALL_GROUPS / min(self.sizes[one], self.sizes[other])
        looser = min(_mean(self.inside[one]), _mean(self.inside[other]))
        return looser - _mean(between) > least

    def merge(self, one: int, other: int) -> None:
        """Let a group take another in."""
        self.sizes[one] += self.sizes[other]
        both = _sum(self.inside[one], self.inside[other])
        self.inside[one] = _sum(both, self.between[one].pop(other, NO_LINK))
        for third, odds in self.between.pop(other, {}).items():
            if third != one:
                del self.between[third][other]
                self._add(one, third, odds)

    def _add(self, one: int, other: int, odds: Odds) -> None:
        if one == other:
            self.inside[one] = _sum(self.inside[one], odds)
        else:
            total = _sum(self.between[one].get(other, NO_LINK), odds)
            self.between[one][other] = self.between[other][one] = total


def company(
    one: Sequence[ArticleId], other: Sequence[ArticleId], links: Sequence[Link]
) -> tuple[str, ...]:
    """Return how alike the reports of two stories are to their own and to each other, as a line.

    () where nothing links the two, or one of them is a report alone: then the pair says it all.
    """
    inside = [
        [link for link in links if {link.left, link.right} <= set(own)] for own in (one, other)
    ]
    ends = set(one), set(other)
    between = [link for link in links if all({link.left, link.right} & end for end in ends)]
    if not (between and all(inside)):
        return ()
    mean, other_mean, across = (_typical(each) for each in (*inside, between))
    return (
        f"reports of the one story are alike with probability {mean:.2f}, of the other with "
        f"{other_mean:.2f}, of the one and the other with {across:.2f}",
    )


def _typical(links: Sequence[Link]) -> float:
    """Return the probability that stands for the mean log-odds of links."""
    return 1 / (1 + exp(-sum(_log_odds(link.score) for link in links) / len(links)))


def _log_odds(score: float) -> float:
    sure = min(max(score, LEAST_SURE), SUREST)
    return log(sure / (1 - sure))


def _sum(some: Odds, others: Odds) -> Odds:
    return some[0] + others[0], some[1] + others[1]


def _mean(odds: Odds) -> float:
    return odds[0] / odds[1]
