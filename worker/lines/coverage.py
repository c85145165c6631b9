"""How much of what was drawn lies on a portrait's lines, and how much of those is drawn already."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from worker.fit.lines import LineSamples
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Frame units within which a stroke lies on a line; a pen line's width and a little more.
NEAR = 0.015
#: The frame, and a quarter of it around, in cells of a fifth of NEAR.
_CELLS = 500
_LOW, _HIGH = -0.25, 1.25


class Coverage:
    """Compares one sketch's strokes with any number of portraits' lines."""

    def __init__(self, strokes: Strokes) -> None:
        self._weight = strokes.weight
        reach = NEAR / (_HIGH - _LOW) * _CELLS
        span = np.arange(-int(reach), int(reach) + 1)
        within = span[:, None] ** 2 + span**2 <= reach**2
        disc = (span[:, None] * _CELLS + span)[within]
        self._ink_cells = _cells(strokes.points)
        self._discs = np.clip(self._ink_cells[:, None] + disc, 0, _CELLS**2 - 1)

    def of(self, lines: Floats) -> float:
        """Share of the ink within NEAR of a portrait's line samples [n, 2], 0 to 1."""
        total = float(self._weight.sum())
        if total <= 0:
            return 0.0
        grid = np.zeros(_CELLS**2, bool)
        grid[_cells(lines)] = True
        return float(self._weight[grid[self._discs].any(axis=1)].sum()) / total

    def finished(self, lines: LineSamples) -> float:
        """Share of a portrait's lines that have ink within NEAR, 0 to 1: how much of it is
        drawn already."""
        return float(self._near_ink[_cells(lines.points)].mean()) if len(lines.points) else 0.0

    @cached_property
    def _near_ink(self) -> NDArray[np.bool_]:
        """Which cells lie within NEAR of the ink."""
        grid = np.zeros(_CELLS**2, bool)
        grid[self._discs.ravel()] = True
        return grid


def _cells(points: Floats) -> NDArray[np.int64]:
    """[n] flat cell index of points [n, 2]; what lies further out counts at the border."""
    at = ((points - _LOW) * (_CELLS / (_HIGH - _LOW))).astype(np.int64)
    at = np.clip(at, 0, _CELLS - 1)
    cells: NDArray[np.int64] = at[:, 1] * _CELLS + at[:, 0]
    return cells
