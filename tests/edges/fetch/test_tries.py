"""A server that stumbles is asked again when it wishes, and not for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.edges.server import QUICK, Site, in_turn, page, status
from twosource.edges.fetch.answers import retry_after_seconds
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    AnswerError,
    LaterError,
)


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


def test_a_wish_to_be_left_alone_is_read_as_seconds_or_as_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=100))
    assert retry_after_seconds("120") == 120
    assert 90 < (retry_after_seconds(soon) or 0) <= 100
    assert retry_after_seconds("Tue, 03 Mar 2020 10:00:00 GMT") == 0
    assert retry_after_seconds("99999999999") == 7 * 86400
    assert retry_after_seconds("soon") is None
    assert retry_after_seconds("-1") is None
    assert retry_after_seconds("") is None
