"""Put together all sentences of a story that carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from itertools import product

from twosource.model.identity import ArticleId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.compared import Compared
from twosource.stages.dossier.claims.happenings import share_more_than_names, tell_apart
from twosource.stages.dossier.claims.shared import SAME_CLAIM
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling import measures
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value

Alike = Callable[[int, int], float]  # how surely two things told, by their places, are one claim

LEAST_WITHIN = 0.35  # mean likeness of all pairs of two groups that are put together
LEAST_COPIED = 0.3  # of the words of the shorter: two sentences of aligned passages are one
MOST_COMPARED = 6  # members of each of two groups; a mean over 36 pairs is steady enough


def same_claims(
    told: Sequence[Told],
    copied: Mapping[int, int],
    beside: Set[Pair] = frozenset(),
    known: Compared | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Return the indices of `told` in groups, each one claim, in reading order.

    `told` is as `less_common` weighs its words; `copied` says of which thing told another is the
    copy: `copied_from` answers it; `beside` are the pairs whose figures are one: `laid_beside`;
    `known` is what comparing the story's sentences has found before.
    A passage aligned with its origin carries the origin's claim by construction. Others come
    together by likeness, the likest first, and never against the likeness of the groups' other
    members: one unlucky pair must not chain two claims. What a reprint tells in the same words is
    compared through its origin alone.
    """
    group = list(range(len(told)))
    members = {index: [index] for index in group}

    def join(one: int, other: int) -> None:
        keep, drop = sorted((group[one], group[other]))
        for index in members.pop(drop):
            group[index] = keep
            members[keep].append(index)

    for one, other in sorted(copied.items()):
        if group[one] != group[other]:
            join(one, other)

    compared = known or Compared()

    def alike(one: int, other: int) -> float:
        found = compared.likeness(told[one], told[other])
        return max(found, SAME_CLAIM) if of_one_figure(one, other) else found

    def of_one_figure(one: int, other: int) -> bool:
        return (min(one, other), max(one, other)) in beside

    def fit(one: int, other: int) -> bool:
        left, right = _led(one, members[group[one]]), _led(other, members[group[other]])
        given = len(left), [of_one_figure(*pair) for pair in product(left, right)]
        inside = [told[place] for place in (*left, *right)]
        return compared.fitting(partial(_fit, left, right, told, alike), inside, given)

    repeats = _repeats(told, copied)
    scored = list(compared.alike(told, repeats))
    of_one = {pair for pair in beside if repeats.isdisjoint(pair)}
    scored += ((SAME_CLAIM, *pair) for pair in of_one - {(one, other) for _, one, other in scored})
    scored.sort(key=lambda each: (-each[0], *each[1:]))
    for _, one, other in scored:
        if group[one] != group[other] and fit(one, other):
            join(one, other)
    return tuple(tuple(sorted(members[key])) for key in sorted(members))


def _led(first: int, members: Sequence[int]) -> list[int]:
    """Return the members that are compared, with one in front, so that it is among them."""
    return [first, *(each for each in members[:MOST_COMPARED] if each != first)][:MOST_COMPARED]


def copied_from(told: Sequence[Told], material: StoryMaterial) -> dict[int, int]:
    """Return for the things told in copies which thing of the origin each was made from.

    Of the sentences of a long aligned stretch those belong together that share most words; figures
    that measure the same, even if the copy changed the value.
    """
    found: dict[int, int] = {}
    by_article: dict[ArticleId, list[int]] = defaultdict(list)
    for index, each in enumerate(told):
        by_article[each.article].append(index)
    for lineage in material.lineages:
        for derivation in lineage.derivations:
            if derivation.original is None:
                continue
            original = Marks((told[index].span, index) for index in by_article[derivation.original])
            facing = Marks((passage.left, passage.right) for passage in derivation.passages)
            for copy in by_article[derivation.copy]:
                beside = {
                    index
                    for _, passage in facing.touching(told[copy].span)
                    for _, index in original.touching(passage)
                }
                best = _counterpart(told[copy], {index: told[index] for index in beside})
                if best is not None:
                    found[copy] = best
    return found


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
    if copy.figure and original.figure and copy.measure and original.measure:
        same_value = copy.figure.value == original.figure.value
        alike = measures.alike(copy.measure, original.measure)
        # In one aligned sentence the value tells which figure is which; else what it measures.
        return score + 1.0 if same_value else score * alike
    return score


def _repeats(told: Sequence[Told], copied: Mapping[int, int]) -> frozenset[int]:
    """Return the copies that tell what their origin tells in its very words."""
    return frozenset(
        copy for copy, origin in copied.items() if told[copy].concepts == told[origin].concepts
    )


def _fit(left: Sequence[int], right: Sequence[int], told: Sequence[Told], alike: Alike) -> bool:
    pairs = list(product(left, right))
    beside = [(told[one], told[other]) for one, other in pairs]
    if any(tell_apart(one, other) or _side_by_side(one, other) for one, other in beside):
        return False
    equal = [pair for pair in pairs if _one_value(told[pair[0]], told[pair[1]])]
    if not equal and all(one.figure is not None for one, _ in beside):
        return _nearest(pairs, told, alike) >= LEAST_WITHIN
    pairs = equal or pairs  # where both give one value, the sentences that give it must be alike
    return sum(alike(*pair) for pair in pairs) / len(pairs) >= LEAST_WITHIN


def _nearest(pairs: Sequence[Pair], told: Sequence[Told], alike: Alike) -> float:
    """Return how near two groups with different values are: each sentence to the likest other.

    One that tells its value in odd words does not part it from the value that others dispute.
    """
    best: dict[tuple[ArticleId, tuple[int, int]], float] = defaultdict(float)
    for pair in pairs:
        score = alike(*pair)
        for each in (told[place] for place in pair):
            mark = (each.article, each.key)
            best[mark] = max(best[mark], score)
    return sum(best.values()) / len(best)


def _one_value(one: Told, other: Told) -> bool:
    if one.figure is None or other.figure is None:
        return False
    return one_value(one.figure, other.figure)


def _side_by_side(one: Told, other: Told) -> bool:
    """Return whether two values stand beside each other, so that they count two things.

    In one sentence: "two helicopters and four lifeboats". In one article: this attack's toll and
    that of another one; its own toll an article gives once.
    """
    if one.figure is None or other.figure is None or one.article != other.article:
        return False
    return not one_value(one.figure, other.figure)
