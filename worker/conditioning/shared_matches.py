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
Integers = NDArray[np.int64]

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
    limit = np.float32(radius**2)
    at = cost.argmin(axis=1)
    nearest = cost[np.arange(len(cost)), at]
    rows = np.flatnonzero(nearest < limit)
    other, further = _on_other_lines(cost, at, lines.line, rows, limit)
    lead = np.minimum((further - nearest[rows]) / (_CLEARLY * limit), 30)
    share = 1 / (1 + np.exp(-lead))
    weight = np.concatenate(
        [
            share * np.clip((limit - nearest[rows]) / (_FADING * limit), 0, 1),
            (1 - share) * np.clip((limit - further) / (_FADING * limit), 0, 1),
        ]
    )
    kept = weight > _LEAST
    stroke = np.concatenate([rows, rows])[kept]
    at = np.concatenate([at[rows], other])[kept]
    weight = (weight[kept] * strokes.weight[stroke]).astype(np.float32)
    return Matches(
        points=lines.points[at],
        shift=strokes.points[stroke] - lines.points[at],
        part=lines.part[at],
        weight=weight,
        at=at,
        stroke=stroke,
    )


def _on_other_lines(
    cost: Floats, at: Integers, line: Integers, rows: Integers, limit: np.float32
) -> tuple[Integers, Floats]:
    """For each of the ``rows`` [r] of ``cost`` [M, N], whose least is ``at`` [M], the least on any
    other ``line`` [N]: where it is, and how much; the number 0 and infinity where all of them cost
    more than the limit."""
    where, least = np.zeros(len(rows), np.int64), np.full(len(rows), np.inf, np.float32)
    close = np.flatnonzero(cost[rows] < limit)
    row, sample = np.divmod(close, cost.shape[1])
    others = line[sample] != line[at[rows]][row]
    row, sample = row[others], sample[others]
    if len(row):
        values = cost[rows[row], sample]
        order = np.lexsort((values, row))
        first = order[np.flatnonzero(np.diff(row[order], prepend=-1))]
        where[row[first]], least[row[first]] = sample[first], values[first]
    return where, least
