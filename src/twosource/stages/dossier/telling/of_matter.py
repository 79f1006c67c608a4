"""Say which numbers in a sentence are values of a claim: no hours, idioms, ages or informants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.text.units import is_currency

TIME_UNITS = frozenset(
    """second minute hour day week month year decade century winter summer season night""".split()
)
SMALL = 12  # up to here a number stands in figures of speech as often as it counts something
# Of these one says how many there are without counting anything: "the two sides", "two pairs of
# hands", "three reasons".
_SAID_OF = frozenset(
    """pair side hand eye foot half end way thing sort kind mind word point reason question account
    time party front step story line face leg cheer lesson option choice turn page thought chance
    look language front world tongue head camp""".split()
)
_HOURS = 24
_BEFORE_CLOCK = re.compile(
    r"\b(?:at|by|around|about|until|till|after|before|since|past|from|for|(?:quarter|half|five|ten|"
    r"twenty|minutes?) to)\s+$",
    re.IGNORECASE,
)
_AFTER_CLOCK = re.compile(
    r"^(?:\s+(?:in the (?:morning|afternoon|evening|night)|at night|last night|tonight|sharp|"
    r"yesterday|today|tomorrow|this (?:morning|afternoon|evening)|on (?:[A-Z]\w+day|the morning)|"
    r"local time|he|she|it|they|we)\b|\s*[,.;:”\"]|\s+and\s|\s*$)"
)
_O_CLOCK = re.compile(r"^\s+o['’]clock\b|^\s?[ap]\.?m\b", re.IGNORECASE)
# "The final toll, 46, was told": no age.
_NUMBER_OF = re.compile(r"(?:\d|\b(?:toll|count|number|total|tally|majority|turnout)\b[^,]*), $")
# Shares of a thing are no count of it: "one container in four".
_ONE_IN = re.compile(r"\b(?:one|1)\s(?:\w+\s)?(?:in|out of)\s+$", re.IGNORECASE)
# Vague ones cannot agree or differ: "dozens", "several thousand".
_VAGUE = re.compile(
    r"(?:\w+ ){0,2}(?:dozens|scores|tens|hundreds|thousands|millions|billions|several|many|"
    r"a (?:dozen|few|couple)|half)\b",
    re.IGNORECASE,
)


# "Norda's | $8 billion | takeover".
_WHICH = re.compile(
    r"(?:\b(?:the|its|his|her|their|this|that)|['’]s?)\s+(?:proposed |planned )?$", re.IGNORECASE
)
_THING = re.compile(
    r"[ -](?!(?:a|and|as|at|by|for|from|if|in|is|of|on|or|per|that|to|was|were|which|with)\b)[a-z]+"
)
# "Guilty on eleven of | 14 counts": the first is told, of the second it is a part.
_PART_OF_ALL = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
    r" (?:out )?of (?:its |his |her |their |the (?:[\w-]+['’]s? )?|(?-i:[A-Z])[\w-]*['’]s? )?"
    r"(?:all )?$",
    re.IGNORECASE,
)


# "Won 38 percent, with | 96 percent | of ballots counted": how far the count has come.
_WITH = re.compile(r"\b[Ww]ith (?:about |some |nearly |almost |more than |just )?$")
_COUNTED = re.compile(
    r" (?:of (?:the |all )?(?:[a-z]+ ){1,2})?(?:counted|reporting|declared|in)\b", re.IGNORECASE
)


def is_value(
    figure: Figure, sentence: str, start: int, who: Sequence[Span], *, befell: bool
) -> bool:
    """Return whether a figure is a value that a claim can turn on.

    `start` is where the sentence starts in its part, `who` are the stretches that name speakers
    and sources ("two people briefed on the talks"), `befell` says that it counts what befell
    somebody. Not a value is what only says which thing is spoken of ("the review of its $8 billion
    takeover" tells of a review), what another is a part of ("eleven of 14 counts"), how long
    something took, what o'clock it was, an age in brackets, "the twenty-seven" for a union of so
    many, a number of informants, and a small number of what one only speaks of by numbers ("the
    two sides"). One of something is a value only of what befell people.
    """
    left, right = figure.span.start - start, figure.span.end - start
    before, words, after = sentence[:left], sentence[left:right], sentence[right:]
    if not figure.matter or figure.value <= 0 or figure.unit in TIME_UNITS or _VAGUE.match(words):
        return False
    if any(each.touches(figure.span) for each in who):
        return False
    if _PART_OF_ALL.search(before):
        return False
    if befell:
        return True
    if _WITH.search(before) and _COUNTED.match(after):
        return False
    if is_currency(figure.unit or "") and _WHICH.search(before) and _THING.match(after):
        return False
    if figure.value == 1 or _ONE_IN.search(before):
        return False
    if figure.value <= SMALL and figure.unit is not None and _head(figure.unit) in _SAID_OF:
        return False
    return figure.unit is not None or not (_is_hour(figure, before, after) or _alone(before, after))


def _head(unit: str) -> str:
    return unit.lower().removesuffix("s")


def _is_hour(figure: Figure, before: str, after: str) -> bool:
    if figure.value > _HOURS:
        return False
    if _O_CLOCK.search(after):
        return True
    return bool(_BEFORE_CLOCK.search(before) and _AFTER_CLOCK.search(after))


def _alone(before: str, after: str) -> bool:
    """Return whether a bare number stands for a name or an age: "the 27", "Moe (19)", "19,"."""
    beside = (before[-1:], after[:1]) == ("(", ")") or (before[-2:], after[:1]) == (", ", ",")
    return (beside and not _NUMBER_OF.search(before)) or bool(re.search(r"\b[Tt]he $", before))


_BYGONE = re.compile(
    r"\b(?:from|previous(?:ly)?|earlier|initial(?:ly)?|compared (?:with|to)|than the|"
    r"revised (?:down |up )?from|instead of|not|had (?:put|given) (?:it|the \w+) at)\W+"
    r"(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
# "Well below the employers' figure of 35 million", "rejected the union's estimate of 900".
_OF_ANOTHER = re.compile(
    r"\b(?:above|below|beneath|over|under|beyond|exceed\w*|than|against|unlike|half|double|twice|"
    r"triple|short of|compared (?:with|to)|reject\w*|disput\w*|dismiss\w*|question\w*|"
    r"challeng\w*|contradict\w*|doubt\w*|den(?:y|ied|ies)|replac\w*) "
    r"(?:(?!(?:put|said|gave|is|was|were)\b)[\w’'-]+ ){0,4}?"
    r"(?:[\w-]+(?:[’']s|s[’'])|their|his|her|its) (?:[\w-]+ ){0,2}?"  # somebody's, not "a final"
    r"(?:figure|estimate|count|tally|claim|forecast|projection|prediction|reckoning)s? of "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def is_bygone(sentence: str, figure: Figure, start: int) -> bool:
    """Return whether a figure is told as what held before: "up from 14", "not 21".

    Or as another's that is set against: "well below the union's figure of 14".
    """
    before = sentence[: figure.span.start - start]
    return bool(_BYGONE.search(before) or _OF_ANOTHER.search(before))
