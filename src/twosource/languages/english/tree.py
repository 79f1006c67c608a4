"""A parsed sentence as plain values: words, their tags and relations, and what they hang on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a sentence; `start` and `end` are offsets in the sentence's own text."""

    start: int
    end: int
    text: str
    lower: str
    tag: str  # Penn Treebank
    relation: str  # ClearNLP, as spaCy's English models have it
    head: int  # index of the word it hangs on; its own for the root


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's words and who hangs on whom."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != index:
                below[word.head].append(index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))

    def below(self, index: int, *relations: str) -> tuple[int, ...]:
        """Return the children of a word that stand in one of these relations to it."""
        return tuple(c for c in self.children[index] if self.words[c].relation in relations)

    def words_below(self, index: int, *relations: str) -> set[str]:
        """Return the same children as words in lower case."""
        return {self.words[each].lower for each in self.below(index, *relations)}

    def subtree(self, index: int, without: Sequence[str] = (), cut: int = -1) -> set[int]:
        """Return a word and all below it, without some relations and without one word's branch."""
        found: set[int] = set()
        open_words = [index]
        while open_words:
            at = open_words.pop()
            found.add(at)
            open_words.extend(
                c
                for c in self.children[at]
                if c != cut and c not in found and self.words[c].relation not in without
            )
        return found

    def up(self, index: int) -> Iterator[int]:
        """Yield the words above a word, nearest first."""
        while self.words[index].head != index:
            index = self.words[index].head
            yield index
