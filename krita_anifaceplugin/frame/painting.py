"""How the frame looks on the canvas: as an outline, or with its handles."""

from __future__ import annotations

from ..qt import QtCore, QtGui
from .dragging import CORNERS, SIDES

#: Length of the stem that the turning handle stands on, in pixels of the screen.
KNOB_STEM = 26.0
_HANDLE, _KNOB = 5.0, 6.0
_DARK, _LIGHT = QtGui.QColor(20, 22, 28, 190), QtGui.QColor(255, 255, 255, 235)
_ACCENT = QtGui.QColor(61, 133, 222)
_VEIL = QtGui.QColor(20, 22, 28, 70)


def paint_outline(painter: QtGui.QPainter, to_widget: QtGui.QTransform) -> None:
    """The frame alone: seen on any ground, a dark line under a dashed light one."""
    square = to_widget.map(QtGui.QPolygonF(QtCore.QRectF(0, 0, 1, 1)))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    for color, style in (
        (_DARK, QtCore.Qt.PenStyle.SolidLine),
        (_LIGHT, QtCore.Qt.PenStyle.DashLine),
    ):
        painter.setPen(QtGui.QPen(color, 1.5, style))
        painter.drawPolygon(square)


def paint_frame(
    painter: QtGui.QPainter,
    area: QtCore.QRect,
    to_widget: QtGui.QTransform,
    knob: QtCore.QPointF,
    label: str,
) -> None:
    """The frame with handles; all around it the canvas is veiled.

    Args:
        area: the whole widget.
        to_widget: maps the unit square to the frame on the widget.
        knob: where the turning handle is.
        label: the frame's size, or "" to show none.
    """
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    square = to_widget.map(QtGui.QPolygonF(QtCore.QRectF(0, 0, 1, 1)))
    veil, hole = QtGui.QPainterPath(), QtGui.QPainterPath()
    veil.addRect(QtCore.QRectF(area))
    hole.addPolygon(square)
    painter.fillPath(veil.subtracted(hole), _VEIL)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    for color, width in ((_DARK, 3.2), (_ACCENT, 1.8)):
        painter.setPen(QtGui.QPen(color, width))
        painter.drawPolygon(square)
    top = to_widget.map(QtCore.QPointF(0.5, 0.0))
    for color, width in ((_DARK, 3.2), (_ACCENT, 1.8)):
        painter.setPen(QtGui.QPen(color, width))
        painter.drawLine(top, knob)
    painter.setPen(QtGui.QPen(_DARK, 1.2))
    painter.setBrush(_LIGHT)
    for anchor in (*CORNERS, *SIDES):
        at = to_widget.map(QtCore.QPointF(*anchor))
        size = _HANDLE if anchor in CORNERS else _HANDLE - 1.2
        painter.drawRect(QtCore.QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
    painter.setBrush(_ACCENT)
    painter.setPen(QtGui.QPen(_LIGHT, 1.6))
    painter.drawEllipse(knob, _KNOB, _KNOB)
    if label:
        _paint_label(painter, to_widget.map(QtCore.QPointF(0.5, 0.5)), label)


def _paint_label(painter: QtGui.QPainter, at: QtCore.QPointF, text: str) -> None:
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 18, metrics.height() + 8
    box = QtCore.QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(_DARK)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(_LIGHT)
    painter.drawText(box, QtCore.Qt.AlignmentFlag.AlignCenter, text)
