"""Lines that no hand leaves out, for without them it would have drawn something else.

An open eye without its iris is a shut one, and a hat, glasses or a ponytail whose outline is
missing are not there: who learns from such sketches sees hats where none was drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import pairs

_ALWAYS = ("extras", "tied")
#: Points of a line below which it is a detail.
_DETAIL = 9


def telling(drawing: LineDrawing, parts: Sequence[str]) -> NDArray[np.bool_]:
    """[L] which lines are always drawn."""
    counts = np.diff(drawing.starts)
    always = drawing.of_parts(parts, _ALWAYS)
    found: NDArray[np.bool_] = always & (counts >= _DETAIL)
    for eye in pairs(drawing, parts.index("eyes")) if "eyes" in parts else ():
        found[eye[np.argmax(counts[eye])]] = True
        for blot in eye[drawing.blot[eye]].tolist():
            middle = _middle(drawing, blot)
            around = [k for k in eye.tolist() if k != blot and _holds(drawing, k, middle)]
            found[around or [blot]] = True
    return found


def _middle(drawing: LineDrawing, number: int) -> NDArray[np.float32]:
    points = drawing.points[drawing.starts[number] : drawing.starts[number + 1]]
    return (points.min(0) + points.max(0)) / 2


def _holds(drawing: LineDrawing, number: int, point: NDArray[np.float32]) -> bool:
    points = drawing.points[drawing.starts[number] : drawing.starts[number + 1]]
    return bool(((points.min(0) < point) & (point < points.max(0))).all())
