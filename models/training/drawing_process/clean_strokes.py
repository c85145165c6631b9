"""A finished portrait as the strokes of a sure hand: no wobble, nothing left out, in good order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.order import orderly

#: Shares of a stroke over which the pressure rises and falls, and where it starts from.
_RISE, _FALL, _LIGHT = 0.2, 0.35, 0.3


@dataclass(frozen=True, eq=False)
class CleanStroke:
    """``points`` [n, 3]: x and y in frame units, pressure 0 to 1; ``width`` in frame units at
    full pressure; ``part`` what is being drawn."""

    part: str
    points: NDArray[np.float32]
    width: float


def clean_strokes(table: LayerTable, portrait: Portrait) -> list[CleanStroke]:
    """The visible lines of a portrait, in the order and direction in which a right-handed artist
    would pull them."""
    drawing = LineDrawing.of(table, portrait)
    return [
        CleanStroke(
            table.parts[drawing.part[number]],
            _pulled(drawing.points[drawing.starts[number] : drawing.starts[number + 1]]),
            float(drawing.width[number]),
        )
        for number in orderly(drawing, table.parts).tolist()
    ]


def _pulled(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """[n, 3] a line [n, 2] from above and from the left, with the pressure of a pen."""
    # Down counts for more than to the right: hair is pulled from its root.
    if (points[-1] - points[0]) @ np.array([1.0, 1.5]) < 0:
        points = points[::-1]
    gaps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0], np.cumsum(gaps)]) / max(float(gaps.sum()), 1e-9)
    grown = np.clip(np.minimum(along / _RISE, (1 - along) / _FALL), 0, 1)
    pressure = _LIGHT + (1 - _LIGHT) * np.sin(grown * np.pi / 2)
    return np.column_stack([points, pressure]).astype(np.float32)
