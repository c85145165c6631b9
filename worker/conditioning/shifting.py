"""Where shapes, each as a whole, lie best among the strokes near them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import squared_distances
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_STEPS = 3
#: How much narrower the search is at every step.
_NARROWER = 0.8
#: Strokes further than this from the shifted line (frame units) count less and less.
_OUTLIER = 0.012
#: How strongly a shape wants to stay, as a share of its length.
_ANCHOR = 0.02
#: What a turn of a stroke against the line costs, in squared radii by the cosine that is lost.
_TURN = 4.0


def shift_onto(
    points: Floats, tangents: Floats, length: Floats, first: Integers, strokes: Strokes,
    reach: float,
) -> Floats:  # fmt: skip
    """[c, 2] the shift, at most ``reach`` long (frame units), that brings each of c shapes onto the
    strokes beside it: least squares across its lines, with Cauchy weights, matched anew at every
    step.

    Their line samples [n, 2] have unit ``tangents`` [n, 2] and stand for a ``length`` [n] each;
    those of a shape, which are one at least, begin at number ``first`` [c].
    """
    shift = np.zeros((len(first), 2), np.float32)
    if not len(first) or not len(strokes):
        return shift
    counts = np.diff(first, append=len(points))
    straight = np.abs(tangents @ strokes.tangents.T)
    normals = np.column_stack([-tangents[:, 1], tangents[:, 0]])
    anchor = _ANCHOR * np.add.reduceat(length, first)
    radius = reach
    for _ in range(_STEPS):
        now = points + np.repeat(shift, counts, axis=0)
        # What all pairs cost alike, a turn by a right angle, is left out.
        turn = _TURN * radius**2
        cost = squared_distances(now, strokes.points)
        cost -= turn * straight
        best = cost.argmin(axis=1)
        paired = cost[np.arange(len(now)), best] < radius**2 - turn
        gap = ((strokes.points[best] - now) * normals).sum(axis=1)
        weighted = normals * (paired * length / (1 + (gap / _OUTLIER) ** 2))[:, None]
        terms = np.column_stack(
            [weighted * normals, weighted[:, 0] * normals[:, 1], weighted * gap[:, None]]
        )
        a, c, b, u, v = np.add.reduceat(terms, first).T
        a, c = a + anchor, c + anchor
        # Two equations a shape, solved by hand: calling a solver takes longer than all of it.
        shift += np.column_stack([c * u - b * v, a * v - b * u]) / (a * c - b * b)[:, None]
        long = np.hypot(shift[:, 0], shift[:, 1])[:, None]
        shift *= np.minimum(1, reach / np.maximum(long, 1e-9))
        radius *= _NARROWER
    return shift
