"""Where the pen went over the canvas: in a large document only that part is read anew.

Its place is looked at by a clock. An event filter on the canvas would be told of every move, but
Krita 5.1.5 crashed where a Python one stood before its own on an OpenGL canvas that was turned and
mirrored. What a clock misses of a quick curve is given room for, and made sure of later
(`second_look`).
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from ..frame.placing import Geometry
from ..geometry import Rect
from ..qt import QtCore, QtGui, QtWidgets

#: Milliseconds from one look to the next.
EVERY_MS = 12
#: Looks back from when Krita is first seen painting: it begins a moment after the pen is down.
BEFORE = 6
#: A brush may paint so many times its own radius from the pen, and some pixels more.
REACH, MORE = 1.5, 8
#: Share of the way from one look to the next that the pen may have gone aside: a half circle goes
#: half of its width.
ASIDE = 0.5
#: What changes so long after the pen was there, in seconds, something else has changed.
LATE_S = 2.0


class View(Protocol):
    """A canvas: `krita_api.view.CanvasView`, or a test's double."""

    widget: QtWidgets.QWidget

    def geometry(self) -> Geometry:
        """The geometry of now."""

    def brush_size(self) -> float:
        """Document pixels that the brush is wide."""


class PenTrack(QtCore.QObject):
    """The part of the document that the pen went over since it was last asked for.

    ``painting`` says whether Krita is in the middle of something; ``where`` the pen is on the
    screen.
    """

    def __init__(
        self,
        painting: Callable[[], bool],
        parent: QtCore.QObject | None = None,
        where: Callable[[], QtCore.QPoint] = QtGui.QCursor.pos,
    ) -> None:
        super().__init__(parent)
        self._painting, self._where = painting, where
        self._view: View | None = None
        self._on = False
        self._before: deque[QtCore.QRectF] = deque(maxlen=BEFORE)
        self._at: QtCore.QPoint | None = None
        self._box: QtCore.QRectF | None = None
        self._geometry: Geometry | None = None
        self._noted_at = 0.0
        self._timer = QtCore.QTimer(self)
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def follow(self, on: bool) -> None:
        """Follow the pen, or cost nothing."""
        self._on = on
        self.watch(self._view)

    def watch(self, view: View | None) -> None:
        """It is this canvas over which the pen is followed from now on."""
        self._view, self._box, self._at = view, None, None
        self._before.clear()
        if self._on and view is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def take(self) -> Rect | None:
        """What a brush may have changed since the last call; None where nobody knows."""
        self.look()
        box, geometry, self._box = self._box, self._geometry, None
        view = self._view
        try:
            late = time.monotonic() - self._noted_at > LATE_S
            if box is None or view is None or late or geometry != view.geometry():
                return None
            to_document, whole = view.geometry().image_to_widget().inverted()
            brush = view.brush_size()
        except RuntimeError:  # the view is closed
            self.watch(None)
            return None
        if not whole:
            return None
        box = to_document.mapRect(box)
        margin = REACH * brush / 2 + MORE
        left, top = math.floor(box.left() - margin), math.floor(box.top() - margin)
        right, bottom = math.ceil(box.right() + margin), math.ceil(box.bottom() + margin)
        return Rect(left, top, right - left, bottom - top)

    def look(self) -> None:
        """Where the pen is now."""
        at = self._where()
        if self._view is None or at == self._at:
            return
        try:
            spot = self._spot(self._view.widget, at)
            if not self._painting():
                self._before.append(spot)
                return
            if self._box is None:
                self._box, self._geometry = spot, self._view.geometry()
        except RuntimeError:
            self.watch(None)
            return
        self._noted_at = time.monotonic()
        while self._before:
            self._box = self._box.united(self._before.pop())
        self._box = self._box.united(spot)

    def _spot(self, widget: QtWidgets.QWidget, at: QtCore.QPoint) -> QtCore.QRectF:
        """About where the pen is, in the widget, with room for how it came there."""
        here = QtCore.QPointF(widget.mapFromGlobal(at))
        last = here if self._at is None else QtCore.QPointF(widget.mapFromGlobal(self._at))
        self._at = at
        room = 1 + ASIDE * math.hypot(here.x() - last.x(), here.y() - last.y())
        return QtCore.QRectF(here, last).normalized().adjusted(-room, -room, room, room)
