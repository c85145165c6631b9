"""The docker's own buttons: the one that matters most, and the switch."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import style


class PrimaryButton(QtWidgets.QAbstractButton):
    """A button in the theme's accent colour."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )

    def sizeHint(self) -> QtCore.QSize:
        metrics = self.fontMetrics()
        return QtCore.QSize(metrics.horizontalAdvance(self.text()) + 24, metrics.height() + 13)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        role = QtGui.QPalette.ColorRole
        palette = self.palette()
        fill, text = style.accent(self), palette.color(role.HighlightedText)
        if not self.isEnabled():
            fill, text = style.ink(self, 0.08), style.unavailable(self)
        elif self.isDown():
            fill = style.blend(fill, QtGui.QColor(0, 0, 0), 0.2)
        elif self.underMouse():
            fill = style.blend(fill, text, 0.12)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QtCore.QRectF(self.rect()), style.RADIUS, style.RADIUS)
        style.draw_label(painter, self, text)
        painter.end()


class Switch(QtWidgets.QAbstractButton):
    """A small sliding switch."""

    WIDTH, HEIGHT = 30, 16

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.WIDTH + 2, self.HEIGHT + 2)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        window = self.palette().color(QtGui.QPalette.ColorRole.Window)
        text = self.palette().color(QtGui.QPalette.ColorRole.WindowText)
        groove = style.accent(self) if self.isChecked() else style.blend(window, text, 0.3)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        ring = text if self.hasFocus() else groove
        painter.setPen(QtGui.QPen(ring, 1))
        painter.setBrush(groove)
        box = QtCore.QRectF(1, 1, self.WIDTH, self.HEIGHT)
        painter.drawRoundedRect(box, self.HEIGHT / 2, self.HEIGHT / 2)
        knob = self.HEIGHT - 4
        left = box.right() - knob - 2 if self.isChecked() else box.left() + 2
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QtGui.QColor(250, 250, 250))
        painter.drawEllipse(QtCore.QRectF(left, box.top() + 2, knob, knob))
        painter.end()
