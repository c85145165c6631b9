"""Draws guidance: the same curves on the canvas and in a layer, sharp at every zoom."""

from __future__ import annotations

import math
import sys
import time
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ..frame.guidance_frame import GuidanceFrame
from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..qt import QtCore, QtGui
from .curves import Guidance

#: A thinner pen, in pixels of what is drawn on, would fade away.
THINNEST = 1.0
#: Pixels that a casing is to be seen on either side of its line.
CASING = 0.8
#: On the canvas, a pen thicker than this many pixels grows by this share only.
THICK, THICK_GROWTH = 5.0, 0.35
#: A draft is drawn smaller so that its pen is one pixel wide, which Qt draws several times as
#: fast; but no smaller than this, and not for fewer points than these, which take no time.
SMALLEST_DRAFT, LEAST_FOR_DRAFT = 0.2, 2000


@dataclass(frozen=True)
class _Line:
    """A curve as it is drawn: ``width`` in frame units, ``edge`` pixels more on either side."""

    points: QtGui.QPolygonF
    color: QtGui.QColor
    width: float
    edge: float = 0.0


@dataclass(frozen=True)
class Run:
    """The points ``first`` to before ``end`` of the line number ``curve``."""

    curve: int
    first: int
    end: int


class GuidancePainter:
    """The curves of one answer, ready to be drawn through any transform."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        #: Frame units of the pen, where all curves have the same; else 0.
        widths = {curve.width for curve in guidance.curves}
        self._widest = max(widths, default=0.0)
        self._pen = next(iter(widths)) if len(widths) == 1 else 0.0
        self._points = sum(len(curve.points) for curve in guidance.curves) // 2
        polygons, self._box = _polygons([curve.points for curve in guidance.curves])
        looks = {(curve.color, curve.alpha) for curve in guidance.curves}
        colors = {look: _color(*look) for look in looks}
        self._lines = [
            _Line(polygon, colors[curve.color, curve.alpha], curve.width)
            for polygon, curve in zip(polygons, guidance.curves, strict=True)
        ]
        if guidance.casing:  # under all lines, so that none is cut where it crosses another
            edge = QtGui.QColor(guidance.casing)
            self._pen = 0.0
            self._lines[:0] = [_Line(x.points, edge, x.width, CASING) for x in self._lines]

    def draft_scale(self, frame_to_target: QtGui.QTransform) -> float:
        """How much smaller than the target a draft may be drawn, to be enlarged and shown until
        the curves are drawn whole; 1 where no draft is needed."""
        if not self._pen or self._points < LEAST_FOR_DRAFT:
            return 1.0
        width = screen_width(self._pen, _scale(frame_to_target))
        return max(0.999 / width, SMALLEST_DRAFT)  # not a hair wider than one pixel

    def paint(
        self,
        painter: QtGui.QPainter,
        frame_to_target: QtGui.QTransform,
        first: int = 0,
        seconds: float = math.inf,
    ) -> int:
        """Draw the curves on the canvas from ``first`` on, as many as the time allows but one at
        least.

        Args:
            frame_to_target: maps the unit square to the painter's pixels.

        Returns:
            The next curve to draw, or -1 when all are drawn.
        """
        scale, pen = _prepared(painter, frame_to_target)
        end = time.monotonic() + seconds
        for place in range(first, len(self._lines)):
            line = self._lines[place]
            pen.setColor(line.color)
            pen.setWidthF(screen_width(line.width, scale) + 2 * line.edge)
            painter.setPen(pen)
            painter.drawPolyline(frame_to_target.map(line.points))
            if time.monotonic() > end:
                return place + 1 if place + 1 < len(self._lines) else -1
        return -1

    def paint_runs(
        self, painter: QtGui.QPainter, frame_to_target: QtGui.QTransform, runs: Iterable[Run]
    ) -> None:
        """Draw stretches of curves."""
        scale, pen = _prepared(painter, frame_to_target)
        for run in runs:
            line = self._lines[run.curve]
            pen.setColor(line.color)
            pen.setWidthF(pen_width(line.width, scale) + 2 * line.edge)
            painter.setPen(pen)
            painter.drawPolyline(frame_to_target.map(line.points[run.first : run.end]))

    @property
    def count(self) -> int:
        """How many lines are drawn: the curves, and their casings."""
        return len(self._lines)

    def reach(self, frame_to_target: QtGui.QTransform) -> QtCore.QRectF:
        """The rectangle of the target that the curves touch."""
        margin = screen_width(self._widest, _scale(frame_to_target)) / 2 + CASING + 1
        return frame_to_target.mapRect(self._box).adjusted(-margin, -margin, margin, margin)

    def line(self, index: int, frame_to_target: QtGui.QTransform) -> tuple[QtGui.QPolygonF, float]:
        """A line's points on the target, and how far from them it may reach in its pixels."""
        line = self._lines[index]
        reach = pen_width(line.width, _scale(frame_to_target)) / 2 + line.edge
        return frame_to_target.map(line.points), reach

    def extent(self, frame: GuidanceFrame) -> Rect:
        """The document pixels that the curves touch."""
        if self._box.isEmpty():
            return Rect(frame.x, frame.y, 0, 0)
        margin = math.ceil(pen_width(self._widest, frame.side) / 2 + CASING) + 2
        box = unit_to_document(frame).mapRect(self._box)
        left, top = math.floor(box.left()) - margin, math.floor(box.top()) - margin
        right, bottom = math.ceil(box.right()) + margin, math.ceil(box.bottom()) + margin
        return Rect(left, top, right - left, bottom - top)


def _prepared(
    painter: QtGui.QPainter, frame_to_target: QtGui.QTransform
) -> tuple[float, QtGui.QPen]:
    """How many pixels a frame unit is, and a pen for curves."""
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    pen = QtGui.QPen()
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    # Round joins take twice as long, and nobody sees them in lines so densely sampled.
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.BevelJoin)
    return _scale(frame_to_target), pen


def _scale(frame_to_target: QtGui.QTransform) -> float:
    """Pixels of the target that a frame unit is long."""
    return float(abs(frame_to_target.determinant()) ** 0.5)


def pen_width(width: float, scale: float) -> float:
    """Pixels of a pen that is ``width`` frame units wide, in a frame of ``scale`` pixels."""
    return max(THINNEST, width * scale)


def screen_width(width: float, scale: float) -> float:
    """The same on the canvas: near to, lines grow less than the picture, or they would hide what
    is drawn along them."""
    whole = pen_width(width, scale)
    return min(whole, THICK + (whole - THICK) * THICK_GROWTH)


def _polygons(
    lines: list[tuple[float, ...]],
) -> tuple[list[QtGui.QPolygonF], QtCore.QRectF]:
    """Points to polygons, and the rectangle around them all.

    Through Qt's own reader, all at once and then cut: a loop over points takes twenty times as
    long.
    """
    count = sum(map(len, lines)) // 2
    numbers = b"".join(array("d", line).tobytes() for line in lines)
    stream = QtCore.QDataStream(QtCore.QByteArray(count.to_bytes(4, sys.byteorder) + numbers))
    if sys.byteorder == "little":
        stream.setByteOrder(QtCore.QDataStream.ByteOrder.LittleEndian)
    stream.setFloatingPointPrecision(QtCore.QDataStream.FloatingPointPrecision.DoublePrecision)
    whole = QtGui.QPolygonF()
    stream >> whole
    ends = [size // 2 for size in accumulate(map(len, lines))]
    cut = [whole[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    # Not even one straight line may be taken for nothing.
    return cut, whole.boundingRect().adjusted(0, 0, 1e-9 * bool(cut), 1e-9 * bool(cut))


def _color(name: str, alpha: float) -> QtGui.QColor:
    color = QtGui.QColor(name)
    color.setAlphaF(alpha)
    return color
