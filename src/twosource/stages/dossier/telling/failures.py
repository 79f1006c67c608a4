"""Read what a story has but one of: an exact minute, a part of a machine that failed."""

from __future__ import annotations

import re

from twosource.text.tabled import table, words_of

NEAR_WORDS = 5  # between the part and the word that it failed

_FAILED = words_of("words-en.toml", "failed")
_PARTS = table("sources-en.toml")["machine_parts"]  # whole words only
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_PARTS = re.compile(r"[.;:!?]")


def failed_parts(words: str) -> frozenset[str]:
    """Return which parts words tell to have failed, in whatever words; empty where none.

    Part and failure must stand within a few words of each other in one clause.
    """
    found = set()
    for clause in _SENTENCE_PARTS.split(words.lower()):
        forms = _WORD.findall(clause)
        failures = [place for place, form in enumerate(forms) if form in _FAILED]
        for place, form in enumerate(forms):
            part = _PART_OF.get(form)
            if part and any(abs(place - other) <= NEAR_WORDS for other in failures):
                found.add(part)
    return frozenset(found)


_HOUR_WORDS = tuple("""twelve one two three four five six seven eight nine ten eleven""".split())
_STEPS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_DIGITS = re.compile(r"(?<![\d.:,])(\d{1,2})[:.](\d\d)(?![\d.:]\d|\d|\s?(?:%|percent|per cent))")
_WORDS = re.compile(
    rf"\b(?:an? )?({'|'.join(sorted(_STEPS, key=len, reverse=True))})(?: minutes)? (past|to) "
    rf"({'|'.join(_HOUR_WORDS)})\b",
    re.IGNORECASE,
)
_SAYS_TIME = re.compile(
    r"^\s?(?:[ap]\.?m\b|o['’]clock|hours\b|local\b|(?:on|by) (?:the|his|her|my|our) )"
)
_AT = re.compile(r"\b(?:at|by|around|about|until|till|before|after|since|from|was)\s$")


def minutes_in(words: str) -> frozenset[int]:
    """Return the exact minutes that words name, from 0 to 719: of half a day, since half the
    texts leave out which half.

    Full, half and quarter hours are left out: too much happens "at three".
    """
    found = set()
    for each in _DIGITS.finditer(words):
        hour, minute = int(each.group(1)), int(each.group(2))
        tells = ":" in each.group() or _SAYS_TIME.search(words[each.end() :])
        if (
            hour < 24
            and minute < 60
            and tells
            and (_SAYS_TIME.search(words[each.end() :]) or _AT.search(words[: each.start()]))
        ):
            found.add(hour % 12 * 60 + minute)
    for each in _WORDS.finditer(words):
        minute = _STEPS[each.group(1).lower()]
        hour = _HOUR_WORDS.index(each.group(3).lower())
        found.add((hour * 60 + (minute if each.group(2).lower() == "past" else -minute)) % 720)
    return frozenset(each for each in found if each % 15)
