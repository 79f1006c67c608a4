"""One cue of a parsed sentence with its speaker and content, and the stretches that words make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.languages.english.tree import Tree
from twosource.languages.language import Stretch
from twosource.model.annotated import Sense

_PUNCTUATION = frozenset({",", ".", ";", ":", "-", "--", "—", "–", ")", "'s"})
_LEADING = _PUNCTUATION | {"that", "and", "but"}
_TRAILING = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "(", "and", "but", "?", "!"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One cue in a sentence with all that hangs on it, as word indices."""

    cue: int
    cue_words: frozenset[int]
    speaker: frozenset[int]
    content: frozenset[int]
    sense: Sense
    open_to_quotes: bool  # words in quotation marks beside it are its content too


def stretches(tree: Tree, found: Iterable[int]) -> tuple[Stretch, ...]:
    """Return the stretches that a set of words makes, gaps of mere punctuation closed."""
    pieces: list[list[int]] = []
    for index in sorted(without_edges(tree, set(found))):
        gap = range(pieces[-1][-1] + 1, index) if pieces else range(0)
        if pieces and all(tree.words[each].lower in _PUNCTUATION for each in gap):
            pieces[-1].append(index)
        else:
            pieces.append([index])
    trimmed = (sorted(without_edges(tree, set(piece))) for piece in pieces)
    return tuple((tree.words[p[0]].start, tree.words[p[-1]].end) for p in trimmed if p)


def without_edges(tree: Tree, found: set[int]) -> set[int]:
    """Drop commas, dashes and "that" at both ends, but for "said | that was untrue"."""
    kept = sorted(found)
    while kept and (first := tree.words[kept[0]]).lower in _LEADING:
        if first.relation.startswith("nsubj"):
            break
        kept.pop(0)
    while kept and tree.words[kept[-1]].lower in _TRAILING:
        kept.pop()
    return set(kept)
