"""Points in blocks that lie close together, so that each block need only look around itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Cells of a frame's side by which points are put in order, and each cell's number with a zero
#: between its binary digits: two of them make a Z-order curve (Morton 1966).
_CELLS = 32
_SPREAD = np.array([int(f"{i:b}", 4) for i in range(_CELLS)])


def neighbourhoods(
    points: Floats, others: Floats, reach: float, size: int
) -> Iterator[tuple[Integers, Integers]]:
    """Numbers of up to ``size`` of the points [n, 2] each, and those of all ``others`` [m, 2] that
    lie within ``reach`` (frame units) of any of them, and of some that do not; both may be in any
    place, and blocks without others are left out."""
    across, down = np.clip(points.T * _CELLS, 0, _CELLS - 1).astype(np.int64)
    order = np.argsort(2 * _SPREAD[down] + _SPREAD[across], kind="stable")
    if not len(order) or not len(others):
        return
    starts = np.arange(0, len(order), size)
    ordered = points[order]
    low = np.minimum.reduceat(ordered, starts) - np.float32(reach)
    high = np.maximum.reduceat(ordered, starts) + np.float32(reach)
    x, y = np.ascontiguousarray(others.T)  # far faster than by rows
    for start, (left, top), (right, bottom) in zip(
        starts.tolist(), low.tolist(), high.tolist(), strict=True
    ):
        near = (x > left) & (x < right)
        near &= y > top
        near &= y < bottom
        found = near.nonzero()[0]
        if len(found):
            yield order[start : start + size], found
