"""Find names, figures and statements in a text, for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.factories import article
from twosource.languages import open_language
from twosource.model.annotated import Figure, Mention, Quote
from twosource.model.identity import LanguageCode, Span
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import annotate
from twosource.stages.annotate.figures import find_figures
from twosource.stages.annotate.times.find import find_times

ENGLISH = open_language(LanguageCode("en"), AnnotateSettings())
THURSDAY = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def mentions(text: str, headline: str = "") -> dict[str, Mention]:
    """Return the names of a text by their words, the last one of equal words."""
    of = article(text, headline=headline)
    return {of.words(each.span): each for each in annotate(of, ENGLISH).mentions}


def figures(text: str, *, url: str = "", language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of an article of one sentence, published on a Thursday."""
    page = article(text, headline="", published=THURSDAY, url=url, language=LanguageCode(language))
    sentences = [Span(start=0, end=len(text))]
    return find_figures(page, sentences, find_times(page, sentences))


def only(text: str) -> Figure:
    """Return the one figure of a sentence."""
    (figure,) = figures(text)
    return figure


def issuers(text: str) -> list[str | None]:
    """Return the party that gives each figure of a text, None for nobody."""
    of = article(text, headline="")
    found = annotate(of, ENGLISH).figures
    return [of.words(each.issuer) if each.issuer else None for each in found]


def told(text: str, headline: str = "") -> list[tuple[str, str | None, str]]:
    """Return the words, speaker and kind of each statement in a text."""
    of = article(text, headline=headline)

    def words(quote: Quote) -> str:
        return " … ".join(of.words(span) for span in quote.content)

    return [
        (words(quote), of.words(quote.speaker) if quote.speaker else None, quote.kind)
        for quote in annotate(of, ENGLISH).quotes
    ]
