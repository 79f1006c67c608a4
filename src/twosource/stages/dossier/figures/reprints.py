"""Set two figures beside each other once, however many reprints carry them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Generic, TypeVar

from twosource.model.annotated import Figure
from twosource.stages.dossier.figures.quantity import DAY, Quantity

R = TypeVar("R")

# Where a figure stands and whose it is; all else is what it tells.
_OF_ITS_PLACE = {"article", "outlet", "place", "published", "sentence", "figure"}
_OF_ITS_SPAN = {"span", "issuer"}
_told = attrgetter(*(f.name for f in fields(Quantity) if f.name not in _OF_ITS_PLACE))
_told_of_figure = attrgetter(*(f.name for f in fields(Figure) if f.name not in _OF_ITS_SPAN))


class AskedOnce(Generic[R]):
    """Answers what two figures of a story are to each other, once for all their reprints.

    The answer may depend on all that is told with a figure and on the day of its report; on which
    articles the two stand in only where one outlet has both: these are asked anew each time.
    """

    def __init__(
        self, found: Iterable[Quantity], question: Callable[[Quantity, Quantity], R]
    ) -> None:
        self._found = tuple(found)
        numbers: dict[object, int] = {}
        self._number = {
            id(each): numbers.setdefault(_as_told(each), len(numbers)) for each in self._found
        }
        self._question = question
        self._answers: tuple[dict[int, R], ...] = tuple({} for _ in numbers)

    def of_each(self, one: Quantity, others: Iterable[Quantity]) -> list[R]:
        """Return the answer for one figure beside each of the others, in their order."""
        numbers, known = self._number, self._answers[self._number[id(one)]]
        answers = []
        for other in others:
            number = numbers[id(other)]
            if other.outlet == one.outlet:
                answers.append(self._question(one, other))
            elif number in known:
                answers.append(known[number])
            else:
                answers.append(self._question(one, other))
                known[number] = answers[-1]
        return answers


def _as_told(each: Quantity) -> tuple[object, ...]:
    """Return what is the same in every reprint of a figure."""
    return _told(each), _told_of_figure(each.figure), each.published[:DAY]
