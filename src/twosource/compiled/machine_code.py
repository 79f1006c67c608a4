"""Run loops as machine code: that which is kept of an earlier process, or made for this one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from typing import Any

import llvmlite
import llvmlite.binding as llvm

from twosource.compiled.calling import Called, Words, is_here, laid_out
from twosource.compiled.fingerprint import fingerprint
from twosource.compiled.keeping import keep, kept

CODED = 16  # letters of a digest: no two loops have the same by chance


class MachineCode:
    """A function as machine code, for arguments of each types that it is called with."""

    def __init__(self, plain: Callable[..., Any]) -> None:
        self._plain = plain
        self._loaded: dict[str, Called | None] = {}  # by the types of the arguments
        self._made_of = fingerprint(plain)

    def __call__(self, *arguments: Any) -> Any:
        """Return what the function answers to the arguments."""
        words, types = laid_out(arguments)
        called = self._held(words, types)
        if called is None:
            called = self._loaded[types] = self._make(arguments, words, types)
        return called(words)

    def is_kept(self, *arguments: Any) -> bool:
        """Return whether it can be called with such arguments without being compiled."""
        return self._held(*laid_out(arguments)) is not None

    def _held(self, words: Words, types: str) -> Called | None:
        if types not in self._loaded:
            self._loaded[types] = self._load(words, types)
        return self._loaded[types]

    def _load(self, words: Words, types: str) -> Called | None:
        """Return what was kept; None where there is nothing, or it needs what is not here."""
        found = kept(self._plain.__code__.co_filename, self._name(types))
        if found is None:
            return None
        head, _, code = found.partition(b"\n")
        name, needs, answer, several = json.loads(head)
        if not all(map(is_here, needs)):
            return None
        return Called(name, code, answer, several, words)

    def _make(self, arguments: Sequence[Any], words: Words, types: str) -> Called:
        """Compile the function, and keep what was made of it."""
        # Imported here: Numba takes a second and 60 MB, and is rarely needed.
        *head, code = import_module("twosource.compiled.making").made(self._plain, arguments)
        data = json.dumps(head).encode() + b"\n" + code
        keep(self._plain.__code__.co_filename, self._name(types), data)
        name, _, answer, several = head
        return Called(name, code, answer, several, words)

    def _name(self, types: str) -> str:
        """Return the name under which is kept what follows from the same and runs here."""
        digest = sha256("\n".join((self._made_of, types, *_made_by())).encode()).hexdigest()
        return f"{self._plain.__module__}.{self._plain.__name__}.{digest[:CODED]}"


@cache
def _made_by() -> tuple[str, ...]:
    """Return what makes machine code, and for what processor."""
    features = llvm.get_host_cpu_features().flatten()
    return version("numba"), llvmlite.__version__, llvm.get_host_cpu_name(), features
