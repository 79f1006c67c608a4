"""The model's matrix products are numpy's, on one thread."""

from __future__ import annotations

import numpy
import pytest
from threadpoolctl import threadpool_info

from twosource.languages.english.arithmetic import NumpyProducts, on_one_thread


@pytest.mark.parametrize(("turned", "other"), [(False, False), (True, False), (False, True)])
def test_products_are_those_of_the_turned_matrices(turned: bool, other: bool) -> None:
    x = numpy.arange(6, dtype="f").reshape((3, 2) if turned else (2, 3))
    y = numpy.arange(12, dtype="f").reshape((4, 3) if other else (3, 4))
    wanted = (x.T if turned else x) @ (y.T if other else y)
    assert numpy.array_equal(NumpyProducts().gemm(x, y, trans1=turned, trans2=other), wanted)
    out = numpy.zeros_like(wanted)
    NumpyProducts().gemm(x, y, out=out, trans1=turned, trans2=other)
    assert numpy.array_equal(out, wanted)


def test_products_take_one_thread_and_give_the_others_back() -> None:
    before = [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]
    with on_one_thread():
        inside = {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}
    assert inside == {1}
    after = [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]
    assert after == before
