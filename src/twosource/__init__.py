"""Twosource: one sourced dossier from many reports of the same event.

    from twosource import open_newsroom

    with open_newsroom("sqlite:news.db") as newsroom:
        newsroom.add("folder:pages")
        print(newsroom.dossier(newsroom.stories()[0].id).headline.text)

Public are the names below, `twosource.protocols` and `twosource.errors`; all else may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Loaded when asked for, so that `import twosource` costs nothing.
_HOMES = {
    "Newsroom": "twosource.newsroom",
    "open_newsroom": "twosource.newsroom",
    "Article": "twosource.model.acquired",
    "Annotated": "twosource.model.annotated",
    "Dossier": "twosource.model.dossier",
    "Settings": "twosource.settings",
    "TwosourceError": "twosource.errors",
}

__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'twosource' has no attribute {name!r}")
