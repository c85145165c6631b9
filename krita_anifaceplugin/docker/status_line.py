"""One line at the top: is the worker there, what is it doing, and the switch."""

from __future__ import annotations

from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..state import State
from ..worker_status import OFF, Phase, WorkerStatus
from . import style
from .buttons import Switch

#: An answer that takes no longer is shown without a busy sign first.
BUSY_MS = 300
DOT = 9
COLORS = {
    Phase.OFF: "#8a8a8a",
    Phase.STARTING: "#e0a030",
    Phase.READY: "#4caf6d",
    Phase.RESTARTING: "#e0a030",
    Phase.REFUSED: "#d9534f",
}


class StatusLine(QtWidgets.QWidget):
    """Signals: ``toggled`` with the switch's state; ``menu_wanted`` with where to open it."""

    toggled = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._status, self._busy = OFF, False
        self._light = _Light()
        self._text = QtWidgets.QLabel()
        self._text.setWordWrap(True)
        self._text.setAccessibleName("State of the worker")
        self._switch = Switch()
        self._switch.setToolTip("Follow the sketch, or rest")
        self._switch.setAccessibleName("AniFace on or off")
        self._switch.toggled.connect(self.toggled)
        menu = QtWidgets.QToolButton()
        menu.setText("⋯")
        menu.setAutoRaise(True)
        menu.setToolTip("More")
        menu.setAccessibleName("More commands")
        menu.clicked.connect(
            lambda: self.menu_wanted.emit(menu.mapToGlobal(QtCore.QPoint(0, menu.height())))
        )
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._light)
        row.addWidget(self._text, 1)
        row.addWidget(self._switch)
        row.addWidget(menu)
        self._slow = QtCore.QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(BUSY_MS)
        self._slow.timeout.connect(self._show_text)
        self._show_text()

    def show_state(self, state: State) -> None:
        """Show whether AniFace is on and whether an answer is awaited."""
        on = state.settings.on
        if self._switch.isChecked() != on:
            blocked = self._switch.blockSignals(True)
            self._switch.setChecked(on)
            self._switch.blockSignals(blocked)
        if state.busy != self._busy:
            self._busy = state.busy
            if state.busy:
                self._slow.start()
            else:
                self._slow.stop()
                self._show_text()

    def show_worker(self, status: WorkerStatus) -> None:
        """Show where the worker stands."""
        self._status = status
        self._show_text()

    def _show_text(self) -> None:
        thinking = self._busy and self._status.phase is Phase.READY
        self._text.setText("Thinking…" if thinking else self._status.text)
        self._light.set_color(COLORS[Phase.STARTING if thinking else self._status.phase])


class _Light(QtWidgets.QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._color = QtGui.QColor(COLORS[Phase.OFF])
        self.setFixedSize(DOT + 2, DOT + 2)

    def set_color(self, name: str) -> None:
        """Light up in a colour."""
        self._color = QtGui.QColor(name)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawEllipse(QtCore.QRectF(1, 1, DOT, DOT))
        painter.end()
