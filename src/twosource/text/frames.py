"""Find what fills the places of a text's frame: the names, figures and days between plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.text.cut import Cut
from twosource.text.hashes import word_hash
from twosource.text.lexicon import CALENDAR, CAPITAL, DAY, NUMBER, NUMBER_WORDS, SPELLED
from twosource.text.normalize import read_words
from twosource.text.number_words import value_of_words
from twosource.text.shingles import runs_of

MOST_SLOTS = 160  # of a text, from its beginning
BESIDE = 2  # plain words on either side that make a slot the same in two texts
BETWEEN = frozenset((" ", ".", ",", "-", "’", "'", ". ", ", "))  # what stands inside one filling
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SOUNDS = 4  # of a name, by its first letter and consonants: papers spell names otherwise
VOWELS, TWICE = re.compile(r"(?<=.)[aeiouyhw]"), re.compile(r"(.)\1+")
ALIKE = str.maketrans("ckqz", "kkks")
FILLINGS = 10_000  # of names, of figures, of days

# What was seen of slots of names, of figures and of days, a row for each.
NAMED, COUNTED, DATED = 0, 1, 2
SAME, OTHERWISE = 0, 1  # how many slots both fill the same; how many otherwise
FIRST = 2  # what fills the first that is filled otherwise: in the one text, then in the other
SEVERAL = 4  # whether something else fills a later one: in the one text, then in the other
SEEN = (3, 6)

# Of 3,900 copies made in quality/copies and quality/copies_again none has more than one name
# exchanged or half its figures. Of 1,300 real pairs of one event that share a slot three do, and
# share three in a hundred to 23 of their slots; own families and notices share more.
LEAST_SHARED = 3  # slots
LEAST_SHARE = 0.25  # of the slots of whichever has fewer
LEAST_OTHER = 2  # slots filled otherwise
LEAST_NAMES = 0.05  # of the slots of names
LEAST_FIGURES = 0.55  # of those of figures and days: a later report brings some up to date
LEAST_FIGURES_SAME_DAY = 0.75  # where all days are the same: it may bring most

Seen = NDArray[np.int64]
Filled = Mapping[int, int]
"""Of each slot, known by 64 bits of the words beside it, what fills it.

Up to 10,000 for a name, known by its last word's sound, to 20,000 for figures ("31", "3-2"), each
known to two digits, and to 30,000 for a day. So a name spelt otherwise and a figure rounded fill it
alike.
"""


def filled_in(cut: Cut, named: NDArray[np.bool_]) -> Filled:
    """Return what fills the slots of a text, but for those that it fills twice, otherwise.

    `named` says of each word whether it is a name somewhere in the text.
    """
    found: dict[int, int] = {}
    twice: set[int] = set()
    for frame, first, end in _slots(cut, named):
        filled = _filled(cut.text[first:end])
        if found.setdefault(frame, filled) != filled:
            twice.add(frame)
        if len(found) == MOST_SLOTS:
            break
    return {frame: filled for frame, filled in found.items() if frame not in twice}


def _slots(cut: Cut, named: NDArray[np.bool_]) -> Iterable[tuple[int, int, int]]:
    """Return each slot: what stands for the plain words beside it, and where it is filled."""
    bits = cut.bits()
    filling = (bits & (NUMBER | SPELLED)) != 0
    filling |= (named | (bits & DAY != 0)) & (bits & CAPITAL != 0)
    places = np.flatnonzero(filling)
    frames = runs_of(cut.words(~filling), 2 * BESIDE)
    begins = np.flatnonzero(~_go_on(cut, places))
    before = places[begins] - begins - BESIDE  # so many plain words, without those beside it
    within = (before >= 0) & (before < len(frames))
    lasts = places[np.append(begins, len(places))[1:] - 1]
    columns = frames[before[within]], cut.starts[places[begins[within]]], cut.ends()[lasts[within]]
    return zip(*(column.tolist() for column in columns), strict=True)


def _go_on(cut: Cut, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of some words go on with what the one before it fills."""
    go_on = np.zeros(len(places), dtype=np.bool_)
    go_on[1:] = places[1:] == places[:-1] + 1
    following = places[go_on]
    gaps = zip(cut.ends()[following - 1].tolist(), cut.starts[following].tolist(), strict=True)
    go_on[go_on] = [cut.text[end:start] in BETWEEN for end, start in gaps]
    return go_on


@lru_cache(maxsize=100_000)
def _filled(filling: str) -> int:
    """Return what stands for some words; "Dec. 31" is a day, "31 homes" a figure."""
    forms = read_words(filling).forms
    if not CALENDAR.isdisjoint(forms):
        return _known_as(DATED, " ".join(forms))
    if forms[0][0].isdigit() or forms[-1][0].isdigit():
        figures = [_told(figure) for figure in DIGITS.findall(filling)]
        return _known_as(COUNTED, " ".join(figures))
    spelled = [*takewhile(NUMBER_WORDS.__contains__, reversed(forms))]
    if spelled:
        return _known_as(COUNTED, f"{value_of_words(' '.join(spelled)):.1e}")
    return _known_as(NAMED, sound_of(forms[-1] if len(forms[-1]) > 1 else "".join(forms)))


def _known_as(kind: int, filling: str) -> int:
    return kind * FILLINGS + word_hash(filling) % FILLINGS


@lru_cache(maxsize=100_000)
def sound_of(name: str) -> str:
    """Return what is left of a name however it is spelt: "sdn" of Sydney and of Sidney."""
    return TWICE.sub(r"\1", VOWELS.sub("", name.translate(ALIKE)))[:SOUNDS]


def _told(figure: str) -> str:
    """Return a figure to two digits; a year as it stands."""
    figure = figure.replace(",", "")
    return figure if YEAR.fullmatch(figure) else f"{float(figure):.1e}"


def tell_of_two(one: Filled, other: Filled, *, by_figures: bool = True) -> bool:
    """Return whether two texts fill one frame anew; not `by_figures` where those are rounded."""
    seen = np.zeros(SEEN, np.int64)
    for frame in sorted(one.keys() & other.keys()):
        note_slot(seen, one[frame], other[frame])
    if not by_figures:
        seen[COUNTED, OTHERWISE] = 0
    return filled_anew(seen, min(len(one), len(other)))


@part
def note_slot(seen: Seen, one: int, other: int) -> None:
    """Note a slot that both texts have, by what fills it; a name is no other figure."""
    kind = one // FILLINGS
    if kind != other // FILLINGS:
        return
    row = seen[kind]
    if one == other:
        row[SAME] += 1
        return
    row[OTHERWISE] += 1
    if row[OTHERWISE] == 1:
        row[FIRST], row[FIRST + 1] = one, other
    row[SEVERAL] |= row[FIRST] != one
    row[SEVERAL + 1] |= row[FIRST + 1] != other


@part
def filled_anew(seen: Seen, fewer: int) -> bool:
    """Return whether two texts tell in the same words of two events: another quake, other results.

    Given is also how many slots whichever has fewer has. One name that is another throughout may be
    spelt so; and of a report's figures some are brought up to date, the more surely on the day.
    """
    shared = seen[:, : OTHERWISE + 1].sum()
    if shared < LEAST_SHARED or shared < LEAST_SHARE * fewer:
        return False
    if _otherwise(seen[NAMED], LEAST_NAMES):
        return True
    same_day = seen[DATED, SAME] > 0 and seen[DATED, OTHERWISE] == 0
    least = LEAST_FIGURES_SAME_DAY if same_day else LEAST_FIGURES
    both = seen[COUNTED] + seen[DATED]
    both[SEVERAL:] += min(seen[COUNTED, OTHERWISE], seen[DATED, OTHERWISE])
    return _otherwise(both, least)


@part
def _otherwise(row: Seen, least: float) -> bool:
    """Return whether enough of some slots are filled otherwise, in each text by several things."""
    several = row[SEVERAL] > 0 and row[SEVERAL + 1] > 0
    enough = row[OTHERWISE] >= LEAST_OTHER
    return bool(several and enough and row[OTHERWISE] >= least * (row[SAME] + row[OTHERWISE]))
