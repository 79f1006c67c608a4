"""The bundled example read end to end, beside the truth its makers wrote down."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.example import EXAMPLE_ROOT
from twosource.model.acquired import Article
from twosource.model.cited import Citation
from twosource.model.claimed import Claim, Position
from twosource.model.dossier import Dossier, Statement
from twosource.model.identity import ArticleId
from twosource.model.linked import Lineage, Story
from twosource.newsroom import open_newsroom
from twosource.places import country_of, demonym_of
from twosource.settings import Settings

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run over the example gave."""

    stories: tuple[Story, ...]
    dossiers: tuple[Dossier, ...]
    lineages: tuple[Lineage, ...]
    articles: Mapping[ArticleId, Article]
    page_of: Mapping[ArticleId, Truth]  # the truth's page of each article
    broken: tuple[str, ...]  # citations that do not stand


@cache
def truth() -> Truth:
    """Return the truth file."""
    found: Truth = json.loads((EXAMPLE_ROOT / "truth.json").read_text(encoding="utf-8"))
    return found


@cache
def run_example() -> Result:
    """Read, link and publish the example in memory."""
    outlets = (EXAMPLE_ROOT / "outlets.toml").read_text(encoding="utf-8")
    with open_newsroom(
        "sqlite::memory:", settings=Settings(engine="serial"), more_outlets=outlets
    ) as newsroom:
        newsroom.update(f"folder:{EXAMPLE_ROOT}")
        stories = newsroom.stories()
        ids = [article for story in stories for article in story.articles]
        articles = dict(zip(ids, newsroom.articles(ids), strict=True))
        return Result(
            stories=stories,
            dossiers=tuple(newsroom.dossier(story.id) for story in stories),
            lineages=newsroom.lineages(),
            articles=articles,
            page_of={article: page_of(articles[article]) for article in ids},
            broken=tuple(each for _, broken in newsroom.verify() for each in broken),
        )


def page_of(article: Article) -> Truth:
    """Return the truth's page of an article; of one address, the version with that headline."""
    pages = [page for page in truth()["pages"] if page["url"] == article.url]
    return next((page for page in pages if page["headline"] == article.headline), pages[0])


def plain(words: str) -> str:
    """Return the bare words of a stretch, to compare it whatever its marks and borders."""
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


def within(one: str, other: str) -> bool:
    """Return whether one stretch holds the other, bare words compared; an empty one holds none."""
    first, second = plain(one), plain(other)
    return bool(first and second) and (first in second or second in first)


def names_one(one: str, other: str) -> bool:
    """Return whether two forms name one speaker: the words of one stand in the other, in any order.

    "Norway's energy ministry" is the "Ministry of Energy (Norway)", "China's" is "Chinese".
    """
    first, second = _naming_words(one), _naming_words(other)
    return bool(first and second) and (first <= second or second <= first)


def _naming_words(name: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name.lower()))
    return frozenset(
        country_of(word.capitalize()) or demonym_of(word.capitalize()) or word
        for word in words
        if word not in ("the", "of", "a", "an", "in", "for", "and")
    )


def cites(citation: Citation, passages: Mapping[str, str], result: Result) -> bool:
    """Return whether a citation lies on the passage the truth gives for its page."""
    page = result.page_of.get(citation.article)
    return page is not None and within(passages.get(page["file"], ""), citation.words)


def claim_on(passages: Mapping[str, str], result: Result, *, said: bool = False) -> Claim | None:
    """Return the claim that lies on most of these passages, None where none does.

    `said` asks for a claim that something was said; else the first of both kinds will do.
    """
    best: tuple[int, Claim] | None = None
    for dossier in result.dossiers:
        for claim in dossier.claims:
            if said and claim.kind != "said":
                continue
            files = len(
                frozenset().union(*(_files_of(each, passages, result) for each in claim.positions))
            )
            if files and (best is None or files > best[0]):
                best = files, claim
    return best[1] if best else None


def position_on(passages: Mapping[str, str], claim: Claim, result: Result) -> Position:
    """Return the position of a claim that lies on most of these passages, the first of several."""
    return max(claim.positions, key=lambda each: len(_files_of(each, passages, result)))


def _files_of(position: Position, passages: Mapping[str, str], result: Result) -> frozenset[str]:
    return frozenset(
        str(result.page_of[each.citation.article]["file"])
        for each in position.carriages
        if cites(each.citation, passages, result)
    )


def statements_on(
    passages: Mapping[str, str], result: Result
) -> Sequence[tuple[Statement, frozenset[str]]]:
    """Return the statements that lie on some of these passages, each with the pages it covers."""
    found = []
    for dossier in result.dossiers:
        for statement in dossier.statements:
            files = frozenset(
                result.page_of[citation.article]["file"]
                for wording in statement.wordings
                for citation in wording.text.citations
                if cites(citation, passages, result)
            )
            if files:
                found.append((statement, files))
    return found
