"""Whether a stroke runs along a line: near it, and the same way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import squared_distances
from worker.fit.lines import LineSamples
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]

#: Distance, in frame units, within which a stroke lies on a line.
_NEAR = 0.018
#: Cosine of the angle past which it does not run along it.
_ALONG = 0.75


def pairs_along(
    points: Floats, tangents: Floats, strokes: Strokes, near: float = _NEAR
) -> Booleans:
    """[n, M] which of the strokes' samples run along which line samples [n, 2]."""
    close = squared_distances(points, strokes.points) < near**2
    return close & (np.abs(tangents @ strokes.tangents.T) > _ALONG)


def unexplained(strokes: Strokes, lines: LineSamples) -> Booleans:
    """[M] which of the strokes' samples run along none of the lines."""
    return ~runs_along(strokes, lines.points, lines.tangents)


def runs_along(strokes: Strokes, points: Floats, tangents: Floats) -> Booleans:
    """[M] which of the strokes' samples run along any of the line samples [n, 2]; of many, faster
    than asking for all pairs."""
    found = np.zeros(len(strokes), np.bool_)
    if len(points):
        close = np.flatnonzero(squared_distances(strokes.points, points) < _NEAR**2)
        own, other = np.divmod(close, len(points))
        cosine = (strokes.tangents[own] * tangents[other]).sum(axis=1)
        found[own[np.abs(cosine) > _ALONG]] = True
    return found
