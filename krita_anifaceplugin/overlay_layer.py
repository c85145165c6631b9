"""Guidance as a layer of the document: on top, locked, and gone before anything is saved.

Krita lets nobody add or remove a layer without an undo entry, so turning this on and off costs
one each; what is drawn into the layer in between costs none. An entry at the wrong moment would
take the artist's redo away: while this is on, the layer is emptied and not removed, and one that
the artist's undo took away is not added again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from .geometry import Rect
from .guidance_frame import GuidanceFrame
from .guidance_painter import GuidancePainter
from .idle_gate import IdleGate
from .krita_api import application
from .krita_api.document import Document
from .krita_api.layer import GUIDANCE_NAME, Layer
from .layer_focus import keep_active

NOTHING = Rect(0, 0, 0, 0)


@dataclass
class _Sheet:
    """One document's guidance layer. ``lost``: the artist's undo took it away."""

    layer: str
    drawn: Rect
    lost: bool = False


class LayerOverlay:
    """The guidance layers, at most one in each document."""

    def __init__(self, gate: IdleGate) -> None:
        self._gate = gate
        self._sheets: dict[str, _Sheet] = {}

    def lost_in(self, document: Document) -> bool:
        """Whether the artist's undo took the layer away; guidance then needs another place."""
        sheet = self._sheets.get(document.id)
        return sheet is not None and sheet.lost

    def found_again(self, document: Document) -> bool:
        """Whether a redo brought back the layer that an undo took; it is ours again then."""
        sheet = self._sheets.get(document.id)
        if sheet is None or not sheet.lost or document.find(sheet.layer) is None:
            return False
        sheet.lost = False
        return True

    def show(
        self,
        document: Document,
        painter: GuidancePainter | None,
        frame: GuidanceFrame,
        opacity: float,
    ) -> None:
        """Show guidance (None: nothing) in the layer, made where it is needed, once Krita rests."""
        self._gate.put(_job(document), lambda: self._write(document, painter, frame, opacity))

    def remove_all(self) -> None:
        """Take the layers away as soon as Krita rests."""
        for document_id in list(self._sheets):
            document = application.find_document(document_id)
            if document is not None:
                self._gate.put(_job(document), partial(remove_guidance, document))
        self._sheets.clear()

    def leave_before_save(self) -> None:
        """Take the layers out of every document at once; the next guidance adds them again."""
        for document in application.documents():
            self._gate.drop(_job(document))
            remove_guidance(document)
        self._sheets.clear()

    def _write(
        self,
        document: Document,
        painter: GuidancePainter | None,
        frame: GuidanceFrame,
        opacity: float,
    ) -> None:
        sheet = self._sheets.get(document.id)
        if not document.is_open or (sheet is not None and sheet.lost):
            return
        extent = NOTHING if painter is None else painter.extent(frame)
        layer = document.find(sheet.layer) if sheet is not None else _left_over(document)
        if sheet is not None and layer is None:
            sheet.lost = True
        elif layer is not None:
            drawn = layer.bounds if sheet is None else sheet.drawn
            # Only what was drawn before or is drawn now is written.
            dirty = extent.united(drawn)
            blank = bytes(4 * dirty.width * dirty.height)
            layer.write(dirty, blank if painter is None else painter.picture(frame, dirty))
            layer.node.setOpacity(round(255 * opacity))
            document.refresh()
            self._sheets[document.id] = _Sheet(layer.id, extent)
        elif painter is not None:
            layer = _added(document, painter.picture(frame, extent), extent, opacity)
            self._sheets[document.id] = _Sheet(layer.id, extent)


def remove_guidance(document: Document) -> None:
    """Take every guidance layer out of a document, one left by a crash included."""
    if not document.is_open:
        return
    for layer in document.layers():
        if layer.name == GUIDANCE_NAME:
            active = document.active_layer()
            document.remove(layer)
            if active is not None and active.id != layer.id:
                keep_active(document, active)


def has_guidance(document: Document) -> bool:
    """Whether a document has a guidance layer now."""
    return _left_over(document) is not None


def _job(document: Document) -> str:
    return f"guidance layer of {document.id}"


def _left_over(document: Document) -> Layer | None:
    """A guidance layer that is there already: an undo brought it back, or a crash left it."""
    return next((layer for layer in document.layers() if layer.name == GUIDANCE_NAME), None)


def _added(document: Document, pixels: bytes, extent: Rect, opacity: float) -> Layer:
    artists = document.active_layer()
    layer = document.new_layer(GUIDANCE_NAME, extent, pixels)
    layer.node.setOpacity(round(255 * opacity))
    layer.node.setLocked(True)
    document.add_on_top(layer)
    if artists is not None:
        keep_active(document, artists, instead_of=layer)
    return layer
