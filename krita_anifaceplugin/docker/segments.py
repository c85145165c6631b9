"""A row of joined buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from ..qt import QtCore, QtGui, QtWidgets, Signal
from . import style


class Segments(QtWidgets.QWidget):
    """Emits ``chosen`` with the value of a button the artist pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """``choices`` are (value, text, tooltip); ``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QtWidgets.QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        for place, (value, text, tip) in enumerate(choices):
            button = _Segment(text, place == 0, place == len(choices) - 1)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _=False, v=value: self.chosen.emit(v))
            group.addButton(button)
            row.addWidget(button, button.sizeHint().width())  # the longer word gets more room
            self._buttons[value] = button

    def set_value(self, value: str) -> None:
        """Show ``value`` as the one that is down."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)


class _Segment(QtWidgets.QAbstractButton):
    def __init__(self, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self._first, self._last = first, last
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed
        )

    def sizeHint(self) -> QtCore.QSize:
        metrics = self.fontMetrics()
        return QtCore.QSize(metrics.horizontalAdvance(self.text()) + 16, metrics.height() + 9)

    def minimumSizeHint(self) -> QtCore.QSize:
        return self.sizeHint() - QtCore.QSize(13, 0)

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        role = QtGui.QPalette.ColorRole
        fill, text = self.palette().color(role.Button), self.palette().color(role.ButtonText)
        if not self.isEnabled():
            fill = style.ink(self, 0.16 if self.isChecked() else 0.0)
            text = style.unavailable(self)
        elif self.isChecked():
            fill, text = style.accent(self), self.palette().color(role.HighlightedText)
        elif self.isDown() or self.underMouse():
            fill = style.blend(fill, text, 0.24 if self.isDown() else 0.12)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        box = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setClipRect(self.rect())
        # Inner edges are square: the rounded box reaches past them.
        reach = style.RADIUS * 2
        box.adjust(0 if self._first else -reach, 0, 0 if self._last else reach, 0)
        painter.setPen(QtGui.QPen(style.hairline(self), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, style.RADIUS, style.RADIUS)
        if not self._last and not self.isChecked():
            painter.drawLine(self.width() - 1, 1, self.width() - 1, self.height() - 2)
        style.draw_label(painter, self, text)
        painter.end()
