"""Sizes, colours and labels that the docker's widgets share. Colours come from Krita's theme."""

from __future__ import annotations

from ..contrast import luminance, ratio
from ..qt import QtCore, QtGui, QtWidgets

MARGIN = 8
GAP = 6
RADIUS = 5.0
#: A button may become this narrow; the theme's own least width leaves no room in a narrow docker.
LEAST_BUTTON = 56
#: Of icons and of what shows where the keyboard is (WCAG 2.1, 1.4.11).
LEAST_CONTRAST = 3.0


_NORMAL = QtGui.QPalette.ColorGroup.Active


def blend(a: QtGui.QColor, b: QtGui.QColor, share: float) -> QtGui.QColor:
    """``a`` with ``share`` (0 to 1) of ``b`` in it."""
    keep = 1.0 - share
    return QtGui.QColor(
        round(a.red() * keep + b.red() * share),
        round(a.green() * keep + b.green() * share),
        round(a.blue() * keep + b.blue() * share),
    )


def ink(widget: QtWidgets.QWidget, strength: float) -> QtGui.QColor:
    """The theme's text over its background with a strength of 0 to 1, whether or not the widget
    is enabled: the themes' own colours of what is disabled can hardly be seen."""
    palette, role = widget.palette(), QtGui.QPalette.ColorRole
    window = palette.color(_NORMAL, role.Window)
    return blend(window, palette.color(_NORMAL, role.WindowText), strength)


def unavailable(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Words and icons of what cannot be pressed now."""
    return ink(widget, 0.45)


def quiet(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Text that stands back: between the theme's text and its background."""
    return ink(widget, 0.75)


def hairline(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Borders and separators."""
    return ink(widget, 0.22)


def faint(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """Outlines of empty places."""
    return ink(widget, 0.4)


def accent(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """What is selected."""
    return widget.palette().color(QtGui.QPalette.ColorRole.Highlight)


def accent_line(widget: QtWidgets.QWidget) -> QtGui.QColor:
    """The same for icons and thin lines, which many themes' own colour hides: its hue, lighter on
    dark and darker on light until it stands off the background."""
    palette, role = widget.palette(), QtGui.QPalette.ColorRole
    window, text = palette.color(_NORMAL, role.Window), palette.color(_NORMAL, role.WindowText)
    own = accent(widget)
    hue, much, light = max(own.hslHueF(), 0.0), own.hslSaturationF(), own.lightnessF()
    end = 1.0 if _luminance(text) > _luminance(window) else 0.0
    steps = (light + (end - light) * step / 20 for step in range(21))
    tries = (QtGui.QColor.fromHslF(hue, much, min(max(step, 0.0), 1.0)) for step in steps)
    return next((color for color in tries if contrast(color, window) >= LEAST_CONTRAST), text)


def contrast(a: QtGui.QColor, b: QtGui.QColor) -> float:
    """How far two colours stand off each other, 1 to 21."""
    return ratio(_luminance(a), _luminance(b))


def _luminance(color: QtGui.QColor) -> float:
    return luminance(color.redF(), color.greenF(), color.blueF())


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
