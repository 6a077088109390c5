"""Which matrix multiplication the model runs on: the bundled BLIS, or numpy's OpenBLAS where that is faster."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from functools import cache
from time import perf_counter
from typing import Any

ROWS, WIDTH, COLUMNS = 512, 288, 288
"""The shape of the model's largest product: tokens of a batch, three of them side by side, three pieces a unit."""
_ROUNDS = 4


def ops() -> AbstractContextManager[Any]:
    """A context in which a model must be loaded to run on the faster one; the output is the same.

    numpy's is tried only where it is held to one thread (OPENBLAS_NUM_THREADS=1 before numpy is imported, as the
    command line sets it): with more it takes the cores of other workers and is slower on matrices of this size.
    """
    from thinc.api import use_ops

    context: AbstractContextManager[Any] = use_ops("numpy", use_blis=not _is_numpy_faster())
    return context


@cache
def _is_numpy_faster() -> bool:
    from thinc.api import NumpyOps

    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        return False
    return _seconds(NumpyOps(use_blis=False)) < _seconds(NumpyOps(use_blis=True))


def _seconds(ops: Any) -> float:
    left, right = ops.alloc2f(ROWS, WIDTH) + 1, ops.alloc2f(WIDTH, COLUMNS) + 1
    best = float("inf")
    for _ in range(_ROUNDS):
        start = perf_counter()
        ops.gemm(left, right)
        best = min(best, perf_counter() - start)
    return best
