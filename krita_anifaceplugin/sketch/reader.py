"""Looks at Krita for the watcher, and reads the sketch once it has changed."""

from __future__ import annotations

from collections.abc import Callable

from ..frame.fit import fitted_frame, refitted_frame, trusted
from ..frame.guidance_frame import GuidanceFrame
from ..frame.store import FrameStore
from ..geometry import Rect
from ..guidance.curves import Guidance
from ..guidance.paper import Rgb, paper_of
from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.layer import Layer
from ..session.state import Source
from ..settings import Settings
from .ink import Ink
from .ink_planes import UnreadableLayer
from .ink_reading import Reading, merged, read_ink
from .kept_ink import KeptInk
from .layer_choice import SketchChoice, sheets
from .watcher import Glance

#: So many times across and down the paper's colour is looked at.
LOOKS = 5


class SketchReader:
    """The sketch layers of the active document, inside that document's guidance frame."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        painted: Callable[[], Rect | None] = lambda: None,
    ) -> None:
        """``painted`` tells which part of the document the pen went over since the last call."""
        self._settings, self._painted = settings, painted
        self.frames = FrameStore()
        self.choice = SketchChoice()
        self._kept = KeptInk()
        self._read_at: Glance | None = None

    def look(self) -> Glance | None:
        """One cheap look, for the watcher."""
        document = application.active_document()
        choice = None
        if document is not None:
            choice = self.choice.of(document, self._settings().ignore_label)
        if document is None or choice is None:
            return None
        layer, trouble = choice.layer, choice.trouble
        key = 0 if trouble else layer.change_key()
        return Glance(document.id, layer.id, key, trouble, document.size)

    def forget_closed(self) -> None:
        """Let go of what is known of documents that are not open any more."""
        open_ids = {document.id for document in application.documents()}
        self.frames.forget_closed(open_ids)
        self.choice.forget_closed(open_ids)

    def forget_kept(self) -> None:
        """Read the sketch whole, and ask the documents anew for their frames and pinned layers:
        all of it may have been changed in another window."""
        self._kept.forget()
        self.frames.forget_closed(())
        self.choice.forget_closed(())

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
        frame, part = self.frames.of(document), self._painted()
        source = Source(document.id, layer.id, frame)
        if layer.is_group or frame.angle:
            self._kept.forget()
            return source, self._ink(layer, frame)
        self._read_at = glance
        reading = self._reading()
        sheet = (document.id, layer.id, reading)
        return source, self._kept.read(sheet, layer, frame, reading, part)

    @property
    def unsure(self) -> bool:
        """Whether the sketch was read only where the pen was."""
        return self._kept.unsure

    def check_some(self) -> bool:
        """Make sure of a little more of it; False where it is not what it was taken for.

        Nothing is done where it has changed since: then it will be read again.
        """
        glance = self.look()
        document = application.active_document()
        layer = None if document is None else self._sketch(document)
        if layer is None or glance != self._read_at:
            self._kept.forget()
            return True
        try:
            return self._kept.check_some(layer)
        except UnreadableLayer:
            return False  # read again, it says so

    def paper(self, source: Source) -> Rgb | None:
        """The colour of what lies under a sketch, looked at here and there in its frame; None
        where another document is in front by now."""
        document = application.active_document()
        if document is None or document.id != source.document:
            return None
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
        reading = self._reading()
        found = sheets(layer, self._settings().ignore_label)
        if not found:
            side = 8
            return Ink(side, bytes(side * side))
        return merged([read_ink(sheet, frame, reading) for sheet in found])

    def _reading(self) -> Reading:
        settings = self._settings()
        return Reading(settings.ink, _rgb(settings.ignore_color))


def _rgb(name: str) -> tuple[int, int, int] | None:
    """ "#rrggbb" as numbers; "" is None."""
    if not name:
        return None
    red, green, blue = (int(name[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue
