"""Pairs samples of strokes with samples of lines, by distance and direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import ROWS, distance_factors, squared_distances
from worker.fit.lines import LineSamples
from worker.fit.neighbourhoods import neighbourhoods
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Cosine of the angle past which a stroke does not mean a line, however near it is.
_LEAST_ALIGNMENT = 0.78
#: By how much nearer (squared frame units) an eye or a brow counts: a lash drawn below the
#: tips of the bangs is a lash, and must not pull the bangs over the eye.
_FAVOUR = np.float32(0.015**2)
#: What is added to squared distances, in frame units, that are never to be the least.
_ELSEWHERE = 0.5


@dataclass(frozen=True, eq=False)
class Matches:
    """k pairs: the line sample at ``points`` [k, 2] of part ``part`` [k] should move by
    ``shift`` [k, 2]; ``weight`` [k] is how much of the stroke's ink says so. ``at`` [k] is the
    sample's number among the lines', ``stroke`` [k] that of the stroke's sample."""

    points: Floats
    shift: Floats
    part: NDArray[np.int64]
    weight: Floats
    at: NDArray[np.int64]
    stroke: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.points)

    def of(self, strokes: NDArray[np.bool_]) -> Matches:
        """Those of some of the strokes' samples, which a mask [M] chooses."""
        own = strokes[self.stroke]
        number = np.cumsum(strokes) - 1
        return Matches(
            self.points[own], self.shift[own], self.part[own], self.weight[own], self.at[own],
            number[self.stroke[own]],
        )  # fmt: skip


def match(strokes: Strokes, lines: LineSamples, radius: float) -> Matches:
    """The best line sample within ``radius`` (frame units) of every stroke sample, if any. Where
    it is known which strokes are the mouth, or brows, they pair with its lines, and no others do.

    There must be at least one line sample.
    """
    # Turned by the greatest angle costs as much as lying at the radius, so that one comparison
    # tells whether both are small enough.
    limit = np.float32(radius**2)
    turned = limit / np.float32(1 - _LEAST_ALIGNMENT)
    plus = turned - _FAVOUR * lines.feature
    left, right = distance_factors(strokes.points, lines.points, plus=plus)
    for drawn, own in ((strokes.mouth, lines.mouth), (strokes.brows, lines.brows)):
        if drawn is not None:
            left, right = _told_apart(left, right, drawn, own)
    right = np.ascontiguousarray(right.T)
    across, along = turned * strokes.tangents, lines.tangents
    best = np.zeros(len(strokes), np.int64)
    least = np.full(len(strokes), np.inf, np.float32)
    reach = float(np.sqrt(limit + _FAVOUR))
    for some, near in neighbourhoods(strokes.points, lines.points, reach, ROWS):
        cost = left.take(some, axis=0) @ right.take(near, axis=0).T
        straight = across.take(some, axis=0) @ along.take(near, axis=0).T
        cost -= np.abs(straight, out=straight)
        own = cost.argmin(axis=1)
        best[some] = near[own]
        least[some] = cost[np.arange(len(own)), own]
    found = np.flatnonzero(least < limit)
    at = best[found]
    return Matches(
        points=lines.points[at],
        shift=strokes.points[found] - lines.points[at],
        part=lines.part[at],
        weight=strokes.weight[found],
        at=at,
        stroke=found,
    )


def _told_apart(
    left: Floats, right: Floats, of_strokes: NDArray[np.bool_], of_lines: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """Factors [M, f + 1] and [f + 1, N] of costs to which _ELSEWHERE is added for pairs of which
    one is the part's and the other is not."""
    half = np.float32(_ELSEWHERE / 2)
    sign, other = np.where(of_strokes, half, -half), np.where(of_lines, 1, -1)
    right = np.vstack([right, -other]).astype(np.float32)
    right[3] += half  # the row of constants
    return np.column_stack([left, sign]).astype(np.float32), right


def still_off(
    strokes: Strokes, matches: Matches, lines: LineSamples, least: float, around: float
) -> NDArray[np.bool_]:
    """[M] which strokes have no line within ``least`` (frame units) after the ``lines`` that they
    were matched with moved, or lie so near ``around`` one that what pulls it would pull them."""
    gap = np.full(len(strokes), np.inf, np.float32)
    gap[matches.stroke] = ((strokes.points[matches.stroke] - lines.points[matches.at]) ** 2).sum(1)
    off = gap > least**2
    near = squared_distances(strokes.points, strokes.points[off]) < around**2
    return np.asarray(near.any(axis=1))
