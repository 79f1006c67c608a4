"""Make of a story its twin: the same reports of another event, with other names, places or numbers.

Machines write so of two quakes, and hurried people of two matches or two quarters of one firm. What
is exchanged is exchanged alike throughout the story, in all its reports: a country with its
demonyms, a name for another story's of the same kind, a figure for one as long and as round. The
texts are made at run time, by a seed, and kept nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from twosource.places import all_country_forms, demonym_forms
from twosource.text.cut import cut_up
from twosource.text.named import names_in
from twosource.text.normalize import fold

CAPITALISED = re.compile(r"U\.[SKN]\.(?:A\.)?|\b[^\W\d_a-z][^\W\d_]*")
COUNTED = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w|[.,]\d)|\b[A-Za-z][a-z]{2,}\b")
PLACED = re.compile(r"\b(?:in|at|near|outside|across|from) ((?:[A-Z][\w’'-]*,? ?)+)")
CAPITAL_SHARE = 0.7  # of a word's occurrences: below it it only wears one, as in "Main Street"
OFTEN_PLACED = 0.3  # of a name's occurrences, behind "in" or "near"
COUNTRIES = (
    ("Chile", "Chilean"),
    ("Kenya", "Kenyan"),
    ("Norway", "Norwegian"),
    ("Peru", "Peruvian"),
    ("Portugal", "Portuguese"),
    ("Ghana", "Ghanaian"),
    ("Austria", "Austrian"),
    ("Thailand", "Thai"),
    ("Finland", "Finnish"),
    ("Uruguay", "Uruguayan"),
    ("Tunisia", "Tunisian"),
    ("Nepal", "Nepalese"),
    ("Latvia", "Latvian"),
    ("Angola", "Angolan"),
)
ROWS = tuple(
    row.split()
    for row in (
        "two three four five six seven eight nine ten eleven twelve",
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "January February April June July August September October November December",
    )
)
ROW_OF = {word: row for row in ROWS for word in row}
YEAR = re.compile(r"(?:19|20)\d\d")
SMALL = frozenset("01")
DAYS = tuple(map(str, range(10, 29)))  # of a month; and hours
UPDATED, GROWTH = 0.25, 4 / 3
LEAST_ROUNDED = 3  # digits
LEAST_RESPELT = 6  # letters
SPELLINGS = (("y", "i"), ("ll", "l"), ("ss", "s"), ("tt", "t"), ("ei", "ai"), ("k", "c"))

Text = tuple[str, str]
"""A report's headline and body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of a story by what they stand for, as far as a rule can tell; the most told first.

    All are single folded words.
    """

    countries: tuple[str, ...]  # and demonyms
    places: tuple[str, ...]
    others: tuple[str, ...]  # persons, bodies, products


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What is told for what in a twin, the same in all its reports."""

    names: Mapping[str, str] = field(default_factory=dict)  # by the folded word
    figure: Callable[[str], str] | None = None  # of another; None where figures and days stay
    days: int = 0  # places by which what is counted in words moves on

    def told(self, text: str) -> str:
        """Return a text with all that is to be exchanged."""
        named = CAPITALISED.sub(self._name, text) if self.names else text
        return COUNTED.sub(self._counted, named) if self.figure else named

    def _name(self, found: re.Match[str]) -> str:
        word = found.group()
        other = self.names.get(fold(word))
        if other is None:
            return word
        return other.upper() if word.isupper() and len(word) > 3 else other

    def _counted(self, found: re.Match[str]) -> str:
        word = found.group()
        if word[0].isalpha():
            return _moved(word, self.days)
        if YEAR.fullmatch(word) or word in SMALL or self.figure is None:
            return word
        return self.figure(word)


def _moved(word: str, places: int) -> str:
    """Return the word so many places on in its row, as two in "two three four"; or itself."""
    known = word if word in ROW_OF else word.lower()
    row = ROW_OF.get(known)
    if not row:
        return word
    moved = row[(row.index(known) + places) % len(row)]
    return moved.capitalize() if word[0].isupper() else moved


def other_figures(chance: Random) -> Callable[[str], str]:
    """Return what gives for each figure one as long and as round, with another first digit."""
    known: dict[str, str] = {}

    def other(figure: str) -> str:
        if figure not in known:
            known[figure] = _other_day(figure, chance) or _other_figure(figure, chance)
        return known[figure]

    return other


def _other_day(figure: str, chance: Random) -> str:
    return chance.choice([d for d in DAYS if d != figure]) if figure in DAYS else ""


def _other_figure(figure: str, chance: Random) -> str:
    first = chance.choice([digit for digit in "23456789" if digit != figure[0]])
    rest = [chance.choice("123456789") if digit in "123456789" else digit for digit in figure[1:]]
    return first + "".join(rest)


def later_figures(chance: Random) -> Callable[[str], str]:
    """Return what raises one figure in four by a third, as tolls rise, and leaves the others."""
    known: dict[str, str] = {}

    def later(figure: str) -> str:
        if figure not in known:
            grown = figure.isdigit() and chance.random() < UPDATED
            known[figure] = str(round(int(figure) * GROWTH + 1)) if grown else figure
        return known[figure]

    return later


def rounded_figure(figure: str) -> str:
    """Return a figure to two digits that mean something: 58,000 for 58,412, 3.1 for 3.12."""
    bare = figure.replace(",", "")
    if not bare.replace(".", "", 1).isdigit() or sum(map(str.isdigit, bare)) < LEAST_ROUNDED:
        return figure
    value = float(bare)
    if "." in bare:
        return f"{value:.1f}"
    zeros = len(bare) - 2
    return f"{round(int(bare), -zeros):,}" if "," in figure else str(round(int(bare), -zeros))


def respelt(names: Sequence[str], chance: Random) -> dict[str, str]:
    """Return one name in four of those with six letters and more as another paper spells it."""
    long = [name for name in names if len(name) >= LEAST_RESPELT and name.isalpha()]
    return {name: _respelt(name).capitalize() for name in long if chance.random() < UPDATED}


def _respelt(name: str) -> str:
    for one, other in SPELLINGS:
        if one in name[1:]:
            return name[0] + name[1:].replace(one, other, 1)
    return f"{name}e"


def cast_of(texts: Sequence[Text]) -> Cast:
    """Return the names of a story's reports."""
    written, placed = Counter[str](), Counter[str]()
    low, named = Counter[str](), set[str]()
    for headline, body in texts:
        cut = cut_up(body, "en")
        named |= names_in(cut)
        words = cut.read()
        for start, form in zip(words.starts, words.forms, strict=True):
            (written if body[start].isupper() else low)[form] += 1
        for run in PLACED.findall(body):
            placed.update(fold(each) for each in CAPITALISED.findall(run))
        written.update(fold(each) for each in CAPITALISED.findall(headline) if "." in each)
    sure = [
        word
        for word, count in sorted(written.items(), key=lambda each: (-each[1], each[0]))
        if (word in named and count >= CAPITAL_SHARE * (count + low[word])) or "." in word
    ]
    countries = [word for word in sure if word in nations()]
    others = [word for word in sure if word not in countries]
    places = [word for word in others if placed[word] >= OFTEN_PLACED * written[word]]
    return Cast(
        countries=tuple(countries),
        places=tuple(places),
        others=tuple(word for word in others if word not in places),
    )


@cache
def nations() -> Mapping[str, tuple[str, bool]]:
    """Return of each single folded word its country, and whether it stands for its people."""
    people = {fold(form) for form in demonym_forms()}
    forms = {fold(form): code for form, code in all_country_forms().items() if " " not in form}
    return {form: (code, form in people) for form, code in forms.items()}


def exchanged(words: Iterable[str], stock: Sequence[str], chance: Random) -> dict[str, str]:
    """Return for each word another of the stock, no two the same."""
    wanted = list(words)
    free = sorted({word for word in stock if word.isalpha()} - set(wanted))
    found = chance.sample(free, min(len(wanted), len(free)))
    return {word: other.capitalize() for word, other in zip(wanted, found, strict=False)}


def other_countries(words: Iterable[str], chance: Random) -> dict[str, str]:
    """Return for each word for a country or its people that of another country."""
    told = [(word, *nations()[word]) for word in words]
    stock = [
        each for each in COUNTRIES if nations()[fold(each[0])][0] not in {c for _, c, _ in told}
    ]
    codes = list(dict.fromkeys(code for _, code, _ in told))[: len(stock)]
    instead = dict(zip(codes, chance.sample(stock, len(codes)), strict=True))
    return {word: instead[code][people] for word, code, people in told if code in instead}
