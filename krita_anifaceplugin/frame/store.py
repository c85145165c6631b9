"""The frame of every document: kept as an annotation, so that it comes back with the file."""

from __future__ import annotations

from collections.abc import Collection

from ..krita_api.document import Document
from .guidance_frame import GuidanceFrame

ANNOTATION = "aniface/frame"
DESCRIPTION = "AniFace guidance frame"


class FrameStore:
    """Frames by document; one that was never set is the document's largest square."""

    def __init__(self) -> None:
        self._frames: dict[str, GuidanceFrame | None] = {}

    def of(self, document: Document) -> GuidanceFrame:
        """The frame of a document."""
        if document.id not in self._frames:
            text = document.annotation(ANNOTATION)
            self._frames[document.id] = GuidanceFrame.from_text(text) if text else None
        return self._frames[document.id] or GuidanceFrame.largest(*document.size)

    def set(self, document: Document, frame: GuidanceFrame) -> None:
        """Give a document this frame, and let the file keep it."""
        if frame != self.of(document):
            self._frames[document.id] = frame
            document.annotate(ANNOTATION, DESCRIPTION, frame.to_text())

    def forget_closed(self, open_ids: Collection[str]) -> None:
        """Keep what belongs to documents that are open; the others' files have their own."""
        self._frames = {k: v for k, v in self._frames.items() if k in open_ids}

    def reset(self, document: Document) -> GuidanceFrame:
        """Set a document's frame back to the largest square."""
        if document.id in self._frames and self._frames[document.id] is not None:
            document.remove_annotation(ANNOTATION)
        self._frames[document.id] = None
        return self.of(document)
