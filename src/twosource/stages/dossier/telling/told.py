"""Take an article apart into what it tells: a figure or a happening, each in one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Figure, Mention, MentionKind, Quote
from twosource.model.claimed import Stance
from twosource.model.identity import BODY, ArticleId, EntityId, Span
from twosource.stages.dossier.prose import (
    after_dateline,
    ends_as_sentence,
    leans_back,
    speaks_of_itself,
)
from twosource.stages.dossier.telling.attributions import named_sources
from twosource.stages.dossier.telling.concepts import OUTCOMES, STOP, concepts_in, weighed
from twosource.stages.dossier.telling.contents import (
    beside_sources,
    bygone_in,
    held,
    main_quote,
    quote_round,
    times_in,
    within,
    without_times,
)
from twosource.stages.dossier.telling.failures import failed_parts
from twosource.stages.dossier.telling.measures import Measure, is_bygone, measure_of
from twosource.stages.dossier.telling.moments import minutes_in
from twosource.stages.dossier.telling.of_matter import is_value
from twosource.stages.dossier.telling.reported import is_reported, tells_fact
from twosource.stages.dossier.telling.stances import is_negated, says_nothing, stance_of
from twosource.stages.dossier.telling.vouching import says_so
from twosource.stages.once import once_per_article
from twosource.text.normalize import read_words

LEAST_CONCEPTS = 2  # words of weight: a sentence with fewer can be told of anything
LEAST_REPORTED = 1  # of what somebody tells: "It will not appeal, the federation said"

_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundr hundred
    thousand million billion trillion
"""
NUMBER_WORDS = frozenset(_NUMBER_WORDS.split())

NameOf = Callable[[ArticleId, Span], EntityId | None]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Also those that are no figures: "the 43rd meeting", "magnitude-5.4".
_NUMBER = re.compile(r"(?<![\w.,])(?:[a-z]+-)?(\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![\w,]|\.\d)")


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
    measure: Measure | None  # of the figure
    numbers: frozenset[float]  # all values in the content
    minutes: frozenset[int]  # exact minutes of the day it names
    failed: frozenset[str]  # parts of machines it tells to have failed
    stance: Stance
    bygone: frozenset[str]  # the months it names that lie well before its article
    negated: bool
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


def read_told(annotated: Annotated, name_of: NameOf) -> tuple[Told, ...]:
    """Return what the body tells, in reading order: one entry per figure of the matter.

    A sentence without such a figure gives one entry per quotation that fills most of it, else one
    for itself; very short ones, questions and headings give none.
    """
    article = annotated.article.id
    return _named_in(annotated)(tuple(name_of(article, each.span) for each in annotated.mentions))


Meant = tuple[EntityId | None, ...]  # whom each name of an article means, in their order


@once_per_article
def _named_in(annotated: Annotated) -> Callable[[Meant], tuple[Told, ...]]:
    """Return what reads the body given whom its names mean: that only the whole story tells.

    A story that grows seldom tells it otherwise, so the last reading is kept.
    """

    @lru_cache(maxsize=1)
    def named(meant: Meant) -> tuple[Told, ...]:
        entity = dict(zip((each.span for each in annotated.mentions), meant, strict=True))
        return tuple(
            _with_names(told, [(each.kind, entity[each.span]) for each in inside])
            for told, inside in _read(annotated)
        )

    return named


def _with_names(told: Told, meant: Sequence[tuple[MentionKind, EntityId | None]]) -> Told:
    known = [(kind, entity) for kind, entity in meant if entity is not None]
    if not known:
        return told
    return replace(
        told,
        names=frozenset(entity for _, entity in known),
        persons=frozenset(entity for kind, entity in known if kind == "person"),
        places=frozenset(entity for kind, entity in known if kind == "place"),
    )


@once_per_article
def _read(annotated: Annotated) -> tuple[tuple[Told, tuple[Mention, ...]], ...]:
    """Return what the body tells, each with the names inside it, as yet meaning nobody."""
    headings = [
        Span(start=block.start, end=block.end)
        for block in annotated.article.blocks
        if block.kind == "heading"
    ]
    body = [
        span
        for span in annotated.sentences
        if span.part == BODY and not any(each.holds(span) for each in headings)
    ]
    return tuple(
        (told, tuple(m for m in near.mentions if held(told.content, m.span)))
        for place, span in enumerate(body)
        for near in (_cut(annotated, span),)
        for told in _vouched(
            _told_in(near, place, after_dateline(annotated, span)),
            annotated,
            body[place + 1 : place + 2],
            _told_before(annotated, body, place),
        )
    )


def _told_before(annotated: Annotated, body: Sequence[Span], place: int) -> Span | None:
    """Return who is named for the sentence that one leans on: "About a third of it is lost."."""
    if not place:
        return None
    before, span = body[place - 1], body[place]
    between = annotated.article.text[before.end : span.start]
    if "\n" in between or not leans_back(annotated.article.words(span)):
        return None
    quoted = [
        quote.speaker
        for quote in annotated.quotes
        if quote.speaker is not None and before.holds(quote.speaker)
    ]
    who = (*_sources(annotated.article.words(before), before), *quoted)
    return next(iter(who), None)


def _vouched(
    told: Iterator[Told], annotated: Annotated, after: Sequence[Span], before: Span | None
) -> Iterator[Told]:
    """Yield what a sentence tells, with who stands for it in the next or told the one before.

    "Police said so." "The hull is sound, Holt said. About a third of it is under the road."
    """
    who = [
        Span(part=span.part, start=span.start + found[0], end=span.start + found[1])
        for span in after
        if (found := says_so(annotated.article.words(span)))
    ]
    for each in told:
        named = each.sources or (each.quote is not None and each.quote.speaker is not None)
        if not named:
            each = replace(each, sources=tuple(who), goes_on=None if who else before)
        yield each


def _cut(annotated: Annotated, span: Span) -> Annotated:
    """Return an article with only the marks that touch a sentence: a long one has thousands."""
    return replace(
        annotated,
        mentions=tuple(each for each in annotated.mentions if _near(each.span, span)),
        quotes=tuple(
            each for each in annotated.quotes if any(_near(part, span) for part in each.content)
        ),
        figures=tuple(each for each in annotated.figures if _near(each.span, span)),
        times=tuple(each for each in annotated.times if _near(each.span, span)),
    )


def _near(mark: Span, span: Span) -> bool:
    return mark.start < span.end and span.start < mark.end and mark.part == span.part


def _told_in(annotated: Annotated, place: int, span: Span) -> Iterator[Told]:
    sentence = annotated.article.words(span)
    if sentence.startswith("(") and sentence.endswith(")"):
        return  # "(Reporting by …; editing by …)"
    values = _values(annotated, span)
    figures = [each for each in values if not is_bygone(sentence, each, span.start)]
    for figure in figures:
        quote = quote_round(annotated, figure.span)
        yield _told(annotated, place, span, quote, figure)
    asks = sentence.rstrip("”\"' ").endswith("?")
    if not figures and not asks and not says_nothing(sentence):
        told = _told(annotated, place, span, main_quote(annotated, span), None)
        least = LEAST_REPORTED if told.sources or told.quote else LEAST_CONCEPTS
        if len(told.concepts) >= least or told.failed:
            yield told


def _values(annotated: Annotated, span: Span) -> list[Figure]:
    """Return the figures of a sentence that a claim can turn on."""
    sentence = annotated.article.words(span)
    who = [
        *_sources(sentence, span),
        *(quote.speaker for quote in annotated.quotes if quote.speaker is not None),
        *(figure.issuer for figure in annotated.figures if figure.issuer is not None),
    ]
    return [
        each
        for each in annotated.figures
        if span.holds(each.span)
        and is_value(
            each,
            sentence,
            span.start,
            who,
            befell=measure_of(sentence, each, span.start).outcome in OUTCOMES,
        )
    ]


def _told(
    annotated: Annotated,
    place: int,
    span: Span,
    quote: Quote | None,
    figure: Figure | None,
) -> Told:
    article = annotated.article
    sources = tuple(_sources(article.words(span), span))
    content = within(quote.content, span) if quote else beside_sources(span, sources)
    words = " ".join(article.words(each) for each in content)
    timeless = " ".join(article.words(each) for each in without_times(annotated, content))
    inside = [m for m in annotated.mentions if held(content, m.span)]
    days = (t.value for t in annotated.times if _DAY.match(t.value) and held(content, t.span))
    stance = stance_of(quote, words, article.words(span))
    concepts = _without_numbers(weighed(timeless)) if figure else weighed(timeless)
    return Told(
        article=article.id,
        place=place,
        span=span,
        content=content,
        concepts=concepts,
        weight=sum(concepts.values()),
        times=times_in(annotated, content),
        names=frozenset(),
        named=frozenset(c for m in inside for c in concepts_in(article.words(m.span))),
        persons=frozenset(),
        places=frozenset(),
        days=frozenset(day[:10] for day in days),
        figure=figure,
        measure=measure_of(article.words(span), figure, span.start) if figure else None,
        numbers=frozenset(f.value for f in annotated.figures if held(content, f.span))
        | {float(each) for each in _NUMBER.findall(timeless)},
        minutes=minutes_in(words),
        failed=failed_parts(words),
        stance=stance,
        bygone=bygone_in(annotated, content),
        negated=is_negated(words),
        quote=quote,
        speakers=frozenset(_called(article, quote, sources)),
        whole=ends_as_sentence(article.words(span)),
        own=not speaks_of_itself(words) and (quote is None or quote.kind != "direct"),
        fact=tells_fact(quote, words),
        reported=is_reported(article, span, quote, sources, words, stance),
        sources=sources,
    )


def _called(article: Article, quote: Quote | None, sources: tuple[Span, ...]) -> Iterator[str]:
    speaker = quote.speaker if quote is not None else None
    for each in (*sources, *(() if speaker is None else (speaker,))):
        yield from (form for form in read_words(article.words(each)).forms if form not in STOP)


def _sources(words: str, span: Span) -> Iterator[Span]:
    for start, end in named_sources(words):
        yield Span(part=span.part, start=span.start + start, end=span.start + end)


def _without_numbers(concepts: dict[str, float]) -> dict[str, float]:
    """Return the words without the figure's own: its value is compared by itself."""
    return {
        concept: weight
        for concept, weight in concepts.items()
        if not concept[0].isdigit() and concept not in NUMBER_WORDS
    }
