"""Run plain loops over arrays as machine code, so that a great many articles can be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, update_wrapper
from importlib import import_module
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

PLAIN_STEPS = 1_000_000  # of all loops, some two seconds as they stand: what it takes to load them
WORTH_COMPILING = 12_000_000  # of a run; some 24 seconds: what it takes to compile them all


class _Steps:
    """What the loops of this process have gone through."""

    in_all: ClassVar[int] = 0
    of_run: ClassVar[int] = 0  # the one under way
    runs: ClassVar[int] = 0
    compiled: ClassVar[bool] = False  # whether loops are run as machine code from now on,
    at_any_price: ClassVar[bool] = False  # and those too of which none is kept
    plainly: ClassVar[dict[Loop[..., Any], tuple[Any, ...]]] = {}  # what each was last given


class Loop(Generic[P, R]):
    """A function over arrays and numbers that Numba compiles when it is first called.

    It is called by place, not by name, and answers what the plain function would, to the bit. What
    was compiled is kept for the next process (`machine_code`). Numba itself is loaded by the first
    call: a command that goes through nothing does without.
    """

    def __init__(self, plain: Callable[P, R]) -> None:
        self.plain = plain
        self._loaded = False
        update_wrapper(self, plain)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        answer: R = self._machine_code(*args, **kwargs)
        return answer

    def over(self, steps: int) -> Callable[P, R]:
        """Return the loop for a call of about so many steps: as it stands while a run has few.

        To load the compiler takes a second. To compile a large loop takes a dozen, once on each
        machine, and waits until a run has very many.
        """
        _Steps.of_run += steps
        _Steps.compiled |= _Steps.of_run > PLAIN_STEPS
        _Steps.at_any_price |= _Steps.of_run > WORTH_COMPILING
        if _Steps.compiled and (_Steps.at_any_price or self._loaded or self._is_kept):
            return self
        return self._as_it_stands

    def _as_it_stands(self, *args: P.args, **kwargs: P.kwargs) -> R:
        _Steps.plainly[self] = args
        return self.plain(*args, **kwargs)

    def load(self, arguments: tuple[Any, ...]) -> None:
        """Have the machine code for arguments of these types at hand, without running it."""
        type_of = import_module("numba").typeof
        self._machine_code.compile(tuple(map(type_of, arguments)))
        self._loaded = True

    @cached_property
    def _is_kept(self) -> bool:
        """Whether an earlier process has compiled it."""
        kept: bool = import_module("twosource.machine_code").is_kept(self._machine_code)
        return kept

    @cached_property
    def _machine_code(self) -> Any:
        compiler = import_module("numba")
        kept = import_module("twosource.machine_code")
        try:
            with kept.in_own_places():
                return compiler.njit(cache=True)(self.plain)
        except RuntimeError:  # no place to keep it: compiled anew in each process
            return compiler.njit(self.plain)

    @property
    def _numba_type_(self) -> Any:
        # Asked by Numba where one loop calls another.
        return self._machine_code._numba_type_


class Part(Loop[P, R]):
    """A function that loops are made of: compiled with each of them.

    Called from Python it runs as it stands.
    """

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.plain(*args, **kwargs)

    @cached_property
    def _machine_code(self) -> Any:
        compiler = import_module("numba")
        return compiler.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True)(self.plain)


class Step(Part[P, R]):
    """A part that makes and returns no arrays, so that nobody's references to them are counted.

    To count those of a few arrays takes longer than what is asked of them for one word.
    """

    @cached_property
    def _machine_code(self) -> Any:
        compiler = import_module("numba")
        return compiler.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, _nrt=False)(self.plain)


def compiled(plain: Callable[P, R]) -> Loop[P, R]:
    """Return the function as a loop to be compiled: the decorator."""
    return Loop(plain)


def part(plain: Callable[P, R]) -> Part[P, R]:
    """Return the function as a part of loops to be compiled: the decorator."""
    return Part(plain)


def step(plain: Callable[P, R]) -> Step[P, R]:
    """Return the function as a part that makes no arrays: the decorator."""
    return Step(plain)


@contextmanager
def one_run() -> Iterator[None]:
    """Count the steps of one run by themselves, and load behind it what later runs will want.

    A process that comes back for a second run will come again, as one that watches feeds does. Its
    runs may be short, but when they have gone through enough together, loops are loaded between
    two of them, where no report waits for it.
    """
    _Steps.of_run, _Steps.runs = 0, _Steps.runs + 1
    try:
        yield
        _Steps.in_all += _Steps.of_run
        if _Steps.runs > 1 and _Steps.in_all > PLAIN_STEPS and _Steps.plainly:
            _Steps.compiled = True
            for loop, arguments in _Steps.plainly.items():
                loop.load(arguments)
    finally:
        _Steps.plainly.clear()
