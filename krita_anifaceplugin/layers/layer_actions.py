"""What the artist does with the document's layers through the docker."""

from __future__ import annotations

from functools import partial

from ..krita_api import application
from ..krita_api.view import foreground_color
from ..qt import QtCore, Signal
from ..texts.phrase import phrase
from ..workplace import Workplace
from .idle_gate import IdleGate
from .keep_guidance import keep

NO_GUIDANCE = phrase("notice.nothing_to_keep")
NO_LAYER = phrase("notice.no_layer")


class LayerActions(QtCore.QObject):
    """Signals:
    pinned: name of the pinned layer, "" for none.
    told: a Phrase that the artist should read.
    """

    pinned = Signal(str)
    told = Signal(object)

    def __init__(self, work: Workplace, gate: IdleGate) -> None:
        """``gate`` lets layers be written when Krita is idle."""
        super().__init__(work.window)
        self._work, self._gate = work, gate

    def pin(self, on: bool) -> None:
        """Follow the active layer whichever becomes active later, or no longer."""
        document = application.active_document()
        if document is None:
            self.pinned.emit("")
            return
        if on:
            layer = document.active_layer()
            trouble = NO_LAYER if layer is None else self._work.reader.choice.pin(document, layer)
            if trouble:
                self.told.emit(trouble)
        else:
            self._work.reader.choice.unpin(document)
        self.tell_pinned()
        self._work.look_again()

    def tell_pinned(self) -> None:
        """Say which layer of the active document is pinned."""
        document = application.active_document()
        layer = None if document is None else self._work.reader.choice.pinned(document)
        self.pinned.emit("" if layer is None else layer.name)

    def keep_guidance(self) -> None:
        """Make an ordinary layer of what is shown now."""
        scene, state = self._work.display.scene, self._work.display.state
        if scene is None or scene.curves is None or state.source is None:
            self.told.emit(NO_GUIDANCE)
            return
        source, mode = state.source, scene.curves.guidance.mode
        self._gate.put("keep guidance", partial(keep, scene, source, mode))

    def ignored_color(self) -> str:
        """The colour that the artist paints with now, to be ignored; "" without a view."""
        return foreground_color(self._work.window)
