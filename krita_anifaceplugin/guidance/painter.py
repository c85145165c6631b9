"""Draws guidance: the same curves on the canvas and in a layer, sharp at every zoom."""

from __future__ import annotations

import math
import sys
import time
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from ..frame.guidance_frame import GuidanceFrame
from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..qt import QtCore, QtGui
from .curves import Guidance
from .pens import Pens, pen_width, scale_of, screen_width

#: Pixels that a casing is to be seen on either side of its line.
CASING = 0.8
#: A draft is drawn smaller so that its pen is one pixel wide, which Qt draws several times as
#: fast; but no smaller than this, and not for fewer points than these, which take no time.
SMALLEST_DRAFT, LEAST_FOR_DRAFT = 0.2, 500


class _Line(NamedTuple):
    """A curve as it is drawn: the points ``first`` to before ``end`` of all, ``width`` in frame
    units, ``edge`` pixels more on either side."""

    first: int
    end: int
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
        self._all, self._box = _polygon([curve.points for curve in guidance.curves])
        ends = [size // 2 for size in accumulate(len(curve.points) for curve in guidance.curves)]
        looks = {(curve.color, curve.alpha) for curve in guidance.curves}
        colors = {look: _color(*look) for look in looks}
        self._lines = [
            _Line(first, end, colors[curve.color, curve.alpha], curve.width)
            for first, end, curve in zip([0, *ends], ends, guidance.curves, strict=False)
        ]
        if guidance.casing:  # under all lines, so that none is cut where it crosses another
            edge = QtGui.QColor(guidance.casing)
            self._pen = 0.0
            self._lines[:0] = [x._replace(color=edge, edge=CASING) for x in self._lines]

    @cached_property
    def checks(self) -> list[int]:
        """Of each line that is drawn, a check sum of its points and looks."""
        curves = [hash(curve) for curve in self.guidance.curves]
        casing = self.guidance.casing
        return [*(hash((casing, check)) for check in curves if casing), *curves]

    def draft_scale(self, frame_to_target: QtGui.QTransform) -> float:
        """How much smaller than the target a draft may be drawn, to be enlarged and shown until
        the curves are drawn whole; 1 where no draft is needed."""
        if not self._pen or self._points < LEAST_FOR_DRAFT:
            return 1.0
        width = screen_width(self._pen, scale_of(frame_to_target))
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
        pens = Pens(painter, frame_to_target, screen_width)
        points = frame_to_target.map(self._all)
        end = time.monotonic() + seconds
        for place in range(first, len(self._lines)):
            line = self._lines[place]
            pens.take(line.color, line.width, line.edge)
            painter.drawPolyline(points[line.first : line.end])
            if time.monotonic() > end:
                return place + 1 if place + 1 < len(self._lines) else -1
        return -1

    def paint_runs(
        self, painter: QtGui.QPainter, frame_to_target: QtGui.QTransform, runs: Iterable[Run]
    ) -> None:
        """Draw stretches of curves."""
        pens = Pens(painter, frame_to_target, pen_width)
        points = frame_to_target.map(self._all)
        for run in runs:
            line = self._lines[run.curve]
            pens.take(line.color, line.width, line.edge)
            painter.drawPolyline(points[line.first + run.first : line.first + run.end])

    def reach(self, frame_to_target: QtGui.QTransform) -> QtCore.QRectF:
        """The rectangle of the target that the curves touch."""
        margin = screen_width(self._widest, scale_of(frame_to_target)) / 2 + CASING + 1
        return frame_to_target.mapRect(self._box).adjusted(-margin, -margin, margin, margin)

    def lines(self, frame_to_target: QtGui.QTransform) -> Iterator[tuple[QtGui.QPolygonF, float]]:
        """Of each line that is drawn, casings included, the points on the target, and how far from
        them it may reach in its pixels."""
        scale, points = scale_of(frame_to_target), frame_to_target.map(self._all)
        for line in self._lines:
            reach = pen_width(line.width, scale) / 2 + line.edge
            yield points[line.first : line.end], reach

    def extent(self, frame: GuidanceFrame) -> Rect:
        """The document pixels that the curves touch."""
        if self._box.isEmpty():
            return Rect(frame.x, frame.y, 0, 0)
        margin = math.ceil(pen_width(self._widest, frame.side) / 2 + CASING) + 2
        box = unit_to_document(frame).mapRect(self._box)
        left, top = math.floor(box.left()) - margin, math.floor(box.top()) - margin
        right, bottom = math.ceil(box.right()) + margin, math.ceil(box.bottom()) + margin
        return Rect(left, top, right - left, bottom - top)


def _polygon(lines: list[tuple[float, ...]]) -> tuple[QtGui.QPolygonF, QtCore.QRectF]:
    """The points of all lines, and the rectangle around them.

    Through Qt's own reader: a loop over points takes twenty times as long.
    """
    count = sum(map(len, lines)) // 2
    numbers = array("d", chain.from_iterable(lines)).tobytes()
    stream = QtCore.QDataStream(QtCore.QByteArray(count.to_bytes(4, sys.byteorder) + numbers))
    if sys.byteorder == "little":
        stream.setByteOrder(QtCore.QDataStream.ByteOrder.LittleEndian)
    stream.setFloatingPointPrecision(QtCore.QDataStream.FloatingPointPrecision.DoublePrecision)
    whole = QtGui.QPolygonF()
    stream >> whole
    # Not even one straight line may be taken for nothing.
    return whole, whole.boundingRect().adjusted(0, 0, 1e-9 * bool(lines), 1e-9 * bool(lines))


def _color(name: str, alpha: float) -> QtGui.QColor:
    color = QtGui.QColor(name)
    color.setAlphaF(alpha)
    return color
