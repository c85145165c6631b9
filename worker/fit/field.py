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
#: Pairs kept for a field; the equations grow with their cube.
_MOST = 600
#: Points displaced at once, so that what is computed between stays in the processor's cache.
_BLOCK = 512


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
        if len(kept) > _MOST:
            # A lottery in which each place always has the same lot: that one pair more, or a
            # weight changed by a hair, changes one of those chosen and not all.
            lot = lots(matches.points[kept] + matches.shift[kept]) / weight[kept]
            kept = np.sort(kept[np.argpartition(lot, _MOST)[:_MOST]])
        centres, part = matches.points[kept], matches.part[kept]
        kernel = bell(centres, centres, sigma)
        kernel *= _between(part, part, across)
        kernel[np.diag_indices(len(kept))] += _NOISE / weight[kept]
        coefficients = np.linalg.solve(kernel, matches.shift[kept]).astype(np.float32)
        return cls(centres, part, coefficients, sigma, cap, across)

    def at(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """[n, 2] displacement at points [n, 2] that belong to parts [n]."""
        starts = range(0, len(points), _BLOCK)
        blocks = [self._block(points[i : i + _BLOCK], part[i : i + _BLOCK]) for i in starts]
        return np.concatenate(blocks) if blocks else np.zeros_like(points)

    def _block(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        near = bell(points, self.centres, self.sigma)
        near *= _between(part, self.part, self.across)
        shift = near @ self.coefficients
        length = np.hypot(shift[:, 0], shift[:, 1])[:, None]
        capped: Floats = shift * np.minimum(1, self.cap / np.maximum(length, 1e-9))
        return capped


def _between(a: NDArray[np.int64], b: NDArray[np.int64], across: float) -> Floats:
    """[n, m] covariance factor of parts [n] and [m]: 1 if they are the same, else ``across``.

    A product of small membership tables takes a third of the time of comparing all pairs.
    """
    parts = np.arange(max(a.max(initial=0), b.max(initial=0)) + 1)
    of_b = (parts[:, None] == b).astype(np.float32)
    of_a = (a[:, None] == parts) * np.float32(1 - across) + np.float32(across)
    product: Floats = of_a @ of_b
    return product
