"""Lines about the eyes that are no glasses: bags under them, hatched cheeks, hair at the temples.

Hands put such lines down freely. Who has seen lines there only where glasses are sees glasses in
every cheek.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import pairs
from models.training.drawing_process.simple_lines import Mark, Points, arc, box
from models.training.drawing_process.symbols import exchanged
from models.training.drawing_process.worn import worn_groups

#: Share of the kinds of marks that one hand draws.
_SHARE = 0.35
#: Half the width of an eye, in frame units, above which it is taken for two.
_WIDEST = 0.11


def with_face_marks(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> LineDrawing:
    """The drawing with some lines about both eyes, of kinds that ``rng`` chooses; as it is where
    glasses are worn, or an eye is not there."""
    kinds, numbers = rng.random(6) < _SHARE, rng.random(12)
    eyes = pairs(drawing, parts.index("eyes")) if "eyes" in parts and "nose" in parts else []
    under = np.flatnonzero(drawing.part == parts.index("nose")) if eyes else np.zeros(0, np.int64)
    if len(eyes) != 2 or not len(under) or worn_groups(drawing, parts)[0]:
        return drawing
    boxes = [box([Mark.of(drawing, k) for k in eye.tolist()]) for eye in eyes]
    if max(half[0] for _, half in boxes) > _WIDEST:
        return drawing
    made: list[Mark] = []
    for (middle, half), outwards in zip(boxes, (-1.0, 1.0), strict=True):
        unit = float(half[0])
        side = np.array([outwards, 1.0])
        bottom = middle + (0, half[1])
        if kinds[0]:
            made.append(_bag(bottom, unit, side, numbers[:3]))
        if kinds[1]:
            made += _hatching(bottom + side * unit * (0.5, 0.9), unit, numbers[3:6])
        if kinds[2]:
            made.append(_strand(middle, unit, side, numbers[6:9]))
        if kinds[3]:
            top = middle - (0, half[1] + unit * (0.15 + 0.3 * numbers[9]))
            made.append(arc(top - (0.8 * unit, 0), top - (0, 0.3 * unit), top + (0.8 * unit, 0)))
        if kinds[4]:
            at, way = middle + side * unit * (0.9, 0.3), side * unit
            made.append(arc(at, at + way * (0.2, 0.6), at + way * (0, 1.5)))
    if kinds[5]:
        middle = (boxes[0][0] + boxes[1][0]) / 2 + (0, boxes[0][1][0] * (0.2 + numbers[10]))
        made += _hatching(middle, float(boxes[0][1][0]) * (0.8 + numbers[11]), numbers[9:12])
    return exchanged(drawing, {int(under[0]): made}, set()) if made else drawing


def _bag(bottom: Points, unit: float, side: Points, numbers: NDArray[np.float64]) -> Mark:
    """A short arc under an eye."""
    at = bottom + np.array([0, unit * (0.15 + 0.5 * numbers[0])])
    reach = np.array([unit * (0.4 + 0.6 * numbers[1]), 0])
    inner = reach * side[0] * (0.3 + 0.7 * numbers[2])
    return arc(at - inner, at + (0, 0.2 * unit), at + reach * side[0])


def _hatching(middle: Points, unit: float, numbers: NDArray[np.float64]) -> list[Mark]:
    """Some short slanting strokes beside each other."""
    count = 2 + int(4 * numbers[0])
    step = np.array([unit * (0.2 + 0.15 * numbers[1]), 0])
    slant = np.array([-0.15, 0.25 + 0.25 * numbers[2]]) * unit
    starts = [middle + step * (k - (count - 1) / 2) for k in range(count)]
    return [Mark(np.linspace(at - slant, at + slant, 4).astype(np.float32)) for at in starts]


def _strand(middle: Points, unit: float, side: Points, numbers: NDArray[np.float64]) -> Mark:
    """The end of a strand of hair beside an eye."""
    at = middle + side * unit * (1.1 + 0.7 * numbers[0], 0)
    upper = at - side * unit * (0.4 * numbers[1], 2.2)
    lower = at + side * unit * (-0.3 + 0.6 * numbers[1], 0.4 + 1.4 * numbers[2])
    return arc(upper, at, lower)
