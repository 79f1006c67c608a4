"""What the tests of the stores put into them."""

from __future__ import annotations

from datetime import datetime

from tests.factories import NOON, annotated, article, hours
from twosource.model.annotated import Annotated
from twosource.model.identity import StoryId
from twosource.model.linked import Link, Verdict
from twosource.model.storyline import StoryProfile, StoryTie
from twosource.model.visited import Visit

EARLY = annotated(article("The ferry sailed at dawn.", published=NOON))
LATE = annotated(article("The ferry ran aground.", published=NOON + hours(5)))
UNDATED = annotated(article("A ferry, some day.", published=None))


def link_of(one: Annotated, other: Annotated, verdict: Verdict | None = None) -> Link:
    left, right = sorted((one.article.id, other.article.id))
    return Link(kind="story", left=left, right=right, score=0.5, why=(), verdict=verdict)


def visit(url: str, source: str = "feed:a", due_at: datetime | None = None) -> Visit:
    return Visit(url=url, source=source, at=NOON, status=200, due_at=due_at)


def profile(name: str, first: str, last: str = "") -> StoryProfile:
    return StoryProfile(
        story=StoryId(name), headline=name, first=first, last=last or first, names=(), words=()
    )


def tie(earlier: str, later: str) -> StoryTie:
    return StoryTie(
        earlier=StoryId(earlier), later=StoryId(later), kind="before", score=0.8, names=(), words=()
    )
