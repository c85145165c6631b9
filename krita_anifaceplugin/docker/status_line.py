"""One line at the top: is the worker there, what is it doing, how fast; and the switch.

Where something must be mended, a banner at the docker's foot says what in full.
"""

from __future__ import annotations

from ..connection.worker_status import OFF, Phase, WorkerStatus
from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..session.state import State
from ..texts.table import Texts
from ..timers import single_shot
from .buttons import Switch
from .icon_button import SIDE, IconButton
from .icons import Icon
from .phase_looks import COLORS, SHORT
from .quiet_label import QuietLabel

#: An answer that takes no longer is shown without a busy sign first.
BUSY_MS = 300
TURN_MS = 80
DOT = 9
SPACE = 4


class StatusLine(QtWidgets.QWidget):
    """Signals: ``toggled`` with the switch's state; ``menu_wanted`` with where to open it."""

    toggled = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._status, self._busy, self._reading, self._on = OFF, False, False, True
        self._latency, self._waiting = 0.0, False
        self._light = _Light()
        self._text = QtWidgets.QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._text.setAccessibleName(texts("status.name"))
        ready = texts("worker.ready")
        self._text.setMinimumWidth(self._text.fontMetrics().horizontalAdvance(ready))
        self._time = QuietLabel()
        self._time.setToolTip(texts("worker.latency.tip"))
        self._switch = Switch()
        self._switch.setToolTip(texts("switch.tip"))
        self._switch.setAccessibleName(texts("switch.name"))
        self._switch.toggled.connect(self.toggled)
        menu = IconButton(Icon.MENU, texts("menu.tip"))
        menu.clicked.connect(
            lambda: self.menu_wanted.emit(menu.mapToGlobal(QtCore.QPoint(0, menu.height())))
        )
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._light)
        row.addWidget(self._text, 1)
        row.addWidget(self._time)
        row.addSpacing(SPACE)
        row.addWidget(self._switch)
        row.addWidget(menu)
        self._slow = single_shot(self, self._show_text)
        self._slow.setInterval(BUSY_MS)
        self._show_text()

    def show_state(self, state: State) -> None:
        """Show whether AniFace is on and whether an answer is awaited."""
        on = state.settings.on
        if self._switch.isChecked() != on:
            blocked = self._switch.blockSignals(True)
            self._switch.setChecked(on)
            self._switch.blockSignals(blocked)
        busy = state.busy or state.reading
        if (busy, state.reading, on) != (self._busy, self._reading, self._on):
            if busy and not self._busy:
                self._slow.start()
            elif not busy:
                self._slow.stop()
            self._busy, self._reading, self._on = busy, state.reading, on
            if not self._slow.isActive():
                self._show_text()

    def show_worker(self, status: WorkerStatus, latency_ms: float = 0.0) -> None:
        """Show where the worker stands, and how long its last answer took (0: unknown)."""
        self._latency = latency_ms
        if status != self._status:
            self._status = status
            self._show_text()
        elif not self._busy:
            self._show_time()

    def _show_text(self) -> None:
        ready = self._status.phase is Phase.READY
        thinking = self._waiting = self._busy and ready
        if ready and not self._on:
            words, color = self._texts("worker.off"), COLORS[Phase.OFF]
        elif thinking:
            words = self._texts("worker.reading" if self._reading else "worker.thinking")
            color = COLORS[Phase.STARTING]
        else:
            words, color = self._texts.of(self._status.phrase), COLORS[self._status.phase]
        short = SHORT.get(self._status.phase)
        self._text.setText(self._texts(short) if short else words)
        self._light.show_light(color, thinking or self._status.phase is Phase.STARTING)
        self._show_time()

    def _show_time(self) -> None:
        """Not while an answer is awaited: it is about the last one, and there is little room."""
        resting = self._status.phase is Phase.READY and self._on and not self._waiting
        known = self._latency > 0 and resting
        tip = self._texts("worker.latency.tip")
        value = self._texts("worker.latency", ms=round(self._latency))
        self._text.setToolTip(f"{tip}: {value}" if known else self._text.text())
        self._time.setText(value if known else "")
        taken = self._text.minimumWidth() + self._switch.width() + DOT + 4 + SIDE + 5 * SPACE
        wide = self._time.fontMetrics().horizontalAdvance(self._time.text())
        self._time.setVisible(known and taken + wide <= self.width())

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:
        self._show_time()


class _Light(QtWidgets.QWidget):
    """A dot; while there is something to wait for, an arc that turns."""

    def __init__(self) -> None:
        super().__init__()
        self._color = QtGui.QColor(COLORS[Phase.OFF])
        self._angle = 0
        self._turn = QtCore.QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._go_on)
        self.setFixedSize(DOT + 4, DOT + 4)

    def show_light(self, name: str, busy: bool) -> None:
        """Light up in a colour; turn while busy."""
        self._color = QtGui.QColor(name)
        if busy and not self._turn.isActive():
            self._turn.start()
        elif not busy:
            self._turn.stop()
        self.update()

    def hideEvent(self, event: QtGui.QHideEvent | None) -> None:
        self._turn.stop()  # nothing moves where nobody looks

    def _go_on(self) -> None:
        self._angle = (self._angle - 36) % 360
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        box = QtCore.QRectF(2, 2, DOT, DOT)
        if self._turn.isActive():
            painter.setPen(QtGui.QPen(self._color, 2))
            painter.drawArc(box, self._angle * 16, 270 * 16)
        else:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(self._color)
            painter.drawEllipse(box)
        painter.end()
