"""Read the statements of a text, for tests."""

from __future__ import annotations

from tests.factories import article
from twosource.languages import open_language
from twosource.model.annotated import Quote
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import annotate

ENGLISH = open_language(LanguageCode("en"), AnnotateSettings())


def told(text: str, headline: str = "") -> list[tuple[str, str | None, str]]:
    """Return the words, speaker and kind of each statement in a text."""
    of = article(text, headline=headline)

    def words(quote: Quote) -> str:
        return " … ".join(of.words(span) for span in quote.content)

    return [
        (words(quote), of.words(quote.speaker) if quote.speaker else None, quote.kind)
        for quote in annotate(of, ENGLISH).quotes
    ]
