"""Find the pairs of utterances that may be one saying, each with how surely it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from twosource.model.annotated import Sense
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import likeness
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.statements.wordings import same_utterance, share_number

LEAST_SHARED = 2  # words that carry meaning; one may be chance
ALIKE_COPIED = 0.2  # Dice of content words of two sayings in passages that are aligned anyway


def rated(said: Sequence[Utterance], reading: Reading) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs that may be one saying, with how surely; reprints are looked at only once."""
    of_wording: dict[object, list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        of_wording[_wording(each)].append(place)
    wordings = list(of_wording.values())
    for one, other in _candidates([said[places[0]] for places in wordings]):
        if one != other:
            pairs: Iterable[tuple[int, int]] = product(wordings[one], wordings[other])
        else:
            pairs = combinations(wordings[one], 2)
        yield from _rated(pairs, said, reading)


def _rated(
    pairs: Iterable[tuple[int, int]], said: Sequence[Utterance], reading: Reading
) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs of two wordings that may be one saying, the earlier place first."""
    strengths: dict[tuple[bool, bool], float] = {}
    copied: float | None = None
    for pair in pairs:
        i, j = pair if pair[0] < pair[1] else pair[::-1]
        one, other = said[i], said[j]
        key = (i == pair[0], one.article == other.article)
        if key not in strengths:
            strengths[key] = same_utterance(one, other)
        strength = strengths[key]
        if not strength:
            copied = _as_copied(one, other) if copied is None else copied
            if copied and reading.aligned(one.article, one.span, other.article, other.span):
                strength = copied
        if strength > 0:
            yield strength, i, j


def _wording(each: Utterance) -> object:
    """Return all of an utterance that `same_utterance` looks at, but for its article."""
    entity = each.speaker.entity
    return (
        each.sense, each.kind, each.quoted, each.text, each.words, each.numbers, each.abroad,
        each.span.part, each.speaker.words, each.speaker.name, each.speaker.key,
        entity.id if entity else None,
    )  # fmt: skip


def _candidates(wordings: Sequence[Utterance]) -> Iterable[tuple[int, int]]:
    """Return the pairs that share two words that carry meaning, those with themselves too."""
    holding: dict[tuple[Sense, str], list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for place, each in enumerate(wordings):
        for word in each.words:
            known = holding[each.sense, word]
            known.append(place)
            for earlier in known:
                shared[earlier, place] += 1
    return [pair for pair, count in shared.items() if count >= LEAST_SHARED]


def _as_copied(one: Utterance, other: Utterance) -> float:
    """Return how surely a saying and its rewording are one if one copies the other's passage.

    A copy that says it in other words ("taken on" for "hired") still says what its origin says.
    """
    if (one.kind == "direct") != (other.kind == "direct"):
        return 0.0
    if one.numbers and other.numbers and not share_number(one.numbers, other.numbers):
        return 0.0  # an update that has another toll says something else
    alike = likeness(one.words, other.words)
    return alike / 2 if alike >= ALIKE_COPIED else 0.0
