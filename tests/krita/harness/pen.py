"""Pen strokes with pressure on Krita's canvas, in document pixels.

No X input device stands for a tablet here. The events go to Krita's main window, where the
system's would come in: Qt finds the widget under the pen by itself, so a sheet over the canvas
that would swallow the pen is noticed. A pen event that nobody takes becomes no mouse event, as it
would with a real tablet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QTabletEvent
from PyQt5.QtWidgets import QApplication
from stroke import Canvas

Point = tuple[float, float]
#: Pen moves that make up a stroke, and the seconds between two.
MOVES, PAUSE = 24, 0.008


class Pen:
    """A pen over one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._window = canvas.t.main_window().windowHandle()

    async def stroke(
        self, points: Sequence[Point], pressures: Sequence[float] = (1.0,), lift: bool = True
    ) -> None:
        """Draw through document points, equally long between any two; so do the pressures go.

        Args:
            lift: whether the pen goes up at the end; if not, ``lift`` does that.
        """
        wait = self._canvas.t.wait
        self._send(QEvent.Type.TabletMove, points[0], 0.0)
        await wait(0.05)
        self._send(QEvent.Type.TabletPress, points[0], pressures[0])
        for move in range(1, MOVES + 1):
            at = (_along([x for x, _ in points], move), _along([y for _, y in points], move))
            self._send(QEvent.Type.TabletMove, at, _along(pressures, move))
            await wait(PAUSE)
        if lift:
            self.lift(points[-1])

    def lift(self, at: Point) -> None:
        """The pen goes up."""
        self._send(QEvent.Type.TabletRelease, at, 0.0)

    def _send(self, kind: Any, at: Point, pressure: float) -> None:
        there = QPoint(*self._canvas.to_screen(*at))
        here = self._window.mapFromGlobal(there)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        moves, down = kind == QEvent.Type.TabletMove, pressure > 0
        event = QTabletEvent(
            kind, QPointF(here), QPointF(there), QTabletEvent.Stylus, QTabletEvent.Pen,
            pressure, 0, 0, 0.0, 0.0, 0, Qt.KeyboardModifier.NoModifier, 1,
            none if moves else left, left if down else none,
        )  # fmt: skip
        QApplication.sendEvent(self._window, event)


def _along(values: Sequence[float], move: int) -> float:
    """The value at a move, straight from one to the next."""
    place = (len(values) - 1) * move / MOVES
    before = min(int(place), max(0, len(values) - 2))
    after = min(before + 1, len(values) - 1)
    return values[before] + (values[after] - values[before]) * (place - before)
