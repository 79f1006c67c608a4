"""Give every value its one byte form, read it back, and take its digest."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from twosource.model.identity import Digest
from twosource.model.itself import Itself

T = TypeVar("T")

BLOCKS_HELD = 64  # those of the last two dossiers
DIGEST_BYTES = 16  # 128 bits: no accidental collision among 10^15 values


def to_bytes(value: object) -> bytes:
    """Return the canonical JSON of a value: sorted keys, no spaces, UTF-8.

    Equal values have equal bytes.
    """
    return msgspec.json.encode(value, order="sorted")


def to_bytes_by_block(value: object) -> bytes:
    """Return `to_bytes` of a dossier, or of one that is published, block by block.

    One of 200 articles is 10 MB. It is digested, sealed and kept, each with another number or
    seal, and its blocks are the same values each time: they are written once.
    """
    return to_bytes(_in_blocks(value))


def _in_blocks(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _in_blocks(getattr(value, each.name)) for each in fields(value)}
    return _block(Itself(value)) if isinstance(value, tuple) else value


@lru_cache(maxsize=BLOCKS_HELD)
def _block(block: Itself[tuple[object, ...]]) -> msgspec.Raw:
    return msgspec.Raw(to_bytes(block.value))


def from_bytes(data: bytes, kind: type[T]) -> T:
    """Return the value that `to_bytes` wrote; raises msgspec.ValidationError if it does not fit."""
    return msgspec.json.decode(data, type=kind)


def digest(value: object) -> Digest:
    """Return the 32 hex digits that stand for a value; equal values have equal digests."""
    return digest_of_bytes(to_bytes(value))


def digest_of_text(text: str) -> Digest:
    """Return the digest of a text's UTF-8 bytes; lone surrogates count as they are."""
    return digest_of_bytes(text.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes) -> Digest:
    """Return the 32 hex digits of BLAKE2b-128 over the bytes."""
    return Digest(blake2b(data, digest_size=DIGEST_BYTES).hexdigest())


def schema_of(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a value's byte form."""
    return msgspec.json.schema(kind)
