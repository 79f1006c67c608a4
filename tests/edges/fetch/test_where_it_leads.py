"""Neither a redirect nor a name can lead the fetcher where it should not go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.edges.fetch.resolver import Resolver
from tests.edges.server import QUICK, Site, moved
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    AnswerError,
    FetchError,
    RefusedAddressError,
    UnreachableError,
)
from twosource.settings import FetchSettings


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
