"""Load a spaCy model once per process, and run only those of its parts that are needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from twosource.errors import MissingExtraError
from twosource.languages.english.arithmetic import count_with_numpy, on_one_thread
from twosource.languages.english.spelled import Spell, speller_of
from twosource.languages.english.tree import Tree, Word
from twosource.languages.language import Named, Reading, Stretch
from twosource.model.annotated import MentionKind

KINDS: Mapping[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
BATCH = 64  # sentences parsed at once
BATCH_WORDS = 8_000  # of them all, for memory; sentences of a hundred words are rare
SENTENCES_HELD = 512  # of an article: most are read for names and for what is said

T = TypeVar("T")

Token = tuple[str, int, int]
"""A word with where it begins and ends."""


@dataclass(frozen=True, slots=True)
class SpacyModel:
    """An English spaCy model, of which names and parses can be asked."""

    pipeline: Pipeline
    name: str
    words: Callable[[str], tuple[Token, ...]]  # of a text, with their places in it
    spell: Spell

    def names(
        self, texts: Sequence[Reading], is_ordinary: Callable[[str], bool]
    ) -> tuple[tuple[Named, ...], ...]:
        """Return the names of each text, in order.

        Sentences without a capital are not read; `is_ordinary` tells whether the first word of a
        sentence, in small letters, would have one only for its place. Each sentence is read by
        itself: beside a heading or a byline the model takes both for one text (News-Fair, F1 of
        names found .756 against .769).
        """
        places = [
            (index, self._tokens(each.text, (), (sentence,)))
            for index, each in enumerate(texts)
            for sentence in _with_names(each, is_ordinary)
        ]
        names: list[list[Named]] = [[] for _ in texts]
        for batch in _batches(places, lambda place: len(place[1])):
            docs = [self._doc([word for word, _, _ in found]) for _, found in batch]
            with on_one_thread():
                for spelled, (index, found) in zip(self.spell(docs), batch, strict=True):
                    names[index] += [
                        Named(start=found[first][1], end=found[end - 1][2], kind=KINDS[label])
                        for first, end, label in spelled
                        if label in KINDS
                    ]
        return tuple(tuple(each) for each in names)

    def trees(self, sentences: Sequence[tuple[str, Sequence[Stretch]]]) -> tuple[Tree, ...]:
        """Return the parse of each sentence, as one tree whatever stops it holds.

        Beside each text stand the stretches to be read as a short stand-in ("It works"): long
        quoted speech costs time and misleads the parser, and only its place matters.
        """
        tokens = [self._tokens(text, masked, ((0, len(text)),)) for text, masked in sentences]
        trees: list[Tree] = []
        for batch in _batches(tokens, len):
            docs = iter([self._doc([word for word, _, _ in each]) for each in batch])
            for name in ("tok2vec", "tagger", "parser"):
                docs = self.pipeline.get_pipe(name).pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]  # spaCy types pipes as callables
            with on_one_thread():
                trees += [
                    _tree(doc, [(start, end) for _, start, end in each])
                    for doc, each in zip(docs, batch, strict=True)
                ]
        return tuple(trees)

    def _tokens(self, text: str, masked: Sequence[Stretch], read: Sequence[Stretch]) -> list[Token]:
        """Return the words of the stretches to be read, with their places in the text."""
        found: list[Token] = []
        for begin, stop in read:
            for word, from_, to in self.words(text[begin:stop]):
                start, end = begin + from_, begin + to
                mask = next((m for m in masked if m[0] <= start < m[1]), None) if masked else None
                if mask is None:
                    found.append((word, start, end))
                elif not (found and found[-1][2] == mask[1]):
                    middle = (mask[0] + mask[1]) // 2
                    found += [("It", mask[0], middle), ("works", middle, mask[1])]
        return found

    def _doc(self, words: Sequence[str]) -> Doc:
        starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
        return Doc(self.pipeline.vocab, words=list(words), sent_starts=starts)


@cache
def load_model(wanted: str, known: tuple[str, ...]) -> SpacyModel:
    """Return a model by its package's name, or for "" the first of the known ones installed."""
    names = (wanted,) if wanted else known
    found = next((name for name in names if find_spec(name) is not None), None)
    if found is None:
        raise MissingExtraError("English", " or ".join(names), f"pip install {names[-1]}")
    pipeline: Pipeline = import_module(found).load(exclude=["lemmatizer", "attribute_ruler"])
    count_with_numpy(pipeline)
    return SpacyModel(
        pipeline, f"{found} {pipeline.meta['version']}", _splitter(pipeline), speller_of(pipeline)
    )


def _splitter(pipeline: Pipeline) -> Callable[[str], tuple[Token, ...]]:
    @lru_cache(maxsize=SENTENCES_HELD)
    def words(text: str) -> tuple[Token, ...]:
        return tuple(
            (token.text, token.idx, token.idx + len(token))
            for token in pipeline.make_doc(_plain_marks(text))
            if not token.is_space
        )

    return words


def _plain_marks(text: str) -> str:
    """Return the text with typewriter marks, which the models know; as long as before."""
    return text.translate(_MARKS)


def _batches(sentences: Sequence[T], words: Callable[[T], int]) -> Iterator[Sequence[T]]:
    """Yield sentences in as many at once as memory has room for, in their order."""
    first = count = 0
    for index, each in enumerate(sentences):
        count += words(each)
        if index > first and (index - first == BATCH or count > BATCH_WORDS):
            yield sentences[first:index]
            first, count = index, words(each)
    if sentences:
        yield sentences[first:]


_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de\u0100-\U0010ffff]")
_MARKS = str.maketrans("‘’“”\u00a0", "''\"\" ")


def _with_names(reading: Reading, is_ordinary: Callable[[str], bool]) -> list[Stretch]:
    """Return the sentences of a text that can hold a name."""
    chosen: list[Stretch] = []
    for start, end in reading.sentences:
        words = reading.text[start:end].split()
        first = words[0].strip("\"'“‘(—–-").lower()
        if any(_CAPITAL.search(word) for word in words[1:]) or not is_ordinary(first):
            chosen.append((start, end))
    return chosen


def _tree(doc: Doc, places: Sequence[Stretch]) -> Tree:
    return Tree(
        tuple(
            Word(
                start=place[0],
                end=place[1],
                text=token.text,
                lower=token.lower_,
                tag=token.tag_,
                relation=token.dep_,
                head=token.head.i,
            )
            for token, place in zip(doc, places, strict=True)
        )
    )
