"""The chosen suggestion as a picture to trace: first its thumbnail, sharp a moment later."""

from __future__ import annotations

from collections.abc import Callable

from ..images import bgra_image
from ..qt import QtGui
from ..session.state import State, Suggestion
from .scene import Trace

#: Pixels a side: enough for a screen, and drawn in a moment.
SHARP = 1024

#: Asks for a portrait of so many pixels a side; called back with the side and its BGRA pixels.
Render = Callable[[bytes, int, Callable[[int, bytes], None]], None]


class Tracer:
    """Keeps the picture of the chosen suggestion.

    Args:
        render: asks the worker for a portrait's picture.
        changed: called when a sharper picture has come.
    """

    def __init__(self, render: Render, changed: Callable[[], None]) -> None:
        self._render, self._changed = render, changed
        self._portrait = b""
        self._trace: Trace | None = None
        self._sharp = False
        self._asked = False

    def trace(self, state: State) -> Trace | None:
        """The picture for a state, None where nothing is to be traced."""
        chosen, source = state.chosen, state.source
        if not (state.settings.on and state.settings.trace):
            chosen = None
        if chosen is None or source is None:
            self._portrait, self._trace = b"", None
            return None
        if chosen.portrait != self._portrait:
            self._portrait, self._sharp = chosen.portrait, False
            self._trace = Trace(_picture(chosen.side, chosen.pixels))
        if not self._sharp and not self._asked and not state.busy:
            self._ask(chosen, min(SHARP, source.frame.side))
        return self._trace

    def _ask(self, chosen: Suggestion, side: int) -> None:
        """One picture at a time is asked for, so that they never queue up behind the pen."""
        self._asked = True

        def done(side: int, pixels: bytes) -> None:
            self._asked = False
            if chosen.portrait == self._portrait:
                self._sharp = True
                if side > 0:
                    self._trace = Trace(_picture(side, pixels))
            self._changed()

        self._render(chosen.portrait, side, done)


def _picture(side: int, pixels: bytes) -> QtGui.QImage:
    """A picture of its own: the bytes may go."""
    return bgra_image(side, pixels).copy()
