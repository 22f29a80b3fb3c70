"""Which addresses may be fetched from: none inside the user's own network, unless they say so."""

from __future__ import annotations

import ipaddress
import socket

from citekit.errors import FetchError


def public_address(host: str, port: int) -> str:
    """An address of `host` that anybody on the internet could reach.

    Raises `FetchError` if the name is not known, or if any of its addresses is private, loopback, link-local,
    multicast or reserved: a name with both kinds is an attempt to be asked twice.

    >>> public_address("93.184.216.34", 80)
    '93.184.216.34'
    """
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host} is not known: {error}") from error
    private = sorted(address for address in found if not is_public(address))
    if private or not found:
        where = private[0] if private else "?"
        raise FetchError(f"{host} leads to the private address {where}; --allow-private permits it")
    return sorted(found, key=lambda address: (":" in address, address))[0]


def is_public(address: str) -> bool:
    """Whether an IP address is reachable from anywhere.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("8.8.8.8")
    (False, False, True)
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if parsed in ipaddress.ip_network("64:ff9b::/96"):  # an IPv4 address behind NAT64
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return parsed.is_global and not parsed.is_multicast
