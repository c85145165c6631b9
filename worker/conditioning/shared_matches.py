"""Pairs of strokes and lines for the correction of style numbers, without jumps.

Where two lines lie about equally near a stroke, the nearest changes with a hair's breadth, and an
answer would jump with it: the other order of two crossing strokes, which a canvas of 8 bits rounds
otherwise by a level, would be enough. So such a stroke says something of both lines, the more the
nearer each is; and at the edge of the search it says less and less.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.fit import LineSamples
from worker.fit.matching import Matches, costs
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Difference of squared distances, in squared radii, by which one line wins over another clearly.
_CLEARLY = 0.08
#: Share of the squared radius over which what strokes say fades.
_FADING = 0.25
#: Pairs that weigh less are left out.
_LEAST = 0.02


def shared_matches(strokes: Strokes, lines: LineSamples, radius: float) -> Matches:
    """The two nearest lines within ``radius`` (frame units) of every stroke sample, if any, with
    the stroke's weight shared between them. There must be at least one line sample."""
    cost = costs(strokes, lines, radius)
    starts = np.flatnonzero(np.diff(lines.line, prepend=-1))
    by_line = np.minimum.reduceat(cost, starts, axis=1)
    rows = np.arange(len(strokes))
    first = by_line.argmin(axis=1)
    nearest = by_line[rows, first]
    by_line[rows, first] = np.inf
    second = by_line.argmin(axis=1)
    limit = radius**2
    lead = (by_line[rows, second] - nearest) / (_CLEARLY * limit)
    share = 1 / (1 + np.exp(-np.minimum(lead, 30)))
    found = []
    for line, near, part in (
        (first, nearest, share),
        (second, by_line[rows, second], 1 - share),
    ):
        weight = part * np.clip((limit - near) / (_FADING * limit), 0, 1)
        found.append((line, (weight * strokes.weight).astype(np.float32), weight > _LEAST))
    stroke = np.concatenate([np.flatnonzero(kept) for _, _, kept in found])
    line = np.concatenate([line[kept] for line, _, kept in found])
    weight = np.concatenate([weight[kept] for _, weight, kept in found])
    at = _nearest_of(cost, stroke, starts, line)
    return Matches(
        points=lines.points[at],
        shift=strokes.points[stroke] - lines.points[at],
        part=lines.part[at],
        weight=weight,
        at=at,
        stroke=stroke,
    )


def _nearest_of(
    cost: Floats, stroke: NDArray[np.int64], starts: NDArray[np.int64], line: NDArray[np.int64]
) -> NDArray[np.int64]:
    """[k] the sample of each pair's line that costs its stroke least."""
    stops = np.append(starts[1:], cost.shape[1])
    at = np.empty(len(stroke), np.int64)
    for k in np.unique(line).tolist():
        own = np.flatnonzero(line == k)
        a, b = starts[k], stops[k]
        at[own] = a + cost[stroke[own], a:b].argmin(axis=1)
    return at
