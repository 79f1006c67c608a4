"""Find what the store holds by the words a person names it with."""

from __future__ import annotations

from twosource.errors import NotHeldError, SeveralHeldError
from twosource.model.acquired import Article
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.model.identity import StoryId
from twosource.model.linked import Story
from twosource.protocols import Store

STORY_DIGITS = 6  # of a story's id name it, where only one begins so


def story_named(words: str, store: Store) -> Story:
    """Return the story of an id, or of the start of one (6 digits at least); else NotHeldError.

    A story that was merged into another leads to it, but no story gives way to a merged one.
    """
    try:
        return store.story(StoryId(words))
    except NotHeldError:
        stories = store.stories() if len(words) >= STORY_DIGITS else ()
        found = [story for story in stories if story.id.startswith(words)] or [
            story for story in stories if any(old.startswith(words) for old in story.merged_from)
        ]
        if len(found) > 1:
            raise SeveralHeldError("story", words, [each.id for each in found]) from None
        if not found:
            raise
        return found[0]


def article_named(words: str, store: Store) -> Article:
    """Return the article of an id, the start of one, a record's id or an address.

    A page that was read with other words is several articles, of which its address names none.
    """
    found = store.find_articles(words)
    if not found:
        raise NotHeldError("article", words, "wanted its id, 8 digits of it, or an address")
    if len(found) > 1:
        raise SeveralHeldError("article", words, found)
    return store.annotated(found)[0].article


def claim_named(words: str, store: Store) -> tuple[Dossier, Claim]:
    """Return the claim whose id begins so, with the dossier it stands in; else NotHeldError."""
    for sketch in store.sketches():
        revision = store.revision(sketch.story)
        if revision is None:
            continue
        for claim in revision.dossier.claims:
            if words and claim.id.startswith(words):
                return revision.dossier, claim
    raise NotHeldError("claim", words, "twosource claims STORY lists them")
