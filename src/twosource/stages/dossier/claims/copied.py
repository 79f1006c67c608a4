"""Say of what is told in a copy which sentence of its origin it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import accumulate

from twosource.model.linked import Passage
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.alike import SAME_CLAIM, of_one_thing, share_more_than_names
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import KnownOf, known_per_story

LEAST_COPIED = 0.3  # of the words of the shorter: two sentences of aligned passages are one


_faced: KnownOf[tuple[Pair, ...]] = known_per_story()


def copied_from(told: Sequence[tuple[Told, ...]], material: StoryMaterial) -> dict[int, int]:
    """Return for the things told in copies which thing of the origin each was made from.

    Each is named by its place among all that the articles tell, one after the other.
    Of the sentences of a long aligned stretch those belong together that share most words;
    figures that measure the same, even if the copy changed the value. Two articles and the
    passages that face each other tell it, whatever else the story holds.
    """
    known, found = _faced(material), dict[int, int]()
    places = accumulate(map(len, told), initial=0)
    at = {each[0].article: (place, each) for place, each in zip(places, told, strict=False) if each}
    for made in (each for lineage in material.lineages for each in lineage.derivations):
        if made.original is None or made.copy not in at or made.original not in at:
            continue
        (here, mine), (there, its) = at[made.copy], at[made.original]
        make = partial(_facing, mine, its, made.passages)
        for one, other in known.of(make, mine, its, given=made.passages):
            found[here + one] = there + other
    return found


def _facing(
    copy: Sequence[Told], original: Sequence[Told], passages: Sequence[Passage]
) -> tuple[Pair, ...]:
    """Return the places of what is told in a copy and of that which each was made from."""
    standing = Marks((each.span, place) for place, each in enumerate(original))
    facing = Marks((passage.left, passage.right) for passage in passages)
    found = []
    for place, each in enumerate(copy):
        beside = {
            other
            for _, passage in facing.touching(each.span)
            for _, other in standing.touching(passage)
        }
        best = _counterpart(each, {other: original[other] for other in beside})
        if best is not None:
            found.append((place, best))
    return tuple(found)


def _counterpart(copy: Told, originals: Mapping[int, Told]) -> int | None:
    """Return which thing of the origin one was made from; None where none is near enough."""
    rated = ((_same_told(copy, each), -index) for index, each in originals.items())
    score, index = max(rated, default=(0.0, 0))
    return -index if score >= LEAST_COPIED else None


def _same_told(copy: Told, original: Told) -> float:
    shared = sum(copy.concepts[c] for c in sorted(copy.concepts.keys() & original.concepts.keys()))
    least = min(copy.weight, original.weight) or 1.0
    score = shared / least
    if (copy.figure is None) != (original.figure is None):
        # The figure was not found in one of them; that both name a place makes them no claim.
        return score if score >= SAME_CLAIM and share_more_than_names(copy, original) else 0.0
    mine, its = copy.quantity, original.quantity
    if mine and its:
        # In one aligned sentence the value tells which figure is which; else what it measures.
        if mine.figure.value == its.figure.value:
            return score + 1.0
        if its.figure.value in copy.numbers or mine.figure.value in original.numbers:
            return 0.0  # that value has not been changed: it stands in both
        kinds = {(each.dimension, each.outcome, each.adds) for each in (mine, its)}
        return score if len(kinds) == 1 and of_one_thing(mine, its) else 0.0
    return score
