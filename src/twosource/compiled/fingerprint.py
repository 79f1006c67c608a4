"""Tell what the machine code of a loop follows from, so that none is used longer than it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from types import BuiltinFunctionType, CodeType, ModuleType
from typing import Any, get_type_hints

from twosource.compiled import Loop


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
        if isinstance(value, Loop):
            yield from _function(value.plain)
        elif isinstance(value, type):
            yield from _hint(value)
        elif not isinstance(value, ModuleType | BuiltinFunctionType):
            yield repr(value)


def _hint(hint: Any) -> Iterator[str]:
    yield str(hint)
    for name in getattr(hint, "_fields", ()):
        yield name
        yield from _hint(get_type_hints(hint)[name])
