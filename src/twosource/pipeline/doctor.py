"""Look at what is installed and what the store holds, for `twosource doctor`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from twosource import __version__
from twosource.errors import TwosourceError
from twosource.languages import open_language
from twosource.model.identity import LanguageCode
from twosource.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at."""

    what: str
    found: str
    fine: bool


def examine(settings: Settings, counts: Sequence[tuple[str, int]]) -> tuple[Finding, ...]:
    """Return what was found, one row a thing."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    return (
        Finding(what="twosource", found=__version__, fine=True),
        Finding(what="python", found=version, fine=sys.version_info >= (3, 11)),
        _model(settings),
        Finding(what="store", found=settings.store, fine=True),
        *(Finding(what=f"held: {what}", found=f"{count:,}", fine=True) for what, count in counts),
    )


def _model(settings: Settings) -> Finding:
    try:
        name = open_language(LanguageCode("en"), settings.annotate).model
    except TwosourceError as error:
        return Finding(what="english model", found=str(error), fine=False)
    return Finding(what="english model", found=name, fine=True)
