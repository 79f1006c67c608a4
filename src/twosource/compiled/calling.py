"""Call machine code that Numba made, without Numba: how it wants arguments, and what it answers."""

from __future__ import annotations

import ctypes
import pickle
import struct
from collections.abc import Sequence
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import Any

import llvmlite.binding as llvm
import numpy as np

Words = list[Any]  # whole numbers, decimals and truths

C_TYPES = {int: ctypes.c_int64, float: ctypes.c_double, bool: ctypes.c_bool}
OF_ARRAY = 5  # words before its lengths: two owners, items, bytes of an item, where they stand


def laid_out(arguments: Sequence[Any]) -> tuple[Words, str]:
    """Return the parts of all arguments one after the other, and the types of the arguments."""
    words, types = Words(), list[str]()
    for each in arguments:
        _lay_out(each, words, types)
    return words, ", ".join(types)


def _lay_out(argument: Any, words: Words, types: list[str]) -> None:
    if isinstance(argument, np.ndarray):
        data = argument.__array_interface__["data"][0]
        words += (0, 0, argument.size, argument.itemsize, data)
        words += (*argument.shape, *argument.strides)
        flags = argument.flags
        layout = "C" if flags.c_contiguous else "A"
        types.append(f"{argument.dtype.str} {argument.ndim}{layout}{'W' * flags.writeable}")
    elif isinstance(argument, tuple):
        types.append(type(argument).__name__)
        for each in argument:
            _lay_out(each, words, types)
        types.append(".")
    else:
        words.append(argument.item() if isinstance(argument, np.generic) else argument)
        types.append(type(argument).__name__)


class Called:
    """Machine code in memory."""

    def __init__(
        self, name: str, code: bytes, answer: Sequence[str], several: bool, words: Words
    ) -> None:
        """Take the object file in; `words` are arguments as it will be given them."""
        engine = _engine()
        engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        engine.finalize_object()
        pointer = ctypes.c_void_p
        arguments: list[Any] = [pointer, pointer, *(C_TYPES[type(word)] for word in words)]
        # Not CFUNCTYPE, which would let other threads run meanwhile: they may change the arrays.
        function = ctypes.PYFUNCTYPE(ctypes.c_int32, *arguments)
        self._function = function(engine.get_function_address(name))
        self._answer, self._several = answer, several

    def __call__(self, words: Words) -> Any:
        """Return what it answers; an array as a copy, so that its own memory is free again."""
        sizes = [OF_ARRAY + 2 * _axes(each) if " " in each else 1 for each in self._answer]
        room, error = np.zeros(1 + sum(sizes), np.int64), ctypes.c_void_p()
        status = self._function(room.ctypes.data, ctypes.byref(error), *words)
        if status:
            raise _raised(error)
        ends = np.cumsum(sizes)
        found = [
            _taken(each, room[end - size : end])
            for each, size, end in zip(self._answer, sizes, ends, strict=True)
        ]
        if self._several:
            return tuple(found)
        return found[0] if found else None


def _axes(letters: str) -> int:
    return int(letters.split(" ")[1])


def _taken(letters: str, words: np.ndarray[Any, np.dtype[np.int64]]) -> Any:
    """Return one answer from its words."""
    if " " not in letters:
        return words.view(letters)[0].item()
    owner, _, items, _, data, *rest = words.tolist()
    axes, dtype = _axes(letters), np.dtype(letters.split(" ")[0])
    found = np.empty(rest[:axes], dtype)
    if items:
        last = sum(step * (length - 1) for length, step in zip(rest, rest[axes:], strict=False))
        memory = (ctypes.c_char * (last + dtype.itemsize)).from_address(data)
        found[:] = np.ndarray(rest[:axes], dtype, memory, strides=rest[axes:])
    if owner:
        _release()(owner)
    return found


def _raised(error: ctypes.c_void_p) -> BaseException:
    """Return what was raised, as it would have been by the function in Python."""
    of_error: Any = error.value
    where, size = struct.unpack("Pi", ctypes.string_at(of_error, struct.calcsize("Pi")))
    kind, arguments, _ = pickle.loads(ctypes.string_at(where, size))
    raised: BaseException = kind(*(arguments or ()))
    return raised


def is_here(name: str) -> bool:
    """Return whether a function that machine code needs is at hand in this process."""
    _engine()
    return llvm.address_of_symbol(name) is not None


@cache
def _engine() -> Any:
    """Return the engine that holds all machine code, with the functions that loops need."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    for name, address in _of_memory().items():
        llvm.add_symbol(f"NRT_{name}", address)
    target = llvm.Target.from_default_triple().create_target_machine()
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)


@cache
def _of_memory() -> Any:
    """Return where the functions stand by which loops take and free memory, by name."""
    package: Any = find_spec("numba")  # found, not loaded: of all of it this file is enough
    [folder] = package.submodule_search_locations
    found: Any = PathFinder.find_spec("_nrt_python", [f"{folder}/core/runtime"])
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module.c_helpers


@cache
def _release() -> Any:
    return ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(_of_memory()["MemInfo_release"])
