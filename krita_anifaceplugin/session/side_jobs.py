"""What goes on beside the suggestions: portraits on their way into layers, pictures being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..layers.accept_name import layer_name
from ..protocol import MAX_RENDER_SIDE
from ..texts.phrase import Phrase, phrase
from .errands import Errands, Read, Rendered
from .reference_choice import label
from .state import Accepted, Source, State, Suggestion

#: The phrase of an error in the worker's own words.
WORKER_SAYS = "worker.says"


class SideJobs:
    """Counts them, so that the state says whether any is under way.

    Args:
        errands: asks the worker.
        change: gives the state other values, by name.
        tell: lets the artist read a phrase.
        accepted: receives the portrait of an accepted suggestion; whoever makes a layer of it
            says ``inserted`` when that is over.
        picture_read: receives the thumbnail of a picture and what the worker read from it.
    """

    def __init__(
        self,
        errands: Errands,
        change: Callable[..., None],
        tell: Callable[[Phrase], None],
        accepted: Callable[[Accepted], None],
        picture_read: Callable[[bytes, str], None],
    ) -> None:
        self._errands, self._change, self._tell = errands, change, tell
        self._accepted, self._picture_read = accepted, picture_read
        self._accepts = self._inserting = self._reading = 0
        #: What was accepted last.
        self._newest: tuple[Suggestion, Source] | None = None

    def accept(self, state: State) -> None:
        """Render a state's chosen suggestion as it is seen now, to become a layer: one, though the
        key is held down or the tile clicked three times."""
        chosen, source, settings = state.chosen, state.source, state.settings
        if chosen is None or source is None:
            return
        if self._inserting and self._newest == (chosen, source):
            return
        self._newest = (chosen, source)
        self._accepts += 1
        name = layer_name(self._accepts, chosen.seed, chosen.strokes, label(state, chosen))
        under, hides = settings.accept_under, settings.accept_hides_sketch
        self._count(inserting=1)

        def done(rendered: Rendered) -> None:
            side, pixels = rendered.side, rendered.pixels
            if side:
                self._accepted(Accepted(source, side, pixels, name, under, hides))
                return
            self.inserted()
            said = phrase(WORKER_SAYS, text=rendered.refusal)
            self._tell(said if rendered.refusal else phrase("notice.damaged_portrait"))

        self._errands.render(chosen.portrait, min(source.frame.side, MAX_RENDER_SIDE), done)

    def inserted(self) -> None:
        """An accepted portrait is a layer now, or never will be."""
        self._count(inserting=-1)

    def read_picture(self, pixels: bytes, side: int, thumbnail: bytes) -> None:
        """Have a picture of the artist's own read: BGRA of ``side`` squared, and a PNG."""
        self._count(reading=1)

        def done(read: Read) -> None:
            self._count(reading=-1)
            if read.refusal:
                self._tell(phrase(WORKER_SAYS, text=read.refusal))
            else:
                self._picture_read(thumbnail, read.colors)

        self._errands.read(pixels, side, done)

    def _count(self, inserting: int = 0, reading: int = 0) -> None:
        self._inserting += inserting
        self._reading += reading
        values: dict[str, Any] = {"accepting": self._inserting > 0, "reading": self._reading > 0}
        self._change(**values)
