"""The fetcher asks politely, gives up in time, and cannot be led where it should not go."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import brotli
import pytest
import zstandard

from tests.edges.broken import BROKEN
from tests.edges.server import QUICK, Site, in_turn, moved, page, raw, send, status
from twosource.edges.fetch.answers import retry_after_seconds
from twosource.edges.fetch.fetched import KnownRules
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    AnswerError,
    FetchError,
    LaterError,
    RefusedAddressError,
    RobotsError,
    TooLargeError,
    UnreachableError,
)
from twosource.model.visited import Visit
from twosource.settings import FetchSettings


def known(url: str, **fields: str) -> Visit:
    return Visit(
        url=url,
        source=f"page:{url}",
        at=datetime(2026, 3, 3, tzinfo=UTC),
        status=200,
        etag=fields.get("etag", ""),
        last_modified=fields.get("last_modified", ""),
    )


def test_a_page_comes_with_its_bytes_and_what_the_server_says_of_it(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", "Grüße", "text/html; charset=utf-8", etag='"1"', last_modified="Mon")
    found = fetcher.fetch(url + "#part")
    assert found.body == "Grüße".encode()
    assert (found.final_url, found.moved_to, found.status) == (url, "", 200)
    assert (found.etag, found.last_modified) == ('"1"', "Mon")
    assert found.media_type == "text/html; charset=utf-8"


def test_the_fetcher_says_who_it_is_and_where_to_complain(site: Site) -> None:
    url = site.put("/a", "x")
    with Fetcher(replace(QUICK, contact="mailto:desk@harbour-post.example")) as fetcher:
        fetcher.fetch(url)
    agents = {head["user-agent"] for head in site.heads}
    assert agents == {"Twosource/0.1.0 (+mailto:desk@harbour-post.example)"}
    assert not any("cookie" in head for head in site.heads)


@pytest.mark.parametrize(("field", "header"), [("etag", '"7"'), ("last_modified", "Tue, 3 Mar")])
def test_a_page_that_has_not_changed_is_not_sent_again(
    field: str, header: str, site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", "words", **{field: header})
    found = fetcher.fetch(url, known(url, **{field: header}))
    assert (found.status, found.body) == (304, b"")
    assert fetcher.fetch(url, known(url, **{field: "other"})).body == b"words"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_packed_page_is_unpacked(name: str, site: Site, fetcher: Fetcher) -> None:
    url = site.put("/a", PACKERS[name](b"words " * 100), content_encoding=name)
    assert fetcher.fetch(url).body == b"words " * 100


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_packed_bomb_is_cut_off_early(name: str, site: Site, fetcher: Fetcher) -> None:
    bomb = PACKERS[name](b"0" * 60_000_000)
    assert len(bomb) < 100_000
    url = site.put("/a", bomb, content_encoding=name)
    with pytest.raises(TooLargeError):
        fetcher.fetch(url)


def test_a_body_packed_in_itself_again_and_again_is_refused(site: Site, fetcher: Fetcher) -> None:
    url = site.put("/a", b"x", content_encoding="gzip, gzip, gzip")
    with pytest.raises(AnswerError, match="3 times over"):
        fetcher.fetch(url)


def test_a_page_larger_than_allowed_is_refused_by_its_own_word_and_by_its_bytes(
    site: Site, fetcher: Fetcher
) -> None:
    large = site.put("/large", b"x" * 1_100_000)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"40000\r\n" + b"x" * 0x40000 + b"\r\n"
    endless = site.on("/endless", raw(head, *[chunk] * 60))
    for url in (large, endless):
        with pytest.raises(TooLargeError):
            fetcher.fetch(url)


def test_a_film_is_left_unread(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(AnswerError, match="video/mp4"):
        fetcher.fetch(site.put("/a", b"\x00" * 1000, "video/mp4"))


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_left_when_the_time_is_over(
    part: str, site: Site, fetcher: Fetcher
) -> None:
    start = b"HTTP/1.1 200 OK\r\n" if part == "head" else b"HTTP/1.1 200 OK\r\n\r\n"
    url = site.on("/a", raw(start, *[b"X-A: b\r\n"] * 100, pause_seconds=0.1))
    began = time.monotonic()
    with Fetcher(replace(QUICK, most_tries=1)) as hasty, pytest.raises(UnreachableError):
        hasty.fetch(url)
    assert time.monotonic() - began < 3


def test_redirects_are_followed_and_a_permanent_one_is_told(site: Site, fetcher: Fetcher) -> None:
    new = site.put("/new", "x")
    site.on("/soon", moved("/new", 302))
    old, mixed = site.on("/old", moved("/new")), site.on("/mixed", moved("/soon", 308))
    assert (fetcher.fetch(old).final_url, fetcher.fetch(old).moved_to) == (new, new)
    assert fetcher.fetch(mixed).moved_to == site.url("/soon")


def test_redirects_in_a_circle_end(site: Site, fetcher: Fetcher) -> None:
    url = site.on("/a", moved("/b"))
    site.on("/b", moved("/a"))
    with pytest.raises(AnswerError, match="more than 5 times"):
        fetcher.fetch(url)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://[::bad", "", "javascript:1"]
)
def test_a_redirect_out_of_the_web_is_refused(target: str, site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError):
        fetcher.fetch(site.on("/a", moved(target)))


def test_a_private_address_is_refused_before_a_byte_is_sent(site: Site) -> None:
    with Fetcher(replace(QUICK, private_addresses=False)) as fetcher:
        for url in (site.url("/a"), site.url("/a").replace("127.0.0.1", "localhost")):
            with pytest.raises(FetchError, match="private_addresses"):
                fetcher.fetch(url)
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The only public host a test can reach is one that a proxy answers for.
    monkeypatch.setenv("http_proxy", site.root)
    monkeypatch.delenv("no_proxy", raising=False)
    metadata = "http://169.254.169.254/latest/meta-data/"
    site.on("http://8.8.8.8/a", moved(metadata))
    site.put(metadata, "secret")
    strict = FetchSettings(seconds_between=0.0)
    with Fetcher(strict) as fetcher, pytest.raises(RefusedAddressError, match="169"):
        fetcher.fetch("http://8.8.8.8/a")
    assert site.times_asked("http://8.8.8.8/a") == 1
    assert metadata not in site.asked


class Resolver:
    """Answers for every name with these addresses in turn, and counts the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked = list(answers), list[str]()

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        self.asked.append(host)
        return (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0],)


def test_a_name_is_asked_for_once_and_the_answer_is_where_the_line_goes(site: Site) -> None:
    # A name that is public when it is checked and private when it is used gets no second question.
    resolver = Resolver("127.0.0.1", "127.0.0.99")  # nobody listens at the second
    url = site.put("/a", "x").replace("127.0.0.1", "news.example")
    with Fetcher(replace(QUICK, robots=False), resolve=resolver) as fetcher:
        assert fetcher.fetch(url).body == b"x"
        assert fetcher.fetch(url).body == b"x"  # over the line that stands
    assert resolver.asked == ["news.example"]


def test_a_name_that_leads_inside_is_refused_before_a_byte_is_sent(site: Site) -> None:
    strict = replace(QUICK, robots=False, private_addresses=False)
    url = site.put("/a", "x").replace("127.0.0.1", "news.example")
    inside = pytest.raises(RefusedAddressError, match=r"127\.0\.0\.1")
    with Fetcher(strict, resolve=Resolver("127.0.0.1")) as fetcher, inside:
        fetcher.fetch(url)
    assert site.asked == []


def test_each_host_of_a_chain_of_redirects_is_resolved_by_itself(site: Site) -> None:
    resolver = Resolver("127.0.0.1")
    site.on("/a", moved(site.put("/b", "x").replace("127.0.0.1", "two.example")))
    with Fetcher(replace(QUICK, robots=False), resolve=resolver) as fetcher:
        found = fetcher.fetch(site.url("/a").replace("127.0.0.1", "one.example"))
    assert found.final_url == site.url("/b").replace("127.0.0.1", "two.example")
    assert resolver.asked == ["one.example", "two.example"]


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


def test_rules_that_outlive_a_run_are_not_asked_for_again(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    rules = KnownRules()
    for _ in range(2):
        with Fetcher(QUICK, rules=rules) as fetcher:
            fetcher.fetch(site.put("/a", "x"))
            with pytest.raises(RobotsError):
                fetcher.fetch(site.url("/private"))
    assert site.times_asked("/robots.txt") == 1


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


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache_control": "public, max-age=900"}, 900), ({"cache_control": "max-age=900",
        "age": "100"}, 800), ({"cache_control": "max-age=86400"}, 3600), ({}, 0),
        ({"cache_control": "no-cache, max-age=900"}, 0), ({"cache_control": "max-age=soon"}, 0),
        ({"cache_control": "max-age=5", "age": "99"}, 0),
    ],
)  # fmt: skip
def test_how_long_an_answer_stays_fresh_is_what_its_server_says_up_to_an_hour(
    headers: dict[str, str], seconds: float, site: Site, fetcher: Fetcher
) -> None:
    assert fetcher.fetch(site.put("/a", "x", **headers)).fresh_seconds == seconds


def test_robots_txt_is_not_asked_for_where_the_settings_say_so(site: Site) -> None:
    with Fetcher(replace(QUICK, robots=False)) as fetcher:
        fetcher.fetch(site.put("/a", "x"))
    assert site.asked == ["/a"]


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


def test_a_busy_server_is_asked_again_when_it_says_so(site: Site, fetcher: Fetcher) -> None:
    url = site.on("/a", in_turn(status(503, retry_after="0"), status(429), page("x")))
    assert fetcher.fetch(url).body == b"x"
    assert site.times_asked("/a") == 3


def test_a_server_that_asks_for_an_hour_is_left_alone_with_all_its_pages(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.on("/a", status(429, retry_after="3600"))
    with pytest.raises(LaterError, match="429"):
        fetcher.fetch(url)
    with pytest.raises(LaterError):
        fetcher.fetch(site.put("/b", "x"))
    assert site.times_asked("/a") == 1
    assert "/b" not in site.asked


def test_a_host_that_an_earlier_run_was_sent_away_from_is_left_alone(site: Site) -> None:
    with Fetcher(QUICK, held=lambda host: 3600.0) as fetcher, pytest.raises(LaterError):
        fetcher.fetch(site.put("/a", "x"))
    assert site.asked == []


def test_what_a_host_still_wants_is_told_for_the_next_run(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(LaterError):
        fetcher.fetch(site.on("/a", status(429, retry_after="3600")))
    (seconds,) = fetcher.waits().values()
    assert 3590 < seconds <= 3600


def test_a_server_that_stumbles_is_asked_again_and_not_for_ever(
    site: Site, fetcher: Fetcher
) -> None:
    assert fetcher.fetch(site.on("/a", in_turn(status(502), page("x")))).body == b"x"
    with pytest.raises(AnswerError, match="500"):
        fetcher.fetch(site.on("/b", status(500)))
    assert site.times_asked("/b") == 3


def test_pauses_before_further_tries_grow_and_differ(site: Site) -> None:
    pauses: list[float] = []
    settings = replace(QUICK, first_wait_seconds=0.1, most_tries=4, robots=False)
    with Fetcher(settings, sleep=pauses.append) as fetcher, pytest.raises(AnswerError):
        fetcher.fetch(site.on("/a", status(500)))
    assert [0.05 * 2**n <= pause <= 0.15 * 2**n for n, pause in enumerate(pauses)] == [True] * 3


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410, 418, 451])
def test_a_plain_no_is_taken_at_once(code: int, site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(AnswerError) as caught:
        fetcher.fetch(site.on("/a", status(code)))
    assert caught.value.status == code
    assert site.times_asked("/a") == 1


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_answer_is_a_failure_with_the_address_in_it(
    name: str, site: Site, fetcher: Fetcher
) -> None:
    url = site.on("/a", raw(BROKEN[name]))
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert site.root in str(caught.value)
    # And the host can be asked again.
    assert fetcher.fetch(site.put("/b", "x")).body == b"x"


def test_a_host_that_is_not_there_is_told_as_such(fetcher: Fetcher) -> None:
    for url in ("http://no-such-host.invalid/", "http://127.0.0.1:1/"):
        with pytest.raises(UnreachableError):
            fetcher.fetch(url)


def test_a_large_file_is_read_in_pieces_and_taken_up_where_it_broke(
    site: Site, fetcher: Fetcher
) -> None:
    data = bytes(range(256)) * 2000
    torn = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data)
    rest = b"HTTP/1.1 206 Partial Content\r\nContent-Length: %d\r\n\r\n" % (len(data) - 100_000)
    url = site.on("/a", in_turn(raw(torn + data[:100_000]), raw(rest + data[100_000:])))
    assert b"".join(fetcher.pieces(url)) == data
    assert site.heads[-1]["range"] == "bytes=100000-"


def test_a_stretch_of_a_file_is_had_from_a_server_that_knows_no_ranges(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", bytes(range(200)))
    assert b"".join(fetcher.pieces(url, 50, 60)) == bytes(range(50, 60))


def test_a_proxy_of_the_environment_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("http://news.invalid/a", "through the proxy")
    monkeypatch.setenv("http_proxy", site.root)
    monkeypatch.delenv("no_proxy", raising=False)
    with Fetcher(replace(QUICK, robots=False)) as fetcher:
        assert fetcher.fetch("http://news.invalid/a").body == b"through the proxy"
    # What leads into the own network goes through no proxy either.
    strict = FetchSettings(robots=False, most_tries=1)
    with Fetcher(strict) as fetcher, pytest.raises(RefusedAddressError):
        fetcher.fetch("http://10.0.0.1/a")
    monkeypatch.setenv("no_proxy", "a.example, .invalid")
    direct = replace(QUICK, robots=False, most_tries=1)
    with Fetcher(direct) as fetcher, pytest.raises(UnreachableError):
        fetcher.fetch("http://news.invalid/a")


def test_a_wish_to_be_left_alone_is_read_as_seconds_or_as_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=100))
    assert retry_after_seconds("120") == 120
    assert 90 < (retry_after_seconds(soon) or 0) <= 100
    assert retry_after_seconds("Tue, 03 Mar 2020 10:00:00 GMT") == 0
    assert retry_after_seconds("99999999999") == 7 * 86400
    assert retry_after_seconds("soon") is None
    assert retry_after_seconds("-1") is None
    assert retry_after_seconds("") is None
