"""Find the sayings of a story that may be one, and join those that are, the likest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, product

from twosource.model.identity import ArticleId, Span
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.pairs import Pairs
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.candidates import LEAST_SHARED, candidates
from twosource.stages.dossier.statements.same import nearest, one_speaker, said_as, same_utterance
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.telling.agreement import count_otherwise, overlap
from twosource.stages.once import Known, kept_per_story

ALIKE_COPIED = 0.2  # overlap of two sayings in passages that are aligned anyway

Rating = tuple[float, int, int]
"""How surely two sayings are one, and their places in order."""


class Rated:
    """How surely the sayings of a story are one, handed from one revision to the next."""

    def __init__(self) -> None:
        self._may_be_one = Pairs[Utterance]()
        self._same, self._near = Known[float](), Known[float]()
        self._copied = Known[tuple[Rating, ...]]()

    def __call__(self, said: Sequence[Utterance], reading: Reading) -> Iterator[Rating]:
        """Yield how surely two are one saying, as often as joins them all.

        What is reprinted word for word is held against its first print alone, and is compared with
        other wordings as one.
        """
        for known in (self._same, self._near, self._copied):
            known.anew()
        nodes: list[list[int]] = []
        for places in _worded_alike(said):
            reprints = [self._rated(places[0], place, said) for place in places[1:]]
            if all(strength > 0 for strength, _, _ in reprints):
                nodes.append(places)
                yield from reprints
            else:
                nodes += [[place] for place in places]
        first_in = {places[0]: _first_in(places, said) for places in sorted(nodes)}
        for one, other in self._may_be_one.of(said, list(first_in), candidates):
            for i, j in _told_by(first_in[one], first_in[other]):
                rating = self._rated(i, j, said)
                if rating[0] > 0:
                    yield rating
        yield from self._aligned(said, reading)

    def _aligned(self, said: Sequence[Utterance], reading: Reading) -> Iterator[Rating]:
        """Yield the pairs that stand in passages of which one was made from the other.

        A copy that says it in other words ("taken on" for "hired") still says what its origin says.
        """
        places: dict[ArticleId, list[int]] = defaultdict(list)
        for place, each in enumerate(said):
            places[each.article].append(place)
        for (copy, original), passages in reading.aligned.items():
            if copy in places and original in places:
                mine, its = ([said[at] for at in places[each]] for each in (copy, original))
                make = partial(_facing, mine, its, passages)
                given = len(mine), passages
                for strength, one, other in self._copied.of(make, *mine, *its, given=given):
                    i, j = places[copy][one], places[original][other]
                    yield strength, min(i, j), max(i, j)

    def nearness(self, one: Utterance, other: Utterance) -> float:
        """Return how far two sayings come to the same, 0 to 1."""
        return self._near.of(lambda: nearest(one, other)[0], one, other)

    def _rated(self, one: int, other: int, said: Sequence[Utterance]) -> Rating:
        first, second = min(one, other), max(one, other)
        left, right = said[first], said[second]
        return self._same.of(lambda: same_utterance(left, right), left, right), first, second


@kept_per_story
def rated() -> Rated:
    """Return what knows how surely the sayings of a story are one."""
    return Rated()


def _worded_alike(said: Sequence[Utterance]) -> Iterator[list[int]]:
    """Yield the places of what is the same in all that `same_utterance` sees but the article."""
    of_wording: dict[object, list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        entity = each.speaker.entity
        wording = (
            each.sense,
            each.kind,
            each.quoted,
            each.text,
            each.gist.numbers,
            each.gist.days,
            each.gist.names,
            each.abroad,
            each.span.part,
            each.speaker.words,
            each.speaker.name,
            each.speaker.key,
            entity.id if entity else None,
        )
        of_wording[wording].append(place)
    yield from of_wording.values()


def _first_in(places: Sequence[int], said: Sequence[Utterance]) -> dict[ArticleId, int]:
    """Return where each article first tells it."""
    first: dict[ArticleId, int] = {}
    for place in places:
        first.setdefault(said[place].article, place)
    return first


def _told_by(
    one: Mapping[ArticleId, int], other: Mapping[ArticleId, int]
) -> Iterator[tuple[int, int]]:
    """Yield a pair of two wordings within one article, and one of two articles, where there are.

    Within an article two wordings are one saying only if they are nearly the same.
    """
    within = ((place, other[article]) for article, place in one.items() if article in other)
    across = ((i, j) for (a, i), (b, j) in product(one.items(), other.items()) if a != b)
    for pairs in (within, across):
        yield from islice(pairs, 1)


def _facing(
    copy: Sequence[Utterance],
    original: Sequence[Utterance],
    passages: Sequence[tuple[Span, Span]],
) -> tuple[Rating, ...]:
    """Return which sayings of a copy are which of its origin's, by their places in each."""
    mine, its = (
        Marks((each.span, place) for place, each in enumerate(said)) for said in (copy, original)
    )
    return tuple(
        (strength, i, j)
        for left, right in passages
        for i, j in product(_at(mine, left), _at(its, right))
        if (strength := _as_copied(copy[i], original[j])) > 0
    )


def _at(told: Marks[int], passage: Span) -> list[int]:
    return sorted(place for _, place in told.touching(passage))


def _as_copied(one: Utterance, other: Utterance) -> float:
    if said_as(one) != said_as(other) or (one.kind == "direct") != (other.kind == "direct"):
        return 0.0
    if len(one.words & other.words) < LEAST_SHARED:
        return 0.0
    if count_otherwise(one.gist, other.gist):
        return 0.0  # an update that has another toll says something else
    alike = overlap(one.gist, other.gist)
    return alike / 2 if alike >= ALIKE_COPIED else 0.0


WORD_BY_WORD = 0.98  # how surely two are one that share their words, not only what they come to
FEWEST_CHAINED = 4  # pairs of reported wordings
ALIKE_ALL = 0.4  # their mean overlap; one pair alone would chain unlike sayings


def group_utterances(
    said: Sequence[Utterance], reading: Reading, rated: Rated
) -> list[list[Utterance]]:
    """Return the utterances grouped so that each group is one saying.

    The likest pairs are joined first. What is joined by its meaning alone must fit all that it is
    joined to; where the quoted words are the same at length, two groups are one whoever speaks:
    then the sources disagree who did. `rated` may know some of them from an earlier revision.
    """
    head = list(range(len(said)))
    members = {place: [place] for place in head}
    for strength, i, j in sorted(rated(said, reading), key=lambda each: (-each[0], *each[1:])):
        left, right = sorted((head[i], head[j]))
        if left == right:
            continue
        one, other = ([said[at] for at in members[key]] for key in (left, right))
        if not _may_be_joined(strength, one, other, rated):
            continue
        for place in members[right]:
            head[place] = left
        members[left] += members.pop(right)
    return [[said[place] for place in sorted(group)] for _, group in sorted(members.items())]


def _may_be_joined(
    strength: float, one: Sequence[Utterance], other: Sequence[Utterance], rated: Rated
) -> bool:
    if strength >= 1:
        return True
    if not _agree(one, other):
        return False
    if strength >= WORD_BY_WORD:
        return True
    pairs = list(product(_worded(one), _worded(other)))
    if 2 * sum(one_speaker(*pair) for pair in pairs) < len(pairs):
        return False
    reported = [rated.nearness(a, b) for a, b in pairs if a.kind != "direct" and b.kind != "direct"]
    return len(reported) < FEWEST_CHAINED or sum(reported) >= ALIKE_ALL * len(reported)


def _worded(group: Iterable[Utterance]) -> list[Utterance]:
    """Return one utterance of each wording and speaker."""
    return list({(each.text, each.speaker.name): each for each in group}.values())


def _agree(one: Sequence[Utterance], other: Sequence[Utterance]) -> bool:
    """Return whether all of both groups have one sense, and they name no two speakers."""
    mine, theirs = (
        {each.speaker.entity.id for each in group if each.speaker.entity} for group in (one, other)
    )
    same_speaker = not mine or not theirs or len(mine | theirs) == 1
    return same_speaker and len({said_as(each) for each in (*one, *other)}) == 1
