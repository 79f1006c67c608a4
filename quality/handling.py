"""Make copies a third way: what desks, machines and chains of outlets do to a text.

Each way is one habit: figures rounded and names cut to surnames, the order of time, every sentence
joined to its neighbour or cut in two, the passive, speech turned indirect, a scanner's errors, the
site's furniture all around. No way was looked at when the rules of lineage were written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from quality.rewording import QUOTED

Sentences = list[str]
Handle = Callable[[Sentences, Random], Sentences]

FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?([A-Z][a-z]{2,})\b")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
MONTH = rf"(?:{'|'.join(MONTHS.split())})[a-z]*\.?"
DAY = re.compile(rf"(?P<day>\b{MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b)")
NUMBER = re.compile(
    rf"{DAY.pattern}|(?<![\w.:/-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{2,}})"
    r"(?![\w:/-]|[.,]\d| ?[ap]\.?m)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BEFORE = re.compile(r"\b(?:had|earlier|previously|last (?:year|month|week)|ago|since)\b")
CLAUSE = re.compile(
    r"^(.{25,}?)(?:, and |; |, but |, while |, which |, who |, after | because )(.+)$"
)
SAID_LAST = re.compile(
    r"^[\"“](?P<told>[^\"“”]{15,}?)[,.]?[\"”],? "
    r"(?P<who>[A-Z][\w.' ]{2,40}?|the \w+|he|she|they) said\b"
    r"(?P<rest>[^\"“”]*)$"
)
WORD = re.compile(r"\b[A-Za-z]+\b")
_FROM_I_TO_HE = """
    I he We they we they my his our their me him us them
    am was are were is was will would can could have had
"""
FIRST_PERSON = dict(zip(_FROM_I_TO_HE.split()[::2], _FROM_I_TO_HE.split()[1::2], strict=True))
_DEED = """
    killed injured arrested charged approved rejected launched announced attacked bought acquired
    won destroyed damaged hit struck rescued closed opened signed fired sued ordered blocked
    confirmed released named found issued led held warned beat defeated
"""
PARTICIPLE = {"struck": "struck", "won": "won", "beat": "beaten"}
ACTIVE = re.compile(
    r"^(?P<who>[A-Z][\w .,'-]{2,60}?) (?:has |have )?(?P<deed>"
    + "|".join(_DEED.split())
    + r") (?P<whom>(?:the |a |an |its |his |her |at least |more |\d|[A-Z])[\w '-]{2,60}?)"
    r"(?P<rest>(?:,|\.| on | in | at | after | for | with | near | by ).*)$"
)
SCANNED = (("rn", "m"), ("li", "h"), ("l", "1"), ("e", "c"), ("o", "0"), ("fi", "ﬁ"), ("ff", "ﬀ"))
MANGLED = {"'": "â€™", "’": "â€™", '"': "â€œ", "“": "â€œ", "”": "â€", "-": "â€“", "é": "Ã©"}
FURNITURE = tuple(
    """\
Home
News
Sport
Weather
Jobs
Sign in
Newsletters
Search
Puzzles
Skip to main content
Advertisement
Share this article
Copy link
Listen
Reading time: 4 minutes
Most viewed
Harbour fair draws a record crowd
Seven recipes for a rainy week
Subscribe from one crown a month
More on this subject
Chess column: the quiet move
Tell us what you think of the new page
About us
Contact the newsroom
Terms and conditions
Cookie settings
All rights reserved""".splitlines()
)


@cache
def other_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that may stand for a word, of a list made for this alone."""
    rows = Path(__file__).with_name("other_words.tsv").read_text(encoding="utf-8").splitlines()
    meanings = (row.split("\t") for row in rows if not row.startswith("#"))
    return {word: tuple(others) for word, *others in meanings}


def in_other_words(text: Sequence[str], chance: Random) -> Sentences:
    """Return sentences with every word swapped that the list has, each the same way throughout."""
    swapped: dict[str, str] = {}

    def swap(found: re.Match[str]) -> str:
        word = found.group()
        opens = found.start() == 0 and found.string[found.end() :][:2].strip().islower()
        if word.lower() not in other_words() or not (word.islower() or opens):
            return word
        other = swapped.setdefault(word.lower(), chance.choice(other_words()[word.lower()]))
        return other if word.islower() else other[0].upper() + other[1:]

    return [
        "".join(p if n % 2 else WORD.sub(swap, p) for n, p in enumerate(QUOTED.split(sentence)))
        for sentence in text
    ]


def rounded(sentence: str) -> str:
    """Return a sentence with its figures rounded to one digit, days and years as they are."""

    def to_one_digit(found: re.Match[str]) -> str:
        digits = (found["digits"] or "").replace(",", "")
        if not digits or YEAR.fullmatch(digits):
            return found.group()
        return f"{round(int(digits), 1 - len(digits)):,}"

    return NUMBER.sub(to_one_digit, sentence)


def in_two(sentence: str) -> Sentences:
    """Return a sentence cut at its first clause that can be cut off, else as it is."""
    found = CLAUSE.match(sentence)
    if found is None or '"' in sentence or "“" in sentence:
        return [sentence]
    first, second = found.groups()
    return [f"{first}.", second[0].upper() + second[1:]]


def in_passive(sentence: str) -> str:
    """Return a sentence with whom it was done to first, where it has one of some fifty deeds."""
    found = ACTIVE.match(sentence)
    if found is None:
        return sentence
    whom, deed = found["whom"], PARTICIPLE.get(found["deed"], found["deed"])
    who = found["who"] if found["who"].split()[0] not in ("The", "A") else "t" + found["who"][1:]
    return f"{whom[0].upper()}{whom[1:]} was {deed} by {who}{found['rest']}"


def indirect(sentence: str) -> str:
    """Return a sentence with what it quotes told: the speaker first, no marks, in the past."""
    found = SAID_LAST.match(sentence)
    if found is not None:
        words = (FIRST_PERSON.get(word, word) for word in found["told"].split())
        who = found["who"][0].upper() + found["who"][1:]
        return f"{who} said that {' '.join(words)}{found['rest'] or '.'}"
    return re.sub(r"[\"“”]|``|''", "", sentence)


def _rounded_surnames(text: Sentences, chance: Random) -> Sentences:
    return in_other_words([FULL_NAME.sub(r"\1", rounded(each)) for each in text], chance)


def _by_time(text: Sentences, chance: Random) -> Sentences:
    """Return the earliest first: by years, then what had been before, then the rest."""

    def moment(sentence: str) -> tuple[int, int]:
        years = [int(year) for year in YEAR.findall(sentence)]
        return (min(years, default=2100), not BEFORE.search(sentence))

    return in_other_words(sorted(text, key=moment), chance)


def _joined(text: Sentences, chance: Random) -> Sentences:
    pairs = [text[n : n + 2] for n in range(0, len(text), 2)]
    joined = [
        f"{one.rstrip('.')}, and {rest[0][0].lower()}{rest[0][1:]}" if rest else one
        for one, *rest in pairs
    ]
    return in_other_words(joined, chance)


def _split(text: Sentences, chance: Random) -> Sentences:
    return in_other_words([part for each in text for part in in_two(each)], chance)


def _passive(text: Sentences, chance: Random) -> Sentences:
    return in_other_words([in_passive(each) for each in text], chance)


def _indirect(text: Sentences, chance: Random) -> Sentences:
    return in_other_words([indirect(each) for each in text], chance)


def _scanned(text: Sentences, chance: Random) -> Sentences:
    """Return what a scanner reads: one word in eight garbled, lines broken inside words."""

    def garbled(word: str) -> str:
        if chance.random() < 0.02 and len(word) > 6:
            return f"{word[:3]}- {word[3:]}"
        if chance.random() >= 0.125:
            return word
        return word.replace(*chance.choice(SCANNED), 1)

    return [" ".join(garbled(word) for word in each.split()) for each in text]


def _mangled(text: Sentences, _chance: Random) -> Sentences:
    """Return what is left when UTF-8 is read as another code."""
    return ["".join(MANGLED.get(letter, letter) for letter in each) for each in text]


def _in_furniture(text: Sentences, chance: Random) -> Sentences:
    pieces = chance.sample(FURNITURE, len(FURNITURE))
    return [*pieces[:12], *text[:4], *pieces[12:14], *text[4:], *pieces[14:]]


def _teaser(text: Sentences, _chance: Random) -> Sentences:
    words = " ".join(text).split()[:40]
    return [" ".join(words) + "…", "Read the whole story with a subscription."]


def _all_at_once(text: Sentences, chance: Random) -> Sentences:
    """Return what a careful hand makes of it: passive, indirect, cut in two, rounded, surnames."""
    told = [FULL_NAME.sub(r"\1", rounded(indirect(in_passive(each)))) for each in text]
    return in_other_words([part for each in told for part in in_two(each)], chance)


def _as_it_is(text: Sentences, _chance: Random) -> Sentences:
    return text


HANDS: Mapping[str, Handle] = {
    "rounded_surnames": _rounded_surnames,
    "by_time": _by_time,
    "joined": _joined,
    "split": _split,
    "passive": _passive,
    "indirect": _indirect,
    "all_at_once": _all_at_once,
    "scanned": _scanned,
    "mangled": _mangled,
    "headline_only": _as_it_is,
    "in_furniture": _in_furniture,
    "teaser": _teaser,
}
