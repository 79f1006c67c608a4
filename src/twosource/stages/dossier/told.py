"""Take an article apart into what it tells: a figure or a happening, each in one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from twosource.model.annotated import Annotated, Figure, Quote
from twosource.model.dossier import Stance
from twosource.model.identity import BODY, ArticleId, EntityId, Span
from twosource.stages.dossier.attributions import named_sources
from twosource.stages.dossier.concepts import weighed
from twosource.stages.dossier.measures import Measure, is_bygone, measure_of

LEAST_CONCEPTS = 3  # a sentence with fewer words of weight can be told of anything
QUOTED_SHARE = 0.3  # of a sentence: from here on it is somebody's words, below it has some in it
REPORTED_SHARE = 0.35  # the same for reported speech: a clause, beside who says so

TIME_UNITS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
)
_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundr hundred
    thousand million billion trillion
"""
NUMBER_WORDS = frozenset(_NUMBER_WORDS.split())

NameOf = Callable[[ArticleId, Span], EntityId | None]

STANCES: dict[str, Stance] = {
    "asserted": "asserts",
    "denied": "denies",
    "asked": "asks",
    "supposed": "supposes",
}
_HEDGED = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|reportedly|allegedly|apparently|presumably|unconfirmed|"
    r"rumou?rs?|rumou?red|feared|fears?|is believed|are believed|is thought|are thought|if|"
    r"whether)\b",
    re.IGNORECASE,
)
# In reported words "would" is the future ("he said they would sail"), elsewhere a guess.
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,}(?:, [^—–:(\n]{1,40})?(?:\s*\([^)\n]{2,40}\))?\s*(?:—|–|--|-)\s+"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATED = re.compile(r"\d{4}(?:-\d\d)?")
# Of these nobody can say whether two reports agree.
_VAGUE = re.compile(
    r"(?:\w+ ){0,2}(?:dozens|scores|tens|hundreds|thousands|millions|billions|several|many|"
    r"a (?:dozen|few|couple))\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_UNCONFIRMED = re.compile(
    r"\b(?:(?:did|does|could|would|has|have|will) ?not|(?:did|does|could|would|has|have|wo)n['’]t|"
    r"declined to|refused to) (?:\w+ly |yet )*(?:confirm|comment|say|verif|respond|elaborate)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|none|without|neither|n['’]t|cannot)\b|n['’]t\b|\bno\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that one sentence tells, with what is needed to know it again elsewhere."""

    article: ArticleId
    place: int  # of the sentence among the body's sentences, from 0
    span: Span  # of the sentence
    content: tuple[Span, ...]  # what is told, without who says so
    concepts: Mapping[str, float]  # of the content, with how much each tells, 0 to 1
    names: frozenset[str]  # entities named in the content
    days: frozenset[str]  # days the content names, resolved
    times: frozenset[str]  # all times it names, as far as they are resolved
    places: frozenset[EntityId]  # of the names, those of places
    persons: frozenset[EntityId]  # of the names, those of persons
    figure: Figure | None  # None for a happening without a figure of its own
    measure: Measure | None  # of the figure
    numbers: frozenset[float]  # all values in the content
    stance: Stance
    bygone: frozenset[str]  # the months it names that lie well before its article
    negated: bool
    quote: Quote | None  # whose words it is; None where the article says it itself
    sources: tuple[Span, ...]  # what else the sentence names as its source, the surest first

    @property
    def key(self) -> tuple[int, int]:
        """Return where it stands in its article, for a stable order."""
        return (self.span.start, self.figure.span.start if self.figure else -1)


def read_told(annotated: Annotated, name_of: NameOf) -> tuple[Told, ...]:
    """Return what the body tells, in reading order: one entry per figure of the matter.

    A sentence without such a figure gives one entry per quotation that fills most of it, else one
    for itself; very short ones, questions and headings give none.
    """
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
        told
        for place, span in enumerate(body)
        for told in _told_in(_cut(annotated, span), place, _past_dateline(annotated, span), name_of)
    )


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


def _past_dateline(annotated: Annotated, span: Span) -> Span:
    """Return a sentence without the place, date and agency that open a report."""
    found = _DATELINE.match(annotated.article.words(span))
    return Span(start=span.start + found.end(), end=span.end) if found else span


def _told_in(annotated: Annotated, place: int, span: Span, name_of: NameOf) -> Iterator[Told]:
    sentence = annotated.article.words(span)
    if sentence.startswith("(") and sentence.endswith(")"):
        return  # "(Reporting by …; editing by …)"
    figures = [
        each
        for each in annotated.figures
        if _of_matter(each)
        and span.holds(each.span)
        and not _VAGUE.match(annotated.article.words(each.span))
    ]
    for figure in figures:
        if is_bygone(sentence, figure, span.start):
            continue
        quote = _quote_round(annotated, figure.span)
        yield _told(annotated, place, span, name_of, quote, figure)
    if not figures and not sentence.rstrip("”\"' ").endswith("?"):
        told = _told(annotated, place, span, name_of, _main_quote(annotated, span), None)
        if len(told.concepts) >= LEAST_CONCEPTS:
            yield told


def _of_matter(figure: Figure) -> bool:
    """Return whether a figure makes a claim of its own; how long something took does not."""
    return figure.matter and figure.unit not in TIME_UNITS and figure.value > 0


def _told(
    annotated: Annotated,
    place: int,
    span: Span,
    name_of: NameOf,
    quote: Quote | None,
    figure: Figure | None,
) -> Told:
    article = annotated.article
    sources = () if quote else tuple(_sources(article.words(span), span))
    content = _within(quote.content, span) if quote else _beside(span, sources)
    words = " ".join(article.words(each) for each in content)
    timeless = " ".join(article.words(each) for each in _without_times(annotated, content))
    inside = [m for m in annotated.mentions if _held(content, m.span)]
    named = {m.span: name_of(article.id, m.span) for m in inside}
    persons = {named[m.span] for m in inside if m.kind == "person"}
    places = {named[m.span] for m in inside if m.kind == "place"}
    days = (t.value for t in annotated.times if _DAY.match(t.value) and _held(content, t.span))
    return Told(
        article=article.id,
        place=place,
        span=span,
        content=content,
        concepts=_without_numbers(weighed(timeless)) if figure else weighed(timeless),
        times=_times(annotated, content),
        names=frozenset(each for each in named.values() if each is not None),
        persons=frozenset(each for each in persons if each is not None),
        places=frozenset(each for each in places if each is not None),
        days=frozenset(day[:10] for day in days),
        figure=figure,
        measure=measure_of(article.words(span), figure, span.start) if figure else None,
        numbers=frozenset(f.value for f in annotated.figures if _held(content, f.span))
        | {float(each) for each in _ORDINAL.findall(timeless)},
        stance=_stance(quote, words, article.words(span)),
        bygone=_bygone(annotated, content),
        negated=bool(_NEGATED.search(words)),
        quote=quote,
        sources=sources,
    )


def _sources(words: str, span: Span) -> Iterator[Span]:
    for start, end in named_sources(words):
        yield Span(part=span.part, start=span.start + start, end=span.start + end)


def _beside(span: Span, sources: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a sentence without the stretches that name its source."""
    pieces, start = [], span.start
    for source in sorted(sources):
        if source.start > start:
            pieces.append(replace(span, start=start, end=source.start))
        start = max(start, source.end)
    if start < span.end:
        pieces.append(replace(span, start=start))
    return tuple(pieces) or (span,)


def _times(annotated: Annotated, content: tuple[Span, ...]) -> frozenset[str]:
    """Return the times that a content names, by their values: "Tuesday" is "2026-03-03"."""
    return frozenset(
        time.value
        for time in annotated.times
        if "X" not in time.value and time.granularity != "vague" and _held(content, time.span)
    )


def _bygone(annotated: Annotated, content: tuple[Span, ...]) -> frozenset[str]:
    """Return the months and years of a content that lie more than a month before the article.

    "The attack of November 2015 killed 130" tells another story than this one's toll.
    """
    published = annotated.article.published
    if published is None:
        return frozenset()
    recent = (published - timedelta(days=31)).date().isoformat()
    found = (time[:7] for time in _times(annotated, content) if _DATED.match(time))
    return frozenset(month for month in found if month < recent[: len(month)])


def _without_times(annotated: Annotated, content: tuple[Span, ...]) -> Iterator[Span]:
    """Yield a content without the words that name times: those are compared by what they mean."""
    for part in content:
        start = part.start
        for time in annotated.times:
            if part.holds(time.span) and time.span.start >= start:
                yield replace(part, start=start, end=time.span.start)
                start = time.span.end
        yield replace(part, start=start)


def _without_numbers(concepts: dict[str, float]) -> dict[str, float]:
    """Return the words without the figure's own: its value is compared by itself."""
    return {
        concept: weight
        for concept, weight in concepts.items()
        if not concept[0].isdigit() and concept not in NUMBER_WORDS
    }


def _stance(quote: Quote | None, words: str, sentence: str) -> Stance:
    stance = STANCES[quote.sense] if quote else "asserts"
    if quote is not None and _UNCONFIRMED.search(sentence):
        return "asks"  # who will not confirm it does not deny it either
    hedged = _HEDGED.search(words) or (quote is None and _WOULD.search(words))
    return "supposes" if stance == "asserts" and hedged else stance


def _quote_round(annotated: Annotated, span: Span) -> Quote | None:
    """Return the innermost quotation that a stretch stands in."""
    holding = [quote for quote in annotated.quotes if _held(quote.content, span)]
    return min(holding, key=_length, default=None)


def _main_quote(annotated: Annotated, span: Span) -> Quote | None:
    """Return the quotation that fills most of a sentence, the innermost of several."""
    filling = [
        quote
        for quote in annotated.quotes
        if _share(quote, span) >= (REPORTED_SHARE if quote.kind == "indirect" else QUOTED_SHARE)
    ]
    return min(filling, key=_length, default=None)


def _share(quote: Quote, span: Span) -> float:
    return sum(len(part) for part in _within(quote.content, span)) / max(1, len(span))


def _length(quote: Quote) -> tuple[int, int]:
    return (sum(len(part) for part in quote.content), quote.content[0].start)


def _held(content: tuple[Span, ...], span: Span) -> bool:
    return any(part.holds(span) for part in content)


def _within(content: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return what of a quotation stands in a sentence; a quotation may run over several."""
    return tuple(
        Span(part=span.part, start=max(part.start, span.start), end=min(part.end, span.end))
        for part in content
        if part.touches(span)
    )
