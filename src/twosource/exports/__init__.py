"""Exports: the forms a dossier can be written in, each a pure function from dossier to bytes."""

from __future__ import annotations

from twosource.catalogue import Door
from twosource.protocols import Export

EXPORTS: Door[Export] = Door(
    "exports",
    {
        "text": "twosource.exports.text:TEXT",
        "brief": "twosource.exports.text:BRIEF",
        "full": "twosource.exports.text:FULL",
        "markdown": "twosource.exports.markdown:MARKDOWN",
        "html": "twosource.exports.html:HTML",
        "json": "twosource.exports.json:JSON",
        "csv": "twosource.exports.csv:CSV",
    },
)
