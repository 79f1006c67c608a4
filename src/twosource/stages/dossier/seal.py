"""Seal a dossier, so that whoever is handed the file can tell that nothing in it was changed."""

from __future__ import annotations

from dataclasses import replace

from twosource.canonical import digest, from_bytes, to_bytes
from twosource.model.dossier import UNSEALED, Dossier
from twosource.model.identity import Digest


def sealed(dossier: Dossier) -> Dossier:
    """Return the dossier with the digest of everything else in it as its seal."""
    return replace(dossier, seal=seal_of(dossier))


def seal_of(dossier: Dossier) -> Digest:
    """Return the digest of all of a dossier but its seal."""
    # Read back first: 19 and 19.0 are one value and must have one seal.
    as_read = from_bytes(to_bytes(replace(dossier, seal=UNSEALED)), Dossier)
    return digest(as_read)
