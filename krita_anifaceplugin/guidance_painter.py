"""Draws guidance: the same curves on the canvas and in a layer, sharp at every zoom."""

from __future__ import annotations

import math
import struct
import time

from .geometry import Rect
from .guidance import Guidance
from .guidance_frame import GuidanceFrame
from .qt import QtCore, QtGui

#: A thinner pen, in pixels of what is drawn on, would fade away.
THINNEST = 1.0


class GuidancePainter:
    """The curves of one answer, ready to be drawn through any transform."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        polygons = _polygons([curve.points for curve in guidance.curves])
        self._curves = [
            (polygon, _color(curve.color, curve.alpha), curve.width)
            for polygon, curve in zip(polygons, guidance.curves, strict=True)
        ]

    def paint(
        self,
        painter: QtGui.QPainter,
        frame_to_target: QtGui.QTransform,
        first: int = 0,
        seconds: float = math.inf,
    ) -> int:
        """Draw the curves from ``first`` on, as many as the time allows but one at least.

        Args:
            frame_to_target: maps the unit square to the painter's pixels.

        Returns:
            The next curve to draw, or -1 when all are drawn.
        """
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        scale = abs(frame_to_target.determinant()) ** 0.5
        pen = QtGui.QPen()
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        # Round joins take twice as long, and nobody sees them in lines so densely sampled.
        pen.setJoinStyle(QtCore.Qt.PenJoinStyle.BevelJoin)
        end = time.monotonic() + seconds
        for place in range(first, len(self._curves)):
            polygon, color, width = self._curves[place]
            pen.setColor(color)
            pen.setWidthF(max(THINNEST, width * scale))
            painter.setPen(pen)
            painter.drawPolyline(frame_to_target.map(polygon))
            if time.monotonic() > end:
                return place + 1 if place + 1 < len(self._curves) else -1
        return -1

    def extent(self, frame: GuidanceFrame) -> Rect:
        """The document pixels that the curves touch, at most the frame."""
        box, widest = QtCore.QRectF(), 0.0
        for polygon, _, width in self._curves:
            box = box.united(polygon.boundingRect().adjusted(0, 0, 1e-9, 1e-9))
            widest = max(widest, width)
        if box.isEmpty():
            return Rect(frame.x, frame.y, 0, 0)
        margin = max(THINNEST, widest * frame.side) / 2 + 2
        left = int(frame.x + box.left() * frame.side - margin)
        top = int(frame.y + box.top() * frame.side - margin)
        right = int(frame.x + box.right() * frame.side + margin) + 1
        bottom = int(frame.y + box.bottom() * frame.side + margin) + 1
        return Rect(left, top, right - left, bottom - top).intersected(frame.rect)

    def picture(self, frame: GuidanceFrame, part: Rect) -> bytes:
        """BGRA pixels with straight alpha of a part of the document."""
        image = QtGui.QImage(
            part.width, part.height, QtGui.QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(0)
        painter = QtGui.QPainter(image)
        transform = QtGui.QTransform.fromTranslate(frame.x - part.x, frame.y - part.y)
        self.paint(painter, transform.scale(frame.side, frame.side))
        painter.end()
        image = image.convertToFormat(QtGui.QImage.Format.Format_ARGB32)
        bits = image.constBits()
        assert bits is not None
        bits.setsize(image.sizeInBytes())
        return bytes(bits)


def _polygons(lines: list[tuple[float, ...]]) -> list[QtGui.QPolygonF]:
    """Points to polygons through Qt's own reader: a loop over points takes ten times as long."""
    data = b"".join(struct.pack(f"<I{len(line)}d", len(line) // 2, *line) for line in lines)
    stream = QtCore.QDataStream(QtCore.QByteArray(data))
    stream.setByteOrder(QtCore.QDataStream.ByteOrder.LittleEndian)
    stream.setFloatingPointPrecision(QtCore.QDataStream.FloatingPointPrecision.DoublePrecision)
    polygons = [QtGui.QPolygonF() for _ in lines]
    for polygon in polygons:
        stream >> polygon
    return polygons


def _color(name: str, alpha: float) -> QtGui.QColor:
    color = QtGui.QColor(name)
    color.setAlphaF(alpha)
    return color
