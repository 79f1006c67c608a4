"""Re-read every citation of a dossier from the stored articles and captures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.canonical import digest_of_bytes
from twosource.errors import StoreError
from twosource.model.acquired import Article
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId, StoryId
from twosource.protocols import Store
from twosource.stages.dossier import citations_of, verify_bytes, verify_dossier


def verify_story(story: StoryId, store: Store) -> tuple[str, ...]:
    """Return one sentence for everything in a story's newest dossier that does not stand.

    Looked at are the words in the article, the article's text, and the capture it was read from.
    A story without a dossier has nothing to stand for.
    """
    try:
        revision = store.revision(story)
    except StoreError as error:
        return (str(error),)
    if revision is None:
        return ()
    return _against_store(revision.dossier, store, all_held=True)


def verify_exported(data: bytes, store: Store) -> tuple[str, ...]:
    """Return what does not stand in an exported JSON dossier.

    The file is held against itself, and against those of its articles that the store holds.
    """
    dossier, broken = verify_bytes(data)
    if dossier is None:
        return broken
    return tuple(dict.fromkeys((*broken, *_against_store(dossier, store, all_held=False))))


def _against_store(dossier: Dossier, store: Store, *, all_held: bool) -> tuple[str, ...]:
    cited = sorted({citation.article for citation in citations_of(dossier)})
    articles, broken = _held(cited, store, all_held=all_held)
    return (*broken, *verify_dossier(dossier, articles), *_captures(articles.values(), store))


def _held(
    cited: Iterable[ArticleId], store: Store, *, all_held: bool
) -> tuple[dict[ArticleId, Article], list[str]]:
    articles: dict[ArticleId, Article] = {}
    broken = []
    for article in cited:
        try:
            [annotated] = store.annotated([article])
        except StoreError as error:
            if all_held:
                broken.append(str(error))
        else:
            articles[article] = annotated.article
    return articles, broken


def _captures(articles: Iterable[Article], store: Store) -> Iterator[str]:
    for article in articles:
        try:
            capture = store.capture(article.capture)
        except StoreError as error:
            yield str(error)
            continue
        if capture.place is None and digest_of_bytes(capture.body) != article.capture_digest:
            yield f"{article.url}: the captured page is not the one the article was read from"
