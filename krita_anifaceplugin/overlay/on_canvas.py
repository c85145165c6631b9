"""Guidance on the canvas: a see-through sheet over the canvas widget. The document stays as it is.

The curves are drawn once for every view and kept as a picture, so that repainting under a brush
costs a copy. While the view moves, the picture moves along; it is drawn sharp when it rests.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ..frame.guidance_frame import GuidanceFrame
from ..frame.painting import paint_outline
from ..frame.placing import Geometry, unit_to_widget
from ..guidance.painter import GuidancePainter
from ..qt import QtCore, QtGui
from .canvas_sheet import CanvasSheet, View
from .scene import Scene

#: How long the view must rest before the curves are drawn anew.
REST_MS = 60
FRAME_SHOWN_MS = 1800
#: Longest time to draw without giving Krita a turn.
TURN_S = 0.006


@dataclass
class _Job:
    """A picture being drawn; ``next`` is the curve that comes next."""

    canvas: QtGui.QPixmap
    painter: GuidancePainter | None
    frame: GuidanceFrame
    geometry: Geometry
    next: int = 0


class CanvasOverlay(CanvasSheet):
    """The sheet over one view's canvas. It takes no event from Krita."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.setObjectName("AniFaceCanvasOverlay")
        self._scene: Scene | None = None
        self._curves: QtGui.QPixmap | None = None
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

    # ---- what is shown

    def show_scene(self, scene: Scene | None) -> None:
        """Show what lies in a frame of the document, or nothing."""
        old, self._scene = self._scene, scene
        if scene is None or scene.empty:
            self._picture = self._curves = self._drawn_for = self._job = None
        elif old is None or old.empty or (old.curves, old.frame) != (scene.curves, scene.frame):
            self._draw_picture()
        elif self._job is None:
            self._compose()
        self.update()

    def outline(self, frame: GuidanceFrame | None) -> None:
        """Show where the guidance frame lies, for a moment; None: no longer."""
        self._outline = frame
        self._outline_end.start(FRAME_SHOWN_MS)
        self.update()

    def canvas_resized(self) -> None:
        self._rest.start(REST_MS)

    # ---- drawing

    def _draw_picture(self) -> None:
        """Begin to draw all sharp for the view as it is; what is shown stays until then."""
        scene = self._scene
        if scene is None or scene.empty:
            return
        self._job = _Job(self._blank(), scene.curves, scene.frame, self._view.geometry())
        self._draw_some()

    def _draw_some(self) -> None:
        """Draw for a moment, then let Krita have its turn: a brush may be waiting."""
        job = self._job
        if job is None:
            return
        if job.painter is not None:
            painter = QtGui.QPainter(job.canvas)
            transform = unit_to_widget(job.frame, job.geometry)
            job.next = job.painter.paint(painter, transform, job.next, TURN_S)
            painter.end()
            if job.next >= 0:
                self._turn.start(0)
                return
        self._job = None
        self._curves, self._drawn_for = job.canvas, job.geometry
        self._fresh = self._fresh or job.painter is not self._finished
        self._finished = job.painter
        self._compose()
        self.update()

    def _compose(self) -> None:
        """Lay the curves over the portrait, each as strong as is asked."""
        scene, drawn_for = self._scene, self._drawn_for
        if scene is None or self._curves is None or drawn_for is None:
            return
        picture = self._blank()
        painter = QtGui.QPainter(picture)
        scene.paint_trace(painter, drawn_for.image_to_widget())
        painter.setOpacity(scene.opacity)
        painter.drawPixmap(0, 0, self._curves)
        painter.end()
        self._picture = picture

    def _blank(self) -> QtGui.QPixmap:
        ratio = self.devicePixelRatioF()
        canvas = QtGui.QPixmap(self.size() * ratio)
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(QtCore.Qt.GlobalColor.transparent)
        return canvas

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:
        if self._picture is None and self._outline is None:
            return
        geometry = self._view.geometry()
        painter = QtGui.QPainter(self)
        if self._picture is not None and self._drawn_for is not None:
            if geometry != self._drawn_for:
                before, _ = self._drawn_for.image_to_widget().inverted()
                painter.setTransform(before * geometry.image_to_widget())
                if not self._rest.isActive():
                    self.update()  # what was asked to be painted may be a part only
                self._rest.start(REST_MS)
            painter.drawPixmap(0, 0, self._picture)
            painter.resetTransform()
            if self._fresh:
                self._fresh, self.painted_at = False, time.monotonic()
        if self._outline is not None:
            paint_outline(painter, unit_to_widget(self._outline, geometry))
        painter.end()

    # ---- small helpers

    def _hide_outline(self) -> None:
        self._outline = None
        self.update()

    def _timer(self, slot: Callable[[], None]) -> QtCore.QTimer:
        timer = QtCore.QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer
