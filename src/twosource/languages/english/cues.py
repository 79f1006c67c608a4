"""The words that tell of speech, by every form they take: "say", "says", "said", "saying"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from twosource.model.annotated import Sense
from twosource.text.endings import past_and_ing, with_s

_SENSES: Mapping[str, Sense] = {
    "asserted": "asserted",
    "denied": "denied",
    "asked": "asked",
    "supposed": "supposed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of speech or thought: what it makes of its content, and its frames."""

    word: str  # the base form
    sense: Sense
    frames: frozenset[str]  # the letters are explained at the head of the table


@cache
def english_verbs() -> Mapping[str, Cue]:
    """Return the cue of every form of every English verb of speech, lower-cased."""
    cues: dict[str, Cue] = {}
    for word, forms, sense, frames in _rows("english-cues.tsv"):
        cue = Cue(word=word, sense=_SENSES[sense], frames=frozenset(frames))
        verb, _, particle = word.partition(" ")
        for form in (verb, with_s(verb), *_past_and_ing(verb, forms)):
            cues.setdefault(f"{form} {particle}".strip(), cue)
    return cues


@cache
def english_nouns() -> Mapping[str, Cue]:
    """Return the cue of every English noun that stands for what is said, singular and plural."""
    cues: dict[str, Cue] = {}
    for word, sense, frames in _rows("english-cue-nouns.tsv"):
        cue = Cue(word=word, sense=_SENSES[sense], frames=frozenset(frames))
        cues[word] = cues[with_s(word)] = cue
    return cues


@cache
def english_list(name: str) -> frozenset[str]:
    """Return one of the closed lists of English words, by its name in the table."""
    text = files("twosource.languages").joinpath("tables", "english-words.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[name])


def _rows(table: str) -> Iterator[list[str]]:
    text = files("twosource.languages").joinpath("tables", table).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _past_and_ing(word: str, forms: str) -> Iterable[str]:
    if forms == "-":
        return past_and_ing(word)
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    return (*forms.split(","), stem + "ing")
