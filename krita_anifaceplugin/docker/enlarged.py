"""The larger picture that opens beside the docker while the pointer rests on a tile."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets
from . import style

ENLARGED = 288


class Enlarged(QtWidgets.QFrame):
    """A picture with words under it, in a window that takes no events."""

    def __init__(self, owner: QtWidgets.QWidget) -> None:
        super().__init__(owner, QtCore.Qt.WindowType.ToolTip)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QtWidgets.QFrame.Shape.StyledPanel)
        self._picture, self._caption, self._tip = (QtWidgets.QLabel() for _ in range(3))
        self._tip.setWordWrap(True)
        self._tip.setFont(style.small_font(self))
        for label in (self._caption, self._tip):
            label.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(self._picture)
        column.addWidget(self._caption)
        column.addWidget(self._tip)

    def show_picture(self, pixmap: QtGui.QPixmap) -> None:
        """Show a picture of its own size."""
        self._picture.setPixmap(pixmap)

    def show_words(self, caption: str, tip: str) -> None:
        """Show what the picture is and, smaller, what can be done with it."""
        for label, words in ((self._caption, caption), (self._tip, tip)):
            label.setText(words)
            label.setVisible(bool(words))

    def open_beside(self, tile: QtWidgets.QWidget) -> None:
        """Open left of the docker that holds the tile, or right of it where there is no room."""
        self.adjustSize()
        panel: QtWidgets.QWidget | None = tile
        while panel is not None and not isinstance(panel, QtWidgets.QDockWidget):
            panel = panel.parentWidget()
        panel = panel or tile
        left = panel.mapToGlobal(QtCore.QPoint(0, 0)).x()
        y = tile.mapToGlobal(QtCore.QPoint(0, 0)).y()
        screen = tile.screen()
        if screen is not None:
            area = screen.availableGeometry()
            y = max(area.top(), min(y, area.bottom() - self.height()))
            x = left - self.width() - style.GAP
            if x < area.left():
                x = left + panel.width() + style.GAP
            self.move(x, y)
        self.show()
