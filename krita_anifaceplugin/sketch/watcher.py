"""Notices that the artist has finished a stroke, without ever being in the way of one.

Krita has no signal for it. What tells is whether Krita rests, which it does not from the pen's
touch until the stroke is merged into its layer, and the cache key of the layer's small thumbnail:
asking for either costs next to nothing, and every kind of change moves the key.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ..qt import QtCore, Signal
from ..texts.phrase import SILENCE, Phrase

INTERVAL_MS = 12
#: While Krita works, only whether it still does is asked: the end of a stroke is seen at once.
WORKING_MS = 4
#: And between the pen's lifting and the end of what Krita does with its stroke.
ENDING_MS = 1
#: A change that came without Krita being seen at work must have lasted this long. Brushes that go
#: on changing the layer after a stroke (an airbrush does for up to 80 ms) bring one more change,
#: and the newest sketch wins.
STABLE_S = 0.015


@dataclass(frozen=True)
class Glance:
    """What one look at Krita shows: the active document and sketch layer, and its state.

    ``trouble`` says why the active layer is no sketch (SILENCE if it is one). The document's
    ``size`` counts, for a wider canvas moves the frame that nobody has set and changes no layer.
    """

    document: str
    layer: str
    key: int
    trouble: Phrase = SILENCE
    size: tuple[int, int] = (0, 0)


class Watcher(QtCore.QObject):
    """Emits ``changed`` when the sketch is another one or has been drawn on, and Krita rests.

    Args:
        look: the glance of now, or None where no document is open.
        idle: whether Krita has no stroke or update under way.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Callable[[], Glance | None],
        idle: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        parent: QtCore.QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._idle, self._clock = look, idle, clock
        self._seen: Glance | None = None
        self._since = 0.0
        self._told: Glance | None = None
        #: Whether Krita was at work when last asked: a stroke, most often.
        self.working = False
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.poll)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        """Look from now on, and tell of what is there even if nothing is drawn any more."""
        if not self.running:
            self.forget()
            self._timer.start()

    def stop(self) -> None:
        """Cost nothing until started again."""
        self._timer.stop()

    def forget(self) -> None:
        """Take the sketch for changed, whatever it holds."""
        self._seen = self._told = None

    def stroke_ends(self) -> None:
        """The pen was lifted: look more often until Krita rests."""
        if self.running and self.working:
            self._timer.setInterval(ENDING_MS)

    def poll(self) -> None:
        """One look; called by the timer. While Krita works nothing else is asked of it."""
        worked, self.working = self.working, not self._idle()
        if worked != self.working:
            self._timer.setInterval(WORKING_MS if self.working else INTERVAL_MS)
        if self.working:
            return
        glance, now = self._look(), self._clock()
        if glance != self._seen:
            self._seen, self._since = glance, now
            if glance is None:
                self.changed.emit(None)
                self._told = None
        if glance is None or glance == self._told:
            return
        if worked or now - self._since >= STABLE_S:
            self._told = glance
            self.changed.emit(glance)
