"""*Accept and hide sketch* in one undo step, though Krita never undoes a layer's visibility.

The portrait's layer is what the artist undoes; this looks whether it is there, and shows or hides
the sketch with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..qt import QtCore

INTERVAL_MS = 120


@dataclass
class _Pair:
    """A portrait's layer and the sketch that is hidden as long as that is there."""

    document: str
    sketch: Layer
    portrait: Layer
    hidden: bool = True


class SketchHiding(QtCore.QObject):
    """Looks only while there is a portrait that hides its sketch."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[_Pair] = []
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def hide(self, document: Document, sketch: Layer, portrait: Layer) -> None:
        """Hide the sketch for as long as the portrait, just added, is in the document."""
        self._pairs = [pair for pair in self._pairs if pair.sketch.id != sketch.id]
        self._pairs.append(_Pair(document.id, sketch, portrait))
        _show(document, sketch, False)
        self._timer.start()

    def _look(self) -> None:
        self._pairs = [pair for pair in self._pairs if self._keep(pair)]
        if not self._pairs:
            self._timer.stop()

    def _keep(self, pair: _Pair) -> bool:
        """Whether the pair still means something; the sketch follows the portrait."""
        document = application.find_document(pair.document)
        if document is None or not pair.sketch.in_document:
            return False
        if pair.sketch.visible == pair.hidden:
            return False  # the artist has shown or hidden it: it is theirs again
        if pair.portrait.in_document != pair.hidden and document.is_idle():
            pair.hidden = not pair.hidden
            _show(document, pair.sketch, not pair.hidden)
        return True


def _show(document: Document, layer: Layer, visible: bool) -> None:
    layer.set_visible(visible)
    document.refresh()
