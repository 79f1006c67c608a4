"""Everything that a run works with, in one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.outlets import Outlets
from twosource.pipeline.links import Linkers
from twosource.pipeline.publish import Composer
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import Tell
from twosource.protocols import Engine, Store
from twosource.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The open parts of a newsroom, and how they are set."""

    store: Store
    engine: Engine
    reader: Reader
    composer: Callable[[], Composer]
    outlets: Outlets
    linkers: Linkers
    settings: Settings
    tell: Tell
