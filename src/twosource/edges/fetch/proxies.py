"""Find the proxy that the environment names for an address: HTTPS_PROXY, HTTP_PROXY, NO_PROXY."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies_environment

LOCAL_NAMES = ("localhost", "127.", "[::1]", "::1")  # nobody means these to go through a proxy


def proxy_for(url: str) -> str:
    """Return the address of the proxy to go through, "" for the direct way."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies_environment()
    proxy = proxies.get(parts.scheme) or proxies.get("all", "")
    if not proxy or host.startswith(LOCAL_NAMES) or _goes_directly(host, proxies.get("no", "")):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def _goes_directly(host: str, no_proxy: str) -> bool:
    """Say whether NO_PROXY, a list of hosts and ends of hosts, names this one; "*" names all."""
    names = [name.strip().lstrip(".").lower() for name in no_proxy.split(",")]
    return "*" in names or any(host == name or host.endswith(f".{name}") for name in names if name)
