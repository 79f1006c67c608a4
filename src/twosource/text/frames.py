"""Find what fills the places of a text's frame: the names, figures and days between plain words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.text.hashes import hashed, word_hash
from twosource.text.normalize import Words
from twosource.text.number_words import WORD_VALUES, value_of_words

MOST_SLOTS = 160  # of a text, from its beginning
BESIDE = 2  # plain words on either side that make a slot the same in two texts
BETWEEN = frozenset((" ", ".", ",", "-", "’", "'", ". ", ", "))  # what stands inside one filling
LEAST_SPELLED = 2  # "one" is also somebody
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december".split()
)
SPELLED = frozenset(word for word, value in WORD_VALUES.items() if value >= LEAST_SPELLED)
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


def filled_in(text: str, words: Words, names: Collection[str]) -> Filled:
    """Return what fills the slots of a text, but for those that it fills twice, otherwise.

    `names` are the folded words that are names somewhere in the text.
    """
    found: dict[int, int] = {}
    twice: set[int] = set()
    for places, beside in _slots(text, words, names):
        frame = hashed(" ".join([words.forms[place] for place in beside]))
        filled = _filled(text, words, places)
        if found.setdefault(frame, filled) != filled:
            twice.add(frame)
        if len(found) == MOST_SLOTS:
            break
    return {frame: filled for frame, filled in found.items() if frame not in twice}


def _slots(text: str, words: Words, names: Collection[str]) -> Iterator[tuple[range, list[int]]]:
    """Yield the words that fill each slot, as places, and the plain words on either side."""
    filling = _filling(text, words, names)
    plain = sorted({*range(len(words))}.difference(filling))
    number = 0
    while number < len(filling):
        first = end = filling[number]
        before = first - number  # so many plain words
        while number < len(filling) and filling[number] == end and _is_one(text, words, first, end):
            number, end = number + 1, end + 1
        beside = plain[max(before - BESIDE, 0) : before + BESIDE]
        if len(beside) == 2 * BESIDE:
            yield range(first, end), beside


def _filling(text: str, words: Words, names: Collection[str]) -> list[int]:
    """Return where names, numbers and days stand."""
    known = DAYS.union(names)
    return [
        place
        for place, form in enumerate(words.forms)
        if form in SPELLED
        or form[0].isdigit()
        or (form in known and text[words.starts[place]].isupper())
    ]


def _is_one(text: str, words: Words, first: int, place: int) -> bool:
    """Return whether a word goes on with what begins at the first."""
    return place == first or text[words.ends[place - 1] : words.starts[place]] in BETWEEN


def _filled(text: str, words: Words, places: range) -> int:
    """Return what stands for the words at some places; "Dec. 31" is a day, "31 homes" a figure."""
    forms = words.forms[places.start : places.stop]
    if not DAYS.isdisjoint(forms):
        return _known_as(DATED, " ".join(forms))
    if forms[0][0].isdigit() or forms[-1][0].isdigit():
        figures = DIGITS.findall(text, words.starts[places[0]], words.ends[places[-1]])
        return _known_as(COUNTED, " ".join([_told(figure) for figure in figures]))
    spelled = [*takewhile(SPELLED.__contains__, reversed(forms))]
    if spelled:
        return _known_as(COUNTED, f"{value_of_words(' '.join(spelled)):.1e}")
    return _known_by_sound(forms[-1] if len(forms[-1]) > 1 else "".join(forms))


def _known_as(kind: int, filling: str) -> int:
    return kind * FILLINGS + word_hash(filling) % FILLINGS


@lru_cache(maxsize=100_000)
def _known_by_sound(name: str) -> int:
    return _known_as(NAMED, _sound(name))


def _sound(name: str) -> str:
    """Return what is left of a name however it is spelt: "sdn" of Sydney and of Sidney."""
    return TWICE.sub(r"\1", VOWELS.sub("", name.translate(ALIKE)))[:SOUNDS]


def _told(figure: str) -> str:
    """Return a figure to two digits; a year as it stands."""
    figure = figure.replace(",", "")
    return figure if YEAR.fullmatch(figure) else f"{float(figure):.1e}"


def tell_of_two(one: Filled, other: Filled) -> bool:
    """Return whether two texts fill one frame anew."""
    seen = np.zeros(SEEN, np.int64)
    for frame in sorted(one.keys() & other.keys()):
        note_slot(seen, one[frame], other[frame])
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
