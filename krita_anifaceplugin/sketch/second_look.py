"""Makes sure of a sketch that was read in part, while the artist makes a pause."""

from __future__ import annotations

from collections.abc import Callable

from ..qt import QtCore
from ..timers import single_shot
from .reader import SketchReader

#: How long the artist must have made a pause, and the time from one part to the next.
PAUSE_MS, NEXT_MS = 700, 15


class SecondLook(QtCore.QObject):
    """``wrong`` is called where the sketch is not what it was taken for."""

    def __init__(
        self, reader: SketchReader, wrong: Callable[[], None], parent: QtCore.QObject
    ) -> None:
        super().__init__(parent)
        self._reader, self._wrong = reader, wrong
        self._timer = single_shot(self, self._look)

    def start(self) -> None:
        """The sketch was read just now."""
        if self._reader.unsure:
            self._timer.start(PAUSE_MS)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Cost nothing any more."""
        self._timer.stop()

    def _look(self) -> None:
        if not self._reader.idle():
            self._timer.start(PAUSE_MS)
        elif not self._reader.check_some():
            self._wrong()
        elif self._reader.unsure:
            self._timer.start(NEXT_MS)
