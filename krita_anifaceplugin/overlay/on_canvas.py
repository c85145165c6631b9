"""Guidance on the canvas: a see-through sheet over the canvas widget. The document stays as it is.

The curves are drawn once for every view and kept as a picture, so that repainting under a brush
costs a copy. While the view moves, the picture moves along; it is drawn sharp when it rests. Many
curves are shown as a draft first, which takes a fifth of the time; they are drawn whole when
nothing else has to be done, a little at a time, and never under a brush.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from ..frame.guidance_frame import GuidanceFrame
from ..frame.painting import paint_outline
from ..frame.placing import Geometry, unit_to_document, unit_to_widget
from ..guidance.painter import GuidancePainter
from ..qt import QtCore, QtGui
from ..timers import single_shot
from .canvas_sheet import CanvasSheet, View
from .scene import UNIT, Scene

#: How long the view must rest before the curves are drawn anew.
REST_MS = 60
#: How long a draft is shown at least; by then the worker's pictures are in the docker.
DRAFT_MS = 250
FRAME_SHOWN_MS = 1800
#: Longest time to draw without giving Krita a turn.
TURN_S = 0.004


@dataclass
class _Job:
    """A picture being drawn; ``next`` is the curve that comes next.

    ``canvas`` shows the ``place`` of the widget, ``scale`` times as large.
    """

    canvas: QtGui.QPixmap
    place: QtCore.QRect
    scale: float
    painter: GuidancePainter | None
    frame: GuidanceFrame
    geometry: Geometry
    next: int = 0

    @property
    def done(self) -> bool:
        """Whether all is drawn."""
        return self.painter is None or self.next < 0

    def draw(self, seconds: float) -> None:
        """Draw for a moment."""
        if self.painter is None:
            return
        painter = QtGui.QPainter(self.canvas)
        moved = QtGui.QTransform.fromTranslate(-self.place.x(), -self.place.y())
        transform = unit_to_widget(self.frame, self.geometry) * moved
        transform *= QtGui.QTransform.fromScale(self.scale, self.scale)
        self.next = self.painter.paint(painter, transform, self.next, seconds)
        painter.end()


class CanvasOverlay(CanvasSheet):
    """The sheet over one view's canvas. It takes no event from Krita."""

    def __init__(self, view: View, idle: Callable[[], bool] = lambda: True) -> None:
        """``idle`` tells whether Krita has no stroke under way."""
        super().__init__(view)
        self.setObjectName("AniFaceCanvasOverlay")
        self._idle = idle
        self._scene: Scene | None = None
        self._curves: _Job | None = None
        self._picture: QtGui.QPixmap | None = None
        self._place = QtCore.QRect()
        self._drawn_for: Geometry | None = None
        self._job: _Job | None = None
        self._finished: GuidancePainter | None = None
        self._fresh = False
        #: When new guidance was first painted, by time.monotonic().
        self.painted_at = 0.0
        self._outline: GuidanceFrame | None = None
        self._turn = single_shot(self, self._draw_some)
        self._rest = single_shot(self, self._draw_picture)
        self._draft_end = single_shot(self, self._draw_whole)
        self._outline_end = single_shot(self, self._hide_outline)

    # ---- what is shown

    def show_scene(self, scene: Scene | None) -> None:
        """Show what lies in a frame of the document, or nothing."""
        old, self._scene = self._scene, scene
        if scene is None or scene.empty:
            self._picture = self._curves = self._drawn_for = self._job = None
            self._draft_end.stop()
            self.update()
        elif old is None or old.empty or (old.curves, old.frame) != (scene.curves, scene.frame):
            self._draw_draft(scene)
        elif self._job is None:
            self._compose()

    def outline(self, frame: GuidanceFrame | None) -> None:
        """Show where the guidance frame lies, for a moment; None: no longer."""
        self._outline = frame
        self._outline_end.start(FRAME_SHOWN_MS)
        self.update()

    def canvas_resized(self) -> None:
        self._rest.start(REST_MS)

    # ---- drawing

    def _draw_draft(self, scene: Scene) -> None:
        """Show new curves at once: a draft where they are many."""
        geometry = self._view.geometry()
        scale = 1.0
        if scene.curves is not None:
            scale = scene.curves.draft_scale(unit_to_widget(scene.frame, geometry))
        if scale == 1.0:
            self._draw_picture()
            return
        self._job = self._new_job(scene, geometry, scale)
        self._job.draw(math.inf)
        self._turn.start(0)
        self._draft_end.start(DRAFT_MS)

    def _draw_whole(self) -> None:
        """Put the whole picture in the draft's place, when no brush is in use."""
        if self._idle():
            self._draw_picture()
        else:
            self._draft_end.start(DRAFT_MS)

    def _draw_picture(self) -> None:
        """Begin to draw all sharp for the view as it is; what is shown stays until then."""
        scene = self._scene
        if scene is None or scene.empty:
            return
        self._draft_end.stop()
        self._job = job = self._new_job(scene, self._view.geometry(), self.devicePixelRatioF())
        if job.done:
            self._finish(job)
        else:
            self._turn.start(0)

    def _draw_some(self) -> None:
        """Draw for a moment, then let Krita have its turn: a brush may be waiting."""
        job = self._job
        if job is None:
            return
        if job.done:
            self._finish(job)
        elif job.painter is self._finished and not self._idle():
            self._turn.start(REST_MS)  # it is to be seen already, if less sharp
        else:
            job.draw(TURN_S)
            self._turn.start(0)

    def _new_job(self, scene: Scene, geometry: Geometry, scale: float) -> _Job:
        """A picture of what the curves touch of the widget, to be drawn."""
        place = QtCore.QRect()
        if scene.curves is not None:
            reach = scene.curves.reach(unit_to_widget(scene.frame, geometry))
            place = reach.toAlignedRect().intersected(self.rect())
        return _Job(_blank(place, scale), place, scale, scene.curves, scene.frame, geometry)

    def _finish(self, job: _Job) -> None:
        """Show what was drawn."""
        self._job = None
        if job.geometry != self._drawn_for:
            self.update()  # what was shown has moved
        self._curves, self._drawn_for = job, job.geometry
        self._fresh = self._fresh or job.painter is not self._finished
        self._finished = job.painter
        self._compose()

    def _compose(self) -> None:
        """Lay the curves over the portrait, each as strong as is asked."""
        scene, curves = self._scene, self._curves
        if scene is None or curves is None:
            return
        to_widget = curves.geometry.image_to_widget()
        place, before = curves.place, self._place
        if scene.trace is not None:
            portrait = (unit_to_document(scene.frame) * to_widget).mapRect(UNIT)
            place = place.united(portrait.toAlignedRect()).intersected(self.rect())
        ratio = self.devicePixelRatioF()
        picture = _blank(place, ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QtGui.QPainter(picture)
        moved = QtGui.QTransform.fromTranslate(-place.x(), -place.y())
        scene.paint_trace(painter, to_widget * moved)
        painter.setTransform(moved)
        painter.setOpacity(scene.opacity)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        size = QtCore.QSizeF(curves.canvas.size())
        target = QtCore.QRectF(QtCore.QPointF(curves.place.topLeft()), size / curves.scale)
        painter.drawPixmap(target, curves.canvas, QtCore.QRectF(QtCore.QPointF(), size))
        painter.end()
        self._picture, self._place = picture, place
        self.update(place.united(before))

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
            painter.drawPixmap(self._place.topLeft(), self._picture)
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


def _blank(place: QtCore.QRect, scale: float) -> QtGui.QPixmap:
    """An empty picture of a place of the widget, ``scale`` times as large as that."""
    size = QtCore.QSizeF(place.size()) * scale
    canvas = QtGui.QPixmap(max(1, math.ceil(size.width())), max(1, math.ceil(size.height())))
    canvas.fill(QtCore.Qt.GlobalColor.transparent)
    return canvas
