"""Read which libraries the project declares, and which versions its lock files pin."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "requirements"
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")


def plain_name(name: str) -> str:
    """Return the one spelling of a library's name: lower case, parted by hyphens (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared_names() -> frozenset[str]:
    """Return the libraries that pyproject.toml declares for every user of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return frozenset(
        plain_name(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in project["dependencies"]
    )


def entries(lock: str) -> tuple[str, ...]:
    """Return the entries of a lock, each in one line: the pin, its marker, its hashes."""
    text = (LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    return tuple(line for line in re.sub(r"\\\n\s*", "", text).splitlines() if line.strip())


def pins(lock: str) -> frozenset[tuple[str, str]]:
    """Return the (name, version) pairs of a lock; one library may have two, for two Pythons."""
    found = (PIN.match(entry) for entry in entries(lock))
    return frozenset((plain_name(pin["name"]), pin["version"]) for pin in found if pin)
