"""Compile a loop with Numba, and hand on what it takes to run it without Numba."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numba
from numba.core import types

from twosource.compiled import Loop


class Made(NamedTuple):
    """The machine code of a loop for arguments of certain types."""

    name: str  # of the loop in the code
    needs: list[str]  # names of functions that are not in the code
    answer: list[str]  # the types of what it answers, in NumPy's letters, arrays with their axes
    several: bool  # the answer is a tuple of these
    code: bytes  # an object file


def made(plain: Callable[..., Any], arguments: Sequence[Any]) -> Made:
    """Return the machine code of a function for arguments of the types of these.

    It is called as Numba calls loops from loops, the parts of each argument one after the other:
    so no wrapper is needed that is made of Python's own calls.
    """
    loop = Loop(plain).dispatcher
    loop.compile(tuple(map(numba.typeof, arguments)))
    [result] = loop.overloads.values()
    answer, library = result.signature.return_type, result.library
    module = library._final_module
    return Made(
        name=result.fndesc.llvm_func_name,
        needs=[
            function.name
            for function in module.functions
            if function.is_declaration and not function.name.startswith("llvm.")
        ],
        answer=list(_letters(answer)),
        several=isinstance(answer, types.BaseTuple),
        code=library.codegen._tm.emit_object(module),
    )


def _letters(of: Any) -> Iterator[str]:
    answer: Any = types.unliteral(of)  # type: ignore[no-untyped-call]
    if isinstance(answer, types.Tuple | types.UniTuple):
        for each in answer:
            yield from _letters(each)
    elif isinstance(answer, types.Array):
        yield f"{numba.np.numpy_support.as_dtype(answer.dtype).str} {answer.ndim}"
    elif answer in (types.int64, types.float64):
        yield "i8" if answer == types.int64 else "f8"
    elif answer != types.none:
        raise TypeError(f"a loop answers arrays, whole numbers and decimals, not {answer}")
