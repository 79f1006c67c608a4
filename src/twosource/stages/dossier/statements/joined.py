"""Join the utterances that are one saying, the likest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.rated import Rated
from twosource.stages.dossier.statements.same import one_speaker, said_as
from twosource.stages.dossier.statements.utterances import Utterance

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
