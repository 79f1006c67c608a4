"""Read each article, and each story, once, however often and by whomever it is asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from operator import is_
from typing import Generic, TypeVar, TypeVarTuple

from twosource.model.annotated import Annotated
from twosource.model.identity import StoryId
from twosource.model.itself import Itself
from twosource.model.material import StoryMaterial

K = TypeVar("K")
V = TypeVar("V")
These = TypeVarTuple("These")

ARTICLES = 400  # whose readings are kept: as many as a store keeps in memory
FIGURES = 2000  # a story of 200 articles tells 750
LINKS = 4000  # of copies; a story of 200 articles has 1,300
STORIES = 2  # the one that is composed, and the one before it in another thread
ALIGNED = 16  # of what stands in memory every id is a multiple
GROWING = 32  # stories of which it is kept what their last revision was made of


class Known(Generic[V]):
    """Answers about things that stay themselves from one revision of a story to the next.

    A question must be answered by its things, and what is given with them, alone. What is not
    asked again while one revision is made is given up with the next, so no more is held than two
    revisions take.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[int, ...], tuple[tuple[object, ...], object, V]] = {}
        self._now = self._before

    def anew(self) -> None:
        """Begin another revision."""
        self._before, self._now = self._now, {}

    def of(self, answer: Callable[[], V], *things: object, given: object = None) -> V:
        """Return the answer for these very things, with something equal given.

        Where another thing is given and the answer is the one it was, it is the very same value.
        What is kept holds its things, so that no others can get their ids.
        """
        key = tuple(map(id, things))
        known = self._now.get(key)
        if known is None or known[1] != given:
            known = self._before.get(key)
            if known is None or known[1] != given:
                found = answer()
                same = known is not None and known[2] == found
                known = (things, given, known[2] if known is not None and same else found)
            self._now[key] = known
        return known[2]


def kept_per_story(make: Callable[[], V]) -> Callable[[StoryId], V]:
    """Return what gives each story something to hand from one revision to the next.

    Only what may be forgotten without changing an answer: it saves time where a story grows.
    """

    @lru_cache(maxsize=GROWING)
    def kept(_story: StoryId) -> V:
        return make()

    return kept


KnownOf = Callable[[StoryMaterial], Known[V]]


def known_per_story() -> KnownOf[V]:
    """Return what gives what is known of a story: of its last revision, and more of this one.

    Another material is another revision, from the first answer that is asked about it.
    """
    of_story: Callable[[StoryId], Known[V]] = kept_per_story(Known)

    @once_per_story
    def of_revision(material: StoryMaterial) -> Known[V]:
        known = of_story(material.story.id)
        known.anew()
        return known

    return of_revision


class _Themselves(Generic[*These]):
    """Several values that equal only themselves."""

    __slots__ = ("values",)

    def __init__(self, *values: *These) -> None:
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Themselves) and all(map(is_, self.values, other.values))

    def __hash__(self) -> int:
        return sum(map(id, self.values)) // ALIGNED


def once_per_article(read: Callable[[Annotated], V]) -> Callable[[Annotated], V]:
    """Return a pure reading of an article that is made once while the article stays in memory.

    A story that grows is composed anew with each article, and but for that one all are the same
    values as before. What is read must depend on nothing but the article; then no answer can
    depend on what was read before it.
    """
    return _once(read, ARTICLES)


def once_per_figure(read: Callable[[K], V]) -> Callable[[K], V]:
    """Return a pure reading of a figure that is made once while its story's revisions tell it."""
    return _once(read, FIGURES)


def once_per_link(read: Callable[[*These], V]) -> Callable[[*These], V]:
    """Return a pure reading of a link, and what is given with it, made once for these very values.

    The links of a story that grows are the same but for those of the newest article, and so are
    both ends of each.
    """

    @lru_cache(maxsize=LINKS)
    def kept(key: _Themselves[*These]) -> V:
        return read(*key.values)

    @wraps(read)
    def answer(*values: *These) -> V:
        return kept(_Themselves(*values))

    return answer


def once_per_story(read: Callable[[StoryMaterial], V]) -> Callable[[StoryMaterial], V]:
    """Return a pure reading of a story's material that is made once for all rooms of a dossier."""
    return _once(read, STORIES)


def _once(read: Callable[[K], V], most: int) -> Callable[[K], V]:
    @lru_cache(maxsize=most)
    def kept(key: Itself[K]) -> V:
        return read(key.value)

    @wraps(read)
    def answer(value: K) -> V:
        return kept(Itself(value))

    return answer
