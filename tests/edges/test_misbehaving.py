"""However a server misbehaves, reading it ends soon, with an error of ours or with its pages."""

from __future__ import annotations

import resource
import time
from dataclasses import replace

import pytest

from tests.edges.misbehaving import TABLE
from tests.edges.server import Site
from tests.edges.sources.memory import QUICK
from twosource.edges.sources import open_source
from twosource.edges.sources.wire import Wire
from twosource.errors import SourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed

HASTY = replace(
    QUICK,
    whole_seconds=0.4,
    connect_seconds=0.4,
    most_tries=2,
    most_bytes=2_000_000,
    pages_per_run=9,
)
MOST_SECONDS = 10.0  # on a machine that does other work too; most take a hundredth
MOST_MEGABYTES = 300  # by which one of them may make the process grow


def test_the_table_holds_more_than_sixty_ways_to_misbehave() -> None:
    assert len(TABLE) >= 60


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_misbehaving_source_ends_as_it_must(name: str, site: Site) -> None:
    case = TABLE[name]
    address = case.lay(site)
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ends, captures = set[str](), 0
    with Wire(HASTY) as wire:
        try:
            for item in open_source(address, wire).captures():
                captures += isinstance(item, Capture)
                ends |= {item.error} if isinstance(item, Failed) else set()
        except SourceError as error:
            ends.add(type(error).__name__)
    assert (ends, captures) == (set(filter(None, case.ends.split(", "))), case.brings)
    assert case.never_asked not in site.asked
    assert time.monotonic() - began < MOST_SECONDS
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < MOST_MEGABYTES * 1024
