"""Which lines belong to which eye, and which eyes are open.

A shut eye must never be drawn as an open one is, with a ring or with black inside: who learns
from such a sketch answers shut eyes with open ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing

#: Between two eyes, or two brows, there is more room than this, in frame units.
_APART = 0.06
#: Lids and lashes are lower than this share of their width.
_LID = 0.6


def pairs(drawing: LineDrawing, part: int) -> list[NDArray[np.int64]]:
    """Numbers of a part's lines, split at its widest gap from left to right (two eyes, two brows;
    one mouth stays one); nothing where it has no lines."""
    numbers = np.flatnonzero(drawing.part == part)
    if not len(numbers):
        return []
    middles = np.add.reduceat(drawing.points[:, 0], drawing.starts[:-1])[numbers]
    middles /= np.diff(drawing.starts)[numbers]
    ranked = np.argsort(middles)
    gaps = np.diff(middles[ranked])
    if not len(gaps) or gaps.max() < _APART:
        return [numbers]
    at = int(gaps.argmax()) + 1
    return [numbers[ranked[:at]], numbers[ranked[at:]]]


def is_open(drawing: LineDrawing, numbers: NDArray[np.int64]) -> bool:
    """Whether an eye's pupil shows."""
    return bool(drawing.blot[numbers].any())


def in_open_eyes(drawing: LineDrawing, parts: Sequence[str]) -> NDArray[np.bool_]:
    """[L] whether a line belongs to an open eye."""
    found = np.zeros(len(drawing), np.bool_)
    if "eyes" in parts:
        for numbers in pairs(drawing, parts.index("eyes")):
            found[numbers] = is_open(drawing, numbers)
    return found


def fillable_lids(drawing: LineDrawing, parts: Sequence[str]) -> NDArray[np.bool_]:
    """[L] whether a line belongs to an open eye and is so flat that it is a lid or a lash, which
    may be black: a whole eye is not."""
    found = in_open_eyes(drawing, parts)
    for number in np.flatnonzero(found).tolist():
        points = line(drawing, number)
        width, height = points.max(0) - points.min(0)
        found[number] = height < _LID * width
    return found


def line(drawing: LineDrawing, number: int) -> NDArray[np.float32]:
    """[n, 2] points of one line."""
    return drawing.points[drawing.starts[number] : drawing.starts[number + 1]]
