"""Read what the sentences of an article tell, each taken apart into figures and happenings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention, MentionKind, Quote
from twosource.model.identity import BODY, ArticleId, EntityId, Span
from twosource.stages.dossier.figures.in_sentence import quantities_in
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.marks import cuts_of
from twosource.stages.dossier.prose import after_dateline, ends_as_sentence, speaks_of_itself
from twosource.stages.dossier.telling.contents import (
    before_background,
    beside_sources,
    bygone_in,
    held,
    main_quote,
    quote_round,
    times_in,
    within,
    without_times,
)
from twosource.stages.dossier.telling.failures import failed_parts, minutes_in
from twosource.stages.dossier.telling.gist import read_gist
from twosource.stages.dossier.telling.of_matter import is_bygone, is_value
from twosource.stages.dossier.telling.reported import is_reported, tells_fact
from twosource.stages.dossier.telling.stances import is_negated, says_nothing, stance_of
from twosource.stages.dossier.telling.stood_for import only_points_back, told_before, vouched
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.vocabulary import STOP, concepts_in, weighed, without_numbers
from twosource.stages.once import Known, once_per_article
from twosource.text.attributions import sources_in
from twosource.text.normalize import read_words

LEAST_CONCEPTS = 2  # words of weight: a sentence with fewer can be told of anything
LEAST_REPORTED = 1  # of what somebody tells: "It will not appeal, the federation said"

NameOf = Callable[[ArticleId, Span], EntityId | None]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Also those that are no figures: "the 43rd meeting", "magnitude-5.4".
_NUMBER = re.compile(r"(?<![\w.,])(?:[a-z]+-)?(\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![\w,]|\.\d)")


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

    A story that grows seldom tells it otherwise, so the last reading is kept, and of another one
    what tells of nobody who is now somebody else.
    """
    known = Known[Told]()

    @lru_cache(maxsize=1)
    def named(meant: Meant) -> tuple[Told, ...]:
        entity = dict(zip((each.span for each in annotated.mentions), meant, strict=True))
        known.anew()
        return tuple(
            known.of(partial(_with_names, told, who), told, given=who)
            for told, inside in _read(annotated)
            for who in ([(each.kind, entity[each.span]) for each in inside],)
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
    cuts = cuts_of(annotated)
    return tuple(
        (told, tuple(m for m in near.mentions if held(told.content, m.span)))
        for place, span in enumerate(body)
        for near in (cuts.at(span),)
        for told in vouched(
            _told_in(near, place, after_dateline(annotated, span), quantities_in(annotated)),
            annotated,
            body[place + 1 : place + 2],
            told_before(annotated, body, place),
        )
    )


def _told_in(
    annotated: Annotated, place: int, span: Span, read: Mapping[Span, Quantity]
) -> Iterator[Told]:
    sentence = annotated.article.words(span)
    if sentence.startswith("(") and sentence.endswith(")"):
        return  # "(Reporting by …; editing by …)"
    values = _values(annotated, span, read)
    figures = [each for each in values if not is_bygone(sentence, each.figure, span.start)]
    for figure in figures:
        quote = quote_round(annotated, figure.figure.span)
        yield _told(annotated, place, span, quote, figure)
    asks = sentence.rstrip("”\"' ").endswith("?")
    tells_nothing = asks or says_nothing(sentence) or only_points_back(sentence)
    starts = [each.figure.span.start - span.start for each in figures]
    until = span.start + before_background(sentence, starts)
    if until > span.start and not tells_nothing:
        told = _told(annotated, place, span, main_quote(annotated, span), None, until)
        least = LEAST_REPORTED if told.sources or told.quote else LEAST_CONCEPTS
        if len(told.concepts) >= least or told.failed:
            yield told


def _values(annotated: Annotated, span: Span, read: Mapping[Span, Quantity]) -> list[Quantity]:
    """Return the figures of a sentence that a claim can turn on."""
    sentence = annotated.article.words(span)
    who = [
        *sources_in(sentence, span),
        *(quote.speaker for quote in annotated.quotes if quote.speaker is not None),
        *(figure.issuer for figure in annotated.figures if figure.issuer is not None),
    ]
    return [
        read[each.span]
        for each in annotated.figures
        if span.holds(each.span)
        and each.span in read
        and is_value(each, sentence, span.start, who, befell=bool(read[each.span].outcome))
    ]


def _told(
    annotated: Annotated,
    place: int,
    span: Span,
    quote: Quote | None,
    quantity: Quantity | None,
    until: int | None = None,
) -> Told:
    article = annotated.article
    sources = tuple(sources_in(article.words(span), span))
    content = within(quote.content, span) if quote else beside_sources(span, sources)
    if until is not None:
        content = tuple(
            replace(each, end=min(each.end, until)) for each in content if each.start < until
        )
    words = " ".join(article.words(each) for each in content)
    timeless = " ".join(article.words(each) for each in without_times(annotated, content))
    inside = [m for m in annotated.mentions if held(content, m.span)]
    days = (t.value for t in annotated.times if _DAY.match(t.value) and held(content, t.span))
    stance = stance_of(quote, words, article.words(span))
    concepts = without_numbers(weighed(timeless)) if quantity else weighed(timeless)
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
        figure=quantity.figure if quantity else None,
        quantity=quantity,
        numbers=frozenset(f.value for f in annotated.figures if held(content, f.span))
        | {float(each) for each in _NUMBER.findall(timeless)},
        minutes=minutes_in(words),
        failed=failed_parts(words),
        stance=stance,
        bygone=bygone_in(annotated, content),
        negated=is_negated(words),
        gist=None if quantity else read_gist(words),
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
