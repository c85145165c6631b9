"""Lets docker and canvas know of new states, but not of new pictures while a brush is in use."""

from __future__ import annotations

import time
from collections.abc import Callable

from .qt import QtCore, Signal
from .session.state import State
from .timers import single_shot

#: While Krita works on a stroke the docker's new pictures wait: it is asked so often whether it
#: still does, and not longer (a tool may keep Krita at work until it is put away).
TELL_MS = 100
LONGEST_STROKE_S = 5.0


class StateTeller(QtCore.QObject):
    """Signals:
    told: the newest State.
    """

    told = Signal(object)

    def __init__(
        self, newest: Callable[[], State], idle: Callable[[], bool], parent: QtCore.QObject
    ) -> None:
        """``idle`` says whether Krita rests."""
        super().__init__(parent)
        self._newest, self._idle = newest, idle
        self._told, self._waits_since = newest(), 0.0
        self._later = single_shot(self, self._tell)

    def changed(self) -> None:
        """There is a new state."""
        if not self._later.isActive():
            self._waits_since = time.monotonic()
            self._tell()

    def _tell(self) -> None:
        state, waited = self._newest(), time.monotonic() - self._waits_since
        if state.shown != self._told.shown and waited < LONGEST_STROKE_S and not self._idle():
            self._later.start(TELL_MS)
        else:
            self._told = state
            self.told.emit(state)
