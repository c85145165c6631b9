"""Geometry that every part is drawn with: splines, ellipses, hair locks as cubic chains.

Everything works on N portraits at once: knots are [N, m, 2] (or [1, m, 2] where all portraits
share them), a chain of n cubics is [N, 1 + 3n, 2], a *value* is a number or an array [N].
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Chain = NDArray[np.float64]
Knots = NDArray[np.float64]
Value = float | NDArray[np.float64]
#: Control distance of a quarter circle's cubic (the usual 4/3 * (sqrt(2) - 1)).
KAPPA = 0.5522847498
_THIRDS = np.array([0, 1 / 3, 2 / 3, 1])[:, None]


def path(points: Sequence[Sequence[Value]]) -> Knots:
    """Knots [N, m, k] from m points of k values each; [1, m, k] if no value is an array."""
    count = max(np.size(value) for point in points for value in point)
    knots = np.empty((count, len(points), len(points[0])))
    for i, point in enumerate(points):
        for j, value in enumerate(point):
            knots[:, i, j] = value
    return knots


def vector(*values: Value) -> Knots:
    """One point [N, 1, k], to move or stretch knots by."""
    return path([values])


def column(value: Value) -> NDArray[np.float64]:
    """A value as [N, 1, 1], to scale knots with."""
    return np.asarray(value, float).reshape(-1, 1, 1)


def spline(knots: ArrayLike, *, closed: bool = False, tension: ArrayLike = 1 / 6) -> Chain:
    """Catmull-Rom curve through knots [N, m, k] as a chain of m - 1 cubics (m if closed)."""
    p = np.asarray(knots, float)
    if closed:
        p = np.concatenate([p[..., -1:, :], p, p[..., :2, :]], axis=-2)
    else:
        p = np.concatenate([p[..., :1, :], p, p[..., -1:, :]], axis=-2)
    # p now has the neighbour before the first and after the last knot.
    slope = (p[..., 2:, :] - p[..., :-2, :]) * tension
    chain = np.empty((*p.shape[:-2], 3 * p.shape[-2] - 8, p.shape[-1]))
    chain[..., 0::3, :] = p[..., 1:-1, :]
    chain[..., 1::3, :] = p[..., 1:-2, :] + slope[..., :-1, :]
    chain[..., 2::3, :] = p[..., 2:-1, :] - slope[..., 1:, :]
    return chain


def even_spline(knots: Knots) -> Chain:
    """Closed curve through knots [N, m, 2] as a chain of m cubics, as round between near knots as
    between far ones: slopes are taken along the chords' lengths, so that where a long side meets
    a short one there is no corner."""
    p = np.concatenate([knots[..., -1:, :], knots, knots[..., :1, :]], axis=-2)
    step = p[..., 1:, :] - p[..., :-1, :]
    length = np.maximum(np.hypot(step[..., 0], step[..., 1]), 1e-9)[..., None]
    before, after = length[..., :-1, :], length[..., 1:, :]
    speed = step / length
    slope = (speed[..., :-1, :] * after + speed[..., 1:, :] * before) / (before + after) / 3
    ahead = np.concatenate([knots[..., 1:, :], knots[..., :1, :]], axis=-2)
    back = np.concatenate([slope[..., 1:, :], slope[..., :1, :]], axis=-2)
    chain = np.empty((*knots.shape[:-2], 3 * knots.shape[-2] + 1, 2))
    chain[..., 0:-1:3, :] = knots
    chain[..., 1::3, :] = knots + slope * after
    chain[..., 2::3, :] = ahead - back * after
    chain[..., -1, :] = knots[..., 0, :]
    return chain


def straight(start: ArrayLike, end: ArrayLike) -> Chain:
    """One straight cubic between points [N, 1, 2]."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    return a + (b - a) * _THIRDS


def arc(knots: ArrayLike) -> Chain:
    """One cubic from the first of three knots [N, 3, 2] to the last, bent so that its middle lies
    at the second."""
    p = np.asarray(knots, float)
    start, end = p[..., :1, :], p[..., 2:, :]
    pull = (8 * p[..., 1:2, :] - start - end) / 6
    return stack(start, lerp(start, pull, 0.85), lerp(end, pull, 0.85), end)


def rim(left: Knots, front: Knots, right: Knots) -> Chain:
    """Two cubics along the near half of a round opening, upright at its sides."""
    pieces = [left]
    for a, b in ((left, front), (front, right)):
        side = a if a is left else b
        upright = side + (front - side) * (0.0, 0.6)
        level = front + (side - front) * (0.55, 0.0)
        pieces += [upright, level, b] if a is left else [level, upright, b]
    return stack(*pieces)


def join(*chains: Chain) -> Chain:
    """Chains one after the other; each must begin where the one before ended."""
    return stack(chains[0], *(c[..., 1:, :] for c in chains[1:]))


def stack(*pieces: Knots) -> Knots:
    """Knots one after the other: [N, m1 + m2 + ..., k]."""
    count = max(len(p) for p in pieces)
    # broadcast_to costs more than the rest of this, and is needed for shared knots alone.
    whole = [p if len(p) == count else np.broadcast_to(p, (count, *p.shape[1:])) for p in pieces]
    return np.concatenate(whole, axis=-2)


def polygon(corners: Knots) -> Chain:
    """Straight sides through corners [N, m, 2]: m - 1 cubics."""
    a, b = corners[..., :-1, :], corners[..., 1:, :]
    chain = np.empty((*corners.shape[:-2], 3 * corners.shape[-2] - 2, corners.shape[-1]))
    chain[..., 0::3, :] = corners
    chain[..., 1::3, :] = a + (b - a) / 3
    chain[..., 2::3, :] = a + (b - a) * (2 / 3)
    return chain


def ellipse(cx: Value, cy: Value, rx: Value, ry: Value, tilt: Value = 0.0) -> Chain:
    """Four cubics, clockwise on the screen from the right; ``tilt`` in radians."""
    k = KAPPA
    unit = np.array(
        [(1, 0), (1, k), (k, 1), (0, 1), (-k, 1), (-1, k), (-1, 0), (-1, -k), (-k, -1), (0, -1),
         (k, -1), (1, -k), (1, 0)]
    )  # fmt: skip
    x, y = unit[:, 0] * column(rx)[..., 0], unit[:, 1] * column(ry)[..., 0]
    c, s = column(np.cos(tilt))[..., 0], column(np.sin(tilt))[..., 0]
    turned = np.stack(np.broadcast_arrays(x * c - y * s, x * s + y * c), axis=-1)
    return turned + vector(cx, cy)


def lock(knots: ArrayLike, widths: Sequence[Value]) -> Chain:
    """A lock of hair round a spine: m knots [N, m, 2] with a width at each give 2m - 1 cubics.

    The chain runs down one edge (m - 1 cubics), across the tip (one, of no length where the last
    width is 0) and back up the other edge (m - 1). Widths swell smoothly between knots.
    """
    swept = spline(_with_widths(np.asarray(knots, float), widths))
    spine, wide = swept[..., :2], np.maximum(swept[..., 2], 0)
    along = np.empty_like(spine)
    along[..., 1:-1, :] = (spine[..., 2:, :] - spine[..., :-2, :]) / 2
    along[..., 0, :] = spine[..., 1, :] - spine[..., 0, :]
    along[..., -1, :] = spine[..., -1, :] - spine[..., -2, :]
    length = np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)
    factor = wide / 2 / length
    side = np.stack([-along[..., 1] * factor, along[..., 0] * factor], axis=-1)
    left, right = spine + side, spine - side
    tip = left[..., -1:, :]
    across = tip + (right[..., -1:, :] - tip) * _THIRDS[1:3]
    return np.concatenate([left, across, right[..., ::-1, :]], axis=-2)


def _with_widths(knots: Knots, widths: Sequence[Value]) -> Knots:
    wide = path([(w,) for w in widths])
    count = max(len(knots), len(wide))
    shape = (count, knots.shape[-2])
    return np.concatenate(
        [np.broadcast_to(knots, (*shape, 2)), np.broadcast_to(wide, (*shape, 1))], axis=-1
    )


def lerp(a: ArrayLike, b: ArrayLike, t: ArrayLike) -> NDArray[np.float64]:
    """From a (t = 0) to b (t = 1); for knots give ``t`` as ``column(t)``."""
    t = np.asarray(t, float)
    return np.asarray(a, float) * (1 - t) + np.asarray(b, float) * t


def placed(points: Knots, at: Knots, tilt: Value, size: Value = 1.0) -> Knots:
    """Flat shapes [N, m, 2] turned clockwise by ``tilt``, scaled, and moved to ``at`` [N, 1, 2]."""
    c, s = np.cos(tilt) * size, np.sin(tilt) * size
    x, y = points[..., 0], points[..., 1]
    c, s = np.reshape(c, (-1, 1)), np.reshape(s, (-1, 1))
    return np.stack([x * c - y * s, x * s + y * c], axis=-1) + at


def aside(knots: Knots, amount: Value) -> Knots:
    """A spine [N, m, 2] moved sideways (to its left, seen along it) by ``amount``."""
    step = np.gradient(knots, axis=-2)
    length = np.maximum(np.hypot(step[..., 0], step[..., 1]), 1e-9)[..., None]
    normal = np.stack([-step[..., 1], step[..., 0]], axis=-1) / length
    return knots + normal * amount
