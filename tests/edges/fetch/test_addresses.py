"""Only the public web is asked."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.edges.fetch.addresses import host_of, is_public, public_addresses
from twosource.errors import FetchError, RefusedAddressError


@pytest.mark.parametrize(
    "address",
    """
        127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1
        198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 192.0.0.8 :: ::1 fe80::1 fc00::1
        fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::127.0.0.1
        64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: 2001:0:7f00:1:: ::127.0.0.1
    """.split(),
)
def test_an_address_of_a_private_or_special_network_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"],
)
def test_an_address_of_the_open_net_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_in_another_changes_nothing(
    address: ipaddress.IPv4Address,
) -> None:
    mapped = ipaddress.IPv6Address(f"::ffff:{address}")
    assert is_public(mapped) == is_public(address)


@pytest.mark.parametrize(
    "name",
    ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "::1", "0"],
)
def test_every_spelling_of_the_own_machine_is_refused(name: str) -> None:
    with pytest.raises(FetchError):
        public_addresses(name, 80, private_too=False)


def test_a_name_with_one_public_and_one_private_address_is_refused() -> None:
    def both(host: str, port: int) -> tuple[str, ...]:
        return ("93.184.215.14", "169.254.169.254")

    with pytest.raises(RefusedAddressError, match="169"):
        public_addresses("a.example", 80, private_too=False, resolve=both)


@pytest.mark.parametrize(
    "address",
    """
        ::ffff:7f00:1 ::ffff:169.254.169.254 fe80::1%eth0 ::127.0.0.1 fd00:ec2::254
        0:0:0:0:0:0:0:1 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe::1 100.100.100.200
    """.split(),
)
def test_a_name_that_leads_inside_is_refused_in_whatever_form(address: str) -> None:
    with pytest.raises(RefusedAddressError):
        public_addresses("a.example", 80, private_too=False, resolve=lambda *_: (address,))


def test_a_private_host_may_be_asked_where_the_settings_say_so() -> None:
    assert public_addresses("127.0.0.1", 80, private_too=True) == ("127.0.0.1",)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/x",
        "gopher://a.example",
        "data:text/html,x",
        "javascript:alert(1)",
        "//a.example/x",
        "a.example/x",
        "",
        "http://",
        "http:///x",
        "http://[::1",
        "http://a.example:port/",
        "jar:http://a.example!/x",
        "http://a.example/" + "x" * 9000,
        "http://user@a.example/",
        "http://a:b@127.0.0.1/",
        "http://127.0.0.1@a.example/",
        "http://a.example\\@127.0.0.1/",
        "http://a.exa mple/",
        "http://a.example%00.b.example/",
        "http://a.example\x00/",
        "http://a^b.example/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        host_of(url)


def test_hosts_are_told_apart_by_port_but_not_by_case_or_the_usual_port() -> None:
    assert host_of("HTTP://Post.Example:80/a") == host_of("http://post.example/b")
    assert host_of("http://post.example:8080/") == "post.example:8080"


@given(st.text(max_size=200))
def test_no_text_makes_the_check_of_an_address_fail_otherwise(text: str) -> None:
    for url in (text, f"http://{text}", f"https://a.example/{text}"):
        with suppress(RefusedAddressError):
            assert host_of(url)
