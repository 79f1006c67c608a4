"""Decide which addresses may be asked: those of the public web, and no others."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from twosource.errors import RefusedAddressError, UnreachableError

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
MOST_URL_CHARACTERS = 8000  # servers refuse longer ones; a trap of growing addresses ends here
PUBLIC = (ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("2000::/3"))
# What older Pythons' tables call global: protocol assignments (RFC 6890), 6to4 relays (RFC 7526).
RESERVED = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("192.88.99.0/24"))
NO_HOST = re.compile(r"[\\\s%<>\"^`{|}\x00-\x20\x7f]")
Resolve = Callable[[str, int], Sequence[str]]
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def host_of(url: str) -> str:
    """Return the host of a web address in lower case, with a port that is not the scheme's own.

    Raises RefusedAddressError for what is no http or https address (file, data, ftp, a bare word)
    and for a host that two readers of the address might take for two: behind a name and password,
    or with a character in it that no host has.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedAddressError(url[:200], f"is no address of the web ({error})") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise RefusedAddressError(url[:200], "is no address of the web; wanted http or https")
    if "@" in parts.netloc:
        raise RefusedAddressError(
            url[:200], "has a name or password before its host; wanted an address for everybody"
        )
    if NO_HOST.search(parts.netloc):
        raise RefusedAddressError(url[:200], "has a character in its host that no host has")
    if len(url) > MOST_URL_CHARACTERS:
        raise RefusedAddressError(url[:200], f"is longer than {MOST_URL_CHARACTERS} characters")
    own = {"http": 80, "https": 443}[parts.scheme.lower()]
    return host if port in (None, own) else f"{host}:{port}"


def resolved(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses that the machine's resolver has for a host, in its order.

    Raises UnreachableError for a host that has no address.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(host, f"there is no such host ({error})") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def public_addresses(
    host: str, port: int, *, private_too: bool, resolve: Resolve = resolved
) -> tuple[str, ...]:
    """Return the IP addresses of a host, asked for once, in the resolver's order.

    Raises RefusedAddressError if a single one of them is not of the public net: a name that
    leads to both is a trap, since nobody says which one a second question would give.
    Raises UnreachableError for a host that has no address.
    """
    addresses = tuple(resolve(host, port))
    for address in addresses:
        # A zone ("fe80::1%eth0") names a local interface.
        if not private_too and ("%" in address or not is_public(ipaddress.ip_address(address))):
            raise RefusedAddressError(
                host,
                f"leads to {address}, which is not of the public net; set "
                "fetch.private_addresses = true to read sources of your own network",
            )
    return addresses


def is_public(address: IpAddress) -> bool:
    """Say whether an address can be reached by everybody.

    Loopback, private, link-local, multicast, reserved and cloud metadata addresses are not; an
    IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is judged by that too.
    """
    carried = _carried(address)
    wraps = isinstance(address, ipaddress.IPv6Address) and (
        address.ipv4_mapped is not None or address in NAT64
    )
    own = wraps or (
        address.is_global
        and not address.is_multicast
        and any(address in net for net in PUBLIC)
        and not any(address in net for net in RESERVED)
    )
    return own and all(map(is_public, carried))


def _carried(address: IpAddress) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(each for each in carried if each is not None)
