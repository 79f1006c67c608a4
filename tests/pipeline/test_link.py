"""Linking gives the same stories however a log is cut, and compares no more than it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quality.events import with_sentences
from quality.stories import links_among
from tests.factories import NOON, hours
from tests.pipeline.wire import (
    SETTINGS,
    ids_in,
    lineages_in,
    linked,
    log_of,
    stories_in,
)
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.edges.stores import open_store
from twosource.example import EXAMPLE_ROOT
from twosource.model.acquired import Credit
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, OutletId
from twosource.model.linked import DensityWindow, Link
from twosource.model.near import Near
from twosource.newsroom import open_newsroom
from twosource.pipeline.density import Density
from twosource.pipeline.links import find_links, linkers
from twosource.settings import ClusterSettings, Settings
from twosource.stages import cluster, lineage

LOG = log_of(40, events=9, seed=3)
WHOLE = linked([LOG])


def test_the_log_holds_stories_and_copies_worth_cutting() -> None:
    assert 4 < len(stories_in(WHOLE)) < 30
    assert 4 < len(lineages_in(WHOLE)) < 40


@settings(max_examples=12)
@given(st.sets(st.integers(1, len(LOG) - 1), max_size=6))
def test_a_log_cut_into_batches_gives_the_same_stories_and_lineages(cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(LOG)]
    store = linked([LOG[start:end] for start, end in pairwise(ends)])
    assert ids_in(store) == ids_in(WHOLE)
    assert lineages_in(store) == lineages_in(WHOLE)


def test_a_log_taken_in_article_by_article_gives_the_same_stories() -> None:
    store = linked([[each] for each in LOG])
    assert ids_in(store) == ids_in(WHOLE)
    assert lineages_in(store) == lineages_in(WHOLE)


SMALL = replace(SETTINGS, cluster=ClusterSettings(most_at_once=4))
SMALL_WHOLE = linked([LOG], SMALL)


def test_stories_too_large_to_be_decided_anew_still_take_in_what_is_like_them() -> None:
    sizes = sorted(map(len, stories_in(SMALL_WHOLE)))
    assert 4 < len(sizes) < 30
    assert sizes[-1] > 4


@settings(max_examples=12)
@given(st.sets(st.integers(1, len(LOG) - 1), max_size=6))
def test_joining_large_stories_does_not_depend_on_how_the_log_is_cut(cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(LOG)]
    store = linked([LOG[start:end] for start, end in pairwise(ends)], SMALL)
    assert ids_in(store) == ids_in(SMALL_WHOLE)


def reprints(count: int) -> list[Annotated]:
    """Return a report and its reprints, each an hour later and with a line of its own."""
    return [
        read_article(
            f"{ferry.AGENCY}\n\nPrinted by our desk in room {number}." if number else ferry.AGENCY,
            "Ferry captain says steering failed twice before Orsund crash",
            outlet=f"outlet-{number}",
            published=NOON + hours(number / 10),
        )
        for number in range(count)
    ]


def compared(batches: Sequence[Sequence[Annotated]]) -> list[tuple[ArticleId, ArticleId]]:
    """Return the pairs that are looked at for copies when the batches come one by one."""
    pairs = list[tuple[ArticleId, ArticleId]]()

    def look(_: Sequence[lineage.Fingerprint], near: Near) -> tuple[Link, ...]:
        beside = zip(near.articles, near.lists(), strict=False)
        pairs.extend((one, other) for one, others in beside for other in others)
        return ()

    counting = replace(linkers(SETTINGS).by_copying, compare=look)
    store = open_store("sqlite::memory:")
    for batch in batches:
        with store.transaction():
            for each in batch:
                store.add_article(each)
            find_links(batch, counting, store)
    return pairs


def test_twice_as_many_reprints_cost_twice_as_many_comparisons_not_four_times() -> None:
    small, large = len(compared([reprints(100)])), len(compared([reprints(200)]))
    assert large <= 40 * 200
    assert large < 2.5 * small


def test_a_large_family_is_compared_alike_at_once_and_in_batches() -> None:
    family = reprints(100)
    assert sorted(compared([family])) == sorted(compared([family[:70], family[70:]]))


def test_every_reprint_of_a_large_family_goes_back_to_the_first_report() -> None:
    family = reprints(90)
    store = linked([family[:60], family[60:]])
    [found] = store.lineages_of([each.article.id for each in family])
    assert found.origin == family[0].article.id
    assert len(found.members) == 90
    assert len(stories_in(store)) == 1


def credited(event: str, headline: str, outlet: str) -> Annotated:
    """Return a report that names an agency as its source whose own article is not here."""
    credit = Credit(kind="byline", words="Norland Wire", outlet=OutletId("norland-wire"))
    return read_article(event, headline, outlet=outlet, changes={"credits": (credit,)})


def test_reports_of_different_events_that_credit_one_absent_agency_stay_two_reports() -> None:
    of_ferry = credited(ferry.AGENCY, "Ferry captain says steering failed", "echo")
    of_library = credited(ferry.UNRELATED, "Library to open on Sundays", "herald")
    store = linked([[of_ferry, of_library]])
    assert len(lineages_in(store)) == 2


def test_reports_of_one_event_that_credit_one_absent_agency_are_one_report() -> None:
    one = credited(ferry.AGENCY, "Ferry captain says steering failed", "echo")
    other = credited(ferry.REWORDED, "Skipper tells of failed rudder", "herald")
    store = linked([[one], [other]])
    assert len(lineages_in(store)) == 1


def test_the_density_at_a_time_is_the_count_of_the_three_days_before_it() -> None:
    store = linked([LOG])
    moments = sorted(at for each in LOG if (at := each.article.published))
    newest = moments[-5]
    counted = sum(newest - hours(72) < at <= newest for at in moments)
    assert Density(store).counts(np.array([newest.timestamp()])).tolist() == [counted]


@given(st.lists(st.integers(0, 200), min_size=1, max_size=9), st.integers(1, 9))
def test_the_density_is_the_same_whatever_was_looked_at_before(asked: list[int], n: int) -> None:
    moments = np.array([(NOON + hours(each)).timestamp() for each in asked])
    kept = Density(WHOLE)
    kept.counts(moments[:n])
    assert kept.counts(moments).tolist() == Density(WHOLE).counts(moments).tolist()
    alone = [Density(WHOLE).counts(moments[at : at + 1])[0] for at in range(len(moments))]
    assert kept.counts(moments).tolist() == alone


def test_in_the_example_the_store_gives_the_stories_that_comparing_all_pairs_gives() -> None:
    outlets = (EXAMPLE_ROOT / "outlets.toml").read_text(encoding="utf-8")
    serial = Settings(engine="serial")
    with open_newsroom("sqlite::memory:", settings=serial, more_outlets=outlets) as newsroom:
        newsroom.update(f"folder:{EXAMPLE_ROOT}", only="stories")
        stories = {story.articles for story in newsroom.stories()}
        articles = newsroom.articles([article for story in stories for article in story])
        derivations = [d for family in newsroom.lineages() for d in family.derivations]
    copied = {(min(d.copy, d.original), max(d.copy, d.original)) for d in derivations if d.original}
    links = [
        link
        for link in links_among([with_sentences(each) for each in articles])
        if (link.left, link.right) not in copied
    ]
    links += [
        Link(kind="story", left=one, right=other, score=1.0, why=(), verdict="same")
        for one, other in copied
    ]
    times = {each.id: each.published for each in articles}
    window = DensityWindow(articles=len(times))
    assert set(cluster.decide(times, links, window, SETTINGS.cluster)) == stories
