"""Read a language nobody has written a module for: by marks, capitals and stops alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.languages.language import (
    Language,
    Named,
    NameWords,
    Reading,
    Said,
    Sentence,
    Stretch,
)
from twosource.languages.sentences import Stops, split_sentences
from twosource.model.identity import LanguageCode

MARKS = tuple((pair[0], pair[1]) for pair in '„“ „” “” «» »« "" ‹› ‚‘ ‘’ 「」 『』 《》'.split())

_NO_STOPS = Stops(
    before_name=frozenset({"Dr", "Mr", "St", "Prof", "Sr", "Sra", "M", "Mme"}),
    may_end=frozenset(),
    before_number=frozenset({"nr", "no", "art"}),
    starters=frozenset(),
    said=frozenset(),
)
_PARTICLES = frozenset(
    ["de", "da", "di", "do", "del", "der", "den", "van", "von", "la", "le", "el", "al", "bin", "y"]
)
_WORD = re.compile(r"\w[\w'’-]*")
# "Said on Tuesday in | Lund", "the mayor of | Lund", "to the paper | Nyland": none of these speaks.
_LEADS_ELSEWHERE = """à ad ai al alla am an at au auf aus aux bei da dal de degli dei del dell della
    des di do du em en i im in na nel nella no of om op per på por sur te tegen til till to vid von
    vor zu zum zur"""
_ELSEWHERE = re.compile(
    rf"\b(?:(?:{'|'.join(_LEADS_ELSEWHERE.split())}) (?:[a-zà-ÿ]+ ){{0,2}}|a (?:l[aeo]s? )?)$"
)  # "a" leads to whom it was told, but "a dit Paul Lund"
_SPEAKER_NEAR = 80  # code points between a quotation and the name taken for its speaker


def open_universal(code: LanguageCode) -> Language:
    """Return a language read without a model.

    Names are runs of capitalised words that do not merely start a sentence; scripts without
    capitals give none. A quotation's speaker is the nearest such name of its sentence, outside
    the marks, that no preposition leads to. Indirect speech is not read.
    """
    return Language(
        code=code,
        model="rules 1",
        marks=MARKS,
        pronouns=(),
        labels=frozenset(),
        happenings=frozenset(),
        name_words=NameWords(),
        split_sentences=_split,
        find_names=_find_names,
        find_said=_find_said,
        true_case=_as_it_stands,
    )


def _split(text: str) -> tuple[Stretch, ...]:
    return split_sentences(text, _NO_STOPS)


def _find_names(texts: Sequence[Reading]) -> tuple[tuple[Named, ...], ...]:
    return tuple(_names_of(each.text) for each in texts)


def _names_of(text: str) -> tuple[Named, ...]:
    starts = {start for start, _ in _split(text)}
    runs = _capitalised_runs(text)
    inside = {text[start:end] for start, end in runs if start not in starts}
    return tuple(
        Named(start=start, end=end, kind="other")
        for start, end in runs
        if start not in starts or text[start:end] in inside or " " in text[start:end]
    )


def _capitalised_runs(text: str) -> list[Stretch]:
    """Return runs of capitalised words, joined over single blanks and particles of names."""
    runs: list[Stretch] = []
    reach = -1  # where the run that may go on has come to, particles included; -1 for none
    for word in _WORD.finditer(text):
        goes_on = reach >= 0 and text[reach : word.start()] in (" ", "\u00a0")
        if word[0][0].isupper():
            if goes_on:
                runs[-1] = runs[-1][0], word.end()
            else:
                runs.append(word.span())
            reach = word.end()
        else:
            reach = word.end() if goes_on and word[0] in _PARTICLES else -1
    return runs


def _find_said(sentences: Sequence[Sentence]) -> tuple[tuple[Said, ...], ...]:
    """Return the quotations that have words beside them: others go on with those around them."""
    return tuple(
        tuple(
            Said(content=(quote,), speaker=_near(quote, sentence), cue=None)
            for quote in sentence.quoted
            if len(sentence.text[quote[0] : quote[1]].split()) > 3
            and re.search(r"\w", sentence.text[: quote[0]] + sentence.text[quote[1] :])
        )
        for sentence in sentences
    )


def _near(quote: Stretch, sentence: Sentence) -> Stretch | None:
    """Return the name nearest to a quotation that can have said it.

    Before it one of several words goes first, since some languages write all nouns large; whom
    an office behind it is told to be is meant: "said the mayor of Lund, | Ana Ortiz".
    """
    names = [
        (each.start, each.end)
        for each in _names_of(sentence.text)
        if not any(start <= each.start < end for start, end in sentence.quoted)
    ]
    able = [each for each in names if not _ELSEWHERE.search(sentence.text[: each[0]])]
    behind = [each for each in able if 0 <= each[0] - quote[1] <= _SPEAKER_NEAR]
    before = [each for each in able if 0 <= quote[0] - each[1] <= _SPEAKER_NEAR]
    if behind:
        named = (
            each
            for each in able
            if sentence.text[behind[0][1] : each[0]] == ", " and " " in sentence.text[slice(*each)]
        )
        return next(named, behind[0])
    full = [each for each in before if " " in sentence.text[slice(*each)]]
    return next(reversed(full or before), None)


def _as_it_stands(text: str) -> str:
    return text
