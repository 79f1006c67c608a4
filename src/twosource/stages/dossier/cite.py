"""Point to the exact stretch of an article, with its words, their surroundings and digests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from twosource.canonical import digest_of_text
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.cited import Citation, CitedText, Label
from twosource.model.identity import ArticleId, Digest, PartName, Span
from twosource.model.material import StoryMaterial
from twosource.stages.once import once_per_article

Cite = Callable[[ArticleId, Span], Citation]

SENTENCES_HELD = 20_000  # those of a story of 200 articles, and of some before it
SURROUNDINGS = 160  # code points shown on either side: about two lines, enough to see the place


def citer(material: StoryMaterial) -> Cite:
    """Return the function that cites a stretch of one of the story's articles.

    It raises KeyError for an article that is not in the story.
    """
    of_article = {each.article.id: _citer_of(each) for each in material.articles}
    return lambda article, span: of_article[article](span)


@once_per_article
def _citer_of(annotated: Annotated) -> Callable[[Span], Citation]:
    """Return what cites stretches of an article; a long story cites one sentence in many blocks."""
    article = annotated.article

    @cache
    def text_digest(part: PartName) -> Digest:
        return digest_of_text(article.part_text(part))

    @cache
    def cite(span: Span) -> Citation:
        return citation_of(article, span, text_digest(span.part))

    return cite


def citation_of(article: Article, span: Span, text_digest: Digest) -> Citation:
    """Return the citation of a stretch; `text_digest` is that of the part it lies in."""
    text = article.part_text(span.part)
    words = text[span.start : span.end]
    return Citation(
        article=article.id,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        span=span,
        words=words,
        before=text[max(0, span.start - SURROUNDINGS) : span.start],
        after=text[span.end : span.end + SURROUNDINGS],
        words_digest=digest_of_text(words),
        text_digest=text_digest,
        capture_digest=article.capture_digest,
    )


def cited_text(*citations: Citation, label: Label | None = None) -> CitedText:
    """Return the words of the first citation as a sentence to show; the others carry it too."""
    return CitedText(text=folded(citations[0].words), citations=citations, label=label)


@lru_cache(maxsize=SENTENCES_HELD)
def folded(words: str) -> str:
    """Return words with every run of white space as one space, none at the ends."""
    return " ".join(words.split())
