"""What stands on a shelf is what was laid there, however often its rooms were gone round."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.reading import read_article
from twosource.stages import cluster
from twosource.stages.cluster.gist import COLUMNS, Gist
from twosource.stages.cluster.shelf import Shelf

GIST = cluster.gist_of(cluster.read(read_article("A storm hit the coast.", "Storm")))
BATCHES = st.lists(st.lists(st.integers(0, 700), min_size=1, max_size=4), max_size=12)


def of_length(length: int, serial: int) -> Gist:
    """Return a gist with so many terms, unlike those of any other serial number."""
    terms = np.arange(length, dtype=np.uint32) + 1000 * serial
    masses = np.repeat(terms.astype(np.int16), COLUMNS).reshape(-1, COLUMNS)
    return replace(GIST, terms=terms, masses=masses)


@given(BATCHES, st.integers(1, 8))
def test_each_gist_stands_where_it_is_said_to_stand(batches: list[list[int]], most: int) -> None:
    shelf, before = Shelf(most), list[Gist]()
    for number, lengths in enumerate(batches):
        asked = [of_length(each, 10 * number + at) for at, each in enumerate(lengths)] + before
        places, laid = shelf.places(asked), shelf.laid()
        for gist, place in zip(asked, places.tolist(), strict=True):
            stands = slice(laid.starts[place], laid.ends[place])
            assert laid.terms[stands].tolist() == gist.terms.tolist()
            assert laid.masses[stands].tolist() == gist.masses.tolist()
        before = asked[:2]
