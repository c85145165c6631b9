"""A pen line's outline as few curves, where it can be told by curves."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.portrait.curves import bernstein

Points = NDArray[np.float32]
#: How far a curve may pass by a sample, frame units: a tenth of a pixel at 1024.
_NEAR = 0.0001


def outline_path(outline: Points, segments: int) -> list[tuple[str, Points]]:
    """What to draw after one another, as SVG's commands, to go round an outline.

    Args:
        outline: [2n, 2] as from ``pen_outlines``, of a line sampled n = segments * steps + 1 times.
        segments: cubics of the line.

    Returns:
        ("M", [1, 2]), then ("C", [3, 2]) or ("L", [m, 2]); to be closed with a straight line.
    """
    left, right = outline.reshape(2, -1, 2)
    pieces = [("M", left[:1]), *_side(left, segments), ("L", right[:1]), *_side(right, segments)]
    return pieces


def _side(samples: Points, segments: int) -> list[tuple[str, Points]]:
    steps = (len(samples) - 1) // segments
    weights, solve = _fitting(steps)
    spans = samples[steps * np.arange(segments)[:, None] + np.arange(steps + 1)]  # [q, steps+1, 2]
    ends = spans[:, [0, -1]]
    inner = solve @ (spans[:, 1:-1] - weights[:, [0, 3]] @ ends)  # [q, 2, 2]
    fitted = weights[:, [0, 3]] @ ends + weights[:, 1:3] @ inner
    off, along = fitted - spans[:, 1:-1], spans[:, 2:] - spans[:, :-2]
    length = np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)
    beside = np.abs(off[..., 0] * along[..., 1] - off[..., 1] * along[..., 0]) / length
    smooth = (beside.max(axis=1) < _NEAR).tolist()
    return [
        ("C", np.concatenate([inner[k], ends[k, 1:]])) if smooth[k] else ("L", spans[k, 1:])
        for k in range(segments)
    ]


@cache
def _fitting(steps: int) -> tuple[Points, Points]:
    """[steps - 1, 4] weights of a cubic's points at the samples between its ends, and the
    [2, steps - 1] matrix that finds its inner points from them by least squares."""
    weights = bernstein(steps)[1:]
    return weights, np.linalg.pinv(weights[:, 1:3]).astype(np.float32)
