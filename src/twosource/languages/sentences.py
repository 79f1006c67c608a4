"""Part a text into sentences without tearing a quotation from the words that introduce it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.languages.language import Stretch

# Reading a sentence takes the square of its length. Of 78,000 in real news the longest have 2,700
# and are lists of a site. What is longer is parted between words.
LONGEST_SENTENCE = 3_000  # code points
LONGEST_WHOLE_QUOTE = 350  # code points; a longer quotation is parted inside like any other text
LONGEST_WHOLE_BRACKET = 200
LONGEST_ABBREVIATION = 40  # code points before a stop; looking further back takes ever longer

MOST_ATTRIBUTION_WORDS = 9  # before the verb of speech that follows a quotation
LONGEST_ATTRIBUTION = 400  # code points in which they stand

_STOP = re.compile(
    r"(?P<stop>[.!?…]+|[。！？]+)(?P<close>[\"'”’»“)\]」』]*)(?P<gap>\s+|(?<=[。！？」』])|$)"
)
_LINE = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(r"[^\s\"“”'‘’«»(\[—–]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENCLOSED = (
    (re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」"), LONGEST_WHOLE_QUOTE),
    (re.compile(r"\([^()]*\)"), LONGEST_WHOLE_BRACKET),
)
_OPENERS = "\"“‘'«„([—–-「『"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """What a language writes with a stop that ends no sentence.

    An entry with a capital counts only when written so: "Gen. Milley", but "a new gen. Then".
    """

    before_name: frozenset[str]  # "Mr", "Gen": never ends a sentence
    may_end: frozenset[str]  # "p.m", "Inc", "u.s": ends one before a word that starts sentences
    before_number: frozenset[str]  # "no", "art": ends none before a digit
    starters: frozenset[str]  # "the", "but": lower-cased words that start sentences
    said: frozenset[str]  # "asked", "says": `"Why?" Ross asked.` is one sentence


def split_sentences(text: str, stops: Stops) -> tuple[Stretch, ...]:
    """Return the sentences of a text, in order, without the white space between them.

    A line break always ends a sentence, and 3,000 code points do. A quotation of up to 350 is never
    cut, and one that ends in its own stop takes the following "Ross asked" with it.
    """
    return tuple(
        sentence
        for line in _LINE.finditer(text)
        for sentence in _sentences_of_line(text, line.start(), line.end(), stops)
    )


def _sentences_of_line(text: str, start: int, end: int, stops: Stops) -> Iterator[Stretch]:
    line = text[start:end]
    whole = sorted(
        (found.start(), found.end())
        for pattern, longest in _ENCLOSED
        for found in pattern.finditer(line)
        if found.end() - found.start() <= longest
    )
    begin = entered = reach = 0
    for stop in _STOP.finditer(line):
        border = stop.end("close")
        while entered < len(whole) and whole[entered][0] < border:
            reach = max(reach, whole[entered][1])
            entered += 1
        if border < reach or (border < len(line) and not _ends_sentence(line, stop, stops)):
            continue
        yield from _bounded(line, begin, border, start)
        begin = border
    yield from _bounded(line, begin, len(line), start)


def _bounded(line: str, begin: int, end: int, offset: int) -> Iterator[Stretch]:
    while end - begin > LONGEST_SENTENCE:
        most = begin + LONGEST_SENTENCE
        blank = line.rfind(" ", begin + 1, most)
        border = blank if blank > begin else most
        yield from _trimmed(line, begin, border, offset)
        begin = border
    yield from _trimmed(line, begin, end, offset)


def _trimmed(line: str, begin: int, end: int, offset: int) -> Iterator[Stretch]:
    words = line[begin:end]
    left = begin + len(words) - len(words.lstrip())
    right = begin + len(words.rstrip())
    if left < right:
        yield offset + left, offset + right


def _ends_sentence(line: str, stop: re.Match[str], stops: Stops) -> bool:
    after = line[stop.end() : stop.end() + LONGEST_ATTRIBUTION]
    if stop["stop"][0] in "。！？":
        return True
    first = after.lstrip(_OPENERS)[:1]
    if not first or not (first.isupper() or first.isdigit() or not _has_case(first)):
        return False
    following = re.match(r"\W*([\w'’]+)", after)
    next_word = following[1].lower() if following else ""
    if stop["close"] and stop["stop"][-1] in "!?" and _is_attribution(after, stops):
        return False
    if stop["stop"] != ".":
        return stop["stop"][-1] != "…" or stop["stop"] == "…"
    before = line[max(stop.start() - LONGEST_ABBREVIATION, 0) : stop.start()]
    return _stop_is_no_abbreviation(before, after, next_word, stops)


def _stop_is_no_abbreviation(before: str, after: str, next_word: str, stops: Stops) -> bool:
    last = _LAST_WORD.search(before)
    forms = {last[0], last[0].lower()} if last else set()
    if forms & stops.before_name:
        return False
    if forms & stops.before_number:
        return not next_word[:1].isdigit()
    if forms & stops.may_end:
        return next_word in stops.starters or after.lstrip()[:1] in _OPENERS
    if last and _INITIALS.fullmatch(last[0]) and last[0][0].isupper():
        # "J. Edgar", "U.N. Security Council", but "Plan B. The"
        return next_word in stops.starters
    return True


def _is_attribution(after: str, stops: Stops) -> bool:
    """Return whether a short reporting clause follows: ` Ross, the skipper, asked.`"""
    clause = re.match(r"[^.;:!?\"“]*", after)
    words = clause[0].replace(",", " ").split() if clause else []
    return any(word.lower() in stops.said for word in words[:MOST_ATTRIBUTION_WORDS])


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()
