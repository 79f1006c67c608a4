"""Build small stories for the blocks of a dossier: articles with marks, reports, who is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.factories import NOON, annotated, article, hours, outlet
from twosource.model.acquired import Article, Outlet
from twosource.model.annotated import (
    Annotated,
    Figure,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Sense,
    TimeMention,
)
from twosource.model.identity import HEADLINE, ArticleId, CountryCode, LineageId, Span, StoryId
from twosource.model.linked import Lineage, Story
from twosource.model.material import StoryMaterial
from twosource.stages.resolve import resolve


class Told:
    """One article under construction: words of its text are marked as they are named."""

    def __init__(
        self, outlet: str, text: str, *, after: float = 0.0, headline: str = "News", **fields: Any
    ) -> None:
        published = fields.pop("published", NOON + hours(after))
        self.article: Article = article(
            text, outlet=outlet, headline=headline, published=published, **fields
        )
        self._marks: dict[str, list[Any]] = {
            "mentions": [],
            "quotes": [],
            "figures": [],
            "times": [],
        }

    def at(self, words: str, nth: int = 0) -> Span:
        """Return where words stand, in the body or else in the headline."""
        for part, text in ((None, self.article.text), (HEADLINE, self.article.headline)):
            start = -1
            for _ in range(nth + 1):
                start = text.find(words, start + 1)
            if start >= 0:
                end = start + len(words)
                return (
                    Span(start=start, end=end)
                    if part is None
                    else Span(part=part, start=start, end=end)
                )
        raise ValueError(f"{words!r} stands nowhere in {self.article.text!r}")

    def name(
        self,
        words: str,
        kind: MentionKind = "person",
        *,
        title: str = "",
        country: str = "",
        nth: int = 0,
        acts: bool = False,
    ) -> Told:
        """Mark a name."""
        self._marks["mentions"].append(
            Mention(
                span=self.at(words, nth),
                kind=kind,
                title=self.at(title) if title else None,
                country=CountryCode(country) if country else None,
                acts=acts,
            )
        )
        return self

    def quote(
        self,
        *content: str,
        by: str = "",
        cue: str = "said",
        kind: QuoteKind = "direct",
        sense: Sense = "asserted",
    ) -> Told:
        """Mark a statement and its speaker."""
        self._marks["quotes"].append(
            Quote(
                content=tuple(self.at(each) for each in content),
                speaker=self.at(by) if by else None,
                cue=self.at(cue) if cue else None,
                kind=kind,
                sense=sense,
            )
        )
        return self

    def figure(self, words: str, value: float, **fields: Any) -> Told:
        """Mark a figure."""
        issuer = fields.pop("issuer", "")
        self._marks["figures"].append(
            Figure(
                span=self.at(words),
                value=value,
                issuer=self.at(issuer) if issuer else None,
                **fields,
            )
        )
        return self

    def day(self, words: str, value: str, **fields: Any) -> Told:
        """Mark a date."""
        self._marks["times"].append(
            TimeMention(
                span=self.at(words, fields.get("nth", 0)),
                type=fields.get("type", "DATE"),
                value=value,
                granularity=fields.get("granularity", "day"),
            )
        )
        return self

    def done(self) -> Annotated:
        """Return the article with all its marks; every sentence ends at ". " or a line's end."""
        marks = {name: tuple(sorted(each, key=_place)) for name, each in self._marks.items()}
        return annotated(self.article, sentences=_sentences(self.article), **marks)


def _place(mark: Any) -> tuple[str, int]:
    span = mark.content[0] if isinstance(mark, Quote) else mark.span
    return (span.part, span.start)


def _sentences(of: Article) -> tuple[Span, ...]:
    found = [Span(part=HEADLINE, start=0, end=len(of.headline))]
    for block in of.blocks:
        start = block.start
        for place in range(block.start, block.end):
            ends = of.text[place] in ".!?" or of.text[place - 1 : place + 1] in (".”", "?”")
            last = place + 1 == block.end
            if last or (ends and of.text[place + 1] == " "):
                found.append(Span(start=start, end=place + 1))
                start = place + 2
    return tuple(found)


def material(
    *told: Told,
    copies: Mapping[str, str] | None = None,
    superseded: Sequence[str] = (),
    outlets: Iterable[Outlet] = (),
) -> StoryMaterial:
    """Return a story. `copies` says which outlet's article copies which outlet's.

    Entities are resolved as the pipeline resolves them. `superseded` lists outlets whose first
    article is an earlier version.
    """
    articles = tuple(each.done() for each in told)
    first: dict[str, ArticleId] = {}
    for each in articles:
        first.setdefault(each.article.outlet, each.article.id)
    entities, mentions = resolve(articles)
    known = {each.id: each for each in outlets}
    return StoryMaterial(
        story=Story(id=StoryId(articles[0].article.id), articles=tuple(_ids(articles))),
        articles=articles,
        superseded=tuple(first[name] for name in superseded),
        lineages=_lineages(articles, first, copies or {}),
        entities=entities,
        entity_mentions=mentions,
        outlets=tuple(
            known.get(each.article.outlet, outlet(each.article.outlet)) for each in articles
        ),
    )


def _ids(articles: Iterable[Annotated]) -> Iterable[ArticleId]:
    return (each.article.id for each in articles)


def _lineages(
    articles: Sequence[Annotated], first: Mapping[str, ArticleId], copies: Mapping[str, str]
) -> tuple[Lineage, ...]:
    groups: dict[ArticleId, list[ArticleId]] = {}
    for each in articles:
        name = each.article.outlet
        origin = first[copies[name]] if name in copies else each.article.id
        groups.setdefault(origin, []).append(each.article.id)
    return tuple(
        Lineage(id=LineageId(f"report-{origin}"), origin=origin, members=tuple(members))
        for origin, members in groups.items()
    )
