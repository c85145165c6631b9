"""Real mouse strokes on Krita's canvas, in document pixels.

    canvas = await Canvas.of(t, zoom=1.0)          # t: kritatest_driver.kritatest.KritaTest
    await canvas.stroke([(100, 100), (400, 300)])  # press, drag, release by the X server
    await canvas.wait_idle()                       # Krita's stroke queue has drained

The pointer is moved by xdotool, so a stroke takes the way a hand's would: X event, Qt,
Krita's input manager, the active tool, the stroke queue, the layer.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Any

try:
    from PyQt6.QtCore import QPoint, Qt
    from PyQt6.QtWidgets import QMdiArea, QScrollBar, QWidget
except ImportError:
    from PyQt5.QtCore import QPoint, Qt
    from PyQt5.QtWidgets import QMdiArea, QScrollBar, QWidget

#: The widget that gets the pointer events: with canvas acceleration off and on.
CANVAS_CLASSES = ("KisQPainterCanvas", "KisOpenGLCanvas2", "KisOpenGLCanvasRenderer")


def class_name(obj: Any) -> str:
    """The C++ class of a QObject."""
    return str(obj.metaObject().className())


def canvas_widget(window: Any) -> Any:
    """The canvas widget of the active view in a QMainWindow, or None."""
    area = window.findChild(QMdiArea)
    sub = area.activeSubWindow() if area else None
    for widget in sub.findChildren(QWidget) if sub else ():
        if class_name(widget) in CANVAS_CLASSES:
            return widget
    return None


class Canvas:
    """The active view, zoomed, unrotated and unmirrored so that the mapping is plain."""

    @classmethod
    async def of(cls, t: Any, zoom: float = 1.0) -> Canvas:
        """The canvas of the view in front, at a true zoom."""
        canvas = cls(t, zoom)
        await t.wait(0.3)
        return canvas

    def __init__(self, t: Any, zoom: float) -> None:
        self.t = t
        self.zoom = zoom
        self.view = t.krita.activeWindow().activeView()
        canvas = self.view.canvas()
        canvas.setRotation(0)
        canvas.setMirror(False)
        # Set, not asked for: zoomLevel() reports zoom * resolution / 72 in Krita 5.
        canvas.setZoomLevel(zoom)
        self.widget = canvas_widget(t.main_window())
        if self.widget is None:
            raise RuntimeError("no canvas widget")

    def to_screen(self, x: float, y: float) -> tuple[int, int]:
        """Screen position of a document pixel."""
        area = self.widget
        while class_name(area) != "KisCanvasController":
            area = area.parentWidget()
        # The scroll values are the view's offset in the document, in screen pixels.
        offset = {bar.orientation(): bar.value() for bar in area.findChildren(QScrollBar)}
        local = QPoint(
            round(x * self.zoom - offset[Qt.Orientation.Horizontal]),
            round(y * self.zoom - offset[Qt.Orientation.Vertical]),
        )
        if not self.widget.rect().contains(local):
            raise ValueError(f"document pixel ({x}, {y}) is outside the visible canvas")
        at = self.widget.mapToGlobal(local)
        return at.x(), at.y()

    async def stroke(
        self,
        points: Sequence[tuple[float, float]],
        step: float = 12,
        pause: float = 0.008,
        button: int = 1,
    ) -> float:
        """Drag through document points: a mouse move every ``step`` pixels and ``pause`` s.

        Returns when the button went up, by time.time(): noted just before, so never too late.
        """
        path = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            n = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
            path += [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n) for i in range(1, n + 1)]
        where = [self.to_screen(*p) for p in path]
        argv: list[Any] = ["mousemove", *where[0], "sleep", 0.05, "mousedown", button]
        for at in where[1:]:
            argv += ["mousemove", *at, "sleep", pause]
        argv += ["sleep", 0.03, "exec", "--sync", "--terminator", "END"]
        argv += ["date", "+%s.%N", "END", "mouseup", button]
        return float(await self.t.call("xdotool", *argv))

    async def key(self, keys: str) -> None:
        """Press a key combination such as 'ctrl+z' (the canvas has the focus)."""
        await self.t.call("xdotool", "key", keys)

    async def wait_idle(self, timeout: float = 10.0, calm: float = 0.1) -> float:
        """Wait until Krita has had no stroke or update job left for ``calm`` seconds."""
        doc = self.view.document()
        last_busy = [time.monotonic()]  # the release event may still be on its way

        def idle() -> bool:
            if doc.tryBarrierLock():
                doc.unlock()
            else:
                last_busy[0] = time.monotonic()
            return time.monotonic() - last_busy[0] >= calm

        return float(await self.t.wait_until(idle, timeout, what="Krita idle"))
