"""Who shares most keys is the same whether the loop is compiled or runs as it is written."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from twosource.edges.stores.met import rooms, sweep
from twosource.edges.stores.nearest import (
    UNDATED,
    Asked,
    Held,
    Nearest,
    choose_all,
)
from twosource.edges.stores.postings import Spans

PLACES, ASKERS, KEYS, MOST = 60, 20, 5, 4


def starts(lengths: list[int]) -> NDArray[np.int64]:
    return np.cumsum([0, *lengths])


def marks(chance: Random, articles: int) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    own = [chance.sample(range(30), chance.choice((0, 12, 20))) for _ in range(articles)]
    flat = np.array([mark for each in own for mark in each], dtype=np.uint16)
    return flat, starts([len(each) for each in own])


@pytest.mark.parametrize("holders_of_one", [9, 12, 30])  # of a key: fewer of all than places, more
def test_the_compiled_loop_chooses_whom_the_plain_one_chooses(holders_of_one: int) -> None:
    chance = Random(11)
    names = [str(chance.randrange(1000)) for _ in range(PLACES)]
    held = Held(
        np.array([chance.choice((UNDATED, 1, 2, 3)) for _ in range(PLACES)]),
        np.array([chance.choice((-1, 5, 15)) for _ in range(PLACES)]),
        np.frombuffer("".join(names).encode(), dtype=np.uint8).copy(),
        starts([len(name) for name in names]),
        *marks(chance, PLACES),
    )
    asked = Asked(
        np.arange(ASKERS),
        np.full(ASKERS, 1),
        np.full(ASKERS, 2),
        *marks(chance, ASKERS),
    )
    ends = starts([holders_of_one] * (ASKERS * KEYS))
    holders = [chance.sample(range(PLACES), holders_of_one) for _ in range(ASKERS * KEYS)]
    spans = Spans(
        askers=np.repeat(np.arange(ASKERS), KEYS),
        first=ends[:-1],
        last=ends[1:],
        kinds=np.array([chance.randrange(4) for _ in holders], dtype=np.int8),
    )
    places = np.array([place for each in holders for place in each], dtype=np.uint32)
    answers = []
    for loop in (choose_all, choose_all.plain):
        answer = Nearest(
            np.zeros(ASKERS, np.int64),
            np.zeros((ASKERS, MOST), np.uint32),
            np.zeros((ASKERS, MOST), np.int64),
        )
        loop(asked, held, spans, starts([KEYS] * ASKERS), places, rooms(PLACES), 2, answer)
        answers.append([column.tolist() for column in answer])
    assert answers[0] == answers[1]
    assert max(answers[0][0]) == MOST
    for asker in np.flatnonzero(np.diff(asked.mark_starts) == 0).tolist():
        met = Counter(chain.from_iterable(holders[asker * KEYS : (asker + 1) * KEYS]))
        near = [
            place
            for place, keys in met.items()
            if keys > 1 and held.numbers[place] < asker and held.times[place] in (UNDATED, 1, 2)
        ]
        near.sort(key=lambda place: (-met[place], held.times[place], names[place]))
        assert answers[0][1][asker][: answers[0][0][asker]] == near[:MOST]


@pytest.mark.parametrize("least", [1, 2, 7])
@pytest.mark.parametrize("places", [1, 4, 61])
def test_those_who_share_enough_are_noted_in_their_order_with_what_they_share(
    places: int, least: int
) -> None:
    chance = Random(places * least)
    shared = [chance.choice((0, least - 1, least, least + 1, 32_767)) for _ in range(places)]
    scratch = rooms(places)
    scratch.shared[:places] = shared
    count = sweep(least, scratch)
    assert [*zip(scratch.met[:count].tolist(), scratch.keys[:count].tolist(), strict=True)] == [
        (place, keys) for place, keys in enumerate(shared) if keys >= least
    ]
