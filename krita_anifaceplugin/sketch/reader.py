"""Looks at Krita for the watcher, and reads the sketch once it has changed."""

from __future__ import annotations

from collections.abc import Callable

from ..frame.fit import fitted_frame, refitted_frame, trusted
from ..frame.guidance_frame import GuidanceFrame
from ..frame.store import FrameStore
from ..geometry import Rect
from ..guidance.curves import Guidance
from ..guidance.paper import WHITE, Rgb, paper_of
from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..session.state import Source
from ..settings import Settings
from .ink import Ink
from .ink_reading import Reading, merged, read_ink
from .layer_choice import SketchChoice, sheets
from .watcher import Glance

#: So many times across and down the paper's colour is looked at.
LOOKS = 5


class SketchReader:
    """The sketch layers of the active document, inside that document's guidance frame."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self.frames = FrameStore()
        self.choice = SketchChoice()

    def look(self) -> Glance | None:
        """One cheap look, for the watcher."""
        document = application.active_document()
        choice = None
        if document is not None:
            choice = self.choice.of(document, self._settings().ignore_label)
        if document is None or choice is None:
            return None
        if choice.trouble:
            return Glance(document.id, choice.layer.id, 0, choice.trouble)
        return Glance(document.id, choice.layer.id, choice.layer.change_key())

    def forget_closed(self) -> None:
        """Let go of what is known of documents that are not open any more."""
        open_ids = {document.id for document in application.documents()}
        self.frames.forget_closed(open_ids)
        self.choice.forget_closed(open_ids)

    def idle(self) -> bool:
        """Whether Krita rests. Without a document there is nothing to disturb."""
        document = application.active_document()
        return document is None or document.is_idle()

    def read(self, glance: Glance) -> tuple[Source, Ink] | None:
        """Source and ink of the sketch just looked at; None if it is another one by now.

        Raises:
            UnreadableLayer: its colours cannot be read.
        """
        document = application.active_document()
        layer = None if document is None else self._sketch(document)
        if document is None or layer is None:
            return None
        if (document.id, layer.id) != (glance.document, glance.layer):
            return None
        frame = self.frames.of(document)
        return Source(document.id, layer.id, frame), self._ink(layer, frame)

    def paper(self, source: Source) -> Rgb:
        """The colour of what lies under a sketch, looked at here and there in its frame."""
        document = application.active_document()
        if document is None or document.id != source.document:
            return WHITE
        part = source.frame.bounds.intersected(Rect(0, 0, *document.size))
        steps = [(2 * i + 1) / (2 * LOOKS) for i in range(LOOKS)]
        return paper_of(
            [
                document.color_at(part.x + int(u * part.width), part.y + int(v * part.height))
                for u in steps
                for v in steps
            ]
            if not part.empty
            else []
        )

    def fit(self, document: Document, guess: Guidance | None) -> tuple[GuidanceFrame | None, bool]:
        """The frame that what is drawn would lie well in, None where nothing is drawn; and
        whether it was found by ``guess``, the guidance for the sketch in the document's frame.

        Raises:
            UnreadableLayer: its colours cannot be read.
        """
        layer = self._sketch(document)
        if layer is None:
            return None, False
        covering = GuidanceFrame.covering(*document.size)
        ink, frame = self._ink(layer, covering), self.frames.of(document)
        if guess is not None and trusted(ink, covering, frame):
            found = refitted_frame(guess, frame)
            if found is not None:
                return found, True
        return fitted_frame(ink, covering), False

    def around_selection(self, document: Document) -> GuidanceFrame | None:
        """The square around the selection; None where nothing is selected."""
        selection = document.selection_bounds()
        return None if selection is None else GuidanceFrame.around(selection, *document.size)

    def _sketch(self, document: Document) -> Layer | None:
        choice = self.choice.of(document, self._settings().ignore_label)
        return None if choice is None or choice.trouble else choice.layer

    def _ink(self, layer: Layer, frame: GuidanceFrame) -> Ink:
        settings = self._settings()
        reading = Reading(settings.ink, _rgb(settings.ignore_color))
        found = sheets(layer, settings.ignore_label)
        if not found:
            side = 8
            return Ink(side, bytes(side * side))
        return merged([read_ink(sheet, frame, reading) for sheet in found])


def _rgb(name: str) -> tuple[int, int, int] | None:
    """ "#rrggbb" as numbers; "" is None."""
    if not name:
        return None
    red, green, blue = (int(name[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue
