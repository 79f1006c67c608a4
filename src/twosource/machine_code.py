"""Keep the machine code of loops for the next process, for as long as they are made of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import BuiltinFunctionType, CodeType, ModuleType
from typing import Any, get_type_hints

from numba.core import caching


def fingerprint(plain: Callable[..., Any]) -> str:
    """Return a digest of what the machine code of a function follows from.

    That is the code of the function and of all loops it calls, the constants they read, wherever
    these are written, and the fields of the tuples they are given. Where a line stands is not part
    of it, and what the files say by now is not asked: it is the code of this process.
    """
    return sha256("\n".join(_function(plain)).encode()).hexdigest()


def _function(plain: Callable[..., Any]) -> Iterator[str]:
    yield from _code(plain.__code__, plain.__globals__)
    for name, hint in sorted(get_type_hints(plain).items()):
        yield name
        yield from _hint(hint)


def _code(code: CodeType, known: dict[str, Any]) -> Iterator[str]:
    yield f"{code.co_code.hex()} {code.co_names} {code.co_varnames}"
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _code(constant, known)
        else:
            yield repr(constant)
    for name in code.co_names:
        value = known.get(name)
        if plain := getattr(value, "__wrapped__", None):  # a loop, around the function it compiles
            yield from _function(plain)
        elif isinstance(value, type):
            yield from _hint(value)
        elif not isinstance(value, ModuleType | BuiltinFunctionType):
            yield repr(value)


def _hint(hint: Any) -> Iterator[str]:
    yield str(hint)
    for name in getattr(hint, "_fields", ()):
        yield name
        yield from _hint(get_type_hints(hint)[name])


class _Fingerprinted:
    """A place for machine code, where each version of a loop has files of its own.

    Numba asks whether the file in which a loop is written has changed. A constant or a loop of
    another file would be missed, and a file that changes under a running process taken for its own.
    """

    def __init__(self, plain: Callable[..., Any], path: str) -> None:
        super().__init__(plain, path)  # type: ignore[call-arg]  # a locator stands behind this one
        self._made_of = fingerprint(plain)

    def get_source_stamp(self) -> str:
        """Return what tells this version of the loop from all others."""
        return self._made_of

    def get_disambiguator(self) -> str:
        """Return what tells the files of this version from those of all others."""
        return self._made_of[:16]


class WhereTheUserSays(_Fingerprinted, caching.UserProvidedCacheLocator):
    """The folder that NUMBA_CACHE_DIR names."""


class BesideTheSource(_Fingerprinted, caching.InTreeCacheLocator):
    """The folder where Python keeps its own code of the file."""


class InTheUsersCache(_Fingerprinted, caching.UserWideCacheLocator):
    """A folder of the user, where the program's own is not to be written."""


PLACES = ",".join(
    f"{__name__}.{place.__name__}" for place in (WhereTheUserSays, BesideTheSource, InTheUsersCache)
)


@contextmanager
def in_own_places() -> Iterator[None]:
    """Let Numba keep what is compiled now in these places, the first that can be written to."""
    config: Any = import_module("numba.core.config")
    before = config.CACHE_LOCATOR_CLASSES
    config.CACHE_LOCATOR_CLASSES = PLACES
    try:
        yield
    finally:
        config.CACHE_LOCATOR_CLASSES = before


def is_kept(dispatcher: Any) -> bool:
    """Return whether machine code of a loop lies in its place, for arguments of any types."""
    places = getattr(dispatcher._cache, "_cache_file", None)  # none where nothing can be kept
    return places is not None and Path(places._index_path).exists()
