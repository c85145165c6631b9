"""A short text that stands back, in a colour that can still be read in every theme."""

from __future__ import annotations

from ..qt import QtGui, QtWidgets
from . import style


class QuietLabel(QtWidgets.QLabel):
    """One line in a small font; it gives way where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(style.small_font(self))
        self.setMinimumWidth(1)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setPen(style.quiet(self))
        painter.drawText(self.rect(), int(self.alignment()), self.text())
        painter.end()
