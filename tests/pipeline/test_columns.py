"""By which links an article may join another."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.pipeline.columns import Columns

PLACES = {ArticleId(name): place for place, name in enumerate("abcdef")}


def link(other: str, score: float) -> Link:
    return Link(kind="story", left=ArticleId("a"), right=ArticleId(other), score=score, why=())


def test_an_article_may_join_by_a_high_score_by_copying_and_by_a_persons_word() -> None:
    columns = Columns(
        [
            link("b", 0.6),
            link("c", 0.3),
            replace(link("d", 0.1), verdict="same"),
            replace(link("e", 0.9), verdict="different"),
            replace(link("f", 0.0), derivation="rewrite"),
        ],
        PLACES,
    )
    joined = {least: columns.joined_to(PLACES[ArticleId("a")], least) for least in (0.5, 0.25)}
    names = {least: "".join("abcdef"[place] for place in sorted(joined[least])) for least in joined}
    assert names == {0.5: "bdf", 0.25: "bcdf"}
