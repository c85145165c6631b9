"""The docker's icons as outlines: sharp at every resolution, in the theme's colours.

Each is drawn into a square of 16 x 16 units.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum

from ..qt import QtCore, QtGui

SIDE = 16.0
PEN = 1.5


class Icon(Enum):
    """What there is an icon for."""

    BACK = "back"
    FORWARD = "forward"
    MORE = "more"
    OTHERS = "others"
    PIN = "pin"
    STAR = "star"
    ADD = "add"
    CLOSE = "close"
    MENU = "menu"


def paint(
    painter: QtGui.QPainter, icon: Icon, box: QtCore.QRectF, color: QtGui.QColor, filled: bool
) -> None:
    """Draw an icon into a box; ``filled`` icons stand for what is set."""
    strokes, dots = _shape(icon)
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIDE, box.height() / SIDE)
    pen = QtGui.QPen(color, PEN)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QtGui.QBrush(color) if filled else QtGui.QBrush())
    painter.drawPath(strokes)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(dots)
    painter.restore()


def _shape(icon: Icon) -> tuple[QtGui.QPainterPath, QtGui.QPainterPath]:
    """Outlines and filled dots of an icon."""
    strokes, dots = QtGui.QPainterPath(), QtGui.QPainterPath()
    if icon is Icon.BACK:
        _line(strokes, (10, 3.5), (5.5, 8), (10, 12.5))
    elif icon is Icon.FORWARD:
        _line(strokes, (6, 3.5), (10.5, 8), (6, 12.5))
    elif icon is Icon.MORE:  # one of four tiles, and three after it
        for x, y in ((9.4, 2.2), (2.2, 9.4), (9.4, 9.4)):
            strokes.addRoundedRect(QtCore.QRectF(x, y, 4.6, 4.6), 1.2, 1.2)
        dots.addRoundedRect(QtCore.QRectF(1.5, 1.5, 6.0, 6.0), 1.6, 1.6)
    elif icon is Icon.OTHERS:  # a die
        strokes.addRoundedRect(QtCore.QRectF(2.2, 2.2, 11.6, 11.6), 2.6, 2.6)
        for x, y in ((5.4, 5.4), (10.6, 5.4), (8, 8), (5.4, 10.6), (10.6, 10.6)):
            _dot(dots, x, y, 1.15)
    elif icon is Icon.PIN:
        _line(strokes, (5.4, 2.2), (10.6, 2.2), (9.8, 6.6), (12, 9.4), (4, 9.4), (6.2, 6.6))
        strokes.closeSubpath()
        _line(strokes, (8, 9.4), (8, 14))
    elif icon is Icon.STAR:
        corners = [
            (8 + r * math.sin(k * math.pi / 5), 8.5 - r * math.cos(k * math.pi / 5))
            for k, r in enumerate((6.6, 2.9) * 5)
        ]
        _line(strokes, *corners)
        strokes.closeSubpath()
    elif icon is Icon.ADD:
        _line(strokes, (8, 3), (8, 13))
        _line(strokes, (3, 8), (13, 8))
    elif icon is Icon.CLOSE:
        _line(strokes, (4, 4), (12, 12))
        _line(strokes, (12, 4), (4, 12))
    elif icon is Icon.MENU:
        for x in (3.0, 8.0, 13.0):
            _dot(dots, x, 8, 1.4)
    return strokes, dots


def _line(path: QtGui.QPainterPath, *points: Sequence[float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


def _dot(path: QtGui.QPainterPath, x: float, y: float, radius: float) -> None:
    path.addEllipse(QtCore.QPointF(x, y), radius, radius)
