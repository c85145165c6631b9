"""A smooth displacement of the frame from scattered shifts: Gaussian-process regression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import bell_factors, bell_of
from worker.fit.matching import Matches
from worker.fit.neighbourhoods import neighbourhoods
from worker.reading.lottery import lots
from worker.reading.runs import runs

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Variance of a fully trusted pair's error, against 1 for the displacement itself.
_NOISE = 0.1
#: Pairs kept for a field, by its reach in frame units: a wide one is smooth, and needs few. The
#: equations grow with their cube.
_MOST, _MOST_NARROW, _NARROW = 200, 600, 0.03
#: Points displaced at once.
_BLOCK = 256
#: Reaches from a block's bounds past which a pair does nothing there (exp(-9 / 2) is 0.01).
_FAR = 3.0


@dataclass(frozen=True, eq=False)
class Field:
    """Displacement u(p, part) = sum_i k(p, part; centre_i, part_i) coefficient_i, capped.

    Attributes:
        centres: [m, 2] frame units; where parts do not follow each other, part after part.
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
        if not across:
            kept = kept[np.argsort(matches.part[kept], kind="stable")]
        centres, part, shift = matches.points[kept], matches.part[kept], matches.shift[kept]
        noise = _NOISE / weight[kept]
        coefficients = np.empty_like(shift)
        left, right = bell_factors(centres, centres, sigma)
        for own in [slice(len(kept))] if across else runs(part):
            kernel = bell_of(left[own], right[:, own])
            if across:
                kernel *= _between(part, part, across)
            kernel.reshape(-1)[:: len(kernel) + 1] += noise[own]
            coefficients[own] = np.linalg.solve(kernel, shift[own])
        return cls(centres, part, coefficients, sigma, cap, across)

    def at(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """[n, 2] displacement at points [n, 2] that belong to parts [n]."""
        shift = np.zeros_like(points)
        left, right = bell_factors(points, self.centres, self.sigma)
        for own, centres in self._together(points, part):
            pull = bell_of(left.take(own, axis=0), right[:, centres])
            if self.across:
                pull *= _between(part[own], self.part[centres], self.across)
            shift[own] = pull @ self.coefficients[centres]
        length = np.hypot(shift[:, 0], shift[:, 1])[:, None]
        capped: Floats = shift * np.minimum(1, self.cap / np.maximum(length, 1e-9))
        return capped

    def _together(
        self, points: Floats, part: NDArray[np.int64]
    ) -> Iterable[tuple[Integers, Integers | slice]]:
        """Numbers of points, and of the centres that displace them: of one part, or those near."""
        if self.across:
            return neighbourhoods(points, self.centres, _FAR * self.sigma, _BLOCK)
        alike = ((np.flatnonzero(part == self.part[own.start]), own) for own in self._parts)
        return ((points, centres) for points, centres in alike if len(points))

    @cached_property
    def _parts(self) -> list[slice]:
        """The centres of each part."""
        return runs(self.part)


def _between(a: NDArray[np.int64], b: NDArray[np.int64], across: float) -> Floats:
    """[n, m] covariance factor of parts [n] and [m]: 1 if they are the same, else ``across``.

    Rows taken from a small table of parts: a fraction of the time of comparing all pairs.
    """
    parts = np.arange(max(a.max(initial=0), b.max(initial=0)) + 1)
    of_b = (parts[:, None] == b) * np.float32(1 - across) + np.float32(across)
    rows: Floats = of_b.take(a, axis=0)
    return rows
