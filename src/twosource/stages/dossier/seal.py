"""Seal a dossier, so that whoever is handed the file can tell that nothing in it was changed."""

from __future__ import annotations

from dataclasses import replace

from twosource.canonical import digest, from_bytes, to_bytes
from twosource.model.dossier import UNSEALED, Dossier
from twosource.model.identity import Digest


def sealed(dossier: Dossier) -> Dossier:
    """Return the dossier as it reads back, with the digest of everything else in it as its seal.

    Read back, since 19 and 19.0 are one value, and a sealed dossier has one byte form only.
    """
    as_read = _read_back(dossier)
    return replace(as_read, seal=digest(as_read))


def seal_of(dossier: Dossier) -> Digest:
    """Return the digest of all of a dossier but its seal."""
    return digest(_read_back(dossier))


def _read_back(dossier: Dossier) -> Dossier:
    return from_bytes(to_bytes(replace(dossier, seal=UNSEALED)), Dossier)
