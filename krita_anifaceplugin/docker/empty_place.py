"""What stands where the suggestions will be: what to do to get some."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import style


class EmptyPlace(QtWidgets.QLabel):
    """A sentence in the middle of a dashed box."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.setMargin(2 * style.MARGIN)
        self.setVisible(False)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(style.faint(self), 1, QtCore.Qt.PenStyle.DashLine))
        box = QtCore.QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, style.RADIUS, style.RADIUS)
        painter.end()
        super().paintEvent(event)
