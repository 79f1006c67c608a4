"""A false toll, its copies, and notices on it, for the tests of what is taken back elsewhere."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.claims.tolls import toll
from tests.stages.dossier.stories import Copied, Report

COPY = (Copied(copy=1, of=0, aligned=((0, 0), (1, 1))),)


def fourteen(paper: str, after: float = 0.0) -> Report:
    """Return a report that gives the wrong toll."""
    text = "14 people were killed, the police said."
    return toll(paper, text, words="14 people", by="the police", of="dead", after=after)


def notice(paper: str, text: str, *, headline: str = "The ferry Marit", **fields: Any) -> Report:
    """Return a notice of some hours later."""
    return Report(outlet=paper, text=text, after=5, fields={"headline": headline, **fields})


KILL = notice(
    "norda",
    "Editors: please withdraw the story headlined “14 killed on the ferry Marit”.",
    headline="Advisory",
)
