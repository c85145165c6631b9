"""Changes to a document wait here until Krita rests: one in the middle of a stroke would cut it."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..qt import QtCore, sip

#: Between two jobs. Not less: Krita makes a new layer the active one some 10 ms after it was
#: added, and the next job must find the artist's own layer put back.
INTERVAL_MS = 15


class IdleGate(QtCore.QObject):
    """Runs jobs in order, each when ``idle()`` says that Krita rests. A job runs at most once.

    A job that carries the name of one still waiting takes its place, so that of ten pictures for
    the same layer only the last is written.
    """

    def __init__(self, idle: Callable[[], bool], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        #: Whether Krita rests.
        self.idle = idle
        self._jobs: dict[str, Callable[[], None]] = {}
        self._ran_at = -1.0
        self._timer = QtCore.QTimer(self)
        self._timer.timeout.connect(self._turn)

    def put(self, name: str, job: Callable[[], None]) -> None:
        """Run ``job`` as soon as Krita rests, never before control is back in its event loop; not
        at all once the window is closed."""
        if sip.isdeleted(self):
            return
        self._jobs[name] = job
        if not self._timer.isActive():
            rested = time.monotonic() - self._ran_at > INTERVAL_MS / 1000
            self._timer.start(0 if rested else INTERVAL_MS)

    def drop(self, name: str) -> None:
        """Forget a job, if it still waits."""
        self._jobs.pop(name, None)

    def _turn(self) -> None:
        if self._timer.interval() != INTERVAL_MS:
            self._timer.setInterval(INTERVAL_MS)
        if self._jobs and self.idle():
            name = next(iter(self._jobs))
            self._jobs.pop(name)()
            self._ran_at = time.monotonic()
        if not self._jobs:
            self._timer.stop()
