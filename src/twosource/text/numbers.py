"""Read numbers out of running text, in digits and in words: "240.1 billion", "two dozen", "½"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from twosource.text.number_words import (
    GLYPHS,
    HALVED,
    PARTS,
    POINTS,
    SCALES,
    VAGUE,
    VAGUE_TIMES,
    WORD_SCALES,
    WORD_VALUES,
    value_of_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and where it stands, code points of the text at hand, the end excluded.

    `high` is the upper end that a vague word ("dozens", "hundreds of thousands") covers, else
    None. `words` tells a number in words from one in digits; `letter` is a scale letter that
    stands at its end and could as well be a unit ("37m", "10k"), not yet counted in.
    """

    start: int
    end: int
    value: float
    high: float | None = None
    words: bool = False
    vague: bool = False
    scaled: bool = False  # a scale word stands at its end: "240.1 billion"
    fraction: bool = False
    letter: str = ""


_BLANK = r"[ \t\u00a0\u202f]"
_JOIN = rf"(?:{_BLANK}*[-\u2010\u2011]{_BLANK}*|{_BLANK}+)"
_SIMPLE = "|".join(sorted(WORD_VALUES, key=len, reverse=True))
_BIG = "|".join(sorted(WORD_SCALES, key=len, reverse=True))
_PART = "|".join(PARTS)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_GLYPH = "".join(GLYPHS)
_HALVED = "|".join(HALVED).replace(" ", _BLANK)

_NUMBER = re.compile(
    rf"""
    (?P<vague>\b(?:(?:tens|dozens|hundreds|thousands){_BLANK}+of{_BLANK}+(?:thousands|millions|billions)
        |(?:dozens|hundreds|thousands|millions|billions|trillions|scores(?={_BLANK}+of\b)))\b)
  | (?P<parts>\b(?:(?:a|an|one|{_SIMPLE}){_JOIN}(?:{_PART})s?|half)\b
        (?={_BLANK}+(?:of|the|its|their|his|her|our|all)\b)
      | (?:(?<=\bby\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s)|(?<=\bthan\s))
        (?:an?|one|two|three){_JOIN}(?:thirds?|quarters?|fifths?|tenths?|half)
        (?=[,.;]|$|{_BLANK}(?:in|to|since|from|over|last|this|on|year|compared|and|but|by)\b)
      | \b(?:two|three|four|five|six|seven|eight|nine)
        -(?:third|quarter|fifth|sixth|eighth|tenth)s\b)
  | (?P<points>\b(?:an?{_BLANK})?(?:half|quarter|three-quarter)
        (?=-(?:(?:percentage|per-?cent)-)?point\b))
  | (?P<half>\bhalf{_BLANK}+a{_BLANK}+(?:{_BIG})\b
      | \ba{_BLANK}+half{_JOIN}(?:million|billion|dozen)\b)
  | (?P<outof>\b(?:{_SIMPLE}|\d{{1,3}}){_BLANK}+(?:out{_BLANK}+of|in){_BLANK}+(?:every{_BLANK}+)?
        (?:{_SIMPLE}|\d{{1,4}})\b(?={_BLANK}+[a-zA-Z]))
  | (?P<single>\ban?(?={_BLANK}[a-z]+{_BLANK}(?:or{_BLANK}so|and{_BLANK}a{_BLANK}(?:half|quarter))\b
      |{_BLANK}(?:fortnight|square{_BLANK}mile)\b
      |{_BLANK}(?:inch|foot|yard|metre|meter|mile|kilometre|kilometer){_BLANK}(?:long|wide|high|tall|deep
        |thick|away|above|below|off)\b))
  | (?P<halved>\bhalf{_BLANK}an?(?={_BLANK}(?:{_HALVED})\b))
  | (?P<words>\b(?:(?:an?|several){_BLANK}+(?:{_BIG})|{_SIMPLE})
        (?:(?:{_BLANK}+and{_BLANK}+(?=(?:{_SIMPLE})\b(?!{_BLANK}+(?:{_BIG})\b))|{_JOIN})
        (?:{_SIMPLE}|{_BIG})\b)*
        (?:{_BLANK}+and{_BLANK}+a{_BLANK}+(?P<plus>half|quarter))?\b(?P<wordscale>{_JOIN}(?:{_SCALE})\b)?)
  | (?P<digits>(?<![\d.,:/])
        (?:(?P<top>\d{{1,4}})\s?[/\u2044]\s?(?P<bottom>\d{{1,4}})(?![\d/])
          |(?P<whole>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,3}}(?:[\u00a0\u202f\u2009]\d{{3}})+(?!\d)|\d+)?(?!\.\d+\.\d)
            (?P<point>\.\d+(?!\d|\.\d))?
            (?P<glyph>\s?[{_GLYPH}])?(?:\s(?P<mixed>[1-9])[/\u2044](?P<under>[2-9]))?
            (?P<power>\s?[\u00d7x]\s?10\s?\^?(?P<exponent>[-\u2212]?\d{{1,2}})(?!\d))?)
        (?P<scale>{_JOIN}?(?:(?:{_SCALE})s?(?:[ -](?:million|billion))?)\b)?
        (?P<letter>[kKmMbB](?![\w]))?)
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Where a number can begin; trying the whole pattern at every letter costs ten times as much.
_STARTS = (*WORD_VALUES, *VAGUE, "tens", "a", "an", "half", "quarter", "several")
_OPENING = re.compile(
    rf"[\d{_GLYPH}]|(?<![\w.,])\.(?=\d)|\b(?:"
    + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}|{word.upper()}" for word in _STARTS)
    + r")\b"
)


def read_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in reading order; parts of other words are none.

    Versions ("3.5.1") are left out. Letters around the digits ("A320", "USD10m", "43rd") are left
    standing for whoever knows currencies, units and ordinals. A sign is not read here: "-" is a
    dash as often as a minus.
    """
    end = len(text) if end is None else end
    done = start
    for opening in _OPENING.finditer(text, start, end):
        if opening.start() < done:
            continue
        found = _NUMBER.match(text, opening.start(), end)
        number = _read(found) if found else None
        if number is not None:
            yield number
            done = number.end


def _read(found: re.Match[str]) -> Number | None:
    start, end = found.span()
    kind = found.lastgroup
    if found["vague"]:
        low = _vague_value(found["vague"].lower())
        return Number(start=start, end=end, value=low, high=10 * low, words=True, vague=True)
    if found["parts"]:
        return Number(start=start, end=end, value=_part(found["parts"]), words=True, fraction=True)
    if found["points"]:  # "a quarter-point rise"
        part = found["points"].lower().removeprefix("an").removeprefix("a").strip()
        return Number(start=start, end=end, value=POINTS[part], words=True, fraction=True)
    if found["half"]:
        scale = WORD_SCALES[re.split(r"[\s-]+", found["half"].lower())[-1]]
        return Number(start=start, end=end, value=scale / 2, words=True, scaled=True)
    if found["outof"]:
        return _out_of(found)
    if found["single"]:  # "a mile or so"
        return Number(start=start, end=end, value=1.0, words=True)
    if found["halved"]:  # "half a mile"
        return Number(start=start, end=end, value=0.5, words=True)
    if found["words"]:
        return _in_words(found)
    return _in_digits(found) if found["digits"] and kind else None


def _vague_value(words: str) -> float:
    apart = words.split()
    if len(apart) == 1:
        return VAGUE[apart[0]]
    return VAGUE_TIMES[apart[0]] * VAGUE[apart[-1]]


def _part(words: str) -> float:
    apart = [word for word in re.split(r"[\s-]+", words.lower()) if word]
    under = PARTS[apart[-1].removesuffix("s") if apart[-1] != "half" else "half"]
    return WORD_VALUES.get(apart[0], 1.0) / under


def _out_of(found: re.Match[str]) -> Number | None:
    first, *_, last = found["outof"].lower().split()
    top, under = (WORD_VALUES[w] if w in WORD_VALUES else float(w) for w in (first, last))
    if under <= top or under < 2:
        return None
    return Number(
        start=found.start(), end=found.end(), value=top / under, words=True, fraction=True
    )


def _in_words(found: re.Match[str]) -> Number:
    words = found["words"]
    several = words.lower().startswith("several")
    value = _with_part(words, found["plus"]) if found["plus"] else value_of_words(words)
    last_word = re.split(r"[\s-]+", words.lower())[-1]
    return Number(
        start=found.start(),
        end=found.end(),
        value=value,
        high=10 * value if several else None,
        words=True,
        vague=several,
        scaled=last_word in SCALES,
    )


def _with_part(words: str, part: str) -> float:
    """Return the value of "two million and a half" and of "one and a half million"."""
    whole, _, scale = words.lower().rpartition(f"and a {part.lower()}")
    of_one = SCALES.get(re.split(r"[\s-]+", whole.strip())[-1], 1.0)
    value = value_of_words(whole) + (0.5 if part.lower() == "half" else 0.25) * of_one
    return value * SCALES.get(scale.strip(" -"), 1.0)


def _in_digits(found: re.Match[str]) -> Number | None:
    value = _digits_value(found)
    if value is None:
        return None
    scale = re.split(r"[\s-]+", (found["scale"] or "").lower().strip(" -"))
    for word in scale:
        value *= SCALES.get(word.removesuffix("s"), 1.0) if word else 1.0
    letter = found["letter"] or ""
    return Number(
        start=found.start(),
        end=found.end() - len(letter),
        value=_rounded(value),
        scaled=bool(found["scale"]),
        fraction=bool(found["top"]),
        letter=letter,
    )


def _digits_value(found: re.Match[str]) -> float | None:
    if found["top"]:
        under = int(found["bottom"])
        return float(Fraction(int(found["top"]), under)) if under else None
    if not (found["whole"] or found["point"] or found["glyph"]):
        return None
    whole = re.sub(r"\D", "", found["whole"] or "")
    value = float(f"{whole or '0'}{found['point'] or ''}")
    if found["glyph"]:
        value += GLYPHS[found["glyph"].strip()]
    if found["mixed"]:
        value += int(found["mixed"]) / int(found["under"])
    if found["power"]:
        value *= 10.0 ** int(found["exponent"].replace("\u2212", "-"))
    return value


def _rounded(value: float) -> float:
    """Return the value without the dust of binary arithmetic: 1.1 million is 1100000."""
    return float(f"{value:.12g}")
