"""Look at the dossier's page as readers do: on a phone, at night, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator

from tests.exports.sample import sample
from tests.pages.browsing import Reader, opened
from tests.pages.contrast import LEAST_CONTRAST, colour_of, contrast
from twosource.exports.citations import Numbers
from twosource.exports.html import write_html, write_index
from twosource.model.dossier import Dossier

pytestmark = pytest.mark.browser

PHONE = Reader(width=360)
NIGHT = Reader(scheme="dark")
DAY = Reader()

# Where words of each size and colour stand.
WORDS = (
    "h1",
    ".tally",
    ".copied",
    "h2",
    ".told",
    ".facts",
    ".label",
    ".day",
    "summary",
    "summary bdi",
    "sup",
    ".informant",
    ".reasons li",
    ".dial",
    ".flag",
    ".shown",
    ".state",
    "td small",
    ".outlet",
    ".title",
    "footer .promise",
    "footer p",
    "nav a",
)


def style(of: Locator, name: str) -> str:
    """Return a computed style of the first element; the driver asks, no script of the page runs."""
    value: str = of.first.evaluate(f"each => getComputedStyle(each)['{name}']")
    return value


@pytest.mark.parametrize("name", ["dossier", "bare", "index"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_screen(
    name: str, width: int, chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages[name], Reader(width=width), []) as view:
        assert view.locator("html").evaluate("page => page.scrollWidth") <= width


def test_opened_on_a_phone_no_stretch_is_wider_than_the_screen(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], PHONE, []) as view:
        for mark in view.locator("#persons summary, #names summary, #claims summary").all():
            mark.click()
        assert view.locator("html").evaluate("page => page.scrollWidth") <= PHONE.width


def test_sentence_opens_its_stretch_in_place_without_scripts(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], PHONE, []) as view:
        cite = view.locator("#summary details").first
        assert not cite.locator("mark").is_visible()
        cite.locator("summary").click()
        assert cite.locator("mark").is_visible()
        assert cite.locator("mark").inner_text() == sample().summary[0].citations[0].words
        sentence = view.locator("#summary .told").first.bounding_box()
        following = view.locator("#summary .told").nth(1).bounding_box()
        stretch = cite.locator("mark").bounding_box()
        assert sentence
        assert following
        assert stretch
        assert sentence["y"] < stretch["y"] < following["y"]


def test_cell_of_the_table_shows_its_note_without_leaving_the_place(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], DAY, []) as view:
        link = view.locator("td.contradicts a")
        link.scroll_into_view_if_needed()
        before = link.bounding_box()
        link.click()
        note = view.locator(".note:target")
        assert "Nordbanen denied that the trains had been warned." in note.inner_text()
        assert link.bounding_box() == before
        note.locator(".close").click()
        assert view.locator(".note:visible").count() == 0


def test_page_asks_for_nothing_but_itself(chrome: Browser, pages: dict[str, Path]) -> None:
    asked: list[str] = []
    with opened(chrome, pages["dossier"], DAY, asked) as view:
        for mark in view.locator("#sources, #summary summary").all():
            mark.click()
    assert asked == [pages["dossier"].as_uri()]


@pytest.mark.parametrize("reader", [DAY, NIGHT], ids=["day", "night"])
def test_words_stand_out_from_the_paper(
    reader: Reader, chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], reader, []) as view:
        paper = colour_of(style(view.locator("body"), "backgroundColor"))
        inks = {words: colour_of(style(view.locator(words), "color")) for words in WORDS}
    assert {w: ink for w, ink in inks.items() if contrast(ink, paper) < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("reader", [DAY, NIGHT], ids=["day", "night"])
def test_cited_and_changed_words_stand_out_from_their_marking(
    reader: Reader, chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], reader, []) as view:
        for marking in (".stretch mark", "mark.changed"):
            ink = colour_of(style(view.locator(marking), "color"))
            ground = colour_of(style(view.locator(marking), "backgroundColor"))
            assert contrast(ink, ground) >= LEAST_CONTRAST
        around = colour_of(style(view.locator(".stretch .around"), "color"))
        panel = colour_of(style(view.locator(".stretch"), "backgroundColor"))
        assert contrast(around, panel) >= LEAST_CONTRAST


def test_night_is_dark_and_day_is_light(chrome: Browser, pages: dict[str, Path]) -> None:
    grounds = []
    for reader in (DAY, NIGHT):
        with opened(chrome, pages["dossier"], reader, []) as view:
            grounds.append(sum(colour_of(style(view.locator("body"), "backgroundColor"))))
    day, night = grounds
    assert day > 3 * 200
    assert night < 3 * 60


def test_paper_shows_all_cited_words_as_numbered_notes(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], DAY, []) as view:
        view.emulate_media(media="print")
        notes = view.locator(".note")
        cited = Numbers(sample()).cited
        assert notes.count() == len(cited)
        for note, cite in zip(notes.all(), cited, strict=True):
            assert note.is_visible()
            assert " ".join(cite.words.split())[:30] in " ".join(note.inner_text().split())
        assert not view.locator("nav").is_visible()


@pytest.mark.parametrize("entries", ["#statements article", "#sources .copies li"])
def test_paper_shows_entries_that_the_screen_keeps_behind_one_line(
    entries: str, chrome: Browser, long_page: Path
) -> None:
    with opened(chrome, long_page, DAY, []) as view:
        last = view.locator(entries).last
        assert not last.is_visible()
        view.emulate_media(media="print")
        assert last.is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_marks_behind_one_line_stand_side_by_side(
    media: Literal["screen", "print"], chrome: Browser, long_page: Path
) -> None:
    with opened(chrome, long_page, DAY, []) as view:
        if media == "screen":
            view.locator("#summary .cites > .more > summary").click()
        view.emulate_media(media=media)
        marks = view.locator("#summary .cites > .more > .lead").all()
        one, other = (each.bounding_box() for each in marks[:2])
    assert one
    assert other
    assert one["y"] == other["y"]


def test_mark_behind_one_line_shows_its_note_without_leaving_the_place(
    chrome: Browser, long_page: Path
) -> None:
    with opened(chrome, long_page, PHONE, []) as view:
        view.locator("#summary .cites > .more > summary").click()
        mark = view.locator("#summary .lead").last
        mark.scroll_into_view_if_needed()
        before = mark.bounding_box()
        mark.click()
        number = mark.locator("sup").inner_text()
        assert view.locator(".note:target .number").inner_text() == number
        assert mark.bounding_box() == before


def test_stretch_behind_one_line_stands_in_the_page_once(long_page: Path) -> None:
    page: Any = html.fromstring(long_page.read_bytes())
    for number in page.xpath("//section[@id='summary']//a[@class='lead']/sup/text()"):
        assert len(page.xpath(f"//li[@id='note-{number}']//blockquote")) == 1
        assert not page.xpath(
            f"//section[@id='summary']//details[@class='cite'][.//sup='{number}']"
        )


@pytest.mark.parametrize("written", [write_html, lambda one: write_index([one])])
def test_no_line_of_a_headline_ends_behind_the_hyphen_of_a_number(
    written: Callable[[Dossier], bytes], chrome: Browser, tmp_path: Path
) -> None:
    told = "Halsen tunnel shuts for 90-day repair of its old-fashioned vault"
    whole = sample()
    page = tmp_path / "page.html"
    page.write_bytes(written(replace(whole, headline=replace(whole.headline, text=told))))
    for width in range(180, 420, 20):
        with opened(chrome, page, Reader(width=width), []) as view:
            assert view.locator("h1, h2 a").filter(has_text="90-day").inner_text() == told
            number = view.locator(".whole").filter(has_text="90-day")
            assert number.evaluate("one => one.getClientRects().length") == 1


def test_outlets_that_have_no_dot_are_counted_on_one_line(chrome: Browser, long_page: Path) -> None:
    with opened(chrome, long_page, DAY, []) as view:
        more = view.locator(".funnel small").bounding_box()
        assert more
        assert more["width"] > more["height"]


@pytest.mark.parametrize("name", ["dossier", "index"])
def test_no_number_of_the_tally_ends_a_line(
    name: str, chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages[name], Reader(width=180), []) as view:
        tally = view.locator(".tally").first
        counts = tally.locator("span").all()
        assert " ".join(each.inner_text() for each in counts) == sample().tally.text
        assert {each.evaluate("one => one.getClientRects().length") for each in counts} == {1}


def test_marks_of_a_sentence_are_large_enough_for_a_thumb(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    least = 24  # CSS pixels, WCAG 2.2 target size (minimum)
    with opened(chrome, pages["dossier"], PHONE, []) as view:
        boxes = [each.bounding_box() for each in view.locator("#summary summary").all()]
    assert boxes
    assert [box for box in boxes if not box or box["height"] < least or box["width"] < least] == []


def test_skip_link_is_the_first_stop_of_the_keyboard(
    chrome: Browser, pages: dict[str, Path]
) -> None:
    with opened(chrome, pages["dossier"], DAY, []) as view:
        view.keyboard.press("Tab")
        focused = view.locator(":focus")
        assert focused.inner_text() == "Skip to the story"
        assert style(focused, "left") == "16px"


def test_dots_can_be_told_apart_without_colour(chrome: Browser, pages: dict[str, Path]) -> None:
    with opened(chrome, pages["dossier"], DAY, []) as view:
        filled = style(view.locator(".dots circle:not(.hollow)"), "fill")
        hollow = style(view.locator(".dots circle.hollow"), "fill")
    assert contrast(colour_of(filled), colour_of(hollow)) >= LEAST_CONTRAST
