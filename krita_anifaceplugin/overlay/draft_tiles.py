"""The draft of a scene for a layer: curves drawn small, enlarged tile by tile.

Rough guidance is many wide and faint lines; drawn small they take a fifth of the time, and for
the moment until the whole picture takes its place nobody sees the difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..images import image_bytes, straight_bytes
from ..qt import QtCore, QtGui
from .scene import Scene
from .tiles import BLANK, SIDE, Drawing, Place, Tile, places_of, tile_rect

_PREMULTIPLIED = QtGui.QImage.Format.Format_ARGB32_Premultiplied
#: Pixels of a document in which a draft pays.
LARGEST = 1_500_000


class DraftDrawing(Drawing):
    """The scene as a draft.

    Args:
        scale: pixels of the draft for a pixel of the document, below 1.
    """

    def __init__(self, scene: Scene, scale: float, within: Rect) -> None:
        super().__init__(scene, within)
        self._scale = scale

    @classmethod
    def of(cls, scene: Scene, within: Rect) -> DraftDrawing | None:
        """The draft of a scene, None where the whole is drawn as fast: few curves, or a document
        so large that enlarging takes as long."""
        if scene.curves is None or within.width * within.height > LARGEST:
            return None
        scale = scene.curves.draft_scale(unit_to_document(scene.frame))
        return None if scale == 1.0 else cls(scene, scale, within)

    def steps(self) -> Iterator[Tile | None]:
        scene = self._scene
        assert scene.curves is not None
        reach = scene.curves.extent(scene.frame).intersected(self._within)
        small = self._small(reach)
        yield None
        for place in sorted({*places_of(reach), *self._trace_places()}):
            if scene.trace is None and self._blank(place, small, reach):
                yield None
                continue
            tile = self._tile(place, small, reach)
            yield None if scene.trace is None and tile.pixels == BLANK else tile

    def _small(self, reach: Rect) -> QtGui.QImage:
        """The curves within a rectangle of the document, small."""
        size = [max(1, math.ceil(side * self._scale)) for side in (reach.width, reach.height)]
        small = QtGui.QImage(*size, _PREMULTIPLIED)
        small.fill(0)
        scene = self._scene
        if scene.curves is not None and not reach.empty:
            painter = QtGui.QPainter(small)
            moved = QtGui.QTransform.fromTranslate(-reach.x, -reach.y)
            moved *= QtGui.QTransform.fromScale(self._scale, self._scale)
            scene.curves.paint(painter, unit_to_document(scene.frame) * moved)
            painter.end()
        return small

    def _blank(self, place: Place, small: QtGui.QImage, reach: Rect) -> bool:
        """Whether a tile will hold nothing: a tenth of the time that it takes to draw it."""
        part, scale = tile_rect(place).intersected(reach), self._scale
        box = QtCore.QRectF(part.x - reach.x, part.y - reach.y, part.width, part.height)
        box = QtCore.QRectF(box.topLeft() * scale, box.size() * scale)
        near = box.toAlignedRect().adjusted(-1, -1, 1, 1)  # a pixel further, enlarging looks
        return not image_bytes(small.copy(near.intersected(small.rect()))).strip(b"\0")

    def _tile(self, place: Place, small: QtGui.QImage, reach: Rect) -> Tile:
        rect = tile_rect(place)
        image = QtGui.QImage(SIDE, SIDE, _PREMULTIPLIED)
        image.fill(0)
        painter = QtGui.QPainter(image)
        scene = self._scene
        scene.paint_trace(painter, QtGui.QTransform.fromTranslate(-rect.x, -rect.y))
        painter.setOpacity(scene.opacity)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        size = QtCore.QSizeF(small.size())
        target = QtCore.QRectF(
            QtCore.QPointF(reach.x - rect.x, reach.y - rect.y), size / self._scale
        )
        painter.drawImage(target, small, QtCore.QRectF(QtCore.QPointF(), size))
        painter.end()
        return Tile(place, straight_bytes(image))
