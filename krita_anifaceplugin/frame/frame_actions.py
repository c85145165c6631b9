"""What the artist does with the guidance frame through the docker."""

from __future__ import annotations

from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.view import CanvasView
from ..overlay.canvas_sheet import put_away, still_there
from ..qt import QtCore, Signal
from ..session.state import State
from ..sketch.ink_planes import UnreadableLayer
from ..texts.phrase import phrase
from ..workplace import Workplace
from .editor import FrameEditor
from .guidance_frame import GuidanceFrame

NOTHING_DRAWN = phrase("notice.nothing_drawn")


class FrameActions(QtCore.QObject):
    """Signals:
    editing: whether the frame is being edited.
    told: a Phrase that the artist should read.
    """

    editing = Signal(bool)
    told = Signal(object)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work.window)
        self._work = work
        self._editor: FrameEditor | None = None
        self._edited: Document | None = None
        self._before: GuidanceFrame | None = None
        self._fitted: GuidanceFrame | None = None

    # ---- the docker

    def edit(self, on: bool) -> None:
        """Begin or end to edit the frame on the canvas."""
        if not on:
            self._finish(True)
            return
        document, view = application.active_document(), CanvasView.active(self._work.window)
        if document is None or view is None or self._editor is not None:
            self.tell_editing()
            return
        self._work.display.outline(None)
        self._edited, self._before = document, self._work.reader.frames.of(document)
        self._editor = editor = FrameEditor(view, self._before)
        editor.changed.connect(self._set)
        editor.finished.connect(self._finish)
        # A method: a function made here that knows the editor would hold it and be held by it,
        # Python's garbage collector empties such a pair before Qt deletes the editor, and calling
        # the emptied function ends Krita.
        editor.destroyed.connect(self._look_for_editor)
        self.tell_editing()

    def whole(self) -> None:
        """Let the frame be the largest square of the document."""
        document = application.active_document()
        if document is not None:
            self._work.reader.frames.reset(document)
            self._shown(document)

    def selection(self) -> bool:
        """Let the frame be the square around the selection; False if there is none."""
        document = application.active_document()
        frame = None if document is None else self._work.reader.around_selection(document)
        if document is None or frame is None:
            return False
        self._work.reader.frames.set(document, frame)
        self._shown(document)
        return True

    def fit(self) -> None:
        """Let the frame be the square that what is drawn lies well in."""
        document = application.active_document()
        if document is None:
            return
        state, frame = self._work.display.state, self._work.reader.frames.of(document)
        asked = None if state.source is None else (state.source.document, state.source.frame)
        known = asked == (document.id, frame) and not state.busy
        guess = state.guidance if known else None
        try:
            fitted, sure = self._work.reader.fit(document, guess)
        except UnreadableLayer as error:
            self.told.emit(error.phrase)
            return
        if fitted is None:
            self.told.emit(NOTHING_DRAWN)
            return
        # The answer for this frame tells better where the portrait lies.
        self._fitted = None if sure else fitted
        self._work.reader.frames.set(document, fitted)
        self._shown(document)

    def tell_editing(self) -> None:
        """Say whether the frame is being edited."""
        self.editing.emit(self._editor is not None)

    # ---- called by the controller

    def state_changed(self, state: State) -> None:
        """While AniFace is off nothing is edited; an answer may tell how a frame fits better."""
        source, answered = state.source, state.guidance is not None and not state.busy
        if answered and source is not None and source.frame == self._fitted:
            self._fitted = None
            QtCore.QTimer.singleShot(0, self.fit)
        if self._editor is not None and not state.settings.on:
            self._finish(True)

    # ---- inside

    def _set(self, frame: GuidanceFrame) -> None:
        if self._edited is not None and self._edited.is_open:
            self._work.reader.frames.set(self._edited, frame)
            self._work.look_again()

    def _shown(self, document: Document) -> None:
        """Another frame was set: show it, in the editor if that is open."""
        frame = self._work.reader.frames.of(document)
        if self._editor is not None and self._edited is not None:
            if self._edited.id == document.id:
                self._editor.set_frame(frame)
        else:
            self._work.display.outline(frame)
        self._work.look_again()

    def _finish(self, keep_it: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        if not keep_it and self._before is not None:
            self._set(self._before)
        self._edited = self._before = None
        put_away(editor)
        self.tell_editing()

    def _look_for_editor(self) -> None:
        """An editor was deleted: with its view, or after it was put away for another."""
        if self._editor is not None and still_there(self._editor) is None:
            self._editor = None
            self.tell_editing()
