"""Pages that send their reader on by a meta tag are followed, by the same checks as redirects."""

from __future__ import annotations

import pytest

from tests.edges.server import QUICK, Site
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import AnswerError, RefusedAddressError, RobotsError

PAGE = "<p>The ferry lies on the rocks.</p>"


def refresh(content: str) -> str:
    return f"<html><head><meta http-equiv='refresh' content=\"{content}\"></head></html>"


@pytest.mark.parametrize("content", ["0;url=/b", "0; URL='/b'", "1;url=/b", "0.5, url = /b"])
def test_a_page_that_sends_its_reader_on_at_once_is_followed(
    content: str, site: Site, fetcher: Fetcher
) -> None:
    site.put("/b", PAGE)
    fetched = fetcher.fetch(site.put("/a", refresh(content)))
    assert (fetched.body, fetched.final_url) == (PAGE.encode(), site.url("/b"))
    assert fetched.moved_to == ""  # nobody says that it is for ever


@pytest.mark.parametrize(
    "page",
    [
        refresh("300"),
        refresh("300; url=/b"),
        refresh("0; url=/a"),
        f"<noscript>{refresh('0; url=/b')}</noscript>{PAGE}",
        f"<!-- {refresh('0; url=/b')} -->{PAGE}",
        f'<script>var t = "{refresh("0; url=/b").replace(chr(34), chr(39))}"</script>{PAGE}',
        refresh("0; url=/b") + PAGE * 1000,
    ],
    ids=["reloads", "after minutes", "itself", "no script", "comment", "script", "whole page"],
)
def test_a_page_to_be_read_is_not_left(page: str, site: Site, fetcher: Fetcher) -> None:
    assert fetcher.fetch(site.put("/a", page)).body == page.encode()
    assert "/b" not in site.asked


def test_pages_that_send_on_in_a_circle_end(site: Site, fetcher: Fetcher) -> None:
    site.put("/b", refresh("0; url=/a"))
    with pytest.raises(AnswerError, match="redirects more than"):
        fetcher.fetch(site.put("/a", refresh("0; url=/b")))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://169.254.169.254/", "http://[x"])
def test_a_page_cannot_send_on_out_of_the_public_web(target: str, site: Site) -> None:
    settings_for_strangers = QUICK
    with (
        Fetcher(settings_for_strangers) as fetcher,
        pytest.raises((RefusedAddressError, AnswerError)),
    ):
        fetcher.fetch(site.put("/a", refresh(f"0; url={target}")))


def test_a_page_that_robots_txt_closes_is_not_reached_by_another_way(
    site: Site, fetcher: Fetcher
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b\n")
    site.put("/b", PAGE)
    with pytest.raises(RobotsError):
        fetcher.fetch(site.put("/a", refresh("0; url=/b")))
