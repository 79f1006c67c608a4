"""Measure whether a passage that takes back an earlier report, or calls it wrong, is known as such.

`quality/taken_back/` holds passages of our own, and such as only read like one: a ministry that
withdraws its report, a minister who wrongly said something. Asked are what it does, whose report
it speaks of, and which numbers it calls wrong. Half of them were not read while rules were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from quality.measure import Measure
from twosource.stages.dossier.notices.cues import OWN, cue_in
from twosource.stages.dossier.notices.told import wrong_numbers

TEXTS = Path(__file__).with_name("taken_back")
SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
Read = tuple[str, str, frozenset[float]]
NONE: Read = ("none", "", frozenset())


def passages_in(path: Path) -> Iterator[tuple[Read, str]]:
    """Yield passages with what they are: "== faults | own | 412"."""
    for section in path.read_text(encoding="utf-8").split("== ")[1:]:
        head, _, words = section.partition("\n")
        does, whose, numbers = (each.strip() for each in head.split("|"))
        wrong = frozenset(float(each) for each in numbers.split())
        yield (does, "" if whose == "own" else whose, wrong), words.strip()


def read_passage(words: str) -> Read:
    """Return what is read in a passage: the first of its sentences that speaks of a report."""
    sentences = [*SENTENCES.split(words), ""]
    for place, sentence in enumerate(sentences[:-1]):
        cue = cue_in(sentence, then=sentences[place + 1])
        if cue is None or cue.whose not in (OWN, "Norda Press"):
            continue
        if cue.withdraws:
            return "withdraws", cue.whose, frozenset()
        return "faults", cue.whose, wrong_numbers(sentence, then=sentences[place + 1])
    return NONE


def known(path: Path, _data: Path) -> Mapping[str, float]:
    """Answer the share of notices read right in all, and of other passages left alone."""
    passages = list(passages_in(path))
    notices = [read_passage(words) == what for what, words in passages if what != NONE]
    others = [read_passage(words) == what for what, words in passages if what == NONE]
    return {"read": sum(notices) / len(notices), "left_alone": sum(others) / len(others)}


MEASURES = (
    Measure(name="taken_back.seen", corpora=(), run=partial(known, TEXTS / "seen.txt")),
    Measure(name="taken_back.held_out", corpora=(), run=partial(known, TEXTS / "held_out.txt")),
)
