"""Links held in memory are those of the store, however few articles may be held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from twosource.alike import alike_of
from twosource.canonical import to_bytes
from twosource.edges.stores import open_store
from twosource.edges.stores.at_hand import AlikeAtHand
from twosource.edges.stores.sqlite import APPLICATION_ID, Connection, migrations
from twosource.model.alike import Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import Link

NAMES = [ArticleId(name) for name in "abcdefgh"]
LINKS = [
    Link(kind="story", left=one, right=other, score=0.5, why=())
    for one, other in zip(NAMES, NAMES[2:], strict=False)
]
SOME = st.lists(st.sampled_from(NAMES), unique=True)


def links_of(articles: Sequence[ArticleId]) -> tuple[Link, ...]:
    return tuple(link for link in LINKS if {link.left, link.right} & set(articles))


def fetched(articles: Sequence[ArticleId]) -> list[Alike]:
    return [alike_of(links_of(articles))]


@given(st.lists(SOME), st.integers(1, 4))
def test_what_is_asked_for_is_whole_though_others_had_to_give_way(
    asked: list[list[ArticleId]], most: int
) -> None:
    at_hand = AlikeAtHand(fetched, most)
    for articles in asked:
        assert at_hand.of(articles).links() == links_of(articles)
        among = at_hand.among(articles)
        assert list(among.articles) == articles
        assert among.links() == tuple(e for e in LINKS if {e.left, e.right} <= set(articles))


def test_an_article_that_is_new_is_not_fetched() -> None:
    at_hand = AlikeAtHand(lambda _: [])
    at_hand.begin([NAMES[0]])
    at_hand.take(alike_of(LINKS))
    assert at_hand.of([NAMES[0]]).links() == (LINKS[0],)


def test_links_of_a_store_of_an_earlier_schema_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    judged, told, made = (
        replace(LINKS[0], verdict="same"),
        replace(LINKS[1], figures=("2, 2013", "4.25")),
        replace(LINKS[2], figures=("17",), score=0.123456, derivation="update"),
    )
    kept = (judged, told, made, *LINKS[3:])
    connection = Connection(str(place))
    with connection.transaction():
        for script in migrations()[:8]:
            connection.run_script(script)
        connection.run("INSERT INTO articles VALUES ('c', '', 'u', 'c', 'o', x'')")
        connection.run_many(
            "INSERT INTO links VALUES (?, ?, ?, ?, ?)",
            [
                (each.kind, each.left, each.right, each.verdict or "", to_bytes(each))
                for each in kept
            ],
        )
        connection.run("PRAGMA user_version = 8")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    store = open_store(f"sqlite:{place}")
    with store.transaction():
        store.add_links([replace(LINKS[0], score=0.1)])
    assert store.verdicts("story") == (judged,)
    assert store.links_of("story", NAMES) == kept
    assert store.links_of("story", [NAMES[2]]) == (judged, made)
    store.close()
