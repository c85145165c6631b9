"""Where a shape as a whole lies best, among the strokes near it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import squared_distances
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

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
    points: Floats, tangents: Floats, length: Floats, strokes: Strokes, reach: float
) -> Floats:
    """[2] the shift, at most ``reach`` long (frame units), that brings line samples [n, 2] with
    unit ``tangents`` [n, 2], each for a ``length`` [n], onto the strokes beside them: least
    squares across the lines, with Cauchy weights, matched anew at every step."""
    close = squared_distances(points.mean(axis=0, keepdims=True), strokes.points)[0]
    around = np.hypot(*(points - points.mean(axis=0)).T).max() + 2 * reach
    strokes = strokes.chosen(close < around**2)
    shift = np.zeros(2, np.float32)
    if not len(strokes):
        return shift
    turned = 1 - np.abs(tangents @ strokes.tangents.T)
    normals = np.column_stack([-tangents[:, 1], tangents[:, 0]])
    radius = reach
    for _ in range(_STEPS):
        now = points + shift
        cost = squared_distances(now, strokes.points) + (_TURN * radius**2) * turned
        best = cost.argmin(axis=1)
        paired = cost[np.arange(len(now)), best] < radius**2
        across = normals[paired]
        gap = ((strokes.points[best] - now)[paired] * across).sum(axis=1)
        weight = length[paired] / (1 + (gap / _OUTLIER) ** 2)
        inner = (across * weight[:, None]).T @ across + _ANCHOR * length.sum() * np.eye(2)
        (a, b), (_, c) = inner.tolist()
        u, v = (across.T @ (weight * gap)).tolist()
        # Two equations, solved by hand: a solver's call takes longer than all before it.
        step = np.array([c * u - b * v, a * v - b * u]) / (a * c - b * b)
        shift = shift + step.astype(np.float32)
        shift *= min(1.0, reach / max(float(np.hypot(*shift)), 1e-9))
        radius *= _NARROWER
    return shift
