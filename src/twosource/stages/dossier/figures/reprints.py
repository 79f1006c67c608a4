"""Set two figures beside each other once, however many reprints carry them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache, lru_cache
from itertools import count
from operator import attrgetter
from typing import Generic, TypeVar

from twosource.model.annotated import Figure
from twosource.stages.dossier.figures.quantity import DAY, Quantity
from twosource.stages.once import once_per_figure

R = TypeVar("R")

# Where a figure stands and whose it is; all else is what it tells.
_OF_ITS_PLACE = {"article", "outlet", "place", "published", "sentence", "figure"}
_OF_ITS_SPAN = {"span", "issuer"}
_told = attrgetter(*(f.name for f in fields(Quantity) if f.name not in _OF_ITS_PLACE))
_told_of_figure = attrgetter(*(f.name for f in fields(Figure) if f.name not in _OF_ITS_SPAN))

QUESTIONS = 8  # whose answers are kept
MOST_KEPT = 2000  # figures of which they are: some MB; a story of 200 articles tells 750


class AskedOnce(Generic[R]):
    """Answers what two figures are to each other, once for all their reprints and revisions.

    The answer may depend on all that is told with a figure and on the day of its report; on which
    articles the two stand in only where one outlet has both: these are asked anew each time.
    Answers are kept in memory, for a story that grows asks of the same figures again.
    """

    def __init__(
        self, found: Iterable[Quantity], question: Callable[[Quantity, Quantity], R]
    ) -> None:
        self._found = tuple(found)
        self._question = question
        self._number = {id(each): _number_told(each) for each in self._found}
        self._answers: _Answers[R] = _answers_to(question).at_hand()

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

    def told_as(self, each: Quantity) -> int:
        """Return the number of all figures that are told like this one: its reprints."""
        return self._number[id(each)]


_Answers = defaultdict[int, dict[int, R]]  # by the numbers of the two figures


class _Kept(Generic[R]):
    """The answers to one question; too many are all given up at once, for the next story."""

    def __init__(self) -> None:
        self._answers: _Answers[R] = defaultdict(dict)

    def at_hand(self) -> _Answers[R]:
        if len(self._answers) > MOST_KEPT:
            self._answers = defaultdict(dict)
        return self._answers


@lru_cache(maxsize=QUESTIONS)
def _answers_to(question: Callable[[Quantity, Quantity], R]) -> _Kept[R]:
    return _Kept()


@once_per_figure
def _number_told(each: Quantity) -> int:
    return _number_of(_as_told(each))


@lru_cache(maxsize=MOST_KEPT)
def _number_of(_told: object) -> int:
    """Return the number of all figures that are told so; none is given twice.

    What was given up gets another number: then the same is asked again.
    """
    return next(_numbers())


@cache
def _numbers() -> Iterator[int]:
    return count()


def _as_told(each: Quantity) -> tuple[object, ...]:
    """Return what is the same in every reprint of a figure."""
    return _told(each), _told_of_figure(each.figure), each.published[:DAY]
