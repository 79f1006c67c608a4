"""Links between reports of one event come back as they were found, from a file read anew."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from twosource.alike import alike_of, said_too
from twosource.edges.stores import open_store
from twosource.model.identity import ArticleId
from twosource.model.linked import Link

NAMES = [ArticleId(name) for name in "abcdefgh"]
FOUND = [
    Link(
        kind="story",
        left=one,
        right=other,
        score=score,
        why=(),
        figures=told,
        bodies=bodies,
        points=points,
    )
    for (one, other), score, told, bodies, points in zip(
        combinations(NAMES, 2),
        (0.000001, 0.5, 0.654321, 1.0) * 7,
        ((), ("17",), ("17", "2, 2013"), ("4.25",)) * 7,
        (0.2, 0.0, 1.0, 1 / 255) * 7,
        ((0, 0), (20, 0), (0, 255), (31, 42)) * 7,
        strict=True,
    )
]
SOME = st.lists(st.sampled_from(FOUND), unique=True)


def kept(place: Path, *batches: list[Link]) -> str:
    where = f"sqlite:{place}"
    for batch in batches:
        with closing(open_store(where)) as store, store.transaction():
            store.add_alike(alike_of(batch))
    return where


def test_links_are_found_from_either_end_in_a_store_that_is_opened_again(tmp_path: Path) -> None:
    made = replace(FOUND[3], score=0.0, derivation="excerpt")
    where = kept(tmp_path / "news.db", [*FOUND[:3], made, *FOUND[4:]])
    with closing(open_store(where)) as store:
        for name in NAMES:
            own = tuple(each for each in (*FOUND[:3], made, *FOUND[4:]) if name in ends(each))
            assert store.links_of("story", [name]) == own


def ends(link: Link) -> tuple[ArticleId, ArticleId]:
    return link.left, link.right


def test_links_of_later_batches_stand_beside_the_earlier_and_replace_those_of_their_pair(
    tmp_path: Path,
) -> None:
    again = replace(FOUND[0], score=0.9, figures=("230",))
    where = kept(tmp_path / "news.db", FOUND[:4], FOUND[4:], [again])
    with closing(open_store(where)) as store:
        assert store.links_of("story", NAMES) == (again, *FOUND[1:])
        assert dict(store.counts())["links"] == len(FOUND)


@given(SOME, SOME)
def test_what_is_said_of_a_pair_is_said_in_its_link_and_a_pair_without_one_gets_it(
    found: list[Link], copied: list[Link]
) -> None:
    bare = [replace(link, score=0.0, figures=(), derivation="rewrite") for link in copied]
    held = {ends(link): link for link in found}
    wanted = held | {
        ends(link): replace(held.get(ends(link), link), derivation="rewrite") for link in bare
    }
    links = said_too(alike_of(found), alike_of(bare)).links()
    assert links == tuple(wanted[pair] for pair in sorted(wanted))


def test_a_dropped_link_is_gone_from_memory_and_file_and_its_neighbours_stay(
    tmp_path: Path,
) -> None:
    where = kept(tmp_path / "news.db", FOUND)
    with closing(open_store(where)) as store, store.transaction():
        assert store.links_of("story", NAMES) == tuple(FOUND)
        store.drop_alike([])
        store.drop_alike([ends(FOUND[0]), ends(FOUND[5])])
        left = tuple(each for each in FOUND if each not in (FOUND[0], FOUND[5]))
        assert store.links_of("story", NAMES) == left
    with closing(open_store(where)) as store:
        assert store.links_of("story", NAMES) == left
