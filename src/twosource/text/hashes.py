"""Let numbers stand for words, so that they can be kept and compared as keys."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=200_000)
def word_hash(form: str) -> int:
    """Return 64 bits that stand for a word."""
    return hashed(form)


def hashed(name: str) -> int:
    """Return the same 64 bits without remembering them: for what hardly comes a second time."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def signed(number: int) -> int:
    """Return the signed 64-bit number with the same bits."""
    return number - (1 << 64) if number >= 1 << 63 else number


def as_key(name: str) -> int:
    """Return the signed 64-bit key that stands for any other thing two articles may share."""
    return signed(word_hash(name))
