"""Pages of the web looked at again: for edits, after a stumble, and not for ever."""

from __future__ import annotations

from dataclasses import replace

from tests.edges.server import Site, in_turn, moved, page, status
from tests.edges.sources.feeds import item, rss
from tests.edges.sources.memory import PAGE, QUICK, Memory, failures
from twosource.model.acquired import Capture


def test_a_page_of_the_web_is_asked_politely_a_second_time(site: Site) -> None:
    memory = Memory()
    url = site.put("/1", PAGE, etag="1")
    assert memory.bodies(url) == [PAGE.encode()]
    assert memory.bodies(url) == []
    assert site.times_asked("/1") == 2


def test_a_page_is_known_by_the_address_that_redirects_lead_to(site: Site) -> None:
    memory = Memory()
    page_url, short = site.put("/1", PAGE), site.on("/s/1", moved("/1", 302))
    feed = f"feed:{site.put('/feed', rss(item(short), item(page_url + '#comments')))}"
    captures = [each for each in memory.bring(feed) if isinstance(each, Capture)]
    assert [each.url for each in captures] == [page_url, page_url]
    assert len({each.id for each in captures}) == 1
    assert memory.visits[short].led_to == page_url
    assert memory.bodies(feed) == []


def test_a_page_is_looked_at_again_for_edits_and_then_left(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss(item(site.put('/1', 'one', etag='1'))))}"
    assert memory.bodies(feed) == [b"one"]
    memory.hours_pass(3)
    assert memory.bodies(feed) == []  # not modified
    site.put("/1", "two", etag="2")
    assert memory.bodies(feed) == []  # not yet due
    memory.hours_pass(13)
    assert memory.bodies(feed) == [b"two"]
    memory.hours_pass(49)
    assert memory.bodies(feed) == []
    memory.hours_pass(1000)
    assert memory.bodies(feed) == []
    assert site.times_asked("/1") == 4


def test_what_a_feed_said_of_a_page_holds_for_its_later_looks_too(site: Site) -> None:
    memory = Memory()
    entry = item(site.put("/1", "one"), source="Norda")
    feed = f"feed:{site.put('/feed', rss(entry))}"
    memory.bring(feed)
    site.put("/feed", rss())
    site.put("/1", "two")
    memory.hours_pass(3)
    [capture] = [each for each in memory.bring(feed) if isinstance(each, Capture)]
    assert (capture.body, dict(capture.told)["source"]) == (b"two", "Norda")


def test_an_entry_that_says_it_was_updated_is_fetched_again(site: Site) -> None:
    memory = Memory()
    link = site.put("/1", "one")
    entry = f'<entry><link href="{link}"/><updated>%s</updated></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    address = f"feed:{site.put('/feed', feed % '2026-03-03T10:00:00Z')}"
    assert memory.bodies(address) == [b"one"]
    site.put("/1", "two")
    site.put("/feed", feed % "2099-03-03T10:00:00Z")
    assert memory.bodies(address) == [b"two"]


def test_a_page_that_stumbles_is_tried_again_when_its_time_has_come(site: Site) -> None:
    memory = Memory()
    site.on("/1", status(500))
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))), etag='1')}"
    assert [each.error for each in failures(memory.bring(feed))] == ["AnswerError"]
    asked = site.times_asked("/1")
    assert memory.bring(feed)  # not yet: the feed alone was asked
    assert site.times_asked("/1") == asked
    site.put("/1", PAGE)
    memory.hours_pass(1)
    assert memory.bodies(feed) == [PAGE.encode()]


def test_a_page_that_never_comes_is_given_up(site: Site) -> None:
    memory = Memory(replace(QUICK, most_tries=1))
    site.on("/1", status(500))
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))))}"
    for _ in range(10):
        memory.bring(feed)
        memory.hours_pass(24)
    assert site.times_asked("/1") == 6


def test_a_page_that_is_gone_is_asked_once(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))))}"
    assert [each.error for each in failures(memory.bring(feed))] == ["GoneError"]
    memory.hours_pass(1000)
    assert failures(memory.bring(feed)) == []
    assert site.times_asked("/1") == 1


def test_pages_of_a_host_that_wants_a_pause_are_not_lost(site: Site) -> None:
    memory = Memory()
    links = [site.put(f"/{n}", f"page {n}") for n in range(3)]
    site.on("/1", in_turn(status(429, retry_after="1800"), page("page 1")))
    feed = f"feed:{site.put('/feed', rss(*map(item, links)), etag='1')}"
    assert memory.bodies(feed) == [b"page 0"]
    memory.hours_pass(1)
    assert sorted(memory.bodies(feed)) == [b"page 1", b"page 2"]
