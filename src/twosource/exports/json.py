"""Write a dossier as one line of canonical JSON, every cited word in it."""

from __future__ import annotations

from twosource.canonical import to_bytes
from twosource.model.dossier import Dossier
from twosource.protocols import Export


def write_json(dossier: Dossier) -> bytes:
    """Return the dossier's canonical bytes and a line break.

    `canonical.from_bytes(data, Dossier)` reads it back to an equal value, and whoever holds the
    file can check each citation's words against their digests without the store.
    """
    return to_bytes(dossier) + b"\n"


JSON = Export(name="json", media_type="application/json", suffix=".json", write=write_json)
