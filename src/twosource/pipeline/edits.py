"""Notice that a page which is held already has other words now, and announce it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.linked import StoryChange
from twosource.protocols import Store
from twosource.stages.versions import changed_without_notice, other_words, same_page, written

SILENTLY = "changed without notice: the dates that the page gives are the same as before"
WITH_NOTICE = "the page gives another date than before, or a notice of correction"
UNDATED = "the page gives no date that could tell"


def announce_edits(new: Sequence[Annotated], store: Store) -> None:
    """Keep what the new articles show to have been edited: each pair of versions once.

    Called inside the transaction in which the articles were given their stories.
    """
    found = {edit.articles: edit for each in new for edit in _edits(each.article, store)}
    if not found:
        return
    for _, change in store.changes(""):
        found.pop(change.articles, None)
    store.put_stories((), list(found.values()))


def _edits(article: Article, store: Store) -> Iterator[StoryChange]:
    """Yield what changed from the version before to this one, and from this to the next."""
    ids = [each for each in store.find_articles(article.url) if each != article.id]
    if not ids:
        return
    held = (each.article for each in store.annotated(ids))
    versions = [article, *(each for each in held if same_page(each, article))]
    [story, *_] = store.stories_of([article.id])
    for earlier, later in pairwise(sorted(versions, key=lambda each: (written(each), each.id))):
        if article in (earlier, later) and other_words(earlier, later):
            yield StoryChange(
                kind="edited",
                story=story.id,
                articles=(earlier.id, later.id),
                why=(notice_of(earlier, later),),
            )


def notice_of(earlier: Article, later: Article) -> str:
    """Return in words whether a page says itself that it was changed."""
    if changed_without_notice(earlier, later):
        return SILENTLY
    return WITH_NOTICE if later.published or later.changed else UNDATED
