"""A quiet button: an icon, and its text beside it where there is room."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import icons, style

SIDE = 24
GLYPH = 15


class IconButton(QtWidgets.QAbstractButton):
    """Shows nothing but its icon until the pointer is over it."""

    def __init__(self, icon: icons.Icon, tip: str, text: str = "") -> None:
        """``tip`` is also the name for screen readers where there is no ``text``."""
        super().__init__()
        self._icon, self._filled, self._wordy = icon, False, bool(text)
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: bool) -> None:
        """A filled icon says that what it stands for is so."""
        if filled != self._filled:
            self._filled = filled
            self.update()

    def set_wordy(self, wordy: bool) -> None:
        """Show the text beside the icon, or the icon alone."""
        if wordy != self._wordy:
            self._wordy = wordy
            self.updateGeometry()
            self.update()

    def wide(self) -> int:
        """Its width with the text."""
        return SIDE + (self.fontMetrics().horizontalAdvance(self.text()) + 6 if self.text() else 0)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(self.wide() if self._wordy else SIDE, SIDE)

    def minimumSizeHint(self) -> QtCore.QSize:
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        box = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(style.ink(self, 0.24 if self.isDown() else 0.13))
            painter.drawRoundedRect(box, style.RADIUS, style.RADIUS)
        words = color = style.ink(self, 0.85) if self.isEnabled() else style.unavailable(self)
        if self._filled and self.isEnabled():
            color = style.accent_line(self)
        middle = QtCore.QRectF((SIDE - GLYPH) / 2, (self.height() - GLYPH) / 2, GLYPH, GLYPH)
        icons.paint(painter, self._icon, middle, color, self._filled)
        if self._wordy and self.text():
            painter.setPen(words)
            rest = self.rect().adjusted(SIDE - 2, 0, 0, 0)
            painter.drawText(rest, QtCore.Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.setPen(QtGui.QPen(style.accent_line(self), 1))
            painter.drawRoundedRect(box, style.RADIUS, style.RADIUS)
        painter.end()
