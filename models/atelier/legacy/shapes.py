"""Geometry that every part is drawn with: splines, ellipses, hair locks as cubic chains.

A chain of n cubics is an array [1 + 3n, 2] of control points.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Chain = NDArray[np.float64]
#: Control distance of a quarter circle's cubic (the usual 4/3 * (sqrt(2) - 1)).
_KAPPA = 0.5522847498
_THIRDS = np.array([0, 1 / 3, 2 / 3, 1])[:, None]


def spline(knots: ArrayLike, *, closed: bool = False, tension: float = 1 / 6) -> Chain:
    """Catmull-Rom curve through ``knots`` [m, 2] (or [m, k]) as a chain of m - 1 cubics
    (m if closed)."""
    p = np.asarray(knots, float)
    if closed:
        p = np.concatenate([p[-1:], p, p[:2]])
    else:
        p = np.concatenate([p[:1], p, p[-1:]])
    # p now has the neighbour before the first and after the last knot.
    slope = (p[2:] - p[:-2]) * tension
    chain = np.empty((3 * len(p) - 8, p.shape[1]))
    chain[0::3] = p[1:-1]
    chain[1::3] = p[1:-2] + slope[:-1]
    chain[2::3] = p[2:-1] - slope[1:]
    return chain


def straight(start: ArrayLike, end: ArrayLike) -> Chain:
    """One straight cubic."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    return a + (b - a) * _THIRDS


def join(*chains: Chain) -> Chain:
    """Chains one after the other; each must begin where the one before ended."""
    return np.concatenate([chains[0], *(c[1:] for c in chains[1:])])


def polygon(corners: Sequence[ArrayLike]) -> Chain:
    """Straight sides through the corners."""
    return join(*(straight(a, b) for a, b in zip(corners[:-1], corners[1:], strict=True)))


def ellipse(cx: float, cy: float, rx: float, ry: float, tilt: float = 0.0) -> Chain:
    """Four cubics, clockwise on the screen from the right; ``tilt`` in radians."""
    k = _KAPPA
    unit = np.array(
        [(1, 0), (1, k), (k, 1), (0, 1), (-k, 1), (-1, k), (-1, 0), (-1, -k), (-k, -1), (0, -1),
         (k, -1), (1, -k), (1, 0)]
    )  # fmt: skip
    c, s = np.cos(tilt), np.sin(tilt)
    return (unit * (rx, ry)) @ np.array([[c, s], [-s, c]]) + (cx, cy)


def lock(knots: ArrayLike, widths: Sequence[float]) -> Chain:
    """A lock of hair round a spine: m knots with a width at each give 2m - 1 cubics.

    The chain runs down one edge (m - 1 cubics), across the tip (one, of no length where the last
    width is 0) and back up the other edge (m - 1). The spine may have one knot less than its
    look suggests: widths swell smoothly between knots.
    """
    swept = spline(np.column_stack([np.asarray(knots, float), widths]))
    spine, wide = swept[:, :2], np.maximum(swept[:, 2], 0)
    along = np.empty_like(spine)
    along[1:-1] = (spine[2:] - spine[:-2]) / 2
    along[0], along[-1] = spine[1] - spine[0], spine[-1] - spine[-2]
    factor = wide / 2 / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    side = np.empty_like(spine)
    side[:, 0], side[:, 1] = -along[:, 1] * factor, along[:, 0] * factor
    left, right = spine + side, spine - side
    across = left[-1] + (right[-1] - left[-1]) * _THIRDS[1:3]
    return np.concatenate([left, across, right[::-1]])


def lerp(a: ArrayLike, b: ArrayLike, t: float) -> NDArray[np.float64]:
    return np.asarray(a, float) * (1 - t) + np.asarray(b, float) * t
