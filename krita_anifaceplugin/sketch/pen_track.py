"""Where the pen went over the canvas: of the sketch only that part is read anew."""

from __future__ import annotations

import math
import time
from typing import Protocol

from ..frame.placing import Geometry
from ..geometry import Rect
from ..qt import QtCore, QtGui, QtWidgets, Signal, sip

#: A brush may paint so many times its own radius from the pen, and some pixels more.
REACH, MORE = 1.5, 8
#: What changes so long after the pen was there, in seconds, something else has changed.
LATE_S = 2.0


class View(Protocol):
    """A canvas: `krita_api.view.CanvasView`, or a test's double."""

    widget: QtWidgets.QWidget

    def geometry(self) -> Geometry:
        """The geometry of now."""

    def brush_size(self) -> float:
        """Document pixels that the brush is wide."""

    def paints_under_the_pen(self) -> bool:
        """Whether what changes lies where the pen goes, and nowhere else."""


class PenTrack(QtCore.QObject):
    """The part of the document that the pen went over since it was last asked for.

    Signals:
        lifted: the pen has left the canvas, or a button was let go.
    """

    lifted = Signal()

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._box: QtCore.QRectF | None = None
        self._geometry: Geometry | None = None
        self._noted_at = 0.0
        kind = QtCore.QEvent.Type
        self._presses = (kind.MouseButtonPress, kind.TabletPress)
        self._moves = (kind.MouseMove, kind.TabletMove)
        self._releases = (kind.MouseButtonRelease, kind.TabletRelease)
        self._down = False

    def watch(self, view: View | None) -> None:
        """Follow the pen over this canvas from now on, and over no other."""
        self._let_go()
        self._view, self._box, self._down = view, None, False
        self._to_the_front()

    def take(self) -> Rect | None:
        """What a brush may have changed since the last call; None where nobody knows, as with
        other tools."""
        box, geometry, self._box = self._box, self._geometry, None
        view = self._view
        self._to_the_front()
        try:
            late = time.monotonic() - self._noted_at > LATE_S
            if box is None or view is None or late or geometry != view.geometry():
                return None
            if not view.paints_under_the_pen():
                return None
            to_document, whole = view.geometry().image_to_widget().inverted()
            brush = view.brush_size()
        except RuntimeError:  # the view is closed
            self._view = None
            return None
        if not whole:
            return None
        box = to_document.mapRect(box)
        margin = REACH * brush / 2 + MORE
        left, top = math.floor(box.left() - margin), math.floor(box.top() - margin)
        right, bottom = math.ceil(box.right() + margin), math.ceil(box.bottom() + margin)
        return Rect(left, top, right - left, bottom - top)

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is None:
            return False
        kind = event.type()
        if kind in self._presses:
            self._down = True
        if self._down and kind in self._presses + self._moves + self._releases:
            self._note(event)
        if kind in self._releases:
            self._down = False
            self.lifted.emit()
        return False

    def _note(self, event: QtCore.QEvent) -> None:
        if isinstance(event, (QtGui.QMouseEvent, QtGui.QTabletEvent)) and self._view is not None:
            self._noted_at = time.monotonic()
            at = QtCore.QPointF(event.pos() if hasattr(event, "pos") else event.position())
            spot = QtCore.QRectF(at.x() - 1, at.y() - 1, 2, 2)
            if self._box is None:
                self._box, self._geometry = spot, self._view.geometry()
            else:
                self._box = self._box.united(spot)

    def _to_the_front(self) -> None:
        """Be asked before Krita's own filter, which keeps what it handles to itself."""
        self._let_go()
        if self._view is not None:
            self._view.widget.installEventFilter(self)

    def _let_go(self) -> None:
        if self._view is not None and sip.isdeleted(self._view.widget):
            self._view = None
        if self._view is not None:
            self._view.widget.removeEventFilter(self)
