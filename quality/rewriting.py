"""Make copies a second way, with other means than `quality.rewording`, to see what generalises.

There a swapped word becomes any other word. Here writers keep to a thesaurus, swap a word the
same way throughout, cut and join sentences, shorten names, spell figures out, condense, and set
their own reporting around a wire's text. Weights are fitted on the even half of the events only;
`quality.copies_again` reports the odd half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from quality.rewording import FUNCTION_DOCUMENTS, QUOTED, stand_ins, turned, with_junk
from twosource.text.weights import background

Sentences = list[str]
Rewrite = Callable[[Sentences, Random, Sentences], Sentences]

JUNK = (
    "Most popular this hour",
    "Have a story for us? Write to the newsdesk.",
    "This video cannot be played in your region.",
    "Share on social media",
    "Opinion: what the council forgot to say about parking",
    "Support independent local journalism from two pounds a week",
    "Photo gallery: the harbour fair in pictures",
    "Comments are closed for this article.",
    "In other news: library opening hours extended",
    "Posted in World, Latest",
)
WORD = re.compile(r"\b[A-Za-z]+\b")
FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?([A-Z][a-z]{2,})\b")
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Gen|Sen|Rep|Gov)\. ")
SMALL_FIGURE = re.compile(r"(?<![\d.,:$%-])\b(1[0-9]|[2-9])\b(?![\d.,:%-])")
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*\b|\b\d[\d.,]*\b")
CLAUSE = re.compile(r"^(.{40,}?)(?:, and |; |, but |, while |, which )(.{30,})$")
SAID_LAST = re.compile(r"^(.{20,}), ((?:[A-Z][\w.]+ ?){1,3}) (said|told .{3,30})\.$")
STAND_IN_DOCUMENTS = range(300, 2500)
_FROM_TWO = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
""".split()
SPELT = {str(number): word for number, word in enumerate(_FROM_TWO, start=2)}


@dataclass(slots=True, kw_only=True)
class Writer:
    """One rewriter at work: swaps a word the same way wherever it comes up."""

    chance: Random
    stand_ins: (
        float  # share of the content words that no thesaurus has, and are swapped all the same
    )
    swapped: dict[str, str] = field(default_factory=dict)

    def reword(self, sentence: str) -> str:
        """Return a sentence with its words swapped; names, figures and quotations stay."""
        parts = QUOTED.split(sentence)
        return "".join(p if n % 2 else WORD.sub(self._swap, p) for n, p in enumerate(parts))

    def _swap(self, found: re.Match[str]) -> str:
        word = found.group()
        if not word.islower():
            return word
        if word not in self.swapped:
            self.swapped[word] = self._other_for(word)
        return self.swapped[word]

    def _other_for(self, word: str) -> str:
        if word in thesaurus():
            return self.chance.choice(thesaurus()[word])
        frequent = background()[1].get(word, 0) > FUNCTION_DOCUMENTS
        if frequent or self.chance.random() >= self.stand_ins:
            return word
        return self.chance.choice(stand_ins(STAND_IN_DOCUMENTS, 5))


@cache
def thesaurus() -> Mapping[str, tuple[str, ...]]:
    """Return the words that may stand for a word, of our own list."""
    rows = Path(__file__).with_name("thesaurus.tsv").read_text(encoding="utf-8").splitlines()
    meanings = (row.split() for row in rows if not row.startswith("#"))
    return {word: tuple(others) for word, *others in meanings}


def restyled(sentence: str) -> str:
    """Return a sentence in another house style: surnames alone, no titles, small figures spelt."""
    parts = QUOTED.split(TITLE.sub("", sentence))
    return "".join(
        part if place % 2 else SMALL_FIGURE.sub(lambda f: SPELT[f.group()], part)
        for place, part in enumerate(parts)
    )


def resaid(sentence: str) -> str:
    """Return a sentence with its speaker first."""
    found = SAID_LAST.match(sentence)
    if not found:
        return sentence
    told, speaker, cue = found.groups()
    return f"{speaker.strip()} {cue} that {told[0].lower()}{told[1:]}."


def vague(sentence: str, chance: Random, share: float) -> str:
    """Return a sentence with this share of its names and figures left unsaid."""

    def unsay(found: re.Match[str]) -> str:
        if chance.random() >= share:
            return found.group()
        return "several" if found.group()[0].isdigit() else "the other"

    parts = QUOTED.split(sentence)
    return "".join(p if n % 2 else NAMED.sub(unsay, p) for n, p in enumerate(parts))


def resplit(sentences: Sequence[str], chance: Random) -> Sentences:
    """Return the sentences, some cut in two at a clause, some short neighbours joined."""
    cut: Sentences = []
    for sentence in sentences:
        found = CLAUSE.match(sentence)
        if found and '"' not in sentence and chance.random() < 0.6:
            first, second = found.groups()
            cut += [f"{first}.", f"{second[0].upper()}{second[1:]}"]
        elif cut and len(sentence) + len(cut[-1]) < 160 and chance.random() < 0.4:
            cut[-1] = f"{cut[-1].rstrip('.')}, and {sentence[0].lower()}{sentence[1:]}"
        else:
            cut.append(sentence)
    return cut


def surnames(sentences: Sequence[str]) -> Sentences:
    """Return the sentences with full names shortened from their second mention on."""
    seen: set[str] = set()

    def shorten(found: re.Match[str]) -> str:
        if found.group() in seen:
            return found.group(1)
        seen.add(found.group())
        return found.group()

    return [FULL_NAME.sub(shorten, sentence) for sentence in sentences]


def _thesaurus(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    writer = Writer(chance=chance, stand_ins=0.25)
    return with_junk([writer.reword(resaid(sentence)) for sentence in text], chance, 2, JUNK)


def _retold(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    writer = Writer(chance=chance, stand_ins=0.5)
    told = surnames([restyled(resaid(sentence)) for sentence in text])
    return with_junk([writer.reword(each) for each in resplit(told, chance)], chance, 3, JUNK)


def _condensed(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    writer = Writer(chance=chance, stand_ins=0.4)
    rest = [sentence for sentence in text[2:] if chance.random() < 0.5]
    return [writer.reword(restyled(each)) for each in resplit([*text[:2], *rest], chance)]


def _own_angle(text: Sentences, chance: Random, own: Sentences) -> Sentences:
    """Return a wire's text, a good half of it as it stood, below the paper's own reporting."""
    wire = [text[0]] + [sentence for sentence in text[1:] if chance.random() < 0.6]
    return own[: max(2, len(wire) // 2)] + wire


def _middle(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    length = max(2, round(0.4 * len(text)))
    start = chance.randrange(len(text) - length + 1)
    return text[start : start + length]


def _reordered(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    """Return a rewording whose second half is told before its first, the lead kept."""
    writer = Writer(chance=chance, stand_ins=0.35)
    half = (len(text) + 1) // 2
    return [writer.reword(each) for each in (text[0], *text[half:], *text[1:half])]


def _loose(text: Sentences, chance: Random, _own: Sentences) -> Sentences:
    """Return what a careless writer makes of it: clauses turned, one name or figure in six gone."""
    writer = Writer(chance=chance, stand_ins=0.45)
    kept = [each for each in text if chance.random() < 0.85] or text[:2]
    told = [vague(turned(resaid(each), chance), chance, 1 / 6) for each in kept]
    return with_junk([writer.reword(each) for each in told], chance, 2, JUNK)


KINDS: Mapping[str, Rewrite] = {
    "loose": _loose,
    "by_thesaurus": _thesaurus,
    "retold": _retold,
    "condensed": _condensed,
    "own_angle": _own_angle,
    "middle_excerpt": _middle,
    "reordered": _reordered,
}


def twin(text: str, chance: Random, names: Sequence[str]) -> str:
    """Return the same text about other people, places and figures, each changed alike throughout.

    What machines write of two quakes or two companies' results looks like that.
    """
    changed: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word not in changed:
            digits = "".join(chance.choice("123456789") if c.isdigit() else c for c in word)
            changed[word] = chance.choice(names) if word[0].isalpha() else digits
        return changed[word]

    return re.sub(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b|\b\d[\d.,]*\d\b", other, text)
