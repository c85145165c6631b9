"""Guidance on the canvas: a see-through sheet over the canvas widget. The document stays as it is.

The curves are drawn once for every view and kept as a picture, so that repainting under a brush
costs a copy. While the view moves, the picture moves along; it is drawn sharp when it rests.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .guidance_frame import GuidanceFrame
from .guidance_painter import GuidancePainter
from .qt import QtCore, QtGui, QtWidgets

#: How long the view must rest before the curves are drawn anew.
REST_MS = 60
FRAME_SHOWN_MS = 1800
#: Longest time to draw without giving Krita a turn.
TURN_S = 0.006


class Geometry(Protocol):
    """Where document pixels lie on a widget; equal ones place them equally."""

    def image_to_widget(self) -> QtGui.QTransform:
        """Maps document pixels to widget pixels."""


class View(Protocol):
    """A canvas: `krita_api.view.CanvasView`, or a test's double."""

    widget: QtWidgets.QWidget

    def geometry(self) -> Geometry:
        """The geometry of now."""


@dataclass
class _Job:
    """A picture being drawn; ``next`` is the curve that comes next."""

    canvas: QtGui.QPixmap
    painter: GuidancePainter
    frame: GuidanceFrame
    geometry: Geometry
    next: int = 0


class CanvasOverlay(QtWidgets.QWidget):
    """The sheet over one view's canvas. It takes no event from Krita."""

    def __init__(self, view: View) -> None:
        super().__init__(view.widget)
        self.setObjectName("AniFaceCanvasOverlay")
        for attribute in (
            QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents,
            QtCore.Qt.WidgetAttribute.WA_NoSystemBackground,
            QtCore.Qt.WidgetAttribute.WA_TranslucentBackground,
        ):
            self.setAttribute(attribute)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._view = view
        self._painter: GuidancePainter | None = None
        self._frame: GuidanceFrame | None = None
        self._opacity = 1.0
        self._picture: QtGui.QPixmap | None = None
        self._drawn_for: Geometry | None = None
        self._job: _Job | None = None
        self._finished: GuidancePainter | None = None
        self._fresh = False
        #: When new guidance was first painted, by time.monotonic().
        self.painted_at = 0.0
        self._outline: GuidanceFrame | None = None
        self._turn = self._timer(self._draw_some)
        self._rest = self._timer(self._draw_picture)
        self._outline_end = self._timer(self._hide_outline)
        view.widget.installEventFilter(self)
        for bar in _scroll_bars(view.widget):
            bar.valueChanged.connect(self.follow)
            bar.rangeChanged.connect(self.follow)
        self.resize(view.widget.size())
        self.show()
        self.raise_()

    # ---- what is shown

    def show_guidance(
        self, painter: GuidancePainter | None, frame: GuidanceFrame | None, opacity: float
    ) -> None:
        """Show curves in a frame of the document, or nothing."""
        changed = painter is not self._painter or frame != self._frame
        self._painter, self._frame, self._opacity = painter, frame, opacity
        if painter is None or frame is None:
            self._picture = self._drawn_for = self._job = None
        elif changed:
            self._draw_picture()
        self.update()

    def outline(self, frame: GuidanceFrame) -> None:
        """Show where the guidance frame lies, for a moment."""
        self._outline = frame
        self._outline_end.start(FRAME_SHOWN_MS)
        self.update()

    def follow(self, *_: object) -> None:
        """The view may have moved."""
        self.update()

    # ---- drawing

    def _draw_picture(self) -> None:
        """Begin to draw the curves sharp for the view as it is; what is shown stays until then."""
        if self._painter is None or self._frame is None:
            return
        ratio = self.devicePixelRatioF()
        canvas = QtGui.QPixmap(self.size() * ratio)
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(QtCore.Qt.GlobalColor.transparent)
        self._job = _Job(canvas, self._painter, self._frame, self._view.geometry())
        self._draw_some()

    def _draw_some(self) -> None:
        """Draw for a moment, then let Krita have its turn: a brush may be waiting."""
        job = self._job
        if job is None:
            return
        painter = QtGui.QPainter(job.canvas)
        transform = _frame_to_widget(job.frame, job.geometry)
        job.next = job.painter.paint(painter, transform, job.next, TURN_S)
        painter.end()
        if job.next >= 0:
            self._turn.start(0)
            return
        self._job = None
        self._picture, self._drawn_for = job.canvas, job.geometry
        self._fresh = self._fresh or job.painter is not self._finished
        self._finished = job.painter
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        if self._picture is None and self._outline is None:
            return
        geometry = self._view.geometry()
        painter = QtGui.QPainter(self)
        if self._picture is not None and self._drawn_for is not None:
            painter.setOpacity(self._opacity)
            if geometry != self._drawn_for:
                before, _ = self._drawn_for.image_to_widget().inverted()
                painter.setTransform(before * geometry.image_to_widget())
                if not self._rest.isActive():
                    self.update()  # what was asked to be painted may be a part only
                self._rest.start(REST_MS)
            painter.drawPixmap(0, 0, self._picture)
            if self._fresh:
                self._fresh, self.painted_at = False, time.monotonic()
        if self._outline is not None:
            self._paint_outline(painter, _frame_to_widget(self._outline, geometry))
        painter.end()

    def _paint_outline(self, painter: QtGui.QPainter, transform: QtGui.QTransform) -> None:
        painter.setTransform(QtGui.QTransform())
        painter.setOpacity(1.0)
        square = transform.map(QtGui.QPolygonF(QtCore.QRectF(0, 0, 1, 1)))
        for color, style in (
            (QtGui.QColor(0, 0, 0, 150), QtCore.Qt.PenStyle.SolidLine),
            (QtGui.QColor(255, 255, 255, 220), QtCore.Qt.PenStyle.DashLine),
        ):
            painter.setPen(QtGui.QPen(color, 1.5, style))
            painter.drawPolygon(square)

    def eventFilter(self, watched: QtCore.QObject | None, event: QtCore.QEvent | None) -> bool:
        if event is not None and event.type() == QtCore.QEvent.Type.Resize:
            self.resize(self._view.widget.size())
            self._rest.start(REST_MS)
        return False

    # ---- small helpers

    def _hide_outline(self) -> None:
        self._outline = None
        self.update()

    def _timer(self, slot: Callable[[], None]) -> QtCore.QTimer:
        timer = QtCore.QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer


def _frame_to_widget(frame: GuidanceFrame, geometry: Geometry) -> QtGui.QTransform:
    unit = QtGui.QTransform.fromTranslate(frame.x, frame.y).scale(frame.side, frame.side)
    return unit * geometry.image_to_widget()


def _scroll_bars(widget: QtWidgets.QWidget) -> list[QtWidgets.QScrollBar]:
    """The scroll bars of the area that the canvas lies in."""
    area: QtWidgets.QWidget | None = widget
    while area is not None and not isinstance(area, QtWidgets.QAbstractScrollArea):
        area = area.parentWidget()
    return area.findChildren(QtWidgets.QScrollBar) if area is not None else []
