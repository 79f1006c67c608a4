"""An article is read in all its parts, and always in the same way."""

from __future__ import annotations

from tests.factories import article
from tests.stages.annotate.found import ENGLISH
from twosource.canonical import to_bytes
from twosource.languages import open_language
from twosource.model.acquired import Block, Part
from twosource.model.annotated import Annotated
from twosource.model.identity import LanguageCode, Span
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import annotate


def all_spans(of: Annotated) -> list[Span]:
    quotes = [s for q in of.quotes for s in (*q.content, q.speaker, q.cue) if s is not None]
    mentions = [s for m in of.mentions for s in (m.span, m.title) if s is not None]
    return [*of.sentences, *quotes, *mentions]


def test_headline_deck_body_and_captions_are_read_in_that_order() -> None:
    of = article(
        "The ferry sank.",
        headline="Ferry sinks",
        deck="All are safe.",
        parts=(Part(kind="caption", number=1, text="The ferry in May."),),
    )
    parts = [span.part for span in annotate(of, ENGLISH).sentences]
    assert parts == ["headline", "deck", "body", "caption 1"]


def test_related_titles_are_not_read() -> None:
    of = article("The ferry sank.", parts=(Part(kind="related", number=1, text="Oslo votes."),))
    assert all(span.part != "related 1" for span in annotate(of, ENGLISH).sentences)


def test_every_span_lies_inside_its_part() -> None:
    of = annotate(
        article(
            "“We left,” said Anna Berg, the mayor of Oslo. She warned of storms.",
            headline="Berg: Oslo Will Wait For Spring",
        ),
        ENGLISH,
    )
    assert all_spans(of)
    for span in all_spans(of):
        assert of.article.words(span).strip() == of.article.words(span) != ""


def test_heading_in_capitals_does_not_hide_its_names() -> None:
    text = "STORM HITS NORWAY\n\nThe ferry sank."
    of = article(text, blocks=(Block(start=0, end=17, kind="heading"), Block(start=19, end=34)))
    assert [of.words(m.span) for m in annotate(of, ENGLISH).mentions] == ["NORWAY"]


def test_equal_articles_have_equal_bytes() -> None:
    of = article("“We left,” Berg said. Oslo was calm, Reuters reported.")
    assert to_bytes(annotate(of, ENGLISH)) == to_bytes(annotate(of, ENGLISH))


def test_text_of_an_unknown_language_is_read_without_a_model() -> None:
    of = article(
        "Paul Lund est venu à Bergen. « Nous sommes là depuis hier », a dit Paul Lund.",
        language=LanguageCode("fr"),
    )
    found = annotate(of, open_language(LanguageCode("fr"), AnnotateSettings()))
    assert [of.words(q.speaker) for q in found.quotes if q.speaker] == ["Paul Lund"]


def test_quotation_that_stands_alone_in_an_unknown_language_goes_on_with_the_one_before() -> None:
    of = article(
        "« Nous sommes là depuis hier », a dit Paul Lund. « Personne ne nous répond. »",
        language=LanguageCode("fr"),
    )
    (said,) = annotate(of, open_language(LanguageCode("fr"), AnnotateSettings())).quotes
    assert len(said.content) == 2
