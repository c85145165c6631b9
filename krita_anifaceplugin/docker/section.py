"""A titled part of the docker."""

from __future__ import annotations

from ..qt import QtGui, QtWidgets
from . import style

LEAST_HEIGHT = 20


class Section(QtWidgets.QWidget):
    """A quiet heading with its widgets below it, and perhaps a button at the heading's end."""

    def __init__(self, title: str, corner: QtWidgets.QWidget | None = None) -> None:
        super().__init__()
        self._title = QtWidgets.QLabel(title.upper())
        font = style.small_font(self)
        font.setBold(True)
        font.setLetterSpacing(QtGui.QFont.SpacingType.PercentageSpacing, 106)
        self._title.setFont(font)
        self._title.setMinimumHeight(LEAST_HEIGHT)
        self._corner = corner
        heading = QtWidgets.QHBoxLayout()
        heading.addWidget(self._title)
        heading.addStretch(1)
        if corner is not None:
            heading.addWidget(corner)
        self.body = QtWidgets.QVBoxLayout(self)
        self.body.setContentsMargins(0, style.GAP, 0, 0)
        self.body.setSpacing(style.GAP)
        self.body.addLayout(heading)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        """A hairline from the heading to the right edge; the heading follows the theme."""
        painter = QtGui.QPainter(self)
        painter.setPen(style.hairline(self))
        label = self._title.geometry()
        left = label.left() + self._title.fontMetrics().horizontalAdvance(self._title.text()) + 8
        right = self.width() if self._corner is None else self._corner.x() - 4
        y = label.center().y()
        if right > left:
            painter.drawLine(left, y, right, y)
        painter.end()
