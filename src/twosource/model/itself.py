"""A value that equals only itself, so that what was found of it can be kept by it."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")


class Itself(Generic[K]):
    """A value that equals only itself: to compare two articles word by word costs too much."""

    __slots__ = ("value",)

    def __init__(self, value: K) -> None:
        self.value = value  # held, so that no other value gets its place in memory

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)
