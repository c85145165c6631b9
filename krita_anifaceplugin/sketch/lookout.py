"""Follows the sketch of one main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..krita_api import application
from ..krita_api.view import CanvasView
from ..qt import QtCore, Signal
from ..session.state import HINT_NO_DOCUMENT, Source
from ..settings import Settings
from ..timers import single_shot
from .ink_planes import UnreadableLayer
from .pen_track import PenTrack
from .reader import SketchReader
from .second_look import SecondLook
from .watcher import Glance, Watcher

#: The question is on its way to the worker by then, and no answer is there yet.
ASIDE_MS = 15
#: The artist makes a pause, or at least lifts the pen for longer than between hatches.
REST_MS = 400


class Lookout(QtCore.QObject):
    """Reads the sketch when it changed, with all that takes: watcher, pen, reader, second look.

    Signals:
        found: the Source of a sketch that changed, and its Ink.
        lost: the Phrase that says why there is no sketch.
        troubled: a Glance at what cannot be read.
        aside: the colour of the paper under the sketch, Rgb or None; this is the moment to look at
            what may have changed besides.
        front: this window is in front again, after another of Krita's.
    """

    found = Signal(object, object)
    lost = Signal(object)
    troubled = Signal(object)
    aside = Signal(object)
    front = Signal()

    def __init__(
        self, window: Any, settings: Callable[[], Settings], parent: QtCore.QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._pen = PenTrack(self)
        self.reader = SketchReader(settings, self._pen.take)
        self.watcher = Watcher(self._look, self.reader.idle, parent=self)
        self.watcher.changed.connect(self._look_at)
        self._pen.lifted.connect(self.watcher.stroke_ends)
        self._second_look = SecondLook(self.reader, self.watcher.forget, self)
        self._glance: Glance | None = None
        self._elsewhere = False
        self._aside = single_shot(self, self._look_aside)
        self._paper_of: Source | None = None
        #: The sketch that was read last.
        self.sketch: Source | None = None

    def start(self) -> None:
        """Follow the sketch."""
        if not self.watcher.running:
            self.watcher.start()
            self._pen.watch(CanvasView.active(self._window))

    def stop(self) -> None:
        """Cost nothing any more."""
        self.watcher.stop()
        self._pen.watch(None)
        self._second_look.stop()

    def look_again(self) -> None:
        """Read the sketch anew, though nothing changed."""
        self.watcher.forget()

    def view_changed(self) -> None:
        """Another view is in front."""
        self.reader.forget_closed()
        if self.watcher.running:
            self._pen.watch(CanvasView.active(self._window))

    def _look(self) -> Glance | None:
        """A glance, if this window is in front; else things stand as they were."""
        window = application.active_window()
        if window == self._window:
            if self._elsewhere:  # another may have drawn on the same sketch, or set its frame
                self._elsewhere = False
                self.reader.forget_kept()
                self.watcher.forget()
                self.front.emit()
            self._glance = self.reader.look()
        elif window is not None:
            self._elsewhere = True
        return self._glance

    def _look_at(self, glance: Glance | None) -> None:
        if glance is None:
            self.lost.emit(HINT_NO_DOCUMENT)
            return
        if glance.trouble:
            self.troubled.emit(glance)
        else:
            self._read(glance)
        # Of a new sketch before its answer is shown; later not in a row of strokes.
        self._aside.start(ASIDE_MS if self.sketch != self._paper_of else REST_MS)

    def _read(self, glance: Glance) -> None:
        try:
            found = self.reader.read(glance)
        except UnreadableLayer as error:
            self.lost.emit(error.phrase)
            return
        if found is not None:
            self.sketch = found[0]
            self.found.emit(*found)
            self._second_look.start()

    def _look_aside(self) -> None:
        self._paper_of = self.sketch
        self.aside.emit(None if self.sketch is None else self.reader.paper(self.sketch))
