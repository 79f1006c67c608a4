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
_SPEAKER_NEAR = 80  # code points between a quotation and the name taken for its speaker


def open_universal(code: LanguageCode) -> Language:
    """Return a language read without a model.

    Names are runs of capitalised words that do not merely start a sentence; scripts without
    capitals give none. A quotation's speaker is the nearest such name of its sentence, outside
    the marks. Indirect speech is not read.
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
    return tuple(
        tuple(
            Said(content=(quote,), speaker=_near(quote, sentence), cue=None)
            for quote in sentence.quoted
            if len(sentence.text[quote[0] : quote[1]].split()) > 3
        )
        for sentence in sentences
    )


def _near(quote: Stretch, sentence: Sentence) -> Stretch | None:
    names = [
        (max(quote[0] - name.end, name.start - quote[1]), (name.start, name.end))
        for name in _names_of(sentence.text)
        if not any(start <= name.start < end for start, end in sentence.quoted)
    ]
    nearest = min(names, default=None)
    return nearest[1] if nearest and nearest[0] <= _SPEAKER_NEAR else None


def _as_it_stands(text: str) -> str:
    return text
