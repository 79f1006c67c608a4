"""Hold a body together: which container it lives in, what belongs to it, what is printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.stages.extract.body.values import own_value, says_it_is_no_body
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.boxes import totals
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.words import squeeze

CORE = 0.75  # share of the chosen text that the body's own container holds
LEAST_OF_A_MAKE = 3  # paragraphs of one make inside the core that let one outside in
LONG_OPENING = 300  # characters; so long a paragraph above the core opens the text
LEAST_GATHERED = 30.0  # value of a line that was left outside by a wall or an advert between
LEAST_REPEATED = 500  # characters of neighbouring lines that no author writes twice
HALF = 0.4  # of the lines; where the rest is the same text for another screen, length says nothing
PRINTED_TWICE = 30  # letters; a shorter line may well come twice on one screen
NEVER_GATHERED = zones.NEVER_BODY & ~zones.MISNAMED
Make = tuple[str, str, str]


def own_container(reading: Reading, inside: Sequence[int], scores: Sequence[float]) -> list[bool]:
    """Return for each place whether it lies in the innermost place that holds most of the body."""
    values = [0.0] * len(reading.lines)
    for index in inside:
        values[index] = max(0.0, scores[index])
    held = totals(reading, values)
    core = 0
    for place in reading.places:
        if place.parent == core and held[place.index] >= CORE * held[0]:
            core = place.index
    core = _before_the_wall(reading, core)
    within = [False] * len(reading.places)
    for place in reading.places:
        within[place.index] = place.index == core or (place.parent >= 0 and within[place.parent])
    return within


def _before_the_wall(reading: Reading, core: int) -> int:
    """Return the place around the wall that a place lies in, itself where there is none.

    What can be read for free stands above the wall's own box.
    """
    walls = [each for each in reading.upward(core) if each.own & zones.WALL]
    return max(0, walls[-1].parent) if walls else core


def belonging(
    reading: Reading,
    inside: Sequence[int],
    within: Sequence[bool],
    known: Sequence[bool],
) -> list[int]:
    """Return the lines without those that stand outside the body's own container and look other.

    A body that is split over several containers is known by the make of its paragraphs; its first
    paragraph is often set apart.
    """
    lines = reading.lines
    first = next((index for index in inside if within[lines[index].place]), 0)
    makes = Counter(_make(reading, index) for index in inside if within[lines[index].place])
    kept: list[int] = []
    for index in inside:
        make = _make(reading, index)
        alike = makes[make] >= LEAST_OF_A_MAKE and (make[1] or make[2])
        opening = index < first and (
            len(lines[index].text) > LONG_OPENING
            or _opens_body(lines[index], reading.zone_of(lines[index]))
        )
        if within[lines[index].place] or known[index] or alike or opening:
            kept.append(index)
    return kept


def gathered(
    reading: Reading,
    inside: Sequence[int],
    within: Sequence[bool],
    scores: Sequence[float],
) -> list[int]:
    """Return the lines together with paragraphs of the same make that were cut off from them.

    A subscription box of forty lines between two paragraphs parts the densest stretch. Outside
    the body's own container only paragraphs are gathered whose class tells them from others. One of
    the body's own class counts even in a box that is misnamed.
    """
    makes = Counter(_make(reading, index) for index in inside if within[reading.lines[index].place])
    taken = set(inside)
    for index, line in enumerate(reading.lines):
        if reading.places[line.holder].tag != "p":
            continue
        make = _make(reading, index)
        telling = makes[make] >= LEAST_OF_A_MAKE and (make[1] or make[2])
        misnamed = (
            telling
            and make[1]
            and not reading.zone_of(line) & NEVER_GATHERED
            and not says_it_is_no_body(line.text)
        )
        if (own_value(line) if misnamed else scores[index]) < LEAST_GATHERED:
            continue
        if telling or (makes[make] and within[line.place]):
            taken.add(index)
    return sorted(taken)


def _make(reading: Reading, index: int) -> Make:
    """Return tag and class of a line's paragraph and the class of what it hangs in."""
    holder = reading.places[reading.lines[index].holder]
    above = reading.places[holder.parent] if holder.parent >= 0 else holder
    return (holder.tag, holder.make, above.make)


def _opens_body(line: Line, zone: int) -> bool:
    """Return whether a line above the body's own container is its first paragraph set apart."""
    apart = zones.DECK | zones.LEAD | zones.HEADER
    return bool(zone & zones.BODY) and not zone & apart and line.tag in ("p", "loose")


def repeated(lines: Sequence[Line], inside: Sequence[int]) -> set[int]:
    """Return the lines of a second printing: a run of lines that stood together before.

    A refrain, a recipe step or an answer may come twice; half a screen in the same order does
    not. A single line counts when it stands right below its first printing.
    """
    first: dict[str, int] = {}
    run: list[int] = []
    found: set[int] = set()
    before = -2
    for position, index in enumerate(inside):
        letters = squeeze(lines[index].text)
        earlier = first.setdefault(letters, position)
        if earlier < position and (not run or earlier == before + 1):
            run.append(index)
        else:
            found |= _long_run(lines, run)
            run = [index] if earlier < position else []
        before = earlier
        if earlier < position <= earlier + 2 and len(letters) >= PRINTED_TWICE:
            found.add(index)
    whole = len(run) > 2 and len(run) >= HALF * len(inside) and before == len(inside) - len(run) - 1
    return found | (set(run) if whole else _long_run(lines, run))


def _long_run(lines: Sequence[Line], run: Sequence[int]) -> set[int]:
    size = sum(len(lines[index].text) for index in run)
    return set(run) if len(run) > 2 and size >= LEAST_REPEATED else set()
