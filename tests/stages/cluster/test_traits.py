"""What is counted of gists is what one would count of the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, permutations
from math import log
from operator import attrgetter

import numpy as np
import pytest

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.linked import Link
from twosource.model.near import Near
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster.compare import rule_of
from twosource.stages.cluster.shelf import Shelf
from twosource.stages.cluster.weighing import LITTLE_TOLD, Weighed, rooms, weigh_all, weighed
from twosource.text.hashes import hashed
from twosource.text.normalize import stem

SETTINGS = ClusterSettings()
FIGURES_ALONE, NAMES_ALONE = 14, 20  # places of these traits
FEATURES = [
    cluster.read(read_article(text, headline, outlet=headline))
    for text, headline in (
        (ferry.AGENCY, "Ferry captain says steering failed twice before Orsund crash"),
        (ferry.REWORDED, "Skipper tells of failed rudder; 214 on board"),
        (ferry.INDEPENDENT, "Families of Maren Lind injured wait"),
        (ferry.TWIN, "Ferry captain says steering failed before Calvera crash"),
        (ferry.UNRELATED, "Library to open on Sundays"),
        ("Kråkvik.", ""),
    )
]
GISTS = [cluster.gist_of(each) for each in FEATURES]

FIRE = (
    "A fire has gutted a furniture store in Orlands. Nobody was hurt.\n\nFlames came through the "
    "roof at about one in the morning, the fire brigade said. Eighty firefighters worked until "
    "dawn, and neighbours were told to keep their windows shut.\n\nThe damage runs to two million "
    "euros. What caused the blaze is unclear; investigators cannot enter the ruin before the end "
    "of the week, since a wall may collapse."
)
HIVES = (
    "A pensioner in Orlands may keep three beehives. The district court dismissed the suit of a "
    "couple next door, who had complained of stings.\n\nWhoever moves to a garden suburb has to "
    "expect bees, the judge held. The plaintiffs had shown no more than a single sting in two "
    "summers.\n\nThe beekeeper brought a jar of honey for either side. An appeal can be lodged "
    "within a month; lawyers expect none."
)
TOWN = [
    cluster.read(read_article(text, headline, outlet=headline))
    for text, headline in (
        (FIRE, "Fire guts furniture store in Orlands"),
        (HIVES, "Beekeeper in Orlands may keep hives"),
    )
]


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(mass * other.get(term, 0.0) for term, mass in one.items())


def held(terms: Mapping[str, float], vocabulary: Iterable[str]) -> float:
    total = sum(terms.values())
    return sum(m for term, m in terms.items() if term in vocabulary) / total if total else 0.5


def share(some: frozenset[str], of_other: frozenset[str]) -> float:
    return len(some & of_other) / len(some) if some else 0.5


def by_words(one: cluster.Features, other: cluster.Features) -> list[float]:
    """Return the first eleven traits, counted through the words."""
    both = ((one, other), (other, one))
    counted = sorted(share(mine.lead_figures, theirs.figures) for mine, theirs in both)
    common = len(one.figures & other.figures)
    return [
        dot(one.title, other.title),
        dot(one.body, other.body),
        dot(one.pairs, other.pairs),
        dot(one.names, other.names),
        max(held(mine.title, theirs.vocabulary) for mine, theirs in both),
        max(held(mine.lead_names, theirs.vocabulary) for mine, theirs in both),
        *counted,
        common / (1 + min(len(one.figures), len(other.figures))),
        *sorted((log(1 + one.words), log(1 + other.words))),
    ]


def found_of(one: cluster.Gist, others: Sequence[cluster.Gist]) -> Weighed:
    """Return what is found of each pair of an article and others."""
    shelf = Shelf()
    places, starts = shelf.places([one, *others]), np.array([0, len(others)])
    everything = rule_of(replace(SETTINGS, patience=len(others)))
    return weighed(shelf.laid(), places[:1], starts, places[1:], everything)


def traits(one: cluster.Gist, others: Sequence[cluster.Gist]) -> list[list[float]]:
    """Return the traits of each pair of an article and others."""
    return [list(each) for each in found_of(one, others).traits.tolist()]


def anew(one: cluster.Gist, other: cluster.Gist) -> bool:
    """Return whether the two fill one frame anew."""
    return bool(found_of(one, [other]).anew[0])


@pytest.mark.parametrize("pair", list(combinations(range(len(GISTS)), 2)), ids=str)
def test_traits_are_what_one_counts_through_the_words(pair: tuple[int, int]) -> None:
    one, other = pair
    [found] = traits(GISTS[one], [GISTS[other]])
    assert found[:11] == pytest.approx(by_words(FEATURES[one], FEATURES[other]), abs=3e-4)


@pytest.mark.parametrize("pair", list(combinations(range(len(GISTS)), 2)), ids=str)
def test_figures_told_by_one_alone_weigh_by_how_alike_the_words_are(pair: tuple[int, int]) -> None:
    one, other = (FEATURES[each] for each in pair)
    missed = min(len(one.lead_figures - other.figures), len(other.lead_figures - one.figures), 4)
    [found] = traits(GISTS[pair[0]], [GISTS[pair[1]]])
    alike = dot(one.pairs, other.pairs)
    assert found[FIGURES_ALONE] == pytest.approx(alike * (1 + alike) * missed, abs=3e-3)


def test_headlines_count_against_one_event_where_next_to_nothing_but_names_is_told_in_both() -> (
    None
):
    for one, other in combinations([*FEATURES, *TOWN], 2):
        names = set(map(stem, {*one.names, *other.names})).union(one.names, other.names)
        plain = {term: mass for term, mass in one.body.items() if term not in names}
        long = min(one.words, other.words) >= 74
        little = long * max(0.0, 1 - dot(plain, other.body) / LITTLE_TOLD)
        [found] = traits(cluster.gist_of(one), [cluster.gist_of(other)])
        assert found[NAMES_ALONE] == pytest.approx(found[0] * little, abs=3e-3)


def test_two_matters_of_one_town_are_hardly_likely_to_be_one_event() -> None:
    fire, hives = TOWN
    found = cluster.compare(fire, hives, SETTINGS)
    assert found is not None
    assert 0.0 < found.score < 0.4
    assert traits(cluster.gist_of(fire), [cluster.gist_of(hives)])[0][NAMES_ALONE] > 0.1


def test_a_pair_has_the_same_traits_in_any_company_and_either_way_round() -> None:
    for one in GISTS:
        together = traits(one, GISTS)
        assert together == [traits(other, [one])[0] for other in GISTS]


def test_a_frame_is_filled_anew_or_not_whichever_article_asks() -> None:
    frames = [hashed(beside) for beside in ("came off at", "the owner of", "seen in")]
    gists = [
        cluster.gist_of(replace(FEATURES[0], filled=dict(zip(frames, filled, strict=True))))
        for filled in ((10, 10, 10), (20, 30, 40), (50, 60, 70))
    ]
    found = [[anew(one, other) for other in gists] for one in gists]
    assert found == [[False, False, False], [False, False, True], [False, True, False]]


def test_the_compiled_loop_weighs_as_the_plain_one() -> None:
    shelf, count = Shelf(), len(GISTS)
    places = shelf.places(GISTS)
    starts, others = np.arange(0, count * count + 1, count), np.tile(places, count)
    found = []
    for loop in (weigh_all, weigh_all.plain):
        slots, sums, answer = rooms(shelf.laid(), len(others))
        loop(shelf.laid(), places, starts, others, rule_of(SETTINGS), slots, sums, answer)
        found.append([column.tolist() for column in answer])
    assert found[0] == found[1]
    assert np.count_nonzero(found[0][1]) > count


def _links(
    groups: Sequence[tuple[cluster.Gist, Sequence[cluster.Gist]]], shelf: Shelf | None = None
) -> tuple[Link, ...]:
    """Return the links of articles, each to those beside it."""
    ones, lists = zip(*groups, strict=True)
    gists = [*dict.fromkeys(chain(ones, *lists))]
    near = Near(
        articles=tuple(each.article for each in gists),
        starts=np.cumsum([0, *map(len, lists)]),
        others=np.array([gists.index(other) for other in chain(*lists)]),
    )
    return cluster.weigh(gists, near, SETTINGS, shelf).links()


def test_what_was_laid_out_for_an_earlier_call_gives_the_same_links() -> None:
    groups, shelf = [(GISTS[0], GISTS[1:])], Shelf()
    _links([(GISTS[3], GISTS[:3])], shelf)
    assert _links(groups, shelf) == _links(groups)


@pytest.mark.parametrize("most", [1, 2, 3, 5])
def test_when_there_are_too_many_what_was_laid_out_first_makes_room(most: int) -> None:
    shelf, found = Shelf(most), list[Link]()
    for one, other in (*permutations(GISTS, 2), *permutations(GISTS, 2)):
        links = _links([(one, [other])], shelf)
        assert links == _links([(one, [other])])
        assert len(shelf.laid().seconds) <= most + 2
        found += links
    assert len(found) > 2 * len(GISTS)


def test_all_pairs_at_once_give_the_links_of_each_pair() -> None:
    groups = [(one, GISTS[place + 1 :]) for place, one in enumerate(GISTS)]
    apart = [found for one, other in combinations(GISTS, 2) for found in _links([(one, [other])])]
    assert _links(groups) == tuple(sorted(apart, key=attrgetter("left", "right")))


def test_after_too_many_that_cannot_join_no_further_ones_are_looked_at() -> None:
    agency, reworded, _, _, unrelated, _ = GISTS
    others = [unrelated] * SETTINGS.patience + [reworded]
    assert not _links([(agency, others)])
    assert _links([(agency, others[1:])])
