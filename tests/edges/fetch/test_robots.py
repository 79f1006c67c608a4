"""What a host wishes is heeded: its robots.txt and the pauses it asks for."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from tests.edges.fetch.resolver import Resolver
from tests.edges.server import QUICK, Site, send, status
from twosource.edges.fetch.fetched import KnownRules
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    LaterError,
    RobotsError,
)


def test_robots_txt_is_heeded_and_read_once(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n", "text/plain")
    site.put("/private/a", "x")
    open_url = site.put("/a", "x")
    with pytest.raises(RobotsError):
        fetcher.fetch(site.url("/private/a"))
    fetcher.fetch(open_url)
    assert site.asked == ["/robots.txt", "/a"]


def test_a_rule_for_us_alone_is_heeded(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", "User-agent: twosource\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    with pytest.raises(RobotsError):
        fetcher.fetch(site.put("/a", "x"))


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.on("/robots.txt", status(500))
    with pytest.raises(RobotsError, match="cannot be had"):
        fetcher.fetch(site.put("/a", "x"))
    assert "/a" not in site.asked


def test_robots_txt_is_not_asked_for_where_the_settings_say_so(site: Site) -> None:
    with Fetcher(replace(QUICK, robots=False)) as fetcher:
        fetcher.fetch(site.put("/a", "x"))
    assert site.asked == ["/a"]


def test_rules_that_outlive_a_run_are_not_asked_for_again(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    rules = KnownRules()
    for _ in range(2):
        with Fetcher(QUICK, rules=rules) as fetcher:
            fetcher.fetch(site.put("/a", "x"))
            with pytest.raises(RobotsError):
                fetcher.fetch(site.url("/private"))
    assert site.times_asked("/robots.txt") == 1


def test_a_host_is_given_the_pause_that_it_or_the_settings_ask_for(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n")
    pauses: list[float] = []
    with Fetcher(replace(QUICK, seconds_between=0.1), sleep=pauses.append) as fetcher:
        for path in ("/a", "/b", "/c"):
            fetcher.fetch(site.put(path, "x"))
    # Nobody slept, so each request found the whole pause still ahead; after robots.txt itself
    # only the settings' own was known.
    assert pauses[0] == pytest.approx(0.1, abs=0.09)
    assert pauses[-1] > 0.2


def test_a_pause_longer_than_a_run_waits_leaves_the_rest_for_later(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 600\n")
    with Fetcher(QUICK) as fetcher:
        fetcher.fetch(site.put("/a", "x"))
        with pytest.raises(LaterError) as caught:
            fetcher.fetch(site.put("/b", "x"))
    assert 590 < caught.value.wait_seconds <= 600


def test_one_host_is_asked_one_thing_at_a_time_and_two_hosts_at_once(site: Site) -> None:
    running, most = set[str](), list[int]()

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        host = handler.headers["Host"].partition(":")[0]
        most.append(9 if host in running else len(running) + 1)
        running.add(host)
        time.sleep(0.05)
        running.discard(host)
        send(handler, 200, b"x")

    for number in range(6):
        site.on(f"/{number}", slowly)
    urls = [
        site.url(f"/{number}").replace("127.0.0.1", host)
        for number in range(6)
        for host in ("one.example", "two.example")
    ]
    patient = replace(QUICK, robots=False, whole_seconds=20.0, most_wait_seconds=20.0)
    with (
        Fetcher(patient, resolve=Resolver("127.0.0.1")) as fetcher,
        ThreadPoolExecutor(8) as pool,
    ):
        assert {found.body for found in pool.map(fetcher.fetch, urls)} == {b"x"}
    assert max(most) == 2
