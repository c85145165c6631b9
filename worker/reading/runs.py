"""Where those of a kind are, among numbers of which equal ones follow each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


def starts(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each number in ``numbers`` [n] begins."""
    first = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return np.flatnonzero(first)


def runs(numbers: NDArray[np.int64]) -> list[slice]:
    """The places of each number in ``numbers`` [n], first to last."""
    ends = [*starts(numbers).tolist(), len(numbers)]
    return [slice(first, end) for first, end in pairwise(ends)]
