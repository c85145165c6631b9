"""A smooth displacement of the frame from scattered shifts: Gaussian-process regression."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import bell
from worker.fit.matching import Matches
from worker.reading.lottery import lots

Floats = NDArray[np.float32]

#: Variance of a fully trusted pair's error, against 1 for the displacement itself.
_NOISE = 0.1
#: Pairs kept for a field, by its reach in frame units: a wide one is smooth, and needs few. The
#: equations grow with their cube.
_MOST, _MOST_NARROW, _NARROW = 200, 600, 0.03
#: Points displaced at once, so that what is computed between stays in the processor's cache.
_BLOCK = 512
#: Cells of a frame's side by which points are put in order, so that a block lies close together,
#: and each cell's number with a zero between its binary digits: two of them make a Z-order curve.
_CELLS = 16
_SPREAD = np.array([int(f"{i:b}", 4) for i in range(_CELLS)])
#: Reaches from a block's bounds past which a pair does nothing there (exp(-9 / 2) is 0.01).
_FAR = 3.0


@dataclass(frozen=True, eq=False)
class Field:
    """Displacement u(p, part) = sum_i k(p, part; centre_i, part_i) coefficient_i, capped.

    Attributes:
        centres: [m, 2] frame units.
        part: [m].
        coefficients: [m, 2].
        sigma: reach in frame units.
        cap: greatest length of a displacement, in frame units.
        across: covariance of shifts between parts, against 1 within a part.
    """

    centres: Floats
    part: NDArray[np.int64]
    coefficients: Floats
    sigma: float
    cap: float
    across: float

    @classmethod
    def through(
        cls, matches: Matches, trust: Floats, *, sigma: float, cap: float, across: float
    ) -> Field:
        """The field that follows each pair as far as its ``trust`` [k] (0 to 1) goes."""
        weight = matches.weight * trust
        kept = np.flatnonzero(weight > 0.02)
        most = _MOST_NARROW if sigma < _NARROW else _MOST
        if len(kept) > most:
            # A lottery in which each place always has the same lot: that one pair more, or a
            # weight changed by a hair, changes one of those chosen and not all.
            lot = lots(matches.points[kept] + matches.shift[kept]) / weight[kept]
            kept = np.sort(kept[np.argpartition(lot, most)[:most]])
        centres, part = matches.points[kept], matches.part[kept]
        kernel = bell(centres, centres, sigma)
        kernel *= _between(part, part, across)
        kernel[np.diag_indices(len(kept))] += _NOISE / weight[kept]
        coefficients = _solved(kernel, matches.shift[kept], None if across else part)
        return cls(centres, part, coefficients, sigma, cap, across)

    def at(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """[n, 2] displacement at points [n, 2] that belong to parts [n]."""
        cell = np.clip(points * _CELLS, 0, _CELLS - 1).astype(np.int64)
        order = np.argsort(2 * _SPREAD[cell[:, 1]] + _SPREAD[cell[:, 0]], kind="stable")
        shift = np.zeros_like(points)
        for i in range(0, len(points), _BLOCK):
            some = order[i : i + _BLOCK]
            shift[some] = self._block(points[some], part[some])
        return shift

    def _block(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        reach = np.float32(_FAR * self.sigma)
        close = np.ones(len(self.centres), np.bool_)
        for own, centre in zip(points.T, self.centres.T, strict=True):  # far faster than by rows
            close &= (centre > own.min() - reach) & (centre < own.max() + reach)
        if not close.any():
            return np.zeros_like(points)
        near = bell(points, self.centres[close], self.sigma)
        near *= _between(part, self.part[close], self.across)
        shift = near @ self.coefficients[close]
        length = np.hypot(shift[:, 0], shift[:, 1])[:, None]
        capped: Floats = shift * np.minimum(1, self.cap / np.maximum(length, 1e-9))
        return capped


def _solved(kernel: Floats, shift: Floats, apart: NDArray[np.int64] | None) -> Floats:
    """[m, 2] coefficients of the field; where parts have nothing to do with each other, ``apart``
    [m] numbers them, and each has equations of its own."""
    if apart is None:
        return np.linalg.solve(kernel, shift).astype(np.float32)
    found = np.empty_like(shift)
    for part in np.unique(apart):
        own = np.flatnonzero(apart == part)
        found[own] = np.linalg.solve(kernel[np.ix_(own, own)], shift[own])
    return found


def _between(a: NDArray[np.int64], b: NDArray[np.int64], across: float) -> Floats:
    """[n, m] covariance factor of parts [n] and [m]: 1 if they are the same, else ``across``.

    Rows taken from a small table of parts: a fraction of the time of comparing all pairs.
    """
    parts = np.arange(max(a.max(initial=0), b.max(initial=0)) + 1)
    of_b = (parts[:, None] == b) * np.float32(1 - across) + np.float32(across)
    rows: Floats = of_b.take(a, axis=0)
    return rows
