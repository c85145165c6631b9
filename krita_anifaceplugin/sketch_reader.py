"""Looks at Krita for the watcher, and reads the sketch once it has changed."""

from __future__ import annotations

from .guidance_frame import GuidanceFrame
from .ink import Ink, read_ink
from .krita_api import application
from .krita_api.document import Document
from .krita_api.layer import Layer
from .state import Source
from .texts.phrase import phrase
from .watcher import Glance

HINT_NO_DOCUMENT = phrase("hint.no_document")
HINT_OURS = phrase("hint.own_layer")
HINT_KIND = phrase("hint.kind")


class SketchReader:
    """The active paint layer of the active document, inside that document's guidance frame."""

    def __init__(self) -> None:
        self._frames: dict[str, GuidanceFrame] = {}

    def look(self) -> Glance | None:
        """One cheap look, for the watcher."""
        document = application.active_document()
        layer = document.active_layer() if document is not None else None
        if document is None or layer is None:
            return None
        if not layer.is_paint_layer:
            return Glance(document.id, layer.id, 0, HINT_KIND)
        if layer.is_ours:
            return Glance(document.id, layer.id, 0, HINT_OURS)
        return Glance(document.id, layer.id, layer.change_key())

    def idle(self) -> bool:
        """Whether Krita rests. Without a document there is nothing to disturb."""
        document = application.active_document()
        return document is None or document.is_idle()

    def read(self, glance: Glance) -> tuple[Source, Ink] | None:
        """Source and ink of the sketch just looked at; None if it is another one by now.

        Raises:
            UnreadableLayer: its colours cannot be read.
        """
        document, layer = self._sketch(glance)
        if document is None or layer is None:
            return None
        frame = self.frame(document)
        return Source(document.id, layer.id, frame), read_ink(layer, frame)

    def frame(self, document: Document) -> GuidanceFrame:
        """The guidance frame of a document."""
        return self._frames.get(document.id) or GuidanceFrame.largest(*document.size)

    def frame_whole(self, document: Document) -> GuidanceFrame:
        """Set the frame back to the largest square."""
        self._frames.pop(document.id, None)
        return self.frame(document)

    def frame_selection(self, document: Document) -> GuidanceFrame | None:
        """Set the frame to the square around the selection; None where nothing is selected."""
        selection = document.selection_bounds()
        if selection is None:
            return None
        frame = GuidanceFrame.around(selection, *document.size)
        self._frames[document.id] = frame
        return frame

    @staticmethod
    def _sketch(glance: Glance) -> tuple[Document | None, Layer | None]:
        document = application.active_document()
        layer = document.active_layer() if document is not None else None
        if document is None or layer is None:
            return None, None
        same = (document.id, layer.id) == (glance.document, glance.layer)
        return (document, layer) if same else (None, None)
