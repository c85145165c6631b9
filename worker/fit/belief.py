"""How far matched pairs can be trusted: strokes that mean the portrait agree with each other.

Next to a line that an artist corrected, all strokes ask for about the same shift. A scribble
crosses the same lines in every direction and asks for contradicting ones; so does a stroke that
means something the portrait does not have. Agreement therefore needs no second opinion from the
encoder, and holds for sketches that it never saw.

A hand that trembles and draws twice contradicts itself as well. What tells it from a scribble is
that most of it runs along the lines that the student read, before any of them was moved.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.fit.kernel import bell, bell_factors, bell_of
from worker.fit.matching import Matches
from worker.reading.ink_trace import Strokes
from worker.reading.runs import runs

Floats = NDArray[np.float32]

#: Disagreement, in shares of the search radius, at which trust in a pair falls to 0.6.
TOLERANCE = 0.22
#: Mean trust from which a sketch starts to be followed, and from which it is followed fully.
_DOUBTFUL, _CLEAR = 0.36, 0.6
#: The same for the share of strokes that run along a line within _NEAR (frame units). Of random
#: scribbles 0.27 to 0.47 do; of the roughest hands of 16 people 0.55 to 0.8, from a quarter of the
#: strokes on.
_NEAR, _DOUBTFUL_SHARE, _CLEAR_SHARE = 0.03, 0.42, 0.6


def agreement(matches: Matches, radius: float, tolerance: float | Floats = TOLERANCE) -> Floats:
    """[k] 0 to 1: how well each pair's shift agrees with those of its part near by, to within a
    ``tolerance`` (one, or [k]) in shares of the ``radius`` (frame units), and its part with that
    of the strokes around it: where a jaw is drawn, its end does not mean the mouth."""
    order = np.argsort(matches.part, kind="stable")
    points, shift, weight = (of[order] for of in (matches.points, matches.shift, matches.weight))
    tolerance = np.broadcast_to(tolerance, len(order))[order]
    weighted = np.column_stack([shift * weight[:, None], weight])
    strokes = points + shift
    beside = bell(strokes, strokes, radius / 2)
    near, alike = np.empty((len(order), 3), np.float32), np.empty(len(order), np.float32)
    left, right = bell_factors(points, points, radius)
    for own in runs(matches.part[order]):
        near[own] = bell_of(left[own], right[:, own]) @ weighted[own]
        alike[own] = beside[own, own] @ weight[own]
    mean = near[:, :2] / np.maximum(near[:, 2:], 1e-9)
    astray = ((shift - mean) ** 2).sum(axis=1)
    agree = np.exp(-astray / (2 * (tolerance * radius) ** 2))
    share = alike / np.maximum(beside @ weight, 1e-9)
    trust = np.empty(len(order), np.float32)
    trust[order] = agree * np.minimum(1, 2 * share)
    return trust


def belief(strokes: Strokes, matches: Matches, trust: Floats) -> float:
    """0 to 1: how far the whole sketch is to be followed, by how well its strokes agree or by how
    many of them run along lines. Strokes without a match agree by half, since a sketch may hold
    more than the portrait."""
    total = float(strokes.weight.sum())
    if total <= 0:
        return 0.0
    matched = float(matches.weight.sum())
    mean = (float((matches.weight * trust).sum()) + 0.5 * (total - matched)) / total
    along = float(matches.weight[(matches.shift**2).sum(axis=1) < _NEAR**2].sum()) / total
    return max(_between(_DOUBTFUL, mean, _CLEAR), _between(_DOUBTFUL_SHARE, along, _CLEAR_SHARE))


def _between(low: float, value: float, high: float) -> float:
    """0 up to ``low``, 1 from ``high`` on, and smoothly in between."""
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return share * share * (3 - 2 * share)
