"""Which guidance is for what is not drawn yet: curves that the ink follows are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..images import image_bytes
from ..qt import QtCore, QtGui
from ..sketch.ink import FAINTEST, Ink
from .curves import Curve

#: Cells a side of the grid on which ink and curves are compared, and how many cells a stroke
#: may be off its curve.
GRID, REACH = 160, 3
#: A part of whose curves this share is drawn is finished.
FINISHED = 0.72
#: What is left of a curve is shown from this many points on: shorter bits are noise.
SHORTEST = 4


class DrawnCells:
    """Where there is ink, or nearly."""

    def __init__(self, ink: Ink) -> None:
        cells = _cells(ink)
        marked = int.from_bytes(cells, "little")
        for step in (8, 8 * GRID):
            for _ in range(REACH):
                marked |= marked << step | marked >> step
        self._near = (marked & ((1 << 8 * len(cells)) - 1)).to_bytes(len(cells), "little")

    def covered(self, points: Sequence[float]) -> list[bool]:
        """For each point (x0, y0, x1, y1, ... in frame units), whether ink is near."""
        near, last = self._near, GRID - 1
        return [
            0 <= x < 1 and 0 <= y < 1 and near[min(int(y * GRID), last) * GRID + int(x * GRID)] > 0
            for x, y in zip(points[0::2], points[1::2], strict=True)
        ]


def undrawn(curves: Iterable[Curve], ink: Ink) -> tuple[Curve, ...]:
    """What is left of the curves where the ink does not follow them yet."""
    if ink.empty:
        return tuple(curves)
    drawn = DrawnCells(ink)
    judged = [(curve, drawn.covered(curve.points)) for curve in curves]
    near: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for curve, covered in judged:
        near[curve.part] += sum(covered)
        total[curve.part] += len(covered)
    left: list[Curve] = []
    for curve, covered in judged:
        if near[curve.part] < FINISHED * total[curve.part]:
            left += _stretches(curve, covered)
    return tuple(left)


def _stretches(curve: Curve, covered: list[bool]) -> list[Curve]:
    """The stretches of a curve that are not covered, each joined to where the ink begins."""
    if not any(covered):
        return [curve]
    found, start = [], None
    for i, here in enumerate([*covered, True]):
        if not here and start is None:
            start = i
        elif here and start is not None:
            if i - start >= min(SHORTEST, len(covered)):
                first, end = max(0, start - 1), min(len(covered), i + 1)
                found.append(replace(curve, points=curve.points[2 * first : 2 * end]))
            start = None
    return found


def _cells(ink: Ink) -> bytes:
    """255 for every cell of the grid with ink in it, 0 for the others."""
    grey = QtGui.QImage.Format.Format_Grayscale8
    image = QtGui.QImage(ink.data.translate(_INK), ink.side, ink.side, ink.side, grey)
    small = image.scaled(
        GRID,
        GRID,
        QtCore.Qt.AspectRatioMode.IgnoreAspectRatio,
        QtCore.Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(grey)
    return image_bytes(small).translate(_ANY)


_INK = bytes(0 if level < FAINTEST else 255 for level in range(256))
_ANY = bytes(255 if level > 20 else 0 for level in range(256))
