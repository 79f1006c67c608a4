"""What a copy of an article would keep: its print, to be laid beside others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model.annotated import Figure
from twosource.model.identity import BODY, HEADLINE, ArticleId, LanguageCode, OutletId, Span
from twosource.stages.lineage.amounts import Amount, amounts_in, numbers_in
from twosource.stages.lineage.marks import First, Marks, first_of, marks_of
from twosource.stages.lineage.values import Values, values_in
from twosource.stages.lineage.wording import Truths, Wording, worded
from twosource.text.align import Sentences, laid_out
from twosource.text.counterparts import Laid, Masses, Numbers
from twosource.text.cut import Cut
from twosource.text.frames import Filled, filled_in
from twosource.text.order import each_once
from twosource.text.shingles import SHINGLE_WORDS, Hashes, runs_of

TELLING = 2.0  # weight: a word in fewer than 1 of 7 articles
RARE = 3.5  # weight: a word in fewer than 1 of 33
MIDDLE = SHINGLE_WORDS // 2  # a run counts as quoted when its middle word is
NOWHERE, SILENT = -2, -1  # of a word in no sentence, and in one that tells nothing
ENDS = frozenset('.?!"”’')  # of a sentence
LEAST_OPENING_MASS = 25.0  # a line with less ("Photo", a byline, a date) opens nothing


class Sheet(NamedTuple):
    """What a loop lays beside another article's: columns alone."""

    wording: Wording
    told: Laid
    whole: Laid
    mark_words: Hashes
    mark_terms: Hashes
    mark_inside: Numbers
    mark_figures: Truths
    names: Hashes  # rare names and figures, each once, sorted
    facts: Hashes  # the same of the terms of the marks
    named_terms: Hashes  # and of those that are no figures
    opening: Numbers  # two: the sentence that opens the body, and 1 if no other stands above it


class Landmark(NamedTuple):
    """A rare name or figure where it is first mentioned. No dataclass: each article has dozens."""

    form: str  # folded
    spelt: str  # as it stands there
    whole: int  # number of the whole name it is part of, by the words that stand side by side
    parted: str  # what stands between it and the word before it


@dataclass(frozen=True, kw_only=True, eq=False)
class Fingerprint:
    """What `compare` needs to know of an article; the site's standing notices are left out.

    Its sentences, the headline before them, are numbered; those that tell nothing are left out.
    What only some are asked for is worked out when it is asked for, and kept: most articles have
    nobody beside them. So this one has no slots.
    """

    article: ArticleId
    outlet: OutletId
    published: datetime | None  # UTC; None where the page does not say
    language: LanguageCode
    addresses: frozenset[str]  # its own
    leads_to: frozenset[str]  # addresses of its source links
    credited: frozenset[OutletId]  # outlets other than its own that the page names as origin
    spans: tuple[Span, ...]  # of each sentence, in body or headline
    figures: tuple[Figure, ...]  # of the body
    cut: Cut  # headline and body, one after the other
    body: int  # where the body begins there
    inside: NDArray[np.int32]  # of each word: the number of its sentence
    quoted: Truths  # of each word: whether it stands between quotation marks
    named: Truths  # of each word: whether it is a name somewhere in the text
    marked: Truths  # of each word: whether it is a rare name or a figure

    @property
    def headline(self) -> str:
        """Its headline."""
        return self.cut.text[: self.body].strip()

    @cached_property
    def wording(self) -> Wording:
        """Its runs of words."""
        runs, middles = self.runs, self.quoted[self._kept][MIDDLE:]
        return worded(runs, middles[: len(runs)])

    @property
    def runs(self) -> Hashes:
        """Its hashed runs of words in reading order."""
        return runs_of(self.cut.words(self._kept))

    @property
    def _kept(self) -> Truths:
        return self.inside > NOWHERE

    @cached_property
    def whole(self) -> Sentences:
        """Its sentences."""
        return self._laid_out(self.inside)

    @cached_property
    def told(self) -> Sentences:
        """What of them stands outside quotation marks."""
        if not self.quoted.any():
            return self.whole
        told = self._laid_out(np.where(self.quoted, SILENT, self.inside))
        return self.whole if told.mass == self.whole.mass else told

    def _laid_out(self, inside: NDArray[np.int32]) -> Sentences:
        return laid_out(self.cut.terms(), self.cut.masses(), inside, len(self.spans))

    @cached_property
    def marks(self) -> Marks:
        """Its rare names and figures outside quotation marks."""
        cut, marked = self.cut, self.marked & ~self.quoted
        find = marks_of.over(len(cut))
        return Marks(*find(cut.words(), cut.terms(), cut.bits(), self.inside, marked))

    @cached_property
    def sheet(self) -> Sheet:
        """What is laid beside another article's."""
        marks = self.marks
        return Sheet(
            wording=self.wording,
            told=self.told.columns(),
            whole=self.whole.columns(),
            mark_words=marks.words,
            mark_terms=marks.terms,
            mark_inside=marks.inside,
            mark_figures=marks.figures,
            names=_each_once(self.cut.words(self.marked)),
            facts=_each_once(marks.terms),
            named_terms=self.named_terms,
            opening=np.array([self.opening, self._opens]),
        )

    @cached_property
    def named_terms(self) -> Hashes:
        """The terms of the names among the marks, each once, sorted."""
        return _each_once(self.marks.terms[~self.marks.figures])

    @cached_property
    def names(self) -> frozenset[int]:
        """Its rare names and figures, as `word_hash` gives them."""
        return frozenset(self.cut.words(self.marked).tolist())

    @cached_property
    def first(self) -> First:
        """Where each of its rare names and figures is first mentioned."""
        return First(*first_of.over(len(self.cut))(self.cut.words().view(np.int64), self.marked))

    @cached_property
    def landmarks(self) -> tuple[Landmark, ...]:
        """Its rare names and figures in the order of their first mention."""
        text, starts, ends = self.cut.text, self.cut.starts, self.cut.ends()
        forms, rows = self.cut.lexicon.forms, self.cut.rows
        return tuple(
            Landmark(
                form=forms[rows[place]],
                spelt=text[starts[place] : ends[place]],
                whole=whole,
                parted=text[ends[place - 1] : starts[place]] if place else "",
            )
            for place, whole in zip(*map(np.ndarray.tolist, self.first), strict=True)
        )

    @property
    def facts(self) -> frozenset[int]:
        """The terms of the names and figures among the marks."""
        return frozenset(self.marks.terms.tolist())

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The measures and sums of money in its body."""
        return amounts_in(self.figures, self.cut.text[self.body :], self._starts)

    @cached_property
    def numbers(self) -> tuple[Amount, ...]:
        """The numbers in its body that may be rounded."""
        return numbers_in(self.figures, self.cut.text[self.body :], self._starts)

    @property
    def _starts(self) -> list[int]:
        return [span.start if span.part == BODY else -1 for span in self.spans]

    @cached_property
    def values(self) -> Values:
        """The numbers that its body tells."""
        return values_in(self.figures)

    @cached_property
    def opening(self) -> int:
        """The number of the first sentence of the body that tells something."""
        masses = self.whole.masses.tolist()
        body = [number for number, span in enumerate(self.spans) if span.part == BODY]
        telling = (number for number in body if masses[number] >= LEAST_OPENING_MASS)
        return next(telling, body[0] if body else 0)

    @property
    def _opens(self) -> bool:
        """Whether lines alone stand above its opening: a photo's, a date, a byline."""
        above = (span for span in self.spans[: self.opening] if span.part == BODY)
        ends = (self.cut.text[self.body + span.end - 1] for span in above)
        return all(end not in ENDS for end in ends)

    @cached_property
    def filled(self) -> Filled:
        """What fills the slots of its frame."""
        return filled_in(self.cut, self.named)


def _each_once(hashes: Hashes) -> Hashes:
    return each_once.over(len(hashes))(hashes)


def words_of(article: Fingerprint) -> tuple[set[int], set[int]]:
    """Return the telling words of its headline, and those of all its other sentences."""
    words = np.repeat(article.whole.terms, np.diff(article.whole.starts))
    headed = bool(article.spans) and article.spans[0].part == HEADLINE
    of_headline = (article.whole.inside == 0) & headed
    return set(words[of_headline].tolist()), set(words[~of_headline].tolist())


def plain_words(article: Fingerprint) -> tuple[Hashes, Masses]:
    """Return its telling words that are no rare names or figures, and what each weighs at most."""
    whole = article.whole
    if not len(whole.terms):
        return whole.terms, whole.weights
    heaviest = np.maximum.reduceat(whole.weights, whole.starts[:-1])
    plain = (heaviest >= TELLING) & ~np.isin(whole.terms, article.marks.terms)
    return whole.terms[plain], heaviest[plain]
