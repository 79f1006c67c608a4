"""Seal a dossier, so that whoever is handed the file can tell that nothing in it was changed."""

from __future__ import annotations

from dataclasses import replace

from twosource.canonical import digest_of_bytes, to_bytes_by_block
from twosource.model.dossier import UNSEALED, Dossier
from twosource.model.identity import Digest


def sealed(dossier: Dossier) -> Dossier:
    """Return a dossier with the digest of everything else in it as its seal."""
    return replace(dossier, seal=seal_of(dossier))


def seal_of(dossier: Dossier) -> Digest:
    """Return the digest of all of a dossier but its seal."""
    return digest_of_bytes(to_bytes_by_block(replace(dossier, seal=UNSEALED)))
