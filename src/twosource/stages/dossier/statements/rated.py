"""Find the pairs of utterances that may be one saying, each with how surely it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import likeness
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.statements.wordings import same_utterance, share_number

ALIKE_COPIED = 0.2  # Dice of content words of two sayings in passages that are aligned anyway


def rated(said: Sequence[Utterance], reading: Reading) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs that may be one saying, with how surely; reprints are looked at only once."""
    wording_of: dict[object, int] = {}
    wordings = [wording_of.setdefault(_wording(each), len(wording_of)) for each in said]
    strengths: dict[tuple[int, int, bool], float] = {}
    for i, j in _candidates(said):
        key = (wordings[i], wordings[j], said[i].article == said[j].article)
        if key not in strengths:
            strengths[key] = same_utterance(said[i], said[j])
        strength = strengths[key] or _copied(said[i], said[j], reading)
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


def _candidates(said: Sequence[Utterance]) -> Iterable[tuple[int, int]]:
    """Return the pairs that share at least two words that carry meaning."""
    holding: dict[str, list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for place, each in enumerate(said):
        for word in sorted(each.words):
            for earlier in holding[word]:
                shared[earlier, place] += 1
            holding[word].append(place)
    return sorted(pair for pair, count in shared.items() if count >= 2)


def _copied(one: Utterance, other: Utterance, reading: Reading) -> float:
    """Return how alike a saying and its rewording are, 0 where neither copies the other's passage.

    A copy that says it in other words ("taken on" for "hired") still says what its origin says.
    """
    if one.sense != other.sense or (one.kind == "direct") != (other.kind == "direct"):
        return 0.0
    if not reading.aligned(one.article, one.span, other.article, other.span):
        return 0.0
    if one.numbers and other.numbers and not share_number(one.numbers, other.numbers):
        return 0.0  # an update that has another toll says something else
    alike = likeness(one.words, other.words)
    return alike / 2 if alike >= ALIKE_COPIED else 0.0
