"""One moment of what is shown over a sketch, on the canvas or in a layer."""

from __future__ import annotations

from dataclasses import dataclass

from ..frame.guidance_frame import GuidanceFrame
from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..guidance.painter import GuidancePainter
from ..qt import QtCore, QtGui

UNIT = QtCore.QRectF(0, 0, 1, 1)


@dataclass(frozen=True, eq=False)
class Trace:
    """A portrait laid over the canvas; compared by what it is and not by its pixels."""

    image: QtGui.QImage


@dataclass(frozen=True)
class Scene:
    """A frame and what lies in it: curves over a faint portrait.

    ``opacity`` is the curves', ``trace_opacity`` the portrait's, both 0 to 1.
    """

    frame: GuidanceFrame
    curves: GuidancePainter | None = None
    opacity: float = 1.0
    trace: Trace | None = None
    trace_opacity: float = 0.0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return self.curves is None and self.trace is None

    @property
    def extent(self) -> Rect:
        """The document pixels that may be touched; empty where there is nothing to see."""
        if self.trace is not None:
            return self.frame.bounds
        if self.curves is not None:
            return self.curves.extent(self.frame)
        return Rect(0, 0, 0, 0)

    def paint_trace(self, painter: QtGui.QPainter, document_to_target: QtGui.QTransform) -> None:
        """Draw the portrait, if there is one."""
        if self.trace is None:
            return
        painter.save()
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(self.trace_opacity)
        painter.setTransform(unit_to_document(self.frame) * document_to_target)
        image = self.trace.image
        painter.drawImage(UNIT, image, QtCore.QRectF(image.rect()))
        painter.restore()
