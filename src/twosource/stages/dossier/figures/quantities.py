"""Read a story's figures as quantities: what is measured, of whom, in which unit, by whom told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.places import country_of
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words, stem, word_set
from twosource.text.units import english_units, is_currency, to_base

# Outcomes for people. Two quantities of one outcome may be compared however they are worded.
OUTCOMES: dict[str, frozenset[str]] = {
    "dead": word_set("dead died die death deaths killed fatality fatalities perished"),
    "injured": word_set("injured injury injuries hurt wounded"),
    "in hospital": word_set("hospitalised hospitalized hospital"),
    "missing": word_set("missing unaccounted"),
    "rescued": word_set("rescued saved ashore"),
    "evacuated": word_set("evacuated evacuate displaced"),
    "arrested": word_set("arrested detained"),
    "infected": word_set("infected"),
    "trapped": word_set("trapped"),
    "passengers": word_set("passengers passenger"),
}
PERSON = "person"
LEAST_COUNT = 5  # of anything; "two men" are two other men in every report
SMALL_COUNT = 12  # "two men", "four sites": such counts agree by chance
WIDE = 3  # times the lower end
LONGEST_ISSUER = 6  # words
_CLAUSE_END = re.compile(r"[.,;:!?()“”\"—–]")
# What may stand between an amount and the same amount in another currency.
_BETWEEN = re.compile(
    r"(?:\s(?:(?:last|this) (?:year|month|quarter)|a year|in \d{4}))?[\s(\[,—–-]*"
    r"(?:or|about|around|some|roughly|nearly|equal to|ie|i\.e\.)?\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    place: int  # of its article in the story
    published: str  # ISO time of its article, "" where undated
    sentence: Span
    figure: Figure
    words: str  # as it stands
    around: str  # with the words round it in its clause
    dimension: str  # the base unit, "" for what is counted; a currency is its own
    base: float  # in the base unit
    base_high: float | None
    of: frozenset[str]  # stems of what is measured
    what: str  # the same in words, "" where only a country or a number stands there
    outcome: str  # "dead", "injured"; "" for anything else
    which: frozenset[str]  # words that single out some of the counted: "pilots", "other", "uk"
    context: frozenset[str]  # stems of the sentence without the figure
    names: frozenset[EntityId]
    issuer: str
    in_lead: bool
    old: bool  # in an earlier version of an article that is here too
    crowded: bool = False  # its article gives other values in the same unit, too

    @property
    def is_measured(self) -> bool:
        """Return whether its unit is one of measure or money, not of counting."""
        return _is_measured(self.figure.unit)

    @property
    def is_vague(self) -> bool:
        """Return whether it holds nearly any number: "several hundred metres"; tolls may."""
        wide = self.base_high is not None and self.base_high > WIDE * abs(self.base)
        return wide and not self.outcome

    @property
    def is_telling(self) -> bool:
        """Return whether it is worth comparing: no small count of just anything."""
        return bool(self.outcome) or self.is_measured or not self.is_small

    @property
    def is_small(self) -> bool:
        """Return whether it is a count so small that it agrees with others by chance."""
        counted = not self.outcome and not self.is_measured
        return counted and self.figure.value <= SMALL_COUNT


def _is_measured(unit: str | None) -> bool:
    return unit is not None and (unit == "percent" or is_currency(unit) or unit in _measures())


@cache
def _measures() -> frozenset[str]:
    bases = english_units().bases
    return frozenset(bases) | {base for base, _, _ in bases.values()}


def quantities(reading: Reading) -> list[Quantity]:
    """Return the telling figures of bodies, headlines and decks, opinion and satire left out.

    Earlier versions of an article are read too: what an outlet has since changed is an update.
    """
    found = []
    rates: Counter[tuple[str, str, float]] = Counter()
    for annotated in reading.all_versions:
        if not reading.supports(annotated.article.id):
            continue
        figures = [f for f in annotated.figures if f.matter and _is_read(f)]
        found += [_quantity(annotated, figure, reading) for figure in figures]
        rates.update(_rates(annotated, figures))
    telling = [each for each in found if _may_be_compared(each) and not each.is_vague]
    in_one = _in_one_currency(_in_degrees(telling), rates)
    return sorted(_crowded(in_one), key=lambda each: (each.place, each.figure.span))


def _may_be_compared(each: Quantity) -> bool:
    """Return whether it tells something; a small count may if it says of what: "eleven engines"."""
    return each.is_telling or (each.figure.value >= LEAST_COUNT and bool(each.of))


def _in_degrees(found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities, plain degrees read in the scale that another report names for them."""
    scales = {
        each.figure.value: each
        for each in reversed(found)
        if each.figure.unit in ("celsius", "fahrenheit")
    }
    read = []
    for each in found:
        like = scales.get(each.figure.value) if each.figure.unit == "degree" else None
        if like is None:
            read.append(each)
            continue
        figure = replace(each.figure, unit=like.figure.unit)
        read.append(replace(each, figure=figure, base=like.base, dimension=like.dimension))
    return read


def _crowded(found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities, marked where one article gives several values in one unit.

    Which of three distances answers to another report's distance is anybody's guess. Counts are
    told apart by what is counted.
    """
    values: dict[object, set[float]] = defaultdict(set)
    for each in found:
        values[_crowd(each)].add(round(each.base, 3))
    return [replace(each, crowded=len(values[_crowd(each)]) > 1) for each in found]


def _crowd(each: Quantity) -> object:
    return (each.article, each.dimension, frozenset() if each.is_measured else each.of)


def _is_read(figure: Figure) -> bool:
    return figure.span.part in ("body", "headline", "deck")


def _quantity(annotated: Annotated, figure: Figure, reading: Reading) -> Quantity:
    article = annotated.article
    sentence = sentence_of(annotated, figure.span)
    text = article.part_text(sentence.part)
    around = f"{text[sentence.start : figure.span.start]} {text[figure.span.end : sentence.end]}"
    base, dimension = to_base(figure.value, figure.unit or "")
    words = folded(article.words(_as_told(text, sentence, figure)))
    measured = _what_is_measured(figure.of or "")
    high = figure.high if figure.high is not None and figure.high > figure.value else None
    return Quantity(
        article=article.id,
        outlet=article.outlet,
        place=reading.place(article.id),
        published=article.published.isoformat() if article.published else "",
        sentence=sentence,
        figure=figure,
        words=words,
        around=_around(text, sentence, figure.span),
        dimension=dimension if _is_measured(figure.unit) else "",
        base=base,
        base_high=None if high is None else to_base(high, figure.unit or "")[0],
        of=frozenset(_ONE_THING.get(word, word) for word in content_words(measured)) - _NOBODY,
        what=measured,
        outcome=_outcome(figure, text[figure.span.end : sentence.end]),
        which=frozenset() if _is_measured(figure.unit) else _which(words, figure.of or ""),
        context=content_words(around),
        names=frozenset(e.id for e in reading.entities_in(article.id, sentence)),
        issuer=_issuer(annotated, figure, reading),
        in_lead=sentence.part != "body" or sentence.start < 400,
        old=article.id in reading.superseded,
    )


_NOBODY = content_words("people person number total")
# Reports count homes where others count households.
_ONE_THING = {stem(word): stem("households") for word in ("homes", "houses", "residences")}
_QUALIFIER = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|under|roughly|approximately|more than|less than|"
    r"fewer than|at least|at most|up to|close to|an estimated)\s+$",
    re.IGNORECASE,
)


def _as_told(text: str, sentence: Span, figure: Figure) -> Span:
    """Return the figure with the word that makes it rough: "roughly 400,000 pounds"."""
    found = _QUALIFIER.search(text, sentence.start, figure.span.start)
    start = found.start() if found else figure.span.start
    return Span(part=figure.span.part, start=start, end=figure.span.end)


def _what_is_measured(of: str) -> str:
    """Return what a figure measures, "" where annotate has but a country or a number for it."""
    counted = any(_NUMBER_WORD.fullmatch(part) for part in re.findall(r"[a-z]+", of.lower()))
    # "26 large machines" beside a price are what is paid for
    return "" if counted or country_of(of.title()) is not None else of


def _around(text: str, sentence: Span, figure: Span) -> str:
    """Return the figure with up to three words on either side, no further than its clause."""
    before = _CLAUSE_END.split(text[sentence.start : figure.start])[-1].split()[-3:]
    after = _CLAUSE_END.split(text[figure.end : sentence.end])[0].split()[:3]
    return " ".join((*before, *text[figure.start : figure.end].split(), *after))


def _outcome(figure: Figure, after: str) -> str:
    """Return what befell the counted: by what is measured, else by the verb behind the number."""
    words = set((figure.of or "").lower().split())
    outcome = next((outcome for outcome, forms in OUTCOMES.items() if words & forms), "")
    if outcome or figure.unit != PERSON:
        return outcome
    clause = _NEXT_NUMBER.split(after)[0]
    return next((known for known, told in _TOLD_BEHIND if told.search(clause)), "")


_NEXT_NUMBER = re.compile(r"[;:.]|\d")
_TOLD_BEHIND = (
    ("evacuated", re.compile(r"^(?: \w+){0,2} (?:left|leave|fled|flee) their homes\b")),
    (
        "rescued",
        re.compile(
            r"^(?: \w+){0,2} to safety\b|^ ashore\b"
            r"|\b(?:brought|taken|lifted|winched|plucked) (?:to safety|ashore|off)\b"
        ),
    ),
)


def _which(words: str, of: str) -> frozenset[str]:
    """Return the words beside the number that tell which ones: none for "14 people" or "14"."""
    counted = content_words(of)
    anybody = _ANYBODY.union(*OUTCOMES.values())
    return frozenset(
        word
        for word in re.findall(r"[a-z]+", words.lower())
        if word not in anybody and not _NUMBER_WORD.fullmatch(word) and stem(word) not in counted
    )


_ANYBODY = word_set(
    """
    people person persons human beings the of at least about some than around nearly almost
    over up to and a an total roughly approximately estimated under close fewer residents
    individuals civilians men man
    """
)
_NUMBER_WORD = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|scores|several|many"
)


def _issuer(annotated: Annotated, figure: Figure, reading: Reading) -> str:
    """Return who gives the figure: the entity named there, else the words if they may name one."""
    if figure.issuer is None:
        return ""
    named = reading.entities_in(annotated.article.id, figure.issuer)
    words = folded(annotated.article.words(figure.issuer))
    if named and len(words.split()) <= LONGEST_ISSUER:
        return named[-1].name if len(named) == 1 else words
    return words if 1 < len(words.split()) <= LONGEST_ISSUER else ""


def _rates(annotated: Annotated, figures: Sequence[Figure]) -> Iterable[tuple[str, str, float]]:
    """Yield the rates a text itself gives: "3.4 billion kroner ($340 million)"."""
    sums = [(figure, unit) for figure in figures if (unit := _sum_in(figure))]
    for (one, unit), (other, its) in pairwise(sums):
        text = annotated.article.part_text(one.span.part)
        between = text[one.span.end : other.span.start]
        if unit != its and one.span.part == other.span.part and _BETWEEN.fullmatch(between):
            yield its, unit, one.value / other.value


def _sum_in(figure: Figure) -> str:
    """Return the currency of a sum of money, "" for anything else.

    "$82 a share" is a price: beside a sum it is no other way to tell it.
    """
    unit = figure.unit or ""
    return unit if figure.value and is_currency(unit) and "/" not in unit else ""


def _in_one_currency(
    found: Sequence[Quantity], rates: Mapping[tuple[str, str, float], int]
) -> list[Quantity]:
    """Return the quantities with amounts in other currencies changed at the texts' own rates.

    Without a rate in some text, currencies stay apart: nobody here knows the day's rate.
    """
    known: dict[str, tuple[str, float]] = {}
    for source, target, rate in sorted(rates, key=lambda each: (-rates[each], each)):
        if source not in known and target not in known:
            known[source] = (target, rate)
    changed = []
    for each in found:
        target, rate = known.get(each.dimension, (each.dimension, 1.0))
        high = None if each.base_high is None else each.base_high * rate
        changed.append(replace(each, dimension=target, base=each.base * rate, base_high=high))
    return changed
