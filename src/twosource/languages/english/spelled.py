"""Read the names off a model that spells them word by word: begin, in, last, unit, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

Floats = NDArray[numpy.float32]
Spelled = tuple[int, int, str]
"""A name's first word, the one behind its last, and its label."""
Spell = Callable[[Sequence[Doc]], Iterator[list[Spelled]]]
"""What yields the names of each sentence, in order; none of them holds another."""

PLACES = 3  # words a choice leans on: the one at hand, the first of the open name, the one before


def speller_of(pipeline: Pipeline) -> Spell:
    """Return what finds the names of sentences as the names' part of the pipeline does."""
    part: Any = pipeline.get_pipe("ner")
    model = part.model
    # What a model of another make leans on is not known here: spaCy walks over the sentences.
    if not (model.attrs.get("has_upper") and model.get_ref("lower").get_dim("nF") == PLACES):
        return lambda sentences: (
            [(name.start, name.end, name.label_) for name in read.ents]
            for read in part.pipe(sentences, batch_size=len(sentences))
        )
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    names = [part.moves.get_class_name(at) for at in range(part.moves.n_moves)]
    moves = [(name[0], name[2:]) for name in names]
    number = {move: at for at, move in enumerate(moves)}
    labels = [label for move, label in moves if move == "B"]
    return Speller(
        vectors=model.get_ref("tok2vec"),
        parts=lower,
        bias=lower.get_param("b"),
        weights=upper.get_param("W"),
        offsets=upper.get_param("b"),
        moves=moves,
        begun=[number["B", label] for label in labels],
        barred=[at for at, name in enumerate(names) if name[0] in "IL" or name == "U-"],
        inside={label: (number["I", label], number["L", label]) for label in labels},
    ).spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """Makes the choices of spaCy's walk over a sentence, all those outside of names at once.

    spaCy asks at each word of each of 74 moves whether it may be made, and takes the interpreter's
    lock every time: 23 of the 37 milliseconds that the names of 650 words took. But outside of a
    name a choice leans on its own word only, and within one there are but two.
    """

    vectors: Any  # thinc's layer from sentences to a vector for each word
    parts: Any  # thinc's layer from that to what a word adds to a choice, at each of its places
    bias: Floats
    weights: Floats  # move × what was added up
    offsets: Floats
    moves: Sequence[tuple[str, str]]  # each with the label of the name: ("B", "ORG"), …, ("O", "")
    begun: Sequence[int]  # the moves that begin a name of several words
    barred: Sequence[int]  # those that nobody can make outside of a name
    inside: Mapping[str, tuple[int, int]]  # by label, the moves that go on with a name and end it

    def spell(self, sentences: Sequence[Doc]) -> Iterator[list[Spelled]]:
        """Yield the names of each sentence, in order; none of them holds another."""
        added = self.parts.predict(self.vectors.predict(sentences))
        nothing, words = added[0], added[1:]  # the first row is for a place without a word
        scores = self._scores(words[:, 0] + nothing[1] + nothing[2])
        scores[:, self.barred] = -numpy.inf
        ends = list(accumulate(map(len, sentences), initial=0))
        for end in ends[1:]:
            scores[end - 1, self.begun] = -numpy.inf  # no word comes to go on with
        best = scores.argmax(axis=1).tolist()
        for start, end in pairwise(ends):
            yield self._names(words[start:end], best[start:end])

    def _names(self, words: Floats, best: Sequence[int]) -> list[Spelled]:
        found: list[Spelled] = []
        at = 0
        while at < len(best):
            first, (move, label) = at, self.moves[best[at]]
            at = self._end(words, first, label) if move == "B" else first + 1
            if label:
                found.append((first, at, label))
        return found

    def _end(self, words: Floats, first: int, label: str) -> int:
        """Return the place behind the last word of a name that begins before the last word."""
        goes_on, ends = self.inside[label]
        for at in range(first + 1, len(words) - 1):
            scores = self._scores(words[at, 0] + words[first, 1] + words[at - 1, 2])
            if scores[ends] > scores[goes_on]:
                return at + 1
        return len(words)

    def _scores(self, summed: Floats) -> Floats:
        hidden = (summed + self.bias).max(axis=-1)
        scores: Floats = hidden @ self.weights.T + self.offsets
        return scores
