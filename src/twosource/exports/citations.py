"""Number the stretches that a dossier cites, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from twosource.model.cited import Citation
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId, Span

Place = tuple[ArticleId, Span]


class Numbers:
    """The numbers of a dossier's citations, from 1: a stretch has one number, however often cited.

    Blocks are counted in the order of the dossier's fields, which is that of every export.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.cited = each_once(citations_in(dossier))
        self._numbers = {place_of(each): at for at, each in enumerate(self.cited, start=1)}

    def of(self, citation: Citation) -> int:
        """Return the number of a citation of this dossier."""
        return self._numbers[place_of(citation)]


def citations_in(value: object) -> Iterator[Citation]:
    """Yield every citation inside a value, in the order of its fields; one that repeats, again."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from citations_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from citations_in(getattr(value, field.name))


def each_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations in their order, each stretch once."""
    return tuple({place_of(each): each for each in citations}.values())


def place_of(citation: Citation) -> Place:
    """Return what makes two citations one note: the article and the stretch."""
    return citation.article, citation.span
