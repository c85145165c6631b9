"""A titled part of the docker."""

from __future__ import annotations

from ..qt import QtGui, QtWidgets
from . import style


class Section(QtWidgets.QWidget):
    """A quiet heading with its widgets below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = QtWidgets.QLabel(title.upper())
        font = style.small_font(self)
        font.setBold(True)
        font.setLetterSpacing(QtGui.QFont.SpacingType.PercentageSpacing, 106)
        self._title.setFont(font)
        self.body = QtWidgets.QVBoxLayout(self)
        self.body.setContentsMargins(0, style.GAP, 0, 0)
        self.body.setSpacing(style.GAP)
        self.body.addWidget(self._title)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        """A hairline from the heading to the right edge; the heading follows the theme."""
        painter = QtGui.QPainter(self)
        painter.setPen(style.hairline(self))
        label = self._title.geometry()
        left = label.left() + self._title.fontMetrics().horizontalAdvance(self._title.text()) + 8
        y = label.center().y()
        painter.drawLine(left, y, self.width(), y)
        painter.end()
