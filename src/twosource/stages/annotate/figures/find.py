"""Find the quantities in an article and say what each of them measures, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.model.acquired import Article
from twosource.model.annotated import Change, Figure, TimeMention
from twosource.model.identity import PartName, Span
from twosource.stages.annotate.figures.beside import set_beside
from twosource.stages.annotate.figures.context import change_told, date_of, is_rough
from twosource.stages.annotate.figures.fates import FATE_OF
from twosource.stages.annotate.figures.measured import what_is_measured
from twosource.stages.annotate.figures.nouns import PERSON
from twosource.stages.annotate.figures.plain import plain_quantities
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.stages.annotate.figures.ranges import EARLIER
from twosource.stages.annotate.figures.reading import read_quantities
from twosource.stages.annotate.times.find import ENGLISH, stretches_read
from twosource.text.units import money_here

_DIGIT_OR_NUMBER = re.compile(
    r"\d|½|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|scores|half|(?:third|quarter|fourth"
    r"|fifth|sixth|eighth|tenth)s?|or\sso|fortnight)\b",
    re.IGNORECASE,
)


def find_figures(
    article: Article, sentences: Sequence[Span], times: Sequence[TimeMention]
) -> tuple[Figure, ...]:
    """Return the figures of headline, deck, body and captions, in reading order of each part.

    `times` are the article's dates: their numbers are no figures, and they tell when one holds.
    A figure's span holds number, unit and counted noun. `unit` is canonical (`text/units.py`): for
    counts of people "person", for other counts the noun in the singular, None for a bare number.
    `change` is set only where the figure is itself the size of a rise or fall; `approximate` also
    for bounds ("at least"). Numbers of dates, names ("iPhone 11"), ordinals and lists are no
    figures; ages, scores and "one of" are, but not of the matter. In languages other than English
    only digits with symbols that all share are read.
    """
    money = money_here(article.canonical, article.text)
    found: list[Figure] = []
    for part, stretches in stretches_read(article, sentences):
        text = article.part_text(part)
        here = [time for time in times if time.span.part == part]
        in_part: list[Figure] = []
        for start, end in stretches:
            if not _DIGIT_OR_NUMBER.search(text, start, end):
                continue
            near = [t for t in here if t.span.start < end and start < t.span.end]
            if article.language == ENGLISH:
                in_part += _english(text, part, start, end, near, money)
            else:
                in_part += _plain(text, part, start, end, near)
        found += set_beside(text, in_part) if article.language == ENGLISH else in_part
    return tuple(found)


def _english(
    text: str,
    part: PartName,
    start: int,
    end: int,
    times: Sequence[TimeMention],
    money: Mapping[str, str],
) -> Iterator[Figure]:
    dated = [(t.span.start, t.span.end) for t in times if t.type in ("DATE", "TIME")]
    quantities = read_quantities(text, start, end, dated, money)
    before: Quantity | None = None
    of: str | None = None
    for quantity in quantities:
        if before is None or not _restates(text, before, quantity):
            of = what_is_measured(text, start, end, quantity)
        before = quantity
        counted = quantity.unit is None or quantity.noun is not None
        unit = PERSON if counted and of in _OF_PEOPLE else quantity.unit
        yield Figure(
            span=Span(part=part, start=quantity.start, end=quantity.end),
            value=quantity.value,
            high=quantity.high,
            unit=unit,
            approximate=is_rough(text, start, quantity),
            change=change_told(text, start, end, quantity) or _growth(quantity, of),
            of=of,
            when=date_of(text, quantity, times),
            matter=_is_of_the_matter(text, quantity, of),
        )


def _growth(quantity: Quantity, of: str | None) -> Change | None:
    """Return "rise" for a level that is itself a rate of growth: "growth was 2 per cent"."""
    grows = of is not None and of.split()[-1] == "growth" and quantity.unit == "percent"
    return ("fall" if quantity.value < 0 else "rise") if grows else None


def _restates(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Return whether a figure gives the one before in another unit: "7 miles (11 km)"."""
    return (
        text[before.end : quantity.start] == " ("
        and quantity.noun is None
        and quantity.unit is not None
        and before.noun is None
    )


_OF_PEOPLE = frozenset(FATE_OF.values())

# "74.3 per cent" in "correcting its earlier figure of 74.3 per cent" is nobody's any more.
REACH_BACK = 100  # characters
_NO_LONGER_SAID = re.compile(
    rf"\b(?:correct|revis|replac|amend|withdraw)\w* (?:an|its|the|their|his|her) {EARLIER.pattern}"
)


def _is_of_the_matter(text: str, quantity: Quantity, of: str | None) -> bool:
    before = text[max(0, quantity.start - REACH_BACK) : quantity.start]
    if of in ("score", "age") or _NO_LONGER_SAID.search(before):
        return False
    if quantity.value == 1 and quantity.words:
        measured = quantity.unit is not None and quantity.noun is None
        return measured or quantity.unit == PERSON or of in _OF_PEOPLE
    return True


def _plain(
    text: str, part: PartName, start: int, end: int, times: Sequence[TimeMention]
) -> Iterator[Figure]:
    for quantity in plain_quantities(text, start, end, [(t.span.start, t.span.end) for t in times]):
        yield Figure(
            span=Span(part=part, start=quantity.start, end=quantity.end),
            value=quantity.value,
            unit=quantity.unit,
            of=None,
        )
