"""What stands in memory under keys is what the store holds, whatever was asked before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOON, annotated, article, hours
from twosource.edges.stores import open_store
from twosource.edges.stores.glance import packed_marks
from twosource.edges.stores.postings import MOST_LOOSE, Postings
from twosource.edges.stores.sqlite import APPLICATION_ID, Connection, migrations
from twosource.edges.stores.window import UNTIL_EVER, Row, Window, packed
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.protocols import Store

KEYS = st.sets(st.integers(-9, 9).map(lambda n: n * 2**59), max_size=6)
DAYS = [""] + [f"2026-03-{day:02}T12:00:00+00:00" for day in range(1, 29)]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: keys, how many must be shared, how many articles at most, and the days."""

    keys: frozenset[int]
    least: int
    most: int
    first: int  # day; 0 for all of time
    length: int


ASKED = st.builds(
    Asked,
    KEYS.map(frozenset),
    st.integers(1, 3),
    st.integers(1, 5),
    st.integers(0, 24),
    st.integers(0, 4),
)


def counted(rows: Sequence[tuple[str, str, set[int]]], asked: Asked) -> list[tuple[str, int]]:
    """Return the answer by counting through all rows."""
    first, last = stretch(asked)
    shared = [(len(keys & asked.keys), at, name) for name, at, keys in rows]
    near = [
        (-count, at, name)
        for count, at, name in shared
        if count >= asked.least and (not at or first <= at <= last)
    ]
    return [(name, -count) for count, _, name in sorted(near)[: asked.most]]


def stretch(asked: Asked) -> tuple[str, str]:
    if not asked.first:
        return "", UNTIL_EVER
    return DAYS[asked.first], DAYS[asked.first + asked.length]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(DAYS), KEYS, ASKED), max_size=12))
def test_a_window_answers_as_if_all_rows_were_counted(
    steps: list[tuple[str, set[int], Asked]],
) -> None:
    rows: list[tuple[str, str, set[int]]] = []

    def load(first: str, last: str) -> list[Row]:
        return [(name, at, packed(keys), b"") for name, at, keys in rows if first <= at <= last]

    window = Window(load)
    for number, (at, keys, asked) in enumerate(steps):
        found = window.neighbours(
            "new", tuple(asked.keys), asked.least, asked.most, *stretch(asked)
        )
        assert list(found) == counted(rows, asked)
        rows.append((f"a{number}", at, keys))
        window.add((f"a{number}", at, packed(keys), b""))


NAMES, WORDS = range(1, 25, 2), range(0, 40, 2)  # twelve odd marks and twenty even ones


def near(keys: dict[str, list[int]], marks: dict[str, list[int]]) -> set[str]:
    """Return who is near an article under keys 1 to 4, with all names and words."""
    store = open_store("sqlite::memory:")
    with store.transaction():
        for name in keys:
            held = annotated(article(f"A quay in {name}.", published=NOON))
            held = replace(held, article=replace(held.article, id=ArticleId(name)))
            store.add_article(held)
            store.add_keys("lineage", ArticleId(name), keys[name], marks[name])
    found = store.neighbours("lineage", ArticleId("x"), range(1, 5), 2, 9, marks=(*NAMES, *WORDS))
    assert len(store.neighbours("lineage", ArticleId("x"), range(1, 5), 2, 9)) == len(keys)
    store.close()
    return {name for name, _ in found}


def test_of_those_who_share_odd_keys_alone_only_they_are_near_who_share_names() -> None:
    marks = {"few": [*NAMES[:4]], "many": [*NAMES[:5]], "none": [], "run": [*NAMES[:1]]}
    keys = {"few": [1, 3], "many": [1, 3], "none": [1, 3], "run": [3, 4]}
    assert near(keys, marks) == {"many", "none", "run"}


def test_who_shares_few_words_is_near_as_the_same_page_or_by_many_names_alone() -> None:
    own = [*range(100, 130, 2)]  # fifteen words that the other has not
    marks = {
        "few": [*WORDS[:5], *own],
        "more": [*WORDS[:6], *own],
        "page": [*WORDS[:5], *own],
        "names": [*WORDS[:5], *own, *NAMES[:10]],
    }
    keys = {"few": [3, 4], "more": [3, 4], "page": [2, 3], "names": [3, 4]}
    assert near(keys, marks) == {"more", "page", "names"}


def test_keys_are_found_in_every_run_and_among_the_loose_ones() -> None:
    chance, postings = Random(4), Postings()
    held: dict[int, set[int]] = {}
    for place in range(3 * MOST_LOOSE + 7):
        held[place] = {chance.randrange(2**64) >> chance.choice((0, 50)) for _ in range(9)}
        postings.add(place, np.array(sorted(held[place]), dtype=np.uint64))
    for place in chance.sample(sorted(held), 50):
        wanted = held[place]
        expected = Counter(4 * p + key % 4 for p, keys in held.items() for key in keys & wanted)
        found = postings.holders(np.array(sorted(wanted), dtype=np.uint64))
        assert Counter(found.tolist()) == expected


def test_keys_that_another_connection_wrote_are_found(tmp_path: Path) -> None:
    one, other = (annotated(article(text, published=NOON)) for text in ("A quay.", "A pier."))
    mine, theirs = (open_store(str(tmp_path / "news.db")) for _ in range(2))
    between = (NOON - hours(1), NOON + hours(1))
    with mine.transaction():
        mine.add_article(one)
        assert mine.neighbours("story", one.article.id, [1], 1, 5, between) == ()
    with theirs.transaction():
        theirs.add_article(other)
        theirs.add_keys("story", other.article.id, [1])
    with mine.transaction():
        found = mine.neighbours("story", one.article.id, [1], 1, 5, between)
    assert found == ((other.article.id, 1),)


def interrupted(store: Store, held: Annotated) -> None:
    with store.transaction():
        store.add_article(held)
        assert store.neighbours("story", ArticleId("x"), [1], 1, 5) == ()
        store.add_keys("story", held.article.id, [1])
        assert len(store.neighbours("story", ArticleId("x"), [1], 1, 5)) == 1
        raise KeyboardInterrupt


def test_keys_of_an_unfinished_transaction_are_not_found() -> None:
    store = open_store("sqlite::memory:")
    with suppress(KeyboardInterrupt):
        interrupted(store, annotated(article("A quay.", published=NOON)))
    assert store.neighbours("story", ArticleId("x"), [1], 1, 5) == ()


def test_marks_of_a_store_of_an_earlier_schema_tell_nobody_apart(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    connection = Connection(str(place))
    with connection.transaction():
        for script in migrations()[:6]:
            connection.run_script(script)
        keys, marks = packed([1, 3]), packed_marks([7])
        connection.run("INSERT INTO blocked VALUES ('lineage', 'a', '', ?, ?)", (keys, marks))
        connection.run("PRAGMA user_version = 6")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    store = open_store(f"sqlite:{place}")
    found = store.neighbours("lineage", ArticleId("x"), [1, 3], 2, 5, marks=[1, 3, 5, 7, 9, 11])
    assert found == ((ArticleId("a"), 2),)
    store.close()


def test_keys_of_a_store_of_an_earlier_schema_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    connection = Connection(str(place))
    with connection.transaction():
        for script in migrations()[:2]:
            connection.run_script(script)
        connection.run("INSERT INTO articles VALUES ('a', '', 'u', 'c', 'o', x'')")
        connection.run_many(
            "INSERT INTO keys VALUES ('story', ?, 'a')", [(-(2**63),), (-1,), (7,), (2**63 - 1,)]
        )
        connection.run("PRAGMA user_version = 2")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    store = open_store(f"sqlite:{place}")
    found = store.neighbours("story", ArticleId("x"), [-(2**63), -1, 7, 8], least=1, most=5)
    assert found == ((ArticleId("a"), 3),)
    store.close()
