"""Sizes, colours and labels that the docker's widgets share. Colours come from Krita's theme."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets

MARGIN = 8
GAP = 6
RADIUS = 5.0
#: A button may become this narrow; the theme's own least width leaves no room in a narrow docker.
LEAST_BUTTON = 56


def blend(a: QtGui.QColor, b: QtGui.QColor, share: float) -> QtGui.QColor:
    """``a`` with ``share`` (0 to 1) of ``b`` in it."""
    keep = 1.0 - share
    return QtGui.QColor(
        round(a.red() * keep + b.red() * share),
        round(a.green() * keep + b.green() * share),
        round(a.blue() * keep + b.blue() * share),
    )


def quiet(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Text that stands back: between the theme's text and its background."""
    palette = widget.palette()
    role = QtGui.QPalette.ColorRole
    return blend(palette.color(role.WindowText), palette.color(role.Window), 0.35)


def hairline(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Borders and separators."""
    palette = widget.palette()
    role = QtGui.QPalette.ColorRole
    return blend(palette.color(role.Window), palette.color(role.WindowText), 0.22)


def faint(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Outlines of empty places."""
    palette = widget.palette()
    role = QtGui.QPalette.ColorRole
    return blend(palette.color(role.Window), palette.color(role.WindowText), 0.4)


def accent(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """What is selected."""
    return widget.palette().color(QtGui.QPalette.ColorRole.Highlight)


def small_font(widget: QtWidgets.QWidget) -> QtGui.QFont:
    """One step smaller than the widget's own."""
    font = QtGui.QFont(widget.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return font


def draw_label(
    painter: QtGui.QPainter, button: QtWidgets.QAbstractButton, color: QtGui.QColor
) -> None:
    """A button's text in its middle, and a dotted frame while it has the keyboard."""
    painter.setPen(color)
    painter.drawText(button.rect(), QtCore.Qt.AlignmentFlag.AlignCenter, button.text())
    if button.hasFocus():
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(QtGui.QPen(color, 1, QtCore.Qt.PenStyle.DotLine))
        painter.drawRect(button.rect().adjusted(3, 3, -4, -4))
