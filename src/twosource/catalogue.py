"""Open every exchangeable part by name: built-in ones by a table, others by entry points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Generic, TypeVar, cast

from twosource.errors import UnknownPartError

Part = TypeVar("Part")


class Door(Generic[Part]):
    """One kind of exchangeable part: a name leads to the object at "module:attribute".

    Parts of other packages come through the entry point group "twosource.<door>" and are loaded
    only when their name is asked for; a built-in name cannot be taken over.
    """

    def __init__(self, name: str, built_in: Mapping[str, str]) -> None:
        self.name = name
        self._built_in = dict(built_in)

    def names(self) -> tuple[str, ...]:
        """Return every name that can be opened, sorted."""
        return tuple(sorted({*self._built_in, *self._plugged()}))

    def open(self, name: str) -> Part:
        """Return the part of that name; raises UnknownPartError that lists the known ones."""
        if name in self._built_in:
            module, _, attribute = self._built_in[name].partition(":")
            return cast(Part, getattr(import_module(module), attribute))
        plugged = self._plugged()
        if name not in plugged:
            raise UnknownPartError(self.name.removesuffix("s"), name, self.names())
        return plugged[name]()

    def _plugged(self) -> dict[str, Callable[[], Part]]:
        # Imported here: it brings the parsers of e-mail and zip files, for what is seldom asked.
        from importlib.metadata import entry_points

        return {point.name: point.load for point in entry_points(group=f"twosource.{self.name}")}
