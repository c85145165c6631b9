"""An accepted portrait becomes a layer: one undo step, the artist's layer stays the active one."""

from __future__ import annotations

from collections.abc import Iterator

from ..frame.placing import unit_to_document
from ..geometry import Rect
from ..images import bgra_image, image_bytes
from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..phrased_error import PhrasedError
from ..qt import QtCore, QtGui
from ..session.state import Accepted
from .beside_sketch import add_beside
from .sketch_hiding import SketchHiding

#: Pixels that are drawn at a time: a frame of 10,000 a side takes seconds and much memory.
BAND = 1_000_000


class AcceptError(PhrasedError):
    """The portrait could not be inserted; the text says why."""


class Insertion:
    """One portrait on its way into its document, a band at a time, so that painting goes on."""

    def __init__(self, accepted: Accepted, hiding: SketchHiding) -> None:
        """``hiding`` hides the sketch, where that was asked for."""
        self._accepted, self._hiding = accepted, hiding
        self._layer: Layer | None = None
        self._bands: Iterator[tuple[Rect, bytes]] = iter(())

    def step(self) -> bool:
        """Draw a band, or when all are drawn add the layer; whether it is there. Krita must be
        idle.

        Raises:
            AcceptError: the document is not open any more.
        """
        document = self._document()
        if self._layer is None:
            self._layer = document.blank_layer(self._accepted.name)
            self._bands = _bands(self._accepted, document)
        for rect, pixels in self._bands:
            self._layer.write(rect, pixels)
            return False
        self._add(document, self._layer)
        return True

    def _document(self) -> Document:
        document = application.find_document(self._accepted.source.document)
        if document is None:
            raise AcceptError("notice.closed")
        return document

    def _add(self, document: Document, layer: Layer) -> None:
        accepted = self._accepted
        sketch = document.find(accepted.source.layer)
        add_beside(document, layer, sketch, accepted.under)
        if sketch is not None and accepted.hides_sketch:
            self._hiding.hide(document, sketch, layer)


def _bands(accepted: Accepted, document: Document) -> Iterator[tuple[Rect, bytes]]:
    """The portrait in its frame at the canvas's resolution, band by band."""
    frame, side = accepted.source.frame, accepted.side
    if side == frame.side and not frame.angle:
        yield frame.rect, accepted.pixels
        return
    portrait = bgra_image(side, accepted.pixels).convertToFormat(
        QtGui.QImage.Format.Format_ARGB32_Premultiplied
    )
    width, height = document.size
    # What lies further off the canvas than the canvas is large is of no use to anybody.
    part = frame.bounds.intersected(Rect(-width, -height, 3 * width, 3 * height))
    height = max(1, BAND // max(1, part.width))
    for top in range(part.y, part.bottom, height):
        rect = Rect(part.x, top, part.width, min(height, part.bottom - top))
        band = QtGui.QImage(
            rect.width, rect.height, QtGui.QImage.Format.Format_ARGB32_Premultiplied
        )
        band.fill(0)
        painter = QtGui.QPainter(band)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        moved = QtGui.QTransform.fromTranslate(-rect.x, -rect.y)
        painter.setTransform(unit_to_document(frame) * moved)
        painter.drawImage(QtCore.QRectF(0, 0, 1, 1), portrait, QtCore.QRectF(portrait.rect()))
        painter.end()
        yield rect, image_bytes(band.convertToFormat(QtGui.QImage.Format.Format_ARGB32))
