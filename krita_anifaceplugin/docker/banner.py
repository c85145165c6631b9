"""A line or more that must be read, in a box of its own across the docker."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import style


class Banner(QtWidgets.QWidget):
    """Text in a box with a coloured edge, and perhaps a button at its end. Hidden while empty."""

    def __init__(self, color: str, corner: QtWidgets.QWidget | None = None) -> None:
        super().__init__()
        self._color = QtGui.QColor(color)
        self._text = QtWidgets.QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8 if corner is None else 2, 4)
        row.setSpacing(2)
        row.addWidget(self._text, 1)
        if corner is not None:
            row.addWidget(corner, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.setVisible(False)

    def say(self, text: str) -> None:
        """Show a text; "" hides the banner."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setVisible(bool(text))

    def set_color(self, color: str) -> None:
        """Give the edge another colour."""
        self._color = QtGui.QColor(color)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        window = self.palette().color(QtGui.QPalette.ColorRole.Window)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        shape = QtGui.QPainterPath()
        shape.addRoundedRect(QtCore.QRectF(self.rect()), style.RADIUS, style.RADIUS)
        painter.setClipPath(shape)
        painter.fillPath(shape, style.blend(window, self._color, 0.16))
        painter.fillRect(0, 0, 3, self.height(), self._color)
        painter.end()
