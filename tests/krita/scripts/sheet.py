"""A document to paint in with the real pointer, the same at every size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from PyQt5.QtCore import QEvent, QObject, pyqtSignal
from PyQt5.QtWidgets import QApplication, QComboBox, QWidget
from recording import PAUSE, Stroke, load
from stroke import Canvas

#: Screen pixels that the document fills, and the brush's width among them.
SHOWN = 700
BRUSH = 4.0
#: A repeated recording is moved by so many thousandths of the document each time.
SHIFT = 7


class Pen(QObject):
    """Knows when the button over a canvas went up.

    Signals:
        lifted: it did just now.
    """

    lifted = pyqtSignal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        #: By time.monotonic(), as the X server stamped the event: what Krita and the program
        #: that moves the pointer take for themselves does not count twice or not at all.
        self.up = 0.0
        self._canvas, self._release = canvas, QEvent.Type.MouseButtonRelease
        # Not on the canvas: after a dialog Krita's own filter there comes first, and takes it.
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if event.type() == self._release and watched is self._canvas:
            self.up = event.timestamp() / 1000
            self.lifted.emit()
        return False


@dataclass(frozen=True)
class Sheet:
    """A document with an empty sketch layer, all of it in view."""

    t: Any
    doc: Any
    layer: Any
    canvas: Canvas
    side: int
    pen: Pen

    @classmethod
    async def of(cls, t: Any, side: int) -> Sheet:
        """A new one, ``side`` pixels square."""
        doc = await t.new_document(side, side)
        layer = await t.add_paint_layer(doc, "Sketch")
        canvas = await Canvas.of(t, zoom=SHOWN / side)
        canvas.view.setBrushSize(BRUSH * side / SHOWN)
        no_smoothing(t)
        return cls(t, doc, layer, canvas, side, Pen(canvas.widget))

    @property
    def step(self) -> float:
        """Document pixels between two moves of the pointer."""
        return 60 * self.side / SHOWN

    def pixels(self) -> bytes:
        """All of the sketch layer."""
        return bytes(self.layer.pixelData(0, 0, self.side, self.side))

    async def paint(self, stroke: Stroke, pause: float = PAUSE) -> float:
        """One stroke; when the button went up, by time.monotonic()."""
        before = self.pen.up
        await self.canvas.stroke(stroke, step=self.step, pause=pause)
        await self.t.wait_until(lambda: self.pen.up != before, what="the button goes up")
        return self.pen.up

    def idle(self) -> bool:
        """Whether Krita rests: all that was drawn is to be seen."""
        free = bool(self.doc.tryBarrierLock())
        if free:
            self.doc.unlock()
        return free

    def close(self) -> None:
        """Close it without a question."""
        self.doc.setModified(False)
        self.doc.close()


def no_smoothing(t: Any) -> None:
    """Krita's brush smoothing weighs points by time; without it, equal strokes are equal."""
    for box in t.main_window().findChildren(QComboBox):
        if any("Stabilizer" in box.itemText(i) for i in range(box.count())):
            box.setCurrentIndex(0)


def strokes_of(recording: str, side: int, count: int) -> list[Stroke]:
    """``count`` strokes for a document ``side`` pixels square: a recording, over and over."""
    once = load(Path(recording), side, side)
    found: list[Stroke] = []
    for number in range(count):
        turn, at = divmod(number, len(once))
        by = (turn % 9 - 4) * SHIFT * side / 1000 if turn else 0.0
        most = float(side - 1)
        found.append([(min(max(x + by, 1.0), most), min(max(y, 1.0), most)) for x, y in once[at]])
    return found


async def off(t: Any, ani: AniFace, so: bool) -> None:
    """AniFace off, or on and ready."""
    ani.controller.change_settings(on=not so)
    await t.wait(0.3)


async def until(t: Any, condition: Callable[[], Any], seconds: float, what: str) -> float:
    """Wait with fine steps; the moment, by time.monotonic()."""
    await t.wait_until(condition, seconds, step=0.002, what=what)
    return time.monotonic()


def median(values: Iterable[float]) -> float:
    """The middle one; 0 of none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0
