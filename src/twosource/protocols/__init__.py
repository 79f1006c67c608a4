"""The six doors: what a source, language, engine, store, summarizer and export must do.

A language is a value (`twosource.languages.language.Language`) and an export is a value
(`Export`); the other four are Protocols. Parts are opened by name through
`twosource.catalogue.Door`.
"""

from __future__ import annotations

from twosource.protocols.doors import Engine, Export, Source, Summarizer
from twosource.protocols.store import Store

__all__ = ["Engine", "Export", "Source", "Store", "Summarizer"]
