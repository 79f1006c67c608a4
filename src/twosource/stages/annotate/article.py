"""Read an article once and mark in it everything that the later stages ask for."""

from __future__ import annotations

from twosource.languages import Language
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.stages.annotate.antecedents import resolve_pronouns
from twosource.stages.annotate.figures import find_figures
from twosource.stages.annotate.figures.issuer import given_by
from twosource.stages.annotate.mentions import find_mentions
from twosource.stages.annotate.parts import passages_of
from twosource.stages.annotate.quotes import find_quotes
from twosource.stages.annotate.times.find import find_times


def annotate(article: Article, language: Language) -> Annotated:
    """Return the article with its sentences, names, statements, figures and dates, each by span.

    Headline, deck, body and captions are read; `sentences` and everything else come in that
    order of the parts. Equal articles and languages give equal answers.
    """
    passages = passages_of(article, language)
    sentences = tuple(
        passage.span(stretch) for passage in passages for stretch in passage.sentences
    )
    quotes = find_quotes(passages, language)
    mentions = find_mentions(passages, quotes, language)
    times = find_times(article, sentences)
    said = resolve_pronouns(quotes, mentions, passages, language)
    return Annotated(
        article=article,
        sentences=sentences,
        mentions=mentions,
        quotes=said,
        figures=given_by(find_figures(article, sentences, times), said, article, sentences),
        times=times,
    )
