"""What one misbehaviour is, and how it must end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.edges.server import Site

PAGE = "<html><body><p>The ferry is afloat.</p></body></html>"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One misbehaviour: how it is laid out on a server, and what a reader must make of it."""

    lay: Callable[[Site], str]  # returns the address of the source
    ends: str = ""  # the classes of the errors that it fails with; "" where nothing fails
    brings: int = 0  # pages and texts that are had all the same
    never_asked: str = ""  # a path that must not be asked for
