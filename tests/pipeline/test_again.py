"""A report that repeats paragraphs of its outlet's earlier one stays a report, and it is told."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.pipeline.factory import FERRY, write_page
from tests.pipeline.test_runs import opened
from twosource.canonical import to_bytes
from twosource.exports.text import FULL
from twosource.model.dossier import Dossier, SourceEntry
from twosource.newsroom import Newsroom

FIRST = (
    *FERRY,
    "The Solvanna was built in Gdańsk in 1988 and carried lorries across the Baltic for 20 years. "
    "Nordfjord Lines bought her in 2009 and painted her white.",
    "Villagers of Kråkvik took the rescued into the school and the church hall, where the baker "
    "Gunn Ness and her daughters cooked soup until the morning.",
    "It is the third ferry to be lost on this coast within ten years. After the second, the "
    "parliament had asked for pilots on all ships above 2,000 tonnes, and got none.",
)
NEWS = (
    "Divers of the coast guard found the log of the ferry Solvanna in her flooded engine room on "
    "Thursday, two days after she ran aground off Kråkvik.",
    "Its last page is torn out, the police in Bodø said. Inspector Aslak Moen wants to know who "
    "was on the bridge at noon and who had the key to the room.",
    "Tugs are to pull the hull free at high water on Sunday, if the wind off Kråkvik allows it. "
    "The harbour master has closed the sound to fishing boats until then.",
)
THIRD = (
    "A court in Bodø ordered on Saturday that the master of the Solvanna give up his passport.",
    "His lawyer, Runa Tveit, said that he had slept in his cabin when the ship struck off Kråkvik.",
)
PAGES = (
    ("Ferry aground off Kråkvik", FIRST, "2026-03-03T18:00:00Z"),
    ("Log of the Solvanna found", (*NEWS, FERRY[1], FERRY[3]), "2026-03-05T09:00:00Z"),
    ("Master must give up passport", (*THIRD, FERRY[1], FERRY[3]), "2026-03-07T09:00:00Z"),
    ("Log of the Solvanna found", (*NEWS, FERRY[1], FERRY[3]), "2026-03-17T09:00:00Z"),
)


def bring(newsroom: Newsroom, folder: Path, number: int, outlet: str = "harbour-post") -> str:
    """Bring one of the pages in, and return its article's id."""
    headline, paragraphs, published = PAGES[number]
    folder.mkdir(exist_ok=True)
    page = write_page(folder, outlet, paragraphs, headline=headline, published=published)
    newsroom.update(str(page))
    return next(
        article.id
        for story in newsroom.stories()
        for article in newsroom.articles(story.articles)
        if article.headline == headline and article.outlet.startswith(outlet)
    )


def entries(newsroom: Newsroom) -> dict[str, SourceEntry]:
    dossiers = (newsroom.dossier(story.id) for story in newsroom.stories())
    return {entry.article: entry for dossier in dossiers for entry in dossier.sources}


def dossier_with(newsroom: Newsroom, article: str) -> Dossier:
    [own] = [story for story in newsroom.stories() if article in story.articles]
    return newsroom.dossier(own.id)


def test_the_later_report_is_a_report_and_says_what_it_repeats_of_which(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        first, later = (bring(newsroom, tmp_path / "pages", number) for number in (0, 1))
        told = entries(newsroom)
        assert {each.role for each in told.values()} == {"report"}
        assert told[first].repeats is None
        again = told[later].repeats
        assert again is not None
        assert (again.earlier, again.sentences, again.of) == (first, 3, 8)
        said = "repeats 3 of its 8 sentences from its outlet's own report of 3 March 2026 (“Ferry"
        assert said in FULL.write(dossier_with(newsroom, later)).decode()


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_the_earliest_report_that_holds_as_much_is_named_whatever_came_first(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    with opened(tmp_path) as newsroom:
        ids = {number: bring(newsroom, tmp_path / "pages", number) for number in order}
        told = entries(newsroom)
        for number in (1, 2):
            again = told[ids[number]].repeats
            assert again is not None
            assert again.earlier == ids[0]
        before = {each: to_bytes(entry) for each, entry in told.items()}
        newsroom.rebuild()
        assert {each: to_bytes(entry) for each, entry in entries(newsroom).items()} == before


def test_what_is_repeated_word_for_word_is_told_once_and_left_out_by_nobody(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        first, later = (bring(newsroom, tmp_path / "pages", number) for number in (0, 1))
        dossier = dossier_with(newsroom, later)
        assert (dossier.tally.outlets, dossier.tally.reports) == (1, 2)
        told = [claim for claim in dossier.claims if "engines" in claim.text.text]
        assert [claim.label.reports for claim in told] == [1]
        [position] = told[0].positions
        assert {each.citation.article for each in position.carriages} == {first, later}
        [row] = [each for each in dossier.left_out if each.claim == told[0].id]
        assert [cell.state for cell in row.cells] == ["carries", "carries"]


def test_a_report_that_comes_after_the_one_that_repeats_it_is_told_in_a_new_revision(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        later = bring(newsroom, tmp_path / "pages", 3)
        before = dossier_with(newsroom, later)
        first = bring(newsroom, tmp_path / "pages", 0)
        after = dossier_with(newsroom, later)
        assert first not in {entry.article for entry in after.sources}
        assert after.number == before.number + 1
        assert [change for change in after.changes if "now repeats 3 sentences" in change]
        assert [entry.repeats.earlier for entry in after.sources if entry.repeats] == [first]


def test_undated_reports_that_share_paragraphs_are_said_to_without_saying_whose(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as newsroom:
        headline, paragraphs, _ = PAGES[1]
        first = bring(newsroom, tmp_path / "pages", 0)
        page = write_page(
            tmp_path / "pages", "harbour-post", paragraphs, headline=headline, published=PAGES[0][2]
        )
        newsroom.update(str(page))
        [later] = [each for each in entries(newsroom) if each != first]
        why = newsroom.why(first, later)
        assert why.repeats is None
        assert why.report_why[0].startswith("own background")


def test_why_shows_the_repeated_sentences_side_by_side(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        first, later = (bring(newsroom, tmp_path / "pages", number) for number in (0, 1))
        why = newsroom.why(later, first)
        assert (why.one_report, why.derivation) == (False, None)
        assert why.repeats is not None
        assert [passage.one for passage in why.passages] == [
            passage.other for passage in why.passages
        ]
        assert "no later version" in why.report_why[0]
        [again] = newsroom.why_story(dossier_with(newsroom, later).story).repeats
        assert again == why.repeats


def test_a_persons_verdict_goes_before_what_is_repeated(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        first, later = (bring(newsroom, tmp_path / "pages", number) for number in (0, 1))
        newsroom.judge("copy", first, later)
        assert newsroom.why(first, later).one_report
        assert newsroom.why(first, later).repeats is None
        assert len(newsroom.why(first, later).passages) >= 3
        assert entries(newsroom)[later].repeats is None
        newsroom.rebuild()
        assert entries(newsroom)[later].repeats is None
        newsroom.judge("independent", first, later)
        assert not newsroom.why(first, later).one_report
        assert newsroom.why(first, later).repeats is not None
        assert entries(newsroom)[later].repeats is not None


def test_paragraphs_that_another_outlet_printed_first_are_not_its_own(tmp_path: Path) -> None:
    with opened(tmp_path) as newsroom:
        bring(newsroom, tmp_path / "pages", 0)
        later = bring(newsroom, tmp_path / "pages", 1, outlet="civic-wire")
        assert entries(newsroom)[later].repeats is None
