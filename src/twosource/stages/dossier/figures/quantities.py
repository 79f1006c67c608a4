"""Read a story's figures as quantities: what is measured, of whom, in which unit, by whom told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import EntityId, Span
from twosource.places import country_of
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.figures.amounts import in_degrees, in_one_currency, rates_told
from twosource.stages.dossier.figures.aspects import aspect_of
from twosource.stages.dossier.figures.frames import clause_round, frame_of
from twosource.stages.dossier.figures.moving import is_early, is_late
from twosource.stages.dossier.figures.outcomes import NUMBER_WORD, outcome_of, told_before, which_of
from twosource.stages.dossier.figures.parts import is_of_several, parts_told
from twosource.stages.dossier.figures.quantity import Quantity, is_measured_in
from twosource.stages.dossier.figures.roots import roots
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words
from twosource.stages.once import once_per_article
from twosource.text.units import is_currency, to_base

LEAST_COUNT = 5  # of anything; "two men" are two other men in every report
LONGEST_ISSUER = 6  # words
_CLAUSE_END = re.compile(r"[.,;:!?()“”\"—–]")


def quantities(reading: Reading) -> list[Quantity]:
    """Return the telling figures of bodies, headlines and decks, satire and adverts left out.

    Earlier versions of an article are read too: what an outlet has since changed is an update.
    """
    found = []
    wholes: defaultdict[float, set[float]] = defaultdict(set)
    rates: Counter[tuple[str, str, float]] = Counter()
    for annotated in reading.all_versions:
        opinion = annotated.article.genre.name == "opinion"
        if not (opinion or reading.supports(annotated.article.id)):
            continue
        read = _read(annotated)
        found += [_in_its_story(each, annotated, reading) for each in read.quantities]
        for part, whole in read.parts:
            wholes[part].add(whole)
        rates.update(read.rates)
    telling = [
        replace(each, inside=frozenset(wholes[each.base]))
        for each in found
        if _may_be_compared(each) and not each.is_vague
    ]
    in_one = in_one_currency(in_degrees(telling), rates)
    return sorted(_crowded(in_one), key=lambda each: (each.place, each.figure.span))


def _may_be_compared(each: Quantity) -> bool:
    """Return whether it tells something; a small count may if it says of what: "eleven engines"."""
    least = 2 if each.issuer else LEAST_COUNT  # parties dispute how many shots fell
    return each.is_telling or (each.figure.value >= least and bool(each.of))


def _crowded(found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities, marked where one article gives several values of one kind.

    Which of three distances answers to another report's distance is anybody's guess. Counts are
    told apart by what is counted.
    """
    values: dict[object, set[float]] = defaultdict(set)
    for each in found:
        if not each.is_worded_share:  # "with a third of the votes counted" is not the result
            for kind in _kinds(each):
                values[kind].add(round(each.base, 3))
    return [
        replace(each, crowded=len(values[aspect]) > 1, sole=len(values[dimension]) == 1)
        for each in found
        for aspect, dimension in [_kinds(each)]
    ]


def _kinds(each: Quantity) -> tuple[object, object]:
    """Return what a quantity may be mistaken for others of: narrowly and widely taken."""
    narrow = each.aspect if each.is_measured else each.of
    wide = each.dimension if each.is_measured else each.unit
    return (each.article, each.dimension, narrow), (each.article, wide)


def _is_read(figure: Figure) -> bool:
    return figure.span.part in ("body", "headline", "deck")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the figures of one article tell, whatever its story."""

    quantities: tuple[Quantity, ...]  # as yet without place in the story, actors and issuer
    parts: tuple[tuple[float, float], ...]  # each with its whole
    rates: tuple[tuple[str, str, float], ...]


@once_per_article
def _read(annotated: Annotated) -> _Read:
    figures = [f for f in annotated.figures if f.matter and _is_read(f)]
    return _Read(
        quantities=tuple(_quantity(annotated, figure) for figure in figures),
        parts=tuple(parts_told(annotated, figures)),
        rates=tuple(rates_told(annotated, figures)),
    )


def _in_its_story(each: Quantity, annotated: Annotated, reading: Reading) -> Quantity:
    """Return a quantity with what only the story tells: who is meant, what has been replaced."""
    return replace(
        each,
        place=reading.place(each.article),
        actors=_actors(annotated, each.sentence, each.figure, reading),
        countries=frozenset(
            named.id
            for named in reading.entities_in(each.article, each.sentence)
            if named.kind == "country"
        ),
        issuer=_issuer(annotated, each.figure, reading),
        old=each.article in reading.superseded,
    )


def _quantity(annotated: Annotated, figure: Figure) -> Quantity:
    article = annotated.article
    sentence = sentence_of(annotated, figure.span)
    text = article.part_text(sentence.part)
    value, unit = _value_and_unit(figure, article.words(figure.span))
    base, dimension = to_base(value, unit or "")
    words = folded(article.words(_as_told(text, sentence, figure)))
    measured = _what_is_measured(figure.of or "")
    told = text[sentence.start : sentence.end]
    begin, stop = clause_round(
        told, figure.span.start - sentence.start, figure.span.end - sentence.start
    )
    clause = told[begin:stop]
    begin += sentence.start
    inside = Span(start=figure.span.start - begin, end=figure.span.end - begin)
    dimension = dimension if is_measured_in(unit) else ""
    outcome = outcome_of(
        figure, told_before(annotated, sentence), text[figure.span.end : sentence.end]
    )
    high = figure.high if figure.high is not None and figure.high > figure.value else None
    return Quantity(
        article=article.id,
        outlet=article.outlet,
        place=0,
        published=article.published.isoformat() if article.published else "",
        sentence=sentence,
        figure=figure,
        words=words,
        around=_around(text, sentence, figure.span),
        unit=unit,
        dimension=dimension,
        base=base,
        base_high=None if high is None else to_base(high, figure.unit or "")[0],
        of=roots(content_words(measured)) - _NOBODY,
        what=measured,
        outcome=outcome,
        which=frozenset() if is_measured_in(unit) else which_of(words, figure.of or ""),
        aspect=aspect_of(clause, inside, measured, unit, dimension),
        frame=frame_of(clause, f"{words} {measured}", figure.when),
        of_several=not is_measured_in(unit) and is_of_several(text, sentence, figure.span, outcome),
        inside=frozenset(),
        early=is_early(told),
        late=is_late(told),
        context=roots(content_words(_without(text, sentence, figure))),
        plain=roots(content_words(_lower_case(_without(text, sentence, figure)))) - _MEASURING,
        actors=frozenset(),
        countries=frozenset(),
        issuer="",
        in_lead=sentence.part != "body" or sentence.start < 400,
        old=False,
        opinion=article.genre.name == "opinion",
    )


def _value_and_unit(figure: Figure, words: str) -> tuple[float, str | None]:
    """Return value and unit as they are compared: "a quarter of" is 25 per cent."""
    in_words = figure.unit is None and 0 < figure.value < 1 and not re.search(r"\d", words)
    if in_words:
        return 100 * figure.value, "percent"
    if figure.unit is not None and is_currency(figure.unit):
        return figure.value, figure.unit.removesuffix("/year")  # an annual salary, told so or not
    return figure.value, figure.unit


def _actors(
    annotated: Annotated, sentence: Span, figure: Figure, reading: Reading
) -> frozenset[EntityId]:
    """Return the persons and organizations of a sentence, less the party that gives the figure."""
    article = annotated.article.id
    giving = reading.entities_in(article, figure.issuer) if figure.issuer else ()
    return frozenset(
        each.id
        for each in reading.entities_in(article, sentence)
        if each.kind in ("person", "organization") and each not in giving
    )


# Verbs that tell any number of anything.
_MEASURING = roots(
    content_words(
        "lasted took cost reached totalled amounts measures worth came year total rose fell"
    )
)
_NOBODY = roots(content_words("people person number total"))


def _without(text: str, sentence: Span, figure: Figure) -> str:
    """Return the words of a sentence but for the figure and the party that gives it."""
    apart = [figure.span, *([figure.issuer] if figure.issuer else [])]
    kept, at = [], sentence.start
    for span in sorted(apart, key=lambda each: each.start):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join((*kept, text[at : sentence.end]))


def _lower_case(words: str) -> str:
    return " ".join(word for word in words.split() if word[:1].islower())


_QUALIFIER = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|just under|just over|under|roughly|approximately|"
    r"well over|more than|less than|fewer than|at least|at most|up to|close to|as many as|"
    r"an estimated)\s+$",
    re.IGNORECASE,
)


def _as_told(text: str, sentence: Span, figure: Figure) -> Span:
    """Return the figure with the word that makes it rough: "roughly 400,000 pounds"."""
    found = _QUALIFIER.search(text, sentence.start, figure.span.start)
    start = found.start() if found else figure.span.start
    return Span(part=figure.span.part, start=start, end=figure.span.end)


def _what_is_measured(of: str) -> str:
    """Return what a figure measures, "" where annotate has but a country or a number for it."""
    counted = any(NUMBER_WORD.fullmatch(part) for part in re.findall(r"[a-z]+", of.lower()))
    # "26 large machines" beside a price are what is paid for
    return "" if counted or country_of(of.title()) is not None else of


def _around(text: str, sentence: Span, figure: Span) -> str:
    """Return the figure with up to three words on either side, no further than its clause."""
    before = _CLAUSE_END.split(text[sentence.start : figure.start])[-1].split()[-3:]
    after = _CLAUSE_END.split(text[figure.end : sentence.end])[0].split()[:3]
    return " ".join((*before, *text[figure.start : figure.end].split(), *after))


def _issuer(annotated: Annotated, figure: Figure, reading: Reading) -> str:
    """Return who gives the figure: the entity named there, else the words if they may name one."""
    if figure.issuer is None:
        return ""
    named = reading.entities_in(annotated.article.id, figure.issuer)
    words = folded(annotated.article.words(figure.issuer))
    if named and len(words.split()) <= LONGEST_ISSUER:
        return named[-1].name if len(named) == 1 else words
    return words if len(words.split()) <= LONGEST_ISSUER else ""
