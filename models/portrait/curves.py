"""Control points to polylines: every cubic of a portrait at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable, Slot

Points = NDArray[np.float32]


@cache
def bernstein(steps: int, first: float = 0.0) -> NDArray[np.float32]:
    """[steps, 4] weights of a cubic's control points at ``steps`` times, 1 excluded, that begin
    at 0, or ``first`` (0 to 1) of a step after it."""
    t = (np.arange(steps)[:, None] + first) / steps
    u = 1 - t
    return _for_all(np.hstack([u**3, 3 * u * u * t, 3 * u * t * t, t**3]))


@cache
def headway(steps: int, first: float = 0.0) -> NDArray[np.float32]:
    """[steps, 4] weights of a cubic's control points for its derivative at the same times, by
    step: about the way from one to the next."""
    t = (np.arange(steps)[:, None] + first) / steps
    u = 1 - t
    ahead = np.hstack([-u * u, u * u - 2 * t * u, 2 * t * u - t * t, t * t])
    return _for_all(3 / steps * ahead)


def _for_all(weights: NDArray[np.float64]) -> NDArray[np.float32]:
    """Weights that nobody can change, for one array serves all who ask."""
    single = weights.astype(np.float32)
    single.flags.writeable = False
    return single


def flatten(table: LayerTable, points: Points, steps: int = 8) -> list[Points]:
    """Each slot as a polyline [segments * steps + 1, 2], from its control points [P, 2]."""
    begins, _, segments = table.slot_bounds
    line = chains(points, begins, segments, steps)
    ends = np.cumsum(segments * steps + 1).tolist()
    return [line[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def chains(
    points: Points, begins: NDArray[np.int64], cubics: NDArray[np.int64], steps: int
) -> Points:
    """Chains of cubics as polylines, one after the other [sum(cubics * steps + 1), 2]: each begins
    at one of the control points [P, 2] and has its number of ``cubics``."""
    ends = np.cumsum(cubics * steps + 1) - 1
    before = np.cumsum(cubics) - cubics  # cubics of earlier chains
    starts = np.repeat(begins - 3 * before, cubics) + 3 * np.arange(cubics.sum())
    # Samples leave out the end of each cubic; a chain's last point closes its polyline.
    line = np.empty((int(ends[-1]) + 1 if len(ends) else 0, 2), np.float32)
    inner = np.ones(len(line), np.bool_)
    inner[ends] = False
    line[inner] = sampled(points, starts, bernstein(steps))
    line[ends] = points[begins + 3 * cubics]
    return line


def sampled(points: Points, starts: NDArray[np.int64], weights: Points) -> Points:
    """[Q * s, 2] sums of the four control points of each cubic, of which the first is number
    ``starts`` [Q] of the points [P, 2], by ``weights`` [s, 4]: one product instead of Q small ones,
    which take five times as long."""
    controls = points.take(starts + np.arange(4)[:, None], axis=0).reshape(4, -1)  # [4, Q * 2]
    sums = weights @ controls
    return sums.reshape(len(weights), -1, 2).transpose(1, 0, 2).reshape(-1, 2)


def polyline(points: Points, slot: Slot, steps: int = 8) -> Points:
    """One slot as a polyline [segments * steps + 1, 2]."""
    own = points[slot.span]
    controls = own[3 * np.arange(slot.segments)[:, None] + np.arange(4)]
    body = np.einsum("sc,qcd->qsd", bernstein(steps), controls).reshape(-1, 2)
    return np.concatenate([body, own[-1:]])


def pen_outlines(
    lines: Sequence[Points], widths: Sequence[float], tapers: Sequence[tuple[float, float]]
) -> list[Points]:
    """Outline [2n, 2] of each pen line [n, 2]: it swells over ``taper[0]`` of its length, thins
    over ``taper[1]``, and is ``width`` at its widest; a quarter sine, as a nib under pressure."""
    if not lines:
        return []
    points = np.concatenate(lines)
    counts = np.array([len(line) for line in lines])
    owner = np.repeat(np.arange(len(lines)), counts)
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    step = np.diff(points, axis=0, append=points[-1:])
    step[last] = 0
    before = np.concatenate([step[:1], step[:-1]])
    before[first] = 0
    along = np.concatenate([[0], np.cumsum(np.hypot(step[:-1, 0], step[:-1, 1]), dtype=np.float64)])
    along -= along[first][owner]
    share = along / np.maximum(along[last], 1e-9)[owner]
    rise, fall = np.maximum(np.array(tapers), 1e-4)[owner].T
    grow = np.clip(np.minimum(share / rise, (1 - share) / fall), 0, 1)
    half = np.array(widths)[owner] / 2 * (0.1 + 0.9 * np.sin(grow * np.pi / 2))
    tangent = step + before
    length = np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-9)
    side = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) * (half / length)[:, None]
    left, right = (points + side).astype(np.float32), (points - side).astype(np.float32)
    spans = zip(first.tolist(), (last + 1).tolist(), strict=True)
    return [np.concatenate([left[a:b], right[a:b][::-1]]) for a, b in spans]
