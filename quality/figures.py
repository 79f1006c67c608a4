"""Measure whether the quantities in sentences are found, with their values and units."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.texts import bare_article
from twosource.languages.english.language import english_stops
from twosource.languages.sentences import split_sentences
from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.annotate.figures import find_figures
from twosource.stages.annotate.times.find import find_times
from twosource.text.nouns import is_person, singular
from twosource.text.units import english_units

NEWSQUANT = "figures-newsquant-even.jsonl"
CLOSE = 1e-4  # relative: "1.99E-29" and a sum of floats are one value

# Our canonical unit for each name the gold uses. Names not in the table are counted things: their
# head noun is compared, people of all kinds being "person".
_ALIASES = """
    percentage = percent; % - = percent; dollar = USD; united states dollar = USD;
    japanese yen = JPY; australian dollar = AUD; hong kong dollar = HKD; pound sterling = GBP;
    shekel = ILS; malaysian ringgit = MYR; euro = EUR; danish krone = DKK; croatian kuna = HRK;
    sen = MYR cent; people = person; mile per hour = mile/hour; kilometre per hour = km/hour;
    metre per second = m/second; mile per gallon = mile/gallon; kilometre = km; metre = m;
    millimetre = mm; centimetre = cm; micrometre = μm; nanometre = nm; square metre = square m;
    square kilometre = square km; kilogram = kg; gram = g; milligram = mg; millilitre = ml;
    pound-mass = pound; count = times; gigabyte = GB; megabyte = MB; terabyte = TB; watt = W;
    kilowatt = kW; megawatt = MW; gigawatt = GW; kilowatt hour = kWh; gigawatt hour = GWh;
    megawatt hour = MWh; hertz = Hz; gigahertz = GHz; megahertz = MHz; kilohertz = kHz;
    gigapascal = GPa; newton metre = Nm; foot pound-force = pound-foot;
    revolutions per minute = rpm; milliampere-hour = mAh; decibel = dB; volt = V;
    parts-per-billion = ppb; parts-per-million = ppm; cubic metre = cubic m;
    dollar per mega british thermal unit = USD/mmBTU; age = year of age;
    ampere per square centimetre = A/square cm; barrel of oil = barrel; square foot = square foot
"""
ALIASES = dict(each.strip().split(" = ") for each in _ALIASES.split(";"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What was found in one sentence, beside what should have been."""

    text: str
    right: tuple[tuple[Mapping[str, Any], Figure, bool], ...]  # gold, found, is the unit right
    missed: tuple[Mapping[str, Any], ...]
    spurious: tuple[Figure, ...]


def newsquant(data: Path) -> Mapping[str, float]:
    """Return the F1 of values, and of values with their units.

    All figures count, of the matter or not. Each gold quantity takes one figure at most; either
    end of a range on either side counts as its value. The unit is right if it is the gold's
    `normalized_unit` by ALIASES; of counted things the head noun is compared.
    """
    right = with_unit = missed = spurious = 0
    for matched in match_all(data):
        right += len(matched.right)
        with_unit += sum(unit for _, _, unit in matched.right)
        missed += len(matched.missed)
        spurious += len(matched.spurious)
    total = 2 * right + missed + spurious
    return {"value_f1": 2 * right / total, "value_unit_f1": 2 * with_unit / total}


def match_all(data: Path) -> Iterator[Matched]:
    """Yield every sentence of the set with what was found in it."""
    for line in (data / NEWSQUANT).read_text("utf-8").splitlines():
        row = json.loads(line)
        yield match(row["text"], row["quantities"], figures_of(row["text"]))


def figures_of(text: str) -> tuple[Figure, ...]:
    """Return the figures found in a text that has no date."""
    sentences = [Span(start=a, end=b) for a, b in split_sentences(text, english_stops())]
    article = bare_article(text)
    return find_figures(article, sentences, find_times(article, sentences))


def match(text: str, golds: Sequence[Mapping[str, Any]], found: Sequence[Figure]) -> Matched:
    """Pair gold quantities with figures, first those whose units agree too."""
    open_golds, open_found = list(golds), list(found)
    right: list[tuple[Mapping[str, Any], Figure, bool]] = []
    for with_unit in (True, False):
        for gold in list(open_golds):
            for figure in open_found:
                if is_value(gold, figure) and (not with_unit or is_unit(gold, figure)):
                    right.append((gold, figure, with_unit))
                    open_golds.remove(gold)
                    open_found.remove(figure)
                    break
    return Matched(
        text=text, right=tuple(right), missed=tuple(open_golds), spurious=tuple(open_found)
    )


def is_value(gold: Mapping[str, Any], figure: Figure) -> bool:
    """Return whether any end of the gold's value is any end of the figure's."""
    ends = [figure.value] if figure.high is None else [figure.value, figure.high]
    return any(
        math.isclose(one, other, rel_tol=CLOSE, abs_tol=1e-40)
        for one in gold_values(gold)
        for other in ends
    )


def gold_values(gold: Mapping[str, Any]) -> list[float]:
    """Return one or two numbers of a gold value: "252.0-287.0", "-130", "3.0 - 4.0"."""
    words = gold["value"].replace(" ", "").replace("E-", "E~")
    sign = -1 if words.startswith("-") else 1
    values = [float(part.replace("E~", "E-")) for part in words.lstrip("-").split("-") if part]
    return [sign * values[0], *values[1:]]


def is_unit(gold: Mapping[str, Any], figure: Figure) -> bool:
    """Return whether the figure's unit is what the gold calls it."""
    return comparable(gold["normalized_unit"]) == (figure.unit or "-")


def comparable(name: str) -> str:
    """Return our name of a gold unit: by the table, else part by part, else the head noun."""
    if name in ALIASES:
        return ALIASES[name]
    if name in english_units().names.values():
        return name
    above, per, below = name.partition(" per ")
    if per:
        return f"{comparable(above)}/{comparable(below)}"
    if name == "-":
        return "-"
    head = name.split()[-1]
    return "person" if is_person(head) else singular(head)


MEASURES = (Measure(name="figures.newsquant", corpora=(NEWSQUANT,), run=newsquant),)
