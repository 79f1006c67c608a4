"""What a person judged of a page holds for the page's later versions too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.factory import FERRY, write_page, write_pages
from tests.pipeline.test_runs import addresses, opened
from twosource.edges.stores import open_store
from twosource.edges.stores.rows import pack, unpack
from twosource.errors import ContradictionError, SeveralHeldError
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, StoryChange, Verdict
from twosource.newsroom import Newsroom

HEADLINE = "Ferry with 187 aground off Kråkvik"


def edited(newsroom: Newsroom, folder: Path) -> str:
    """Bring the harbour post's page in with another number, and return its new article's id."""
    folder.mkdir()
    told = (FERRY[0].replace("187", "188"), *FERRY[1:])
    report = newsroom.update(str(write_page(folder, "harbour-post", told, headline=HEADLINE)))
    assert report.articles == 1
    ids = [article for story in newsroom.stories() for article in story.articles]
    [now] = [each.id for each in newsroom.articles(ids) if "188" in each.text]
    return now


def post_and_wire(newsroom: Newsroom, tmp_path: Path) -> tuple[str, str]:
    """Read the pages; return the articles of the Harbour Post and of the Civic Wire."""
    newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
    ids = addresses(newsroom)
    return ids["harbour-post.example"], ids["civic-wire.example"]


def story_with(newsroom: Newsroom, article: str) -> frozenset[str]:
    [own] = [frozenset(s.articles) for s in newsroom.stories() if article in s.articles]
    return own


def test_a_new_version_of_a_page_stays_apart_from_what_the_page_was_parted_from(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        post, wire = post_and_wire(newsroom, tmp_path)
        newsroom.judge("different", post, wire)
        newsroom.judge("independent", post, wire)
        now = edited(newsroom, tmp_path / "edited")
        for _ in range(2):
            assert story_with(newsroom, now) == {post, now}
            assert {post, now} in [{*each.members} for each in newsroom.lineages()]
            newsroom.rebuild()


def test_a_verdict_on_a_new_version_holds_for_the_earlier_ones_and_is_taken_back_for_all(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        post, wire = post_and_wire(newsroom, tmp_path)
        now = edited(newsroom, tmp_path / "edited")
        newsroom.judge("different", now, wire)
        assert story_with(newsroom, wire) == {wire}
        newsroom.judge("same", post, wire)
        assert story_with(newsroom, wire) == {post, wire, now}
        newsroom.judge("independent", now, wire)
        assert {wire} in [{*each.members} for each in newsroom.lineages()]
        newsroom.judge("copy", now, wire)
        assert {post, wire, now} in [{*each.members} for each in newsroom.lineages()]


def test_two_versions_of_a_page_can_be_parted_themselves(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        post, wire = post_and_wire(newsroom, tmp_path)
        now = edited(newsroom, tmp_path / "edited")
        newsroom.judge("different", post, now)
        assert len(newsroom.stories()) == 3
        newsroom.judge("different", post, wire)
        newsroom.judge("same", now, wire)
        assert story_with(newsroom, now) == {now, wire}


def test_a_copy_that_a_person_confirms_still_shows_what_was_taken(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        post, wire = post_and_wire(newsroom, tmp_path)
        before = newsroom.why(post, wire)
        newsroom.judge("independent", post, wire)
        newsroom.judge("copy", post, wire)
        for _ in range(2):
            after = newsroom.why(post, wire)
            assert after.passages == before.passages
            direction, *reasons = before.report_why
            assert after.report_why == (direction, "a person judged: copy", *reasons)
            newsroom.rebuild()


def test_of_a_copy_that_only_a_person_saw_nothing_is_said_to_be_alike(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        ids = addresses(newsroom)
        newsroom.judge("copy", ids["harbour-post.example"], ids["capital-ledger.example"])
        [family] = [each for each in newsroom.lineages() if len(each.members) == 3]
        [made] = [d for d in family.derivations if d.copy == ids["capital-ledger.example"]]
        assert (made.overlap, made.passages) == (0.0, ())


def test_an_address_with_two_versions_names_none_and_both_are_listed(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        post = addresses(newsroom)["harbour-post.example"]
        [page] = newsroom.articles([ArticleId(post)])
        now = edited(newsroom, tmp_path / "edited")
        with pytest.raises(SeveralHeldError) as refused:
            newsroom.article(page.url)
        assert all(each[:8] in str(refused.value) for each in (post, now))


def test_a_copy_that_a_person_takes_back_leaves_two_events_as_they_were(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        ids = addresses(newsroom)
        post, ledger = sorted((ids["harbour-post.example"], ids["capital-ledger.example"]))
        before = kept_between(tmp_path, post, ledger)
        newsroom.judge("copy", post, ledger)
        assert kept_between(tmp_path, post, ledger) != before
        newsroom.judge("independent", post, ledger)
        assert kept_between(tmp_path, post, ledger) == before


def kept_between(folder: Path, one: str, other: str) -> tuple[Link, ...]:
    with closing(open_store(f"sqlite:{folder / 'news.db'}")) as store:
        return store.alike_among([ArticleId(one), ArticleId(other)]).links()


@pytest.mark.parametrize("verdict", ["same", "different", "copy", "independent"])
def test_a_verdict_on_a_page_that_is_gone_stops_nothing(tmp_path: Path, verdict: Verdict) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        ids = addresses(newsroom)
        post, gone = ids["harbour-post.example"], ids["capital-ledger.example"]
        newsroom.judge(verdict, post, gone)
        now = edited(newsroom, tmp_path / "edited")
    with closing(sqlite3.connect(tmp_path / "news.db")) as store, store:
        store.execute(
            "DELETE FROM captures WHERE json_extract(head, '$.url') LIKE '%capital-ledger%'"
        )
    with opened(tmp_path) as newsroom:
        assert newsroom.rebuild().articles == 3
        assert newsroom.update().failed == 0
        assert {post, now} <= story_with(newsroom, now)
        assert gone not in {each for story in newsroom.stories() for each in story.articles}


def test_a_ring_that_a_verdict_would_close_is_named_whole(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        ids = addresses(newsroom)
        post, wire, ledger = (
            ids[f"{name}.example"] for name in ("harbour-post", "civic-wire", "capital-ledger")
        )
        newsroom.judge("same", post, wire)
        newsroom.judge("different", post, ledger)
        with pytest.raises(ContradictionError) as refused:
            newsroom.judge("same", wire, ledger)
        for verdict, one, other in (("same", post, wire), ("different", post, ledger)):
            left, right = sorted((one, other))
            assert f"{verdict} {left[:8]} {right[:8]}" in str(refused.value)


def test_what_was_judged_by_way_of_a_page_that_is_gone_gives_way_to_the_last_word(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{write_pages(tmp_path / 'pages')}")
        ids = addresses(newsroom)
        post, wire, gone = (
            ids[f"{name}.example"] for name in ("harbour-post", "civic-wire", "capital-ledger")
        )
        newsroom.judge("same", post, gone)
        newsroom.judge("same", gone, wire)
        with pytest.raises(ContradictionError, match=gone[:8]):
            newsroom.judge("different", post, wire)
    with closing(sqlite3.connect(tmp_path / "news.db")) as store, store:
        store.execute(
            "DELETE FROM captures WHERE json_extract(head, '$.url') LIKE '%capital-ledger%'"
        )
    with opened(tmp_path) as newsroom:
        newsroom.rebuild()
        newsroom.judge("different", post, wire)
        assert story_with(newsroom, post) == {post}
        newsroom.update(f"folder:{tmp_path / 'pages'}")  # it comes again
        assert not {post, wire} <= story_with(newsroom, gone)


def test_a_page_that_now_reads_otherwise_keeps_its_story_and_what_was_judged_of_it(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        post, wire = post_and_wire(newsroom, tmp_path)
        newsroom.judge("different", post, wire)
        before, changes = {story.id for story in newsroom.stories()}, untied(newsroom)
    with closing(sqlite3.connect(tmp_path / "news.db")) as store, store:
        for capture, body in store.execute("SELECT id, body FROM captures").fetchall():
            told = pack(unpack(body).replace(b"187 passengers on", b"188 passengers on"))
            store.execute("UPDATE captures SET body = ? WHERE id = ?", (told, capture))
    with opened(tmp_path) as newsroom:
        newsroom.rebuild()
        assert {story.id for story in newsroom.stories()} == before
        assert untied(newsroom) == changes
        assert not {post, wire} & {*addresses(newsroom).values()}


def untied(newsroom: Newsroom) -> list[StoryChange]:
    """Return what happened to stories but for their ties to each other."""
    return [change for _, change in newsroom.changes() if change.kind != "tied"]
