"""What stands in memory under keys is what the store holds, whatever was asked before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import EVER, NOON, annotated, article, hours, keyed
from twosource.columns import KEYS as KEPT_KEYS
from twosource.columns import MARKS as KEPT_MARKS
from twosource.columns import packed
from twosource.edges.stores import open_store
from twosource.edges.stores.postings import Postings
from twosource.edges.stores.rows import KeyRow, iso
from twosource.edges.stores.sqlite import APPLICATION_ID, Connection, migrations
from twosource.edges.stores.window import Window
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Keyed
from twosource.protocols import Store

KEYS = st.sets(st.integers(-9, 9).map(lambda n: n * 2**59), max_size=6)
DAYS = [""] + [f"2026-03-{day:02}T12:00:00+00:00" for day in range(1, 29)]


def kept(keys: Iterable[int]) -> bytes:
    return packed([*keys], KEPT_KEYS)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: keys, how many must be shared, how many articles at most, and the days."""

    keys: frozenset[int]
    least: int
    most: int
    first: int  # day; 0 for all of time
    length: int

    def keyed(self, name: str) -> Keyed:
        return keyed(name, *self.keys, between=stretch(self))


ASKED = st.builds(
    Asked,
    KEYS.map(frozenset),
    st.integers(1, 3),
    st.integers(1, 5),
    st.integers(0, 24),
    st.integers(0, 4),
)


def counted(rows: Sequence[tuple[str, str, set[int]]], asked: Asked) -> list[str]:
    """Return the answer by counting through all rows."""
    first, last = map(iso, stretch(asked))
    shared = [(len(keys & asked.keys), at, name) for name, at, keys in rows]
    near = [
        (-count, at, name)
        for count, at, name in shared
        if count >= asked.least and (not at or first <= at <= last)
    ]
    return [name for _, _, name in sorted(near)[: asked.most]]


def stretch(asked: Asked) -> tuple[datetime, datetime]:
    if not asked.first:
        return EVER
    first, last = DAYS[asked.first], DAYS[asked.first + asked.length]
    return datetime.fromisoformat(first), datetime.fromisoformat(last)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(DAYS), KEYS, ASKED), max_size=12))
def test_a_window_answers_as_if_all_rows_were_counted(
    steps: list[tuple[str, set[int], Asked]],
) -> None:
    rows: list[tuple[str, str, set[int]]] = []

    def load(first: str, last: str) -> list[KeyRow]:
        return [(name, at, kept(keys), b"") for name, at, keys in rows if first <= at <= last]

    window = Window(load)
    for number, (at, keys, asked) in enumerate(steps):
        [found] = window.neighbours([asked.keyed("new")], asked.least, asked.most).lists()
        assert list(found) == counted(rows, asked)
        rows.append((f"a{number}", at, keys))
        window.add([(f"a{number}", at, kept(keys), b"")])


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(DAYS), ASKED), max_size=12), st.integers(1, 3))
def test_articles_asked_for_together_find_whom_they_find_one_by_one(
    new: list[tuple[str, Asked]], least: int
) -> None:
    rows: list[tuple[str, str, set[int]]] = []
    expected = []
    for number, (at, asked) in enumerate(new):
        expected.append(counted(rows, replace(asked, least=least, most=4)))
        rows.append((f"a{number}", at, {*asked.keys}))

    def load(first: str, last: str) -> list[KeyRow]:
        return [(name, at, kept(keys), b"") for name, at, keys in rows if first <= at <= last]

    together = [asked.keyed(f"a{number}") for number, (_, asked) in enumerate(new)]
    assert [
        list(found) for found in Window(load).neighbours(together, least, 4).lists()
    ] == expected


def test_those_near_are_found_among_many_far_ones_who_share_more_keys() -> None:
    far, day = [(f"far{n}", DAYS[1], {0, 1, 2, 3}) for n in range(40)], DAYS[20]
    beside = [("near", day, {0, 1, 2}), ("least", day, {2, 3})]
    rows = [(name, at, kept(keys), b"") for name, at, keys in (*far, *beside)]
    window = Window(lambda first, last: [row for row in rows if first <= row[1] <= last])
    early, late, last = (datetime.fromisoformat(DAYS[n]) for n in (1, 20, 28))
    wide = keyed("wide", 0, 1, 2, 3, between=(early, last))
    own = keyed("own", 0, 1, 2, 3, between=(late, last))
    far_found, found = window.neighbours([wide, own], 2, 3).lists()
    assert far_found == ("far0", "far1", "far10")
    assert found == ("near", "least")


NAMES, WORDS = range(1, 25, 2), range(0, 40, 2)  # twelve odd marks and twenty even ones


def near(keys: dict[str, list[int]], marks: dict[str, list[int]]) -> set[str]:
    """Return who is near an article under keys 1 to 4, with all names and words."""
    store = open_store("sqlite::memory:")
    with store.transaction():
        for name in keys:
            held = annotated(article(f"A quay in {name}.", published=NOON))
            held = replace(held, article=replace(held.article, id=ArticleId(name)))
            store.add_article(held)
            store.add_keys("lineage", [keyed(name, *keys[name], marks=marks[name])])
    asked = [keyed("x", *range(1, 5), marks=own) for own in ((), (*NAMES, *WORDS))]
    everybody, found = store.neighbours("lineage", asked, 2, 9).lists()
    assert len(everybody) == len(keys)
    store.close()
    return {*found}


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


def test_keys_are_found_in_every_run() -> None:
    chance, postings = Random(4), Postings()
    held: dict[int, set[int]] = {}
    for place in range(1000):
        held[place] = {chance.randrange(2**64) >> chance.choice((0, 50)) for _ in range(9)}
        keys = np.array([*held[place]], dtype=np.uint64)
        postings.add(keys, np.full(len(keys), place, dtype=np.uint32))
    asking = chance.sample(sorted(held), 50)
    wanted = np.array([key for place in asking for key in held[place]], dtype=np.uint64)
    askers = np.repeat(np.arange(50), 9)
    found = postings.find(wanted, askers)
    holders = [
        postings.places()[first:last].tolist()
        for first, last in zip(found.first, found.last, strict=True)
    ]
    met = Counter(
        (asker, place)
        for asker, places in zip(found.askers.tolist(), holders, strict=True)
        for place in places
    )
    assert met == {
        (asker, place): len(held[place] & held[asking[asker]])
        for asker in range(50)
        for place in held
        if held[place] & held[asking[asker]]
    }


def test_keys_that_another_connection_wrote_are_found(tmp_path: Path) -> None:
    one, other = (annotated(article(text, published=NOON)) for text in ("A quay.", "A pier."))
    mine, theirs = (open_store(str(tmp_path / "news.db")) for _ in range(2))
    asked = keyed(one.article.id, 1, between=(NOON - hours(1), NOON + hours(1)))
    with mine.transaction():
        mine.add_article(one)
        assert mine.neighbours("story", [asked], 1, 5).lists() == ((),)
    with theirs.transaction():
        theirs.add_article(other)
        theirs.add_keys("story", [keyed(other.article.id, 1)])
    with mine.transaction():
        found = mine.neighbours("story", [asked], 1, 5).lists()
    assert found == ((other.article.id,),)


def interrupted(store: Store, held: Annotated) -> None:
    with store.transaction():
        store.add_article(held)
        assert store.neighbours("story", [keyed("x", 1)], 1, 5).lists() == ((),)
        store.add_keys("story", [keyed(held.article.id, 1)])
        assert store.neighbours("story", [keyed("x", 1)], 1, 5).lists() == ((held.article.id,),)
        raise KeyboardInterrupt


def test_keys_of_an_unfinished_transaction_are_not_found() -> None:
    store = open_store("sqlite::memory:")
    with suppress(KeyboardInterrupt):
        interrupted(store, annotated(article("A quay.", published=NOON)))
    assert store.neighbours("story", [keyed("x", 1)], 1, 5).lists() == ((),)


def test_marks_of_a_store_of_an_earlier_schema_tell_nobody_apart(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    connection = Connection(str(place))
    with connection.transaction():
        for script in migrations()[:6]:
            connection.run_script(script)
        keys, marks = kept([1, 3]), packed([7], KEPT_MARKS)
        connection.run("INSERT INTO blocked VALUES ('lineage', 'a', '', ?, ?)", (keys, marks))
        connection.run("PRAGMA user_version = 6")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    store = open_store(f"sqlite:{place}")
    found = store.neighbours("lineage", [keyed("x", 1, 3, marks=[1, 3, 5, 7, 9, 11])], 2, 5).lists()
    assert found == ((ArticleId("a"),),)
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
    found = store.neighbours("story", [keyed("x", -(2**63), -1, 7, 8)], least=1, most=5).lists()
    assert found == ((ArticleId("a"),),)
    store.close()
