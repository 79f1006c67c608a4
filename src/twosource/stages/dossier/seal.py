"""Seal a dossier, so that whoever is handed the file can tell that nothing in it was changed."""

from __future__ import annotations

from dataclasses import replace

from twosource.canonical import digest, from_bytes, to_bytes
from twosource.model.dossier import UNSEALED, Dossier
from twosource.model.identity import Digest


def as_it_reads(dossier: Dossier) -> Dossier:
    """Return the dossier as it reads back from its bytes, without its seal.

    19 and 19.0 are one value, and a sealed dossier has one byte form only.
    """
    return from_bytes(to_bytes(replace(dossier, seal=UNSEALED)), Dossier)


def sealed(as_read: Dossier) -> Dossier:
    """Return a dossier that was read back with the digest of everything else in it as its seal."""
    return replace(as_read, seal=digest(as_read))


def seal_of(dossier: Dossier) -> Digest:
    """Return the digest of all of a dossier but its seal."""
    return digest(as_it_reads(dossier))
