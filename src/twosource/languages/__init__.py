"""A language is a value: how sentences end, what is a name, and how it tells who said what."""

from __future__ import annotations

from functools import cache

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
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings

__all__ = [
    "Language",
    "NameWords",
    "Named",
    "Pronouns",
    "Reading",
    "Said",
    "Sentence",
    "Stretch",
    "open_language",
]


@cache
def open_language(code: LanguageCode, settings: AnnotateSettings) -> Language:
    """Return what is known of a language; one without a module of its own is read by plain rules.

    The model behind a language is loaded once per process. Raises MissingExtraError when the
    model that the settings name is not installed.
    """
    if code == "en":
        from twosource.languages.english.language import open_english

        return open_english(settings.model)
    from twosource.languages.universal import open_universal

    return open_universal(code)
