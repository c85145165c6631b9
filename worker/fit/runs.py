"""Where those of a kind are, among numbers of which equal ones follow each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


def runs(numbers: NDArray[np.int64]) -> list[slice]:
    """The places of each number in ``numbers`` [n], first to last."""
    if not len(numbers):
        return []
    ends = (np.flatnonzero(numbers[1:] != numbers[:-1]) + 1).tolist()
    return [slice(first, end) for first, end in pairwise([0, *ends, len(numbers)])]
