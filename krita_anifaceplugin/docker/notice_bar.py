"""What went wrong, said until the artist has read it."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..session.state import State
from ..texts.table import Texts
from . import style
from .icon_button import IconButton
from .icons import Icon

WARNING = "#e0a030"


class NoticeBar(QtWidgets.QWidget):
    """Emits ``closed`` when the artist closes it."""

    closed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._text = QtWidgets.QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton(Icon.CLOSE, texts("notice.close"))
        close.clicked.connect(lambda: self.closed.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(10, 4, 2, 4)
        row.setSpacing(2)
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.setVisible(False)

    def show_state(self, state: State) -> None:
        """Show a state's notice."""
        self._text.setText(self._texts.of(state.notice))
        self._text.setAccessibleName(self._text.text())
        self.setVisible(bool(state.notice))

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        window = self.palette().color(QtGui.QPalette.ColorRole.Window)
        warning = QtGui.QColor(WARNING)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        shape = QtGui.QPainterPath()
        shape.addRoundedRect(QtCore.QRectF(self.rect()), style.RADIUS, style.RADIUS)
        painter.setClipPath(shape)
        painter.fillPath(shape, style.blend(window, warning, 0.16))
        painter.fillRect(0, 0, 3, self.height(), warning)
        painter.end()
