"""A run takes in what is new, links it, publishes it, and can be left and taken up anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.pipeline.factory import BUDGET, FERRY, write_page, write_pages
from twosource.errors import ContradictionError, NotHeldError
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with opened(tmp_path) as each:
        yield each


def opened(tmp_path: Path) -> Newsroom:
    place = f"sqlite:{tmp_path / 'news.db'}"
    return open_newsroom(place, settings=Settings(engine="serial"))


def addresses(newsroom: Newsroom) -> dict[str, str]:
    """Return the id of the one article of each outlet."""
    ids = [article for story in newsroom.stories() for article in story.articles]
    return {article.outlet: article.id for article in newsroom.articles(ids)}


def test_a_reprint_stands_in_the_story_and_in_the_lineage_of_its_origin(
    newsroom: Newsroom, pages: Path
) -> None:
    report = newsroom.update(f"folder:{pages}")
    assert (report.articles, report.failed, report.stories, report.revisions) == (3, 0, 2, 2)
    ids = addresses(newsroom)
    first = newsroom.lineages()[0]
    assert first.origin == ids["harbour-post.example"]
    assert [d.kind for d in first.derivations] == ["verbatim"]
    dossier = newsroom.dossier(newsroom.story(newsroom.stories()[1].id).id)
    assert (dossier.tally.outlets, dossier.tally.reports) == (2, 1)


def test_the_same_pages_again_change_nothing(newsroom: Newsroom, pages: Path) -> None:
    newsroom.update(f"folder:{pages}")
    again = newsroom.update(f"folder:{pages}")
    assert (again.articles, again.known, again.stories, again.revisions) == (0, 3, 0, 0)


def test_a_new_report_makes_a_revision_that_says_why(newsroom: Newsroom, pages: Path) -> None:
    newsroom.update(f"folder:{pages}")
    path = write_page(
        pages,
        "fjord-tidende",
        (*reversed(FERRY[:2]), "The mayor of Kråkvik opened the school gym for the passengers."),
        headline="Ferry Solvanna aground off Kråkvik with 187 passengers",
        published="2026-03-04T06:00:00Z",
    )
    newsroom.update(str(path))
    [story] = [each for each in newsroom.stories() if len(each.articles) == 3]
    revision = newsroom.revision(story.id)
    assert revision.number == 2
    assert revision.because
    assert newsroom.dossier(story.id, 1).number == 1


def test_what_a_step_left_undone_the_next_run_does(newsroom: Newsroom, pages: Path) -> None:
    only_read = newsroom.update(f"folder:{pages}", only="extract")
    assert (only_read.articles, only_read.stories) == (3, 0)
    linked = newsroom.update(only="stories")
    assert (linked.articles, linked.stories, linked.revisions) == (0, 2, 0)
    assert newsroom.update().revisions == 2


def test_a_page_that_is_no_article_is_kept_as_failure_and_the_rest_goes_on(
    newsroom: Newsroom, pages: Path
) -> None:
    (pages / "broken.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    report = newsroom.update(f"folder:{pages}")
    assert (report.articles, report.failed) == (3, 1)
    [failure] = newsroom.failures()
    assert failure.stage == "extract"
    assert "broken.html" in failure.message


def test_days_and_languages_choose_what_is_kept(newsroom: Newsroom, pages: Path) -> None:
    report = newsroom.update(f"folder:{pages}", since=date(2026, 3, 4), languages=["en"])
    assert report.articles == 1
    assert newsroom.update(f"folder:{pages}", languages=["fr"]).articles == 0


def test_rebuilding_gives_the_same_stories_and_no_new_revision(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}")
    before = newsroom.stories(), newsroom.lineages()
    report = newsroom.rebuild()
    assert (newsroom.stories(), newsroom.lineages()) == before
    assert report.revisions == 0


def test_verdicts_hold_through_a_rebuild_and_contradictions_are_refused(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}")
    ids = addresses(newsroom)
    post, wire, ledger = (
        ids[f"{name}.example"] for name in ("harbour-post", "civic-wire", "capital-ledger")
    )
    newsroom.judge("independent", post, wire)
    newsroom.judge("same", post, ledger)
    assert len(newsroom.stories()) == 1
    assert len(newsroom.lineages()) == 3
    newsroom.rebuild()
    assert len(newsroom.stories()) == 1
    assert len(newsroom.lineages()) == 3
    newsroom.judge("same", post, wire)
    with pytest.raises(ContradictionError) as refused:
        newsroom.judge("different", wire, ledger)
    for one, other in (sorted((post, wire)), sorted((post, ledger))):
        assert f"same {one[:8]} {other[:8]}" in str(refused.value)


def test_the_first_stories_that_a_rebuild_makes_are_announced(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}", only="annotate")
    newsroom.rebuild()
    opened = [change.story for _, change in newsroom.changes() if change.kind == "opened"]
    assert sorted(opened) == sorted(story.id for story in newsroom.stories())


def test_a_story_that_went_into_another_is_found_by_the_digits_a_screen_shows(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}")
    ids, before = addresses(newsroom), newsroom.stories()
    newsroom.judge("same", ids["harbour-post.example"], ids["capital-ledger.example"])
    [left] = newsroom.stories()
    assert len(before) == 2
    assert {newsroom.story(story.id[:8]).id for story in before} == {left.id}


def test_what_an_old_report_changes_is_told_of_from_when_it_was_read(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}")
    seen = newsroom.changes()[-1][0]
    assert newsroom.changes(since=seen) == ()
    write_page(
        pages,
        "quiet-gazette",
        ("The lighthouse keeper of Tirsk retired on Monday after forty years, the port said.",),
        headline="Lighthouse keeper of Tirsk retires",
        published="2020-03-02T09:00:00Z",
    )
    newsroom.update(f"folder:{pages}")
    [(at, opened)] = newsroom.changes(since=seen)
    assert (opened.kind, at > seen) == ("opened", True)


def test_a_rebuild_keeps_the_id_of_a_story_that_an_older_one_went_into(
    newsroom: Newsroom, pages: Path
) -> None:
    write_page(
        pages,
        "quiet-gazette",
        ("The lighthouse keeper of Tirsk retired on Monday after forty years, the port said.",),
        headline="Lighthouse keeper of Tirsk retires",
        published="2026-03-02T09:00:00Z",
    )
    newsroom.update(f"folder:{pages}")
    ids = addresses(newsroom)
    newsroom.judge("same", ids["quiet-gazette.example"], ids["harbour-post.example"])
    before, changes = newsroom.stories(), newsroom.changes()
    assert newsroom.rebuild().revisions == 0
    assert newsroom.stories() == before
    assert newsroom.changes() == changes


@pytest.mark.parametrize("again", ["update", "rebuild"])
def test_a_rebuild_that_is_broken_off_loses_no_id(pages: Path, tmp_path: Path, again: str) -> None:
    write_page(
        pages,
        "quiet-gazette",
        ("The lighthouse keeper of Tirsk retired on Monday after forty years, the port said.",),
        headline="Lighthouse keeper of Tirsk retires",
        published="2026-03-02T09:00:00Z",
    )
    with opened(tmp_path) as newsroom:
        newsroom.update(f"folder:{pages}")
        ids = addresses(newsroom)
        newsroom.judge("same", ids["quiet-gazette.example"], ids["harbour-post.example"])
        before, changes = newsroom.stories(), newsroom.changes()

    def break_off(work: str, done: int, total: int | None) -> None:
        if work == "linking":
            raise KeyboardInterrupt

    settings = Settings(store=f"sqlite:{tmp_path / 'news.db'}", engine="serial")
    with open_newsroom(settings=settings, tell=break_off) as newsroom:
        with pytest.raises(KeyboardInterrupt):
            newsroom.rebuild()
        assert newsroom.stories() != before
    with opened(tmp_path) as newsroom:
        report = newsroom.update() if again == "update" else newsroom.rebuild()
        assert report.revisions == 0
        assert newsroom.stories() == before
        assert newsroom.changes() == changes


def test_a_copy_of_a_report_in_another_story_names_its_outlet_and_says_where_it_is_not(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    days = {"Harbour Post": "2026-03-03", "Civic Wire": "2026-03-13"}
    records = tmp_path / "records.jsonl"
    rows = (
        {
            "url": f"https://{name.split()[0].lower()}.example/ferry",
            "headline": "Ferry with 187 aground off Kråkvik",
            "text": "\n\n".join(FERRY),
            "outlet": name,
            "published": f"{day}T18:00:00Z",
        }
        for name, day in days.items()
    )
    records.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    newsroom.update(str(records))
    newest, first = newsroom.stories()
    assert newsroom.dossier(first.id).tally.reports == 1
    [copy] = newsroom.dossier(newest.id).sources
    assert (copy.role, copy.of) == ("copy", "Harbour Post")
    told = newsroom.export(newsroom.dossier(newest.id), "full").decode()
    assert "Civic Wire copies Harbour Post’s report, which is not in this story." in told
    assert "Harbour Post: the report itself is not in this story" in told


def test_why_tells_of_copies_and_of_strangers(newsroom: Newsroom, pages: Path) -> None:
    newsroom.update(f"folder:{pages}")
    ids = addresses(newsroom)
    copied = newsroom.why(ids["harbour-post.example"], ids["civic-wire.example"])
    assert copied.one_story
    assert copied.one_report
    assert copied.derivation == "verbatim"
    assert any(FERRY[1][:40] in passage.one for passage in copied.passages)
    strangers = newsroom.why(ids["harbour-post.example"], ids["capital-ledger.example"])
    assert not strangers.one_story
    assert not strangers.one_report
    assert strangers.passages == ()


def test_every_sentence_of_every_dossier_is_where_it_says_it_is(
    newsroom: Newsroom, pages: Path
) -> None:
    newsroom.update(f"folder:{pages}")
    assert [broken for _, broken in newsroom.verify()] == [(), ()]


def test_a_draft_is_held_against_what_the_store_carries(newsroom: Newsroom, pages: Path) -> None:
    newsroom.update(f"folder:{pages}")
    carried, unknown = newsroom.check(
        "The ferry Solvanna ran aground off Kråkvik with 190 passengers on board. "
        "The moon was bought by a dentist from Leeds."
    )
    assert carried.claim is not None
    assert carried.other_numbers == ("190",)
    assert unknown.claim is None


def test_what_is_not_held_is_named(newsroom: Newsroom) -> None:
    with pytest.raises(NotHeldError, match="nosuchstory"):
        newsroom.story("nosuchstory")
    with pytest.raises(NotHeldError, match="nosucharticle"):
        newsroom.article("nosucharticle")


def test_a_budget_and_a_ferry_share_no_story(newsroom: Newsroom, pages: Path) -> None:
    write_page(pages, "plain-wire", BUDGET[1:], headline="Zembla budget passed after long debate")
    newsroom.update(f"folder:{pages}")
    assert sorted(len(story.articles) for story in newsroom.stories()) == [2, 2]
