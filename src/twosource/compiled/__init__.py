"""Run plain loops over arrays as machine code, so that a great many articles can be looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, update_wrapper
from importlib import import_module
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# Steps of all loops of a process. As they stand a million take some two seconds.
LOADED_STEPS = 50_000  # to load machine code takes a tenth of a second
COMPILED_STEPS = 1_000_000  # to load the compiler takes two, and a large loop ten


class Loop(Generic[P, R]):
    """A function over arrays and numbers that can be run as machine code.

    It is called by place, not by name, and answers what the plain function would, to the bit; an
    array that it answers is a new one. Numba compiles it once on each machine: what it made is
    kept, and runs without Numba in the next process (`machine_code`).
    """

    _steps: ClassVar[int] = 0  # that all loops of the process were called for by `over`

    def __init__(self, plain: Callable[P, R]) -> None:
        self.plain = plain
        update_wrapper(self, plain)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        answer: R = self._machine_code(*args, **kwargs)
        return answer

    def over(self, steps: int) -> Callable[P, R]:
        """Return the loop for a call of about so many steps: as it stands while all are few.

        When they are more, as machine code if that is kept, and when they are many anyhow.
        """
        Loop._steps += steps
        if Loop._steps > COMPILED_STEPS:
            return self
        return self._if_kept if Loop._steps > LOADED_STEPS else self.plain

    def _if_kept(self, *args: P.args, **kwargs: P.kwargs) -> R:
        run = self if self._machine_code.is_kept(*args, **kwargs) else self.plain
        return run(*args, **kwargs)

    @cached_property
    def _machine_code(self) -> Any:
        return import_module("twosource.compiled.machine_code").MachineCode(self.plain)

    @cached_property
    def dispatcher(self) -> Any:
        """The loop as Numba knows it, where other loops call it."""
        return import_module("numba").njit(no_cpython_wrapper=True, no_cfunc_wrapper=True)(
            self.plain
        )

    @property
    def _numba_type_(self) -> Any:
        return self.dispatcher._numba_type_


class Part(Loop[P, R]):
    """A function that loops are made of: compiled with each of them.

    Called from Python it runs as it stands.
    """

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.plain(*args, **kwargs)


def compiled(plain: Callable[P, R]) -> Loop[P, R]:
    """Return the function as a loop to be compiled: the decorator."""
    return Loop(plain)


def part(plain: Callable[P, R]) -> Part[P, R]:
    """Return the function as a part of loops to be compiled: the decorator."""
    return Part(plain)
