"""What one sentence of an article tells: a figure or a happening, with what tells it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.model.annotated import Figure, Quote
from twosource.model.claimed import Stance
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.telling.gist import Gist


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that one sentence tells, with what is needed to know it again elsewhere."""

    article: ArticleId
    place: int  # of the sentence among the body's sentences, from 0
    span: Span  # of the sentence
    content: tuple[Span, ...]  # what is told, without who says so
    concepts: Mapping[str, float]  # of the content, with how much each tells, 0 to 1
    weight: float  # of all these together
    names: frozenset[str]  # entities named in the content
    named: frozenset[str]  # of the concepts, those that stand in names
    days: frozenset[str]  # days the content names, resolved
    times: frozenset[str]  # all times it names, as far as they are resolved
    places: frozenset[EntityId]  # of the names, those of places
    persons: frozenset[EntityId]  # of the names, those of persons
    figure: Figure | None  # None for a happening without a figure of its own
    quantity: Quantity | None  # what the figure measures
    numbers: frozenset[float]  # all values in the content
    minutes: frozenset[int]  # exact minutes of the day it names
    failed: frozenset[str]  # parts of machines it tells to have failed
    stance: Stance
    bygone: frozenset[str]  # the months it names that lie well before its article
    negated: bool
    gist: Gist | None  # what a happening comes to; None for a figure, of which its quantity tells
    quote: Quote | None  # whose words it is; None where the article says it itself
    speakers: frozenset[str]  # what those are called whose words it is; empty for a mere "he"
    whole: bool  # stands as a sentence; a caption or label may tell a thing, but is no proof of it
    own: bool  # the article says it itself: no speech quoted in full, nobody's "I" or "we"
    fact: bool  # that something is so: no wish, no judgement, no feeling in somebody's own words
    reported: bool  # somebody reports it as a fact, in reported speech
    sources: tuple[Span, ...]  # what else the sentence names as its source, the surest first
    goes_on: Span | None = None  # who has just told what a sentence without source leans on

    @property
    def key(self) -> tuple[int, int]:
        """Return where it stands in its article, for a stable order."""
        return (self.span.start, self.figure.span.start if self.figure else -1)
